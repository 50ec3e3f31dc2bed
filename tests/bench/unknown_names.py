#!/usr/bin/env python3
"""How well are people and countries found by their English names whom no list has?

    unknown_names.py target/release/khabar [--show]

Hides all people and all countries of the gazetteer by a file of corrections, makes an article of every Gujarati name, and asks for
each English name, as `person:"…"` or `country:"…"` and as a plain query. Prints recall (of the names, how many find their article)
and precision (of all hits, how many are what was asked for). The articles hold nothing else, so that precision is among other names,
not in running text. The lexicon still keeps the words of these names from being cut; without them there (NAMES in src/build.rs) the
figures for people were the same but for 0.3 points of precision of the plain query.
"""
import json, pathlib, subprocess, sys, tempfile

khabar = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(__file__).resolve().parents[2]


def rows(name):
    lines = open(root / "src/entities/data" / name, encoding="utf-8")
    return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


people, countries = rows("people.tsv"), rows("countries.tsv")
# kind, the names asked for, and the text around each
SETS = (
    ("person", [row for row in people if " " in row[1] and " " in row[2]], "{}એ વાત કરી", "શહેરમાં {} આવ્યા હતા."),
    ("country", countries, "{}માં ચૂંટણી", "પ્રતિનિધિઓ {} ગયા હતા."),
)


def measure(kind, named, headline, body, folder):
    with open(folder / "names.jsonl", "w", encoding="utf-8") as out:
        for id, name, *_ in named:
            out.write(json.dumps({"id": id, "headline": headline.format(name), "body": body.format(name)}, ensure_ascii=False) + "\n")
    index = ["--index", str(folder / kind)]
    subprocess.run([khabar, "index", folder / "names.jsonl", "--gazetteer", folder / "hide.tsv", "-q", *index], check=True)
    names = {}
    for id, name, *_ in named:
        names.setdefault(name, set()).add(id)
    for way, query in ((f'{kind}:"…"', kind + ':"{}"'), (f"{kind} plain", "{}")):
        (folder / "queries.tsv").write_text("".join(f"{row[0]}\t{query.format(row[2])}\n" for row in named), encoding="utf-8")
        answers = subprocess.run([khabar, "search", "--queries", folder / "queries.tsv", "--format", "jsonl", "--fallback", "never", *index], capture_output=True, text=True)
        found = hits = right = 0
        for line, (id, name, latin, *_) in zip(answers.stdout.splitlines(), named, strict=True):
            ids = {hit["id"] for hit in json.loads(line)["hits"]}
            found += id in ids
            hits += len(ids)
            right += len(ids & names[name])
            if "--show" in sys.argv and id not in ids:
                print(way, name, latin, sorted(ids)[:3], sep="\t")
        print(f"{way:14} recall {100 * found / len(named):.1f} %, precision {100 * right / max(hits, 1):.1f} % over {len(named)} names")


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    hidden = [f"hide\t{kind}\t{row[0]}\n" for kind, rows in (("person", people), ("country", countries)) for row in rows]
    (folder / "hide.tsv").write_text("".join(hidden), encoding="utf-8")
    for kind, named, headline, body in SETS:
        measure(kind, named, headline, body, folder)
