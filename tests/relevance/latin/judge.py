#!/usr/bin/env python3
"""Marks of the first five hits of fifty queries typed in Latin letters.

    judge.py --khabar BIN --index DIR [--limit 5] [--queries queries.tsv] [--marks marks.tsv] [--quiet]

Marks: 2 right, 1 partly, 0 bad, ? not yet marked (listed under the query: add `query<TAB>article<TAB>mark` to marks.tsv),
- an empty place.
"""
import argparse, json, pathlib, subprocess, sys

here = pathlib.Path(__file__).resolve().parent
ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("--khabar", required=True)
ap.add_argument("--index", required=True)
ap.add_argument("--limit", type=int, default=5)
ap.add_argument("--queries", default=here / "queries.tsv")
ap.add_argument("--marks", default=here / "marks.tsv")
ap.add_argument("--quiet", action="store_true", help="totals and unmarked hits only")
a = ap.parse_args()
queries = [l.split("\t") for l in open(a.queries, encoding="utf-8").read().splitlines() if l]
marks = {}
for l in open(a.marks, encoding="utf-8").read().splitlines():
    if l:
        q, i, m = l.split("\t")[:3]
        marks[q, i] = int(m)
count = {2: 0, 1: 0, 0: 0, "?": 0, "-": 0}
clean = top = few = 0
for q, text, want in queries:
    done = subprocess.run([a.khabar, "search", text, "--index", a.index, "--format", "json", "--limit", str(a.limit), "--all"],
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1, 3) or not done.stdout.strip():
        sys.exit(f"{q} {text}: exit {done.returncode}: {done.stderr.strip()}")
    hits = json.loads(done.stdout)["hits"][: a.limit]
    row = [marks.get((q, h["id"]), "?") for h in hits] + ["-"] * (a.limit - len(hits))
    for m in row:
        count[m] += 1
    clean += 0 not in row and "?" not in row
    top += row[0] == 2
    few += "-" in row
    if not a.quiet:
        print(q, text, " ".join(map(str, row)), sep="\t")
        for h, m in zip(hits, row):
            if m == 0:
                print("\t0", h["id"], h["headline"][:60], " ".join(sorted({w["word"] + "=" + w["form"] for w in h["why"]})), sep="\t")
    for h, m in zip(hits, row):
        if m == "?":
            print(f"\t?\t{q}\t{h['id']}\t{h['headline']}\t" + " ".join(sorted({w["word"] + "=" + w["form"] for w in h["why"]})))
places, shown = a.limit * len(queries), count[2] + count[1] + count[0]
pc = lambda n, of: f"{100 * n / of:.1f} %" if of else "-"
print(f"{len(queries)} queries, {places} places: right {count[2]}, partly {count[1]}, bad {count[0]}, unmarked {count['?']}, empty {count['-']}")
print(f"bad {pc(count[0], shown)} of the marked hits, {pc(count[0], places)} of the places; right {pc(count[2], places)} of the places")
print(f"queries with no bad hit {clean}; first hit right {top}; fewer than {a.limit} hits {few}")
