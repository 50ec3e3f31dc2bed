#!/usr/bin/env python3
"""How many of the forms that a search also looks for belong to another word.

    judge.py --khabar BIN --index DIR [--show]

Over an index of the 2,730 news articles. `forms.tsv` and `forms-after.tsv` have single forms, `queries.tsv` words of queries, both with the forms
searched for them and a mark: 1 right, 0 of another word, with the kind of the wrong join. Forms that nobody marked are
counted apart; a word written apart ('શેર બજારમાં') is one form.
"""
import argparse, collections, json, pathlib, subprocess

here = pathlib.Path(__file__).resolve().parent
ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("--khabar", required=True)
ap.add_argument("--index", required=True)
ap.add_argument("--show", action="store_true", help="list what is wrong, lost and not marked")
a = ap.parse_args()


def searched(query):
    done = subprocess.run([a.khabar, "search", query, "--index", a.index, "--format", "json", "--limit", "1"],
                          capture_output=True, text=True, encoding="utf-8")
    return json.loads(done.stdout)["expansions"]


def rows(name):
    lines = (here / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def judge(name, marks_of):
    """marks_of: for each (query, word) the marks of forms."""
    count, told = collections.Counter(), collections.defaultdict(list)
    answers = {}
    for (query, word), marks in marks_of.items():
        if query not in answers:
            answers[query] = searched(query)
        forms = {e["form"] for e in answers[query] if e["word"] == word and e["form"] != word}
        for form in sorted(forms | (set(marks) - {word})):
            if form not in forms:
                kind = "lost" if marks[form] == "1" else "gone"
            elif " " in form:
                kind = "apart"
            else:
                kind = {"1": "right", "0": "wrong"}.get(marks.get(form), "unmarked")
            count[kind] += 1
            told[kind].append(f"{word}→{form}")
    wrong, right = count["wrong"], count["right"]
    print(f"{name}: {100 * wrong / max(1, wrong + right):.1f} % of the marked forms are of another word;", dict(count))
    if a.show:
        for kind in ("wrong", "lost", "unmarked"):
            print(" ", kind, " ".join(told[kind]))


for name, title in (("forms.tsv", "200 random forms"), ("forms-after.tsv", "120 others, drawn afterwards")):
    marks = collections.defaultdict(dict)
    for form, other, mark, _ in rows(name):
        marks[form, form][other] = mark
    judge(title, marks)
marks = collections.defaultdict(dict)
for query, word, form, mark, _ in rows("queries.tsv"):
    marks[query, word][form] = mark
judge("50 queries", marks)
