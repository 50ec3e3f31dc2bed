#!/usr/bin/env python3
"""How often the right word is the first suggestion.

    tests/bench/misspelt.py NEWS.jsonl.gz INDEX target/release/khabar [--show] [--seed N]

Misspells common words of the articles by rule, one slip a word, asks the index for each and prints how often
it is found as it stands (its spelling meets), how often it is the first suggestion, and how often another is.
Slips that make another word of the articles are left out: nobody can tell them. INDEX holds the same articles.
"""
import argparse, collections, gzip, json, random, re, subprocess, tempfile

GUJARATI = re.compile(r"[\u0A81-\u0AE5]+")
LATIN = re.compile(r"[a-z]+")
SIGNS = [chr(c) for c in range(0x0ABE, 0x0ACD) if chr(c) not in "\u0AC4\u0AC6\u0ACA"]
VIRAMA, NASALS = "\u0ACD", "\u0A81\u0A82\u0A83"
INSCRIPT = [("ૌૈાીૂબહગદજડ", 0), ("ોે્િુપરકતચટ", 1), (".ૅંમનવલસ", 3)]
SHIFTED = [("ઔઐઆઈઊભઙઘધઝઢ", 0), ("ઓએઅઇઉફ.ખથછઠ", 1), ("..ઁણ..ળશષ", 3)]
GRID = ["કખગઘઙ", "ચછજઝઞ", "ટઠડઢણ", "તથદધન", "પફબભમ", "યરલવશષસહળ"]
QWERTY = [("qwertyuiop", 0), ("asdfghjkl", 1), ("zxcvbnm", 3)]
SOUNDS = ["કખ", "ગઘ", "ચછ", "જઝ", "ટઠ", "ડઢ", "તથ", "દધ", "બભ", "તટ", "દડ", "નણ", "શસ", "શષ", "લળ"]


def keys(rows):
    at = {}
    for row, (letters, shift) in enumerate(rows):
        for column, letter in enumerate(letters):
            at[letter] = (row, 4 * column + shift)
    return at


def beside(at, letter):
    if letter not in at:
        return []
    row, x = at[letter]
    near = lambda r, y: (r == row and abs(x - y) == 4) or (abs(r - row) == 1 and abs(x - y) <= 3)
    return [other for other, (r, y) in at.items() if near(r, y) and other != "."]


INSCRIPT_AT, SHIFTED_AT, QWERTY_AT = keys(INSCRIPT), keys(SHIFTED), keys(QWERTY)
is_consonant = lambda c: "\u0A95" <= c <= "\u0AB9"


def letters(word):
    return re.findall(r"[\u0A85-\u0AB9\u0AD0][\u0ABC\u0ABE-\u0ACD\u0A81-\u0A83]*|.", word)


def replace(rng, word, spots, by):
    spots = [(i, o) for i in spots for o in by(word[i])]
    if not spots:
        return None
    i, other = rng.choice(spots)
    return word[:i] + other + word[i + 1:]


def slips(rng, word):
    every = range(len(word))
    consonants = [i for i in every if is_consonant(word[i])]
    signs = [i for i in every if word[i] in SIGNS]
    units = letters(word)
    yield "InScript neighbour", replace(rng, word, consonants, lambda c: [o for o in beside(INSCRIPT_AT, c) + beside(SHIFTED_AT, c) if is_consonant(o)])
    yield "grid neighbour", replace(rng, word, consonants, lambda c: [row[i + d] for row in GRID if c in row for i in [row.index(c)] for d in (-1, 1) if 0 <= i + d < len(row)])
    yield "wrong matra", replace(rng, word, signs, lambda c: [o for o in SIGNS if o != c])
    yield "vowel length", replace(rng, word, signs, lambda c: {"િ": "ી", "ી": "િ", "ુ": "ૂ", "ૂ": "ુ"}.get(c, ""))
    yield "missing matra", replace(rng, word, signs, lambda c: [""])
    yield "sound", replace(rng, word, consonants, lambda c: [o for pair in SOUNDS if c in pair for o in pair if o != c])
    i = rng.randrange(len(units))
    yield "doubled letter", "".join(units[:i] + [units[i]] + units[i:])
    yield "missing letter", "".join(units[:i] + units[i + 1:])
    i = rng.randrange(len(units) - 1)
    yield "swapped letters", "".join(units[:i] + [units[i + 1], units[i]] + units[i + 2:])


def latin_slips(rng, word):
    every = range(len(word))
    i = rng.randrange(len(word))
    yield "QWERTY neighbour", replace(rng, word, every, lambda c: beside(QWERTY_AT, c))
    yield "QWERTY doubled", word[:i] + word[i] + word[i:]
    yield "QWERTY missing", word[:i] + word[i + 1:]
    i = rng.randrange(len(word) - 1)
    yield "QWERTY swapped", word[:i] + word[i + 1] + word[i] + word[i + 2:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("news")
    parser.add_argument("index")
    parser.add_argument("khabar")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    counts, latin = collections.Counter(), collections.Counter()
    opened = gzip.open if args.news.endswith(".gz") else open
    for line in opened(args.news, "rt"):
        article = json.loads(line)
        text = " ".join(str(article.get(field) or "") for field in ("headline", "summary", "body"))
        counts.update(set(GUJARATI.findall(text)))
        latin.update(set(LATIN.findall(text.lower())))
    rng = random.Random(args.seed)
    common = sorted(w for w, n in counts.items() if n >= 20 and len(letters(w)) >= 3 and is_consonant(w[0]))
    common_latin = sorted(w for w, n in latin.items() if n >= 8 and len(w) >= 5)
    rows = []
    for word in rng.sample(common, min(300, len(common))):
        kinds = [(kind, slip) for kind, slip in slips(rng, word) if slip and slip != word and slip not in counts]
        if kinds:
            rows.append((word, *rng.choice(kinds)))
    for word in rng.sample(common_latin, min(100, len(common_latin))):
        kinds = [(kind, slip) for kind, slip in latin_slips(rng, word) if slip and slip != word and slip not in latin]
        if kinds:
            rows.append((word, *rng.choice(kinds)))
    lemma_of = dict(zip([w for w in counts | latin], subprocess.run(
        [args.khabar, "analyze", "--lemmas"], input="\n".join(counts | latin) + "\n", text=True,
        capture_output=True, check=True).stdout.splitlines()))
    lemma = lambda w: lemma_of.get(w, f"\t{w}").split("\t")[-1]
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write("".join(f"{i}\t{slip}\n" for i, (_, _, slip) in enumerate(rows)))
        file.flush()
        out = subprocess.run([args.khabar, "search", "--queries", file.name, "--index", args.index, "--format", "jsonl",
                              "--timeout", "0"], text=True, capture_output=True).stdout
    table, slowest = collections.defaultdict(collections.Counter), []
    for (word, kind, slip), line in zip(rows, out.splitlines()):
        answer = json.loads(line)
        slowest.append(answer["took_ms"])
        suggested = [n["query"] for n in answer["notices"] if n["kind"] == "suggestion"]
        met = any(lemma(e["form"]) == lemma(word) and e["tier"] != "fuzzy" for e in answer["expansions"])
        right = bool(suggested) and lemma(suggested[0]) == lemma(word)
        said = "met" if met else "first" if right else "other" if suggested else "found" if answer["total"] and not all(h["relaxed"] for h in answer["hits"]) else "none"
        table[kind][said] += 1
        if args.show and said not in ("met", "first"):
            print(f"{kind:20} {word} typed {slip}: {said} {suggested[:1]}")
    total = collections.Counter()
    print(f"{'slip':20} words  met  first  other  found  none   right of those not met")
    for kind, said in sorted(table.items()) + [("all", None)]:
        said = total if said is None else said
        total.update(said if kind != "all" else {})
        asked = sum(said.values()) - said["met"]
        share = f"{100 * said['first'] / asked:.0f} %" if asked else "-"
        print(f"{kind:20} {sum(said.values()):5} {said['met']:4} {said['first']:6} {said['other']:6} {said['found']:6} {said['none']:5}   {share}")
    slowest.sort()
    print(f"a search took {slowest[len(slowest) // 2]:.1f} ms (p50), {slowest[int(0.99 * len(slowest))]:.1f} ms (p99)")


main()
