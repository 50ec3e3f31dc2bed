#!/usr/bin/env python3
"""Known-item search by headline, typed in Gujarati and in Latin letters.

    known_item_romanised.py NEWS.jsonl[.gz] ROMANISED.tsv KHABAR [--stop STOP.tsv] [--drop] [--seed 1] [--show 20]

Every article is indexed without its headline, and the headline is the query that should find it. Then each Gujarati word of the
headline for which ROMANISED.tsv (columns latin, native, count, split) has spellings is replaced by one of them, drawn by their
counts; other words, and those of STOP.tsv (a word a line), stay as they are. Prints success@1, success@10 and MRR@10 for both,
and the ratio of the two MRRs. With --drop the words that would stay Gujarati are taken out of both queries (headlines of which
nothing is left are left out), so that the second is Latin from end to end: without it the Gujarati that stays finds much alone.
Headlines of fewer than four words, bodies of fewer than 150 letters and headlines that stand over
two articles are left out. Other stories about the same event count as misses, so that 1 cannot be reached; the ratio can.
"""
import argparse
import collections
import csv
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

GUJARATI_WORD = re.compile("[\u0a80-\u0aff\u200c\u200d]+")
PAGE = 10


def articles(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    long_enough = [r for r in rows if len((r.get("headline") or "").split()) >= 4 and len(r.get("body") or "") >= 150]
    times = collections.Counter(r["headline"] for r in long_enough)
    return [r for r in long_enough if times[r["headline"]] == 1]


def plain(word):
    """The word as a key: composed, without joiners."""
    return unicodedata.normalize("NFC", re.sub("[\u200c\u200d]", "", word))


def spellings(path, split):
    """Gujarati word -> its Latin spellings and how often each was typed."""
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if split in (None, row["split"]):
                found[plain(row["native"])].append((row["latin"], int(row["count"])))
    return {native: tuple(zip(*pairs)) for native, pairs in found.items()}


def words_of(path):
    if path is None:
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(plain(line.split("\t")[0]) for line in lines if line and not line.startswith("#"))


class Romaniser:
    """Replaces words, and counts how many it knew."""

    def __init__(self, known, kept, seed):
        self.known, self.kept, self.draw = known, kept, random.Random(seed)
        self.replaced = self.unknown = self.left = 0

    def headline(self, text):
        return GUJARATI_WORD.sub(self.word, text)

    def word(self, match):
        key = plain(match[0])
        if key in self.kept:
            self.left += 1
        elif key in self.known:
            self.replaced += 1
            latin, counts = self.known[key]
            return self.draw.choices(latin, counts)[0]
        else:
            self.unknown += 1
        return match[0]

    def without_the_rest(self, text):
        """The headline without the words that would stay Gujarati."""
        stays = lambda key: key in self.kept or key not in self.known
        return GUJARATI_WORD.sub(lambda match: " " if stays(plain(match[0])) else match[0], text)


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} {command[1]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def index(khabar, rows, folder):
    source = folder / "news.jsonl"
    with open(source, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps({"id": row["id"], "body": row["body"]}, ensure_ascii=False) + "\n")
    run(khabar, "index", source, "--index", folder / "index")


def ranks(khabar, queries, folder):
    """The place of each article among the hits of its query, from 1; None where it is not on the first page."""
    asked = folder / "queries.tsv"
    asked.write_text("".join(f"{id_}\t{' '.join(query.split())}\n" for id_, query in queries), encoding="utf-8")
    answers = run(khabar, "search", "--index", folder / "index", "--queries", asked, "--limit", PAGE, "--format", "jsonl")
    hits = {answer["id"]: [hit["id"] for hit in answer["hits"]] for answer in map(json.loads, answers.splitlines())}
    if len(hits) != len(queries):
        sys.exit(f"{len(queries)} queries, but {len(hits)} answers")
    return [hits[id_].index(id_) + 1 if id_ in hits[id_] else None for id_, _ in queries]


def mrr(places):
    return sum(1 / place for place in places if place) / len(places)


def line(name, places):
    first = sum(place == 1 for place in places) / len(places)
    page = sum(place is not None for place in places) / len(places)
    return f"{name:10} MRR@{PAGE} {mrr(places):.4f}  success@1 {100 * first:.1f} %  success@{PAGE} {100 * page:.1f} %"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=pathlib.Path)
    parser.add_argument("romanised", type=pathlib.Path)
    parser.add_argument("khabar", type=pathlib.Path)
    parser.add_argument("--stop", type=pathlib.Path, help="words that stay Gujarati, a word a line")
    parser.add_argument("--drop", action="store_true", help="leave those words, and unknown ones, out of both queries")
    parser.add_argument("--split", help="use only the rows of this split")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many headlines that were found in Gujarati only")
    parser.add_argument("--floor", type=float, default=0, help="least ratio; below it the exit code is 1")
    a = parser.parse_args()
    rows = articles(a.news)
    if not rows:
        sys.exit(f"{a.news}: no article has a headline of four words and a body of 150 letters")
    romaniser = Romaniser(spellings(a.romanised, a.split), words_of(a.stop), a.seed)
    gujarati = [(row["id"], row["headline"]) for row in rows]
    if a.drop:
        cut = ((id_, romaniser.without_the_rest(headline)) for id_, headline in gujarati)
        gujarati = [(id_, headline) for id_, headline in cut if GUJARATI_WORD.search(headline)]
    latin = [(id_, romaniser.headline(headline)) for id_, headline in gujarati]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        index(a.khabar, rows, folder)
        found, found_latin = ranks(a.khabar, gujarati, folder), ranks(a.khabar, latin, folder)
    lost = [(g[1], l[1]) for g, l, x, y in zip(gujarati, latin, found, found_latin) if x and not y]
    for pair in lost[: a.show]:
        print("\t".join(pair))
    all_words = romaniser.replaced + romaniser.unknown + romaniser.left
    print(f"{len(gujarati)} headlines; of {all_words} Gujarati words {romaniser.replaced} romanised, "
          f"{romaniser.left} stop words, {romaniser.unknown} without a spelling")
    print(line("Gujarati", found))
    print(line("romanised", found_latin))
    ratio = mrr(found_latin) / mrr(found) if mrr(found) else 0.0
    print(f"ratio      {ratio:.4f}")
    sys.exit(0 if ratio >= a.floor else 1)


if __name__ == "__main__":
    main()
