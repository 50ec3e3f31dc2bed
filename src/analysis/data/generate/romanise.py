#!/usr/bin/env python3
"""Learns how Gujarati is typed in Latin letters, from pairs of words and human spellings.

    romanise.py PAIRS.tsv > ../romanise.tsv

PAIRS has the columns latin, native and count (Dakshina, CC BY-SA 4.0). A form is read as a row of units, each with its
surroundings; expectation maximisation aligns each unit with a chunk of 0 to 4 letters; the table gives -log p of each chunk,
in tenths. Only the words whose hash falls in the first four fifths are learnt from; the likelihood of the others is reported.
The table holds units only, no words.
"""
import collections, csv, math, sys, zlib

VIRAMA, NUKTA, ANUSVARA, CANDRABINDU, VISARGA = "\u0acd", "\u0abc", "\u0a82", "\u0a81", "\u0a83"
SIGNS = set(map(chr, range(0xABE, 0xACD))) | {"\u0ae2", "\u0ae3"}
CONSONANTS = set(map(chr, range(0xA95, 0xABA))) | {"\u0af9"}
INDEPENDENT = set(map(chr, range(0xA85, 0xA95))) | {"\u0ae0", "\u0ae1"}
FINAL_SIGNS = {ANUSVARA, CANDRABINDU, VISARGA}
PLACES = [set("કખગઘઙ"), set("ચછજઝઞ"), set("ટઠડઢણ"), set("તથદધન"), set("પફબભમ")]
LONGEST = 4
SCALE = 10
WORST = 120


def same_place(a, b):
    return a == b or any(a in p and b in p and a not in "ઙઞણનમ" and b not in "ઙઞણનમ" for p in PLACES)


def slots(form):
    """The letters of a form, with inherent vowels: lists [symbol, kind, followed by a virama]."""
    letters = [c for c in form if c != NUKTA]
    out, at = [], 0
    while at < len(letters):
        c = letters[at]
        if c in CONSONANTS:
            symbol = c
            if letters[at + 1:at + 3] in ([VIRAMA, "ષ"], [VIRAMA, "ઞ"]) and (c, letters[at + 2]) in (("ક", "ષ"), ("જ", "ઞ")):
                symbol = c + VIRAMA + letters[at + 2]
                at += 2
            after = letters[at + 1] if at + 1 < len(letters) else ""
            if after == VIRAMA:
                out.append([symbol, "c", True])
                at += 1
            else:
                out.append([symbol, "c", False])
                if after not in SIGNS:
                    out.append(["a", "a", False])
        elif c in SIGNS or c in INDEPENDENT:
            out.append([c, "v", False])
        elif c in FINAL_SIGNS:
            out.append([ANUSVARA if c == CANDRABINDU else c, "n", False])
        elif c == "\u0ad0":
            out.append([c, "v", False])
        at += 1
    return out


def silent(row):
    """Places of inherent vowels that are not heard: between two open syllables, from the end."""
    gone = set()
    heard = lambda at: 0 <= at < len(row) and row[at][1] in "av" and at not in gone
    for at in range(len(row) - 1, -1, -1):
        if row[at][1] != "a" or at + 1 >= len(row):
            continue
        # the vowel before: consonant, then vowel
        before = heard(at - 2) and row[at - 1][1] == "c"
        after = at + 2 < len(row) and row[at + 1][1] == "c" and not row[at + 1][2] and heard(at + 2)
        if at + 2 == len(row) - 1 and row[at + 2][1] == "a":
            after = False  # the last vowel is silent itself
        if before and after:
            gone.add(at)
    return gone


def units(form):
    row = slots(form)
    gone = silent(row)
    out = []
    for at, (symbol, kind, bound) in enumerate(row):
        nxt = row[at + 1] if at + 1 < len(row) else None
        prev = row[at - 1] if at else None
        if kind == "c":
            if bound and nxt and same_place(symbol[0], nxt[0][0]):
                where = "g"
            elif bound:
                where = "c"
            elif prev is None:
                where = "i"
            elif prev[1] == "c" and same_place(prev[0][0], symbol[0]):
                where = "h"
            elif prev[1] == "c":
                where = "k"
            elif nxt and nxt[1] == "a" and at + 2 == len(row):
                where = "f"
            else:
                where = "v"
        elif kind == "a":
            if nxt is None:
                where = "f" if len(row) > 2 else "o"
            elif at in gone:
                where = "s" if nxt[0] not in "યહ" else "t"
            elif nxt[1] == "n":
                where = "n"
            elif nxt[1] == "v":
                where = "w"
            elif nxt[0] == "ય":
                where = "y"
            elif nxt[0] == "હ":
                where = "h"
            elif nxt[0] == "વ":
                where = "v"
            else:
                where = "i" if at == 1 else "o"
        elif kind == "v":
            if nxt is None:
                where = "f"
            elif nxt[1] == "n":
                where = "e" if at + 2 == len(row) else "n"
            elif nxt[1] == "v":
                where = "w"
            elif nxt[0] == "ય":
                where = "y"
            else:
                where = "i" if at == 0 else "m"
        else:
            if nxt is None:
                where = "f"
            elif nxt[0] in "પફબભમ":
                where = "p"
            elif nxt[0] in "કખગઘ":
                where = "k"
            elif nxt[0] in "યરલવશષસહળ":
                where = "s"
            else:
                where = "t"
        out.append((symbol, where))
    return out


VOWELS = set("aeiouy")


def first_guess(unit, chunk):
    """-log p before anything is learnt."""
    symbol = unit[0]
    is_vowel = symbol == "a" or symbol in SIGNS or symbol in INDEPENDENT
    cost = 2.0 * len(chunk) if len(chunk) > 1 else 1.0
    if not chunk:
        return 1.5 if symbol == "a" or symbol in FINAL_SIGNS else 6.0
    wrong = sum((c in VOWELS) != is_vowel for c in chunk)
    return cost + 4.0 * wrong


class Model:
    def __init__(self, guess=first_guess, longest=LONGEST):
        self.costs = None
        self.guesses = {}
        self.guess, self.longest = guess, longest

    def table(self, unit):
        if self.costs is None:
            return None
        return self.costs.get(unit) or self.costs.get((unit[0], "*")) or {}

    def lattice(self, form_units, latin):
        """For each unit, the chunks at each place: lists of (i, j, k, p)."""
        n, m = len(form_units), len(latin)
        rows = []
        for i, unit in enumerate(form_units):
            table = self.table(unit)
            row = []
            for j in range(max(0, m - self.longest * (n - i)), min(m, self.longest * i) + 1):
                for k in range(j, min(j + self.longest, m) + 1):
                    chunk = latin[j:k]
                    if table is None:
                        p = self.guesses.get((unit, chunk))
                        if p is None:
                            p = self.guesses[unit, chunk] = math.exp(-self.guess(unit, chunk))
                    else:
                        p = table.get(chunk, 0.0)
                    if p > 0:
                        row.append((j, k, chunk, p))
            rows.append(row)
        return rows

    def expect(self, form_units, latin, weight, counts):
        n, m = len(form_units), len(latin)
        rows = self.lattice(form_units, latin)
        forward = [[0.0] * (m + 1) for _ in range(n + 1)]
        forward[0][0] = 1.0
        for i, row in enumerate(rows):
            here, there = forward[i], forward[i + 1]
            for j, k, _, p in row:
                if here[j]:
                    there[k] += here[j] * p
        total = forward[n][m]
        if total <= 0:
            return None
        backward = [0.0] * (m + 1)
        backward[m] = 1.0
        for i in range(n - 1, -1, -1):
            here, now = forward[i], [0.0] * (m + 1)
            unit_counts = counts[form_units[i]]
            for j, k, chunk, p in rows[i]:
                if backward[k]:
                    share = p * backward[k]
                    now[j] += share
                    if here[j]:
                        part = here[j] * share / total
                        if part > 1e-4:
                            unit_counts[chunk] += weight * part
            backward = now
        return -math.log(total)

    def maximise(self, counts, strength=8.0):
        """Relative frequencies, those of a surrounding drawn towards those of the unit anywhere."""
        by_symbol = collections.defaultdict(collections.Counter)
        for (symbol, _), chunks in counts.items():
            by_symbol[symbol].update(chunks)
        self.costs = {}
        for symbol, chunks in by_symbol.items():
            total = sum(chunks.values())
            chunks[""] += 0.02
            total += 0.02
            self.costs[symbol, "*"] = {c: n / total for c, n in chunks.items() if n > 0.05 or c == ""}
        for (symbol, where), chunks in counts.items():
            base = self.costs[symbol, "*"]
            total = sum(chunks.values()) + strength
            self.costs[symbol, where] = {c: (chunks.get(c, 0.0) + strength * p) / total for c, p in base.items()}


def is_learnt(word):
    return zlib.crc32(word.encode()) % 5 < 4


def read(path):
    rows = csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(r["native"], r["latin"], int(r["count"])) for r in rows]


def learn(pairs, rounds=7):
    made, model = {}, Model()
    for native, _, _ in pairs:
        if native not in made:
            made[native] = units(native)
    for turn in range(rounds):
        counts, likelihood, lost = collections.defaultdict(lambda: collections.defaultdict(float)), 0.0, 0
        some = pairs[::4] if turn < 2 else pairs
        for native, latin, count in some:
            got = model.expect(made[native], latin, math.sqrt(count), counts)
            if got is None:
                lost += 1
            else:
                likelihood += got
        model.maximise(counts)
        print(f"round {turn + 1}: {likelihood / len(some):.3f} nats a pair, {lost} lost", file=sys.stderr)
    return model, counts


def rows_of(model, counts, least=10.0):
    """Rows symbol, surrounding, chunk, cost: those that differ from the row of the unit anywhere."""
    totals = collections.defaultdict(collections.Counter)
    for (symbol, _), chunks in counts.items():
        totals[symbol].update(chunks)
    cost = lambda p: min(WORST, round(-SCALE * math.log(max(p, 1e-9))))
    for symbol, where in sorted(model.costs):
        anywhere = model.costs[symbol, "*"]
        for chunk, p in sorted(model.costs[symbol, where].items()):
            if totals[symbol][chunk] < least and chunk:
                continue
            if where != "*" and abs(cost(p) - cost(anywhere[chunk])) < 6:
                continue
            yield symbol, where, chunk or "-", cost(p)


HEADER = """\
# How Gujarati units are typed in Latin letters. Columns: unit, surrounding, letters (- none), cost = -10 ln p.
# Source and licence: counts learnt from the Dakshina data set (Roark et al. 2020), CC BY-SA 4.0, by generate/romanise.py; no words of it.
# Surrounding * is anywhere; a row of a surrounding stands only where it differs by 6 or more. a is the inherent vowel.
"""


def main():
    pairs = read(sys.argv[1])
    model, counts = learn([p for p in pairs if is_learnt(p[0])])
    kept, scratch = [p for p in pairs if not is_learnt(p[0])], collections.defaultdict(lambda: collections.defaultdict(float))
    got = [model.expect(units(n), l, 1.0, scratch) for n, l, _ in kept]
    seen = [g for g in got if g is not None]
    print(f"kept aside: {sum(seen) / len(seen):.3f} nats a pair, {len(got) - len(seen)} of {len(got)} lost", file=sys.stderr)
    print(HEADER, end="")
    for row in rows_of(model, counts):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
