#!/usr/bin/env python3
"""Learns how Gujarati print writes the sounds of English, from pairs of English words and Gujarati loans.

    loans.py ../english_sounds.tsv ENGLISH.tsv ENTITIES/ [MINED.tsv] > ../loans.tsv

ENGLISH is src/query/data/english.tsv, ENTITIES the folder src/entities/data (names of places and people outside India, of
countries and organisations), MINED pairs word <TAB> form of texts that an earlier table found near: of news and the Gujarati
Wikipedia, the forms of two articles or more without an ending, five sounds or more, at most 5 a sound, each with its nearest word
only, at most four a word, and none of a hundred articles whose word is rare (SCOWL 35 and above), which is a native word. Which pairs are loans is not
said in them: a translation cannot be aligned, since a unit takes only the sounds that FITS has, and is left out. Expectation
maximisation (romanise.py) aligns units with 0 to 2 sounds. The table says how a sound is written, not how a letter is read: a
cost is -10 ln of the share of the unit among all units that write the sound there, beside the share of the commonest, so that the
usual spelling costs nothing and ત, which is often read as T but hardly ever written for it, costs much. Words whose hash falls
in the last fifth are not learnt from. The table holds units only, no words.
"""
import collections, math, pathlib, sys, zlib

import romanise
from romanise import ANUSVARA, CONSONANTS, INDEPENDENT, SIGNS, VISARGA, Model, units

SCALE, WORST, STRENGTH, LEAST = 10, 100, 6.0, 1.0
# what a pair of names and a mined pair weigh beside a word of the list
NAME, MINED = 0.04, 0.3
# after the first rounds a pair that costs more nats a sound than this is no loan
FARTHEST = 2.2
# two spellings of one sound: what the rarer costs at most beside the other
TWINS, TWIN = ("િી", "ુૂ", "ોૉ", "ેૅ", "ઇઈ", "ઉઊ", "ઓઑ", "એઍ"), 7
REDUCED = set("1234567E890@JKL!")
VOWELS = REDUCED | set("OAQaRuoWHIeMiPYGBUC^%~")
# what a unit can be at all: the likely sounds, and after the stroke those that are rare
FITS = {
    "ક": "k/g", "ખ": "k", "ગ": "g$", "ઘ": "g", "ચ": "c/tsS", "છ": "c/s", "જ": "jxz/Z", "ઝ": "zxZ/sj", "ઞ": "nN", "ઙ": "N",
    "ટ": "t/Td", "ઠ": "/tT", "ડ": "d/tr", "ઢ": "/d", "ણ": "/n", "ત": "/tTD", "થ": "T/Dt", "દ": "D/d", "ધ": "D/dT", "ન": "nN/m",
    "પ": "p", "ફ": "f/p", "બ": "b", "ભ": "/bv", "મ": "m/n", "ય": "y^%/PYi", "ર": "r", "લ": "l", "ળ": "/l", "વ": "vw~/bf", "શ": "S/sczxZ",
    "ષ": "/Ss", "સ": "sx/zScT", "હ": "h", "a": "uR1234567E890@/OAQaWiJKLeoU", "ા": "AQ1I7HOW/uRa46Ee", "િ": "iJKLP3Y8!^%/I2My1e",
    "ી": "YPiJ^%/!3KL2IE", "ુ": "UC5u0~/4w6HG", "ૂ": "CU~/5w", "ે": "eMaJKQ2@/EY137", "ૈ": "I/aeM", "ો": "OoWG49/ARuHU16BQ", "ૌ": "HoW/OG",
    "ૅ": "a/e", "ૉ": "OoW4/GA9", "ૃ": "/rE8", ANUSVARA: "nNm", VISARGA: "/h",
}
SAME = {"અ": "a", "આ": "ા", "ઇ": "િ", "ઈ": "ી", "ઉ": "ુ", "ઊ": "ૂ", "એ": "ે", "ઐ": "ૈ", "ઓ": "ો", "ઔ": "ૌ", "ઍ": "ૅ", "ઑ": "ૉ", "ઋ": "ૃ"}
NEVER = math.inf
# a reduced vowel may always be written by its letter, or not at all
LETTERS = {"1": "aાઅઆ", "2": "aેઅએ", "3": "aિઅઇ", "4": "aોઅઓ", "5": "aુઅઉ", "6": "aઅ", "7": "aઅા", "E": "aઅ", "@": "aેઅએ", "8": "aઅ", "9": "aોઅઓ", "0": "aઅ"}
BY_LETTER = 10
# a vowel that begins a word or follows a vowel has its own letter
APART = 4
# what a last inherent vowel costs that has to stand for a vowel
MUTE = 60
# a nasal before a consonant may be written as anusvara or as a letter, the end of a diphthong as a vowel or a half vowel
WAYS = {(ANUSVARA, "n"): 6, (ANUSVARA, "N"): 4, ("ન", "N"): 4, **{(symbol, end): 4 for symbol in "યઇઈ" for end in "^%"}, ("વ", "~"): 6, ("ઉ", "~"): 4}


def silent_guess(symbol, place):
    """-log p of a letter that stands for no sound."""
    if symbol == "a":
        return 0.7
    if symbol in INDEPENDENT or symbol in "યવ" or place in "gh":
        return 3.0
    return 5.5


def single_guess(symbol, sound):
    likely, _, rare = FITS.get(SAME.get(symbol, symbol), "/").partition("/")
    return 1.0 if sound in likely else 3.5 if sound in rare else NEVER


def first_guess(unit, chunk):
    """-log p before anything is learnt."""
    symbol, place = unit
    if not chunk:
        return silent_guess(symbol, place)
    if len(chunk) == 1:
        return single_guess(symbol, chunk)
    first, second = chunk
    if "ષ" in symbol and len(symbol) > 1:
        return 1.0 if first in "kg" and second in "Ssxz" else NEVER
    if symbol in CONSONANTS or symbol == ANUSVARA:
        # a vowel or a weak sound that is not written beside it
        spare = [(first, second), (second, first)]
        return min(5.0 + single_guess(symbol, kept) if lost in REDUCED or lost in "yhw$" else NEVER for kept, lost in spare)
    if first in "yw" or second in "yw":
        kept = second if first in "yw" else first
        return 3.0 + single_guess(symbol, kept)
    both = first in VOWELS and second in VOWELS
    return 3.0 + min(single_guess(symbol, first), single_guess(symbol, second)) if both else NEVER


def rows(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]


def parts(english, gujarati):
    """Pairs of words of two terms of as many words."""
    left, right = english.lower().replace("-", " ").split(), gujarati.replace("-", " ").split()
    return zip(left, right) if len(left) == len(right) else ()


def pairs_of(english, folder):
    """Pairs that may be loans, with their weights: a name is often no English one, and written as its own language has it."""
    for word, forms, *_ in rows(english):
        for form in forms.split("|"):
            yield from ((pair, 1.0) for pair in parts(word, form))
    folder = pathlib.Path(folder)
    named = [(r[2], [r[1], *r[3].split("|")]) for r in rows(folder / "countries.tsv") if r[0] != "IN"]
    named += [(r[5], [r[4], *r[6].split("|")]) for r in rows(folder / "places.tsv") if r[2] != "IN"]
    named += [(r[2], [r[1], *r[3].split("|")]) for r in rows(folder / "people.tsv") if len(r) > 5 and r[5] != "IN"]
    named += [(r[4], [r[3], *r[5].split("|")]) for r in rows(folder / "organisations.tsv")]
    for latin, forms in named:
        for form in forms:
            yield from ((pair, NAME) for pair in parts(latin, form.lstrip("~")))


def is_learnt(word):
    return zlib.crc32(word.encode()) % 5 < 4


def counts_of(model, pairs, farthest):
    """Expected counts over all pairs; of two pronunciations the one that fits."""
    counts = collections.defaultdict(lambda: collections.defaultdict(float))
    said, likelihood, lost = [], 0.0, 0
    for form_units, sounds, weight in pairs:
        best = None
        for row in sounds:
            some = collections.defaultdict(lambda: collections.defaultdict(float))
            got = model.expect(form_units, row, weight, some)
            if got is not None and (best is None or got < best[0]):
                best = got, some, row
        if best is None or best[0] > farthest * (len(best[2]) + 1):
            lost += 1
            continue
        likelihood += best[0]
        said.append((best[2], weight))
        for unit, chunks in best[1].items():
            for chunk, n in chunks.items():
                counts[unit][chunk] += n
    return counts, said, likelihood / max(1, len(said)), lost


def learn(pairs, rounds=6):
    model = Model(first_guess, 2)
    for turn in range(rounds):
        counts, said, mean, lost = counts_of(model, pairs, FARTHEST if turn > 1 else NEVER)
        model.maximise(counts, STRENGTH)
        print(f"round {turn + 1}: {mean:.3f} nats a pair, {lost} of {len(pairs)} lost", file=sys.stderr)
    return counts, said


def family(symbol):
    """The units that contend for a sound at one place."""
    return "c" if symbol[0] in CONSONANTS else "n" if symbol in (ANUSVARA, VISARGA) else "a" if symbol == "a" else "v"


def cost_of(share):
    return max(0, min(WORST, round(-SCALE * math.log(max(share, 1e-9)))))


def heard_rows(counts, said):
    """Rows of units with sounds: the share of the unit among all that write the sounds, beside the commonest."""
    anywhere, there, every = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), collections.Counter()
    for row, weight in said:
        for size in (1, 2):
            for at in range(len(row) - size + 1):
                every[row[at:at + size]] += weight
    for (symbol, place), chunks in counts.items():
        for chunk, n in chunks.items():
            if chunk:
                anywhere[chunk][symbol] += n
                there[chunk, family(symbol), place][symbol] += n
    part = collections.Counter()
    for (symbol, place), chunks in counts.items():
        if family(symbol) == "v" and place not in "wy":
            part[place] += sum(chunks.values())
    for chunk, by_symbol in anywhere.items():
        # two sounds are mostly written one by one: the whole is all that has them
        most = max(by_symbol.values()) if len(chunk) == 1 else every[chunk] + STRENGTH
        for symbol, n in by_symbol.items():
            if n >= LEAST * len(chunk):
                yield symbol, "*", chunk, cost_of((n + 0.3) / (most + 0.3))
        for (other, kind, place), here in list(there.items()):
            if other != chunk or len(chunk) > 1:
                continue
            base = min(cost_of((n + 0.3) / (most + 0.3)) for s, n in by_symbol.items() if family(s) == kind)
            # of two letters (ટાઇમ) the first stands at another place, and is a rival all the same
            split = max(there[chunk, "v", "w"].values(), default=0.0) + max(there[chunk, "v", "y"].values(), default=0.0)
            whole = split * part[place] / sum(part.values()) if kind == "v" else 0.0
            drawn = {s: here.get(s, 0.0) + STRENGTH * n / most for s, n in by_symbol.items() if family(s) == kind}
            best = max(whole, *drawn.values())
            for symbol, n in drawn.items():
                general, own = cost_of((by_symbol[symbol] + 0.3) / (most + 0.3)), min(WORST, base + cost_of(n / best))
                if by_symbol[symbol] >= LEAST and abs(own - general) >= 5:
                    yield symbol, place, chunk, own


def silent_rows(counts):
    """Rows of units that stand for no sound: the inherent vowel at the end, where it is always silent, apart from elsewhere; how seldom they are silent, and, for consonants and vowel signs, how many else there are."""
    total, mute = collections.Counter(), collections.Counter()
    for (symbol, place), chunks in counts.items():
        if (symbol, place) != ("a", "f"):
            total[symbol] += sum(chunks.values())
            mute[symbol] += chunks.get("", 0.0)
    all_letters = sum(n for symbol, n in total.items() if symbol != "a")
    for symbol in sorted(total):
        extra = 0 if symbol in "a" + ANUSVARA or symbol in INDEPENDENT else 10 if symbol == "હ" else min(25, cost_of(total[symbol] / all_letters) // 2)
        share = (mute[symbol] + 0.02) / (total[symbol] + 1.0)
        general = min(WORST, cost_of(share) + extra)
        yield symbol, "*", "", general
        for (other, place), chunks in sorted(counts.items()):
            if other == symbol:
                n = sum(chunks.values())
                own = min(WORST, cost_of((chunks.get("", 0.0) + STRENGTH * share) / (n + STRENGTH)) + extra)
                if abs(own - general) >= 5:
                    yield symbol, place, "", own


def twins(found):
    """The rarer of two spellings of a sound costs little more than the other."""
    costs = {row[:3]: row[3] for row in found}
    for symbol, place, chunk, cost in found:
        for one, two in TWINS:
            other = two if symbol == one else one if symbol == two else None
            if other and chunk:
                key = other, place, chunk
                known = costs.get(key, costs.get((other, "*", chunk), WORST))
                costs[key] = min(known, cost + TWIN)
    return costs


def allowed(costs):
    """What is a way to write a sound by rule, however rarely the pairs have it."""
    for letter, sign in SAME.items():
        for (symbol, place, sounds), cost in list(costs.items()):
            if symbol == sign and sounds and sign != "a":
                key = letter, place, sounds
                costs[key] = min(costs.get(key, costs.get((letter, "*", sounds), WORST)), cost + APART)
                if place == "*":
                    # the first letter has no sign to contend with
                    costs.update({(letter, first, sounds): min(costs.get((letter, first, sounds), WORST), cost) for first in "iw"})
    for (symbol, place, sounds), cost in list(costs.items()):
        most = costs.get((SAME.get(symbol), "*", sounds), WORST)
        costs[symbol, place, sounds] = min(cost, most + APART) if symbol in SAME and sounds and place in "im" else cost
    for sound, symbols in LETTERS.items():
        for symbol in symbols:
            costs[symbol, "*", sound] = min(BY_LETTER, costs.get((symbol, "*", sound), WORST))
    for (symbol, sound), cost in WAYS.items():
        costs[symbol, "*", sound] = min(cost, costs.get((symbol, "*", sound), WORST))
    costs[ANUSVARA, "p", "m"] = min(WAYS[ANUSVARA, "n"], costs.get((ANUSVARA, "p", "m"), WORST))
    for (symbol, place, sound), cost in list(costs.items()):
        most = BY_LETTER if symbol in LETTERS.get(sound, "") else WAYS.get((symbol, sound), WORST)
        costs[symbol, place, sound] = min(cost, most)
    # at the end of a word it is no sound of English
    costs.update({(ANUSVARA, "f", sound): 40 for sound in "nN"})
    # nor is an inherent vowel heard there: pita is no પીટ
    costs.update({key: MUTE for symbol, place, sounds in list(costs) if symbol == "a" and sounds and (key := ("a", "f", sounds))})
    return [(*key, cost) for key, cost in costs.items()]


HEADER = """\
# How the sounds of English are written in Gujarati. Columns: unit, surrounding, sounds (- none), cost: -10 ln of the unit's share of
# what writes the sounds there, beside the share of the commonest. Made by generate/loans.py, not by hand; no words in it.
# Source: learnt from the project's own lists of English words and of names, and from counts of loans in news and in the Gujarati
# Wikipedia that an earlier table found; sounds: english_sounds.tsv (CMUdict). Licence: MIT.
# Units and surroundings as in romanise.tsv; sounds as in english_sounds.tsv.
"""


def main():
    sounds_path, english, folder, *mined = sys.argv[1:]
    sounds = {word: said.split(" ") for word, _, said in rows(sounds_path)}
    weights = {}
    for pair, weight in pairs_of(english, folder):
        weights[pair] = max(weight, weights.get(pair, 0.0))
    for word, form in (row[:2] for path in mined for row in rows(path)):
        weights[word, form] = max(weights.get((word, form), 0.0), MINED)
    pairs = [(units(form), sounds[word], weight) for (word, form), weight in sorted(weights.items()) if word in sounds and is_learnt(word) and form]
    counts, said = learn(pairs)
    print(HEADER, end="")
    out = allowed(twins([*heard_rows(counts, said), *silent_rows(counts)]))
    for symbol, place, chunk, cost in sorted(out, key=lambda r: (r[0], r[1] != "*", r[1], r[2])):
        print(symbol, place, chunk or "-", cost, sep="\t")


if __name__ == "__main__":
    main()
