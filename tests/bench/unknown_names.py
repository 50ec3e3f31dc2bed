#!/usr/bin/env python3
"""How well are people found by their English names whom no list has?

    unknown_names.py target/release/khabar [--show]

Hides all people of the gazetteer by a file of corrections, makes an article of every Gujarati name, and asks for each English
name, as `person:"…"` and as a plain query. Prints recall (of the names, how many find their article) and precision (of all hits,
how many are the person asked for). The articles hold nothing else, so that precision is among other names, not in running text.
The lexicon still keeps the words of these names from being cut; without them there (NAMES in src/build.rs) the figures were the same
but for 0.3 points of precision of the plain query.
"""
import json, pathlib, subprocess, sys, tempfile

khabar = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(__file__).resolve().parents[2]
rows = [line.rstrip("\n").split("\t") for line in open(root / "src/entities/data/people.tsv", encoding="utf-8") if not line.startswith("#")]
people = [(row[0], row[1], row[2]) for row in rows if " " in row[1] and " " in row[2]]
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "hide.tsv").write_text("".join(f"hide\tperson\t{row[0]}\n" for row in rows), encoding="utf-8")
    with open(folder / "names.jsonl", "w", encoding="utf-8") as out:
        for id, name, _ in people:
            out.write(json.dumps({"id": id, "headline": f"{name}એ વાત કરી", "body": f"શહેરમાં {name} આવ્યા હતા."}, ensure_ascii=False) + "\n")
    index = ["--index", str(folder / "index")]
    subprocess.run([khabar, "index", folder / "names.jsonl", "--gazetteer", folder / "hide.tsv", "-q", *index], check=True)
    for way, query in (('person:"…"', 'person:"{}"'), ("plain", "{}")):
        (folder / "queries.tsv").write_text("".join(f"{id}\t{query.format(latin)}\n" for id, _, latin in people), encoding="utf-8")
        answers = subprocess.run([khabar, "search", "--queries", folder / "queries.tsv", "--format", "jsonl", "--fallback", "never", *index], capture_output=True, text=True)
        names = {}
        for id, name, _ in people:
            names.setdefault(name, set()).add(id)
        found = hits = right = 0
        for line, (id, name, latin) in zip(answers.stdout.splitlines(), people, strict=True):
            ids = {hit["id"] for hit in json.loads(line)["hits"]}
            good = ids & names[name]
            found += id in ids
            hits += len(ids)
            right += len(good)
            if "--show" in sys.argv and id not in ids:
                print(way, name, latin, sorted(ids)[:3], sep="\t")
        print(f"{way:12} recall {100 * found / len(people):.1f} %, precision {100 * right / max(hits, 1):.1f} % over {len(people)} names")
