#!/usr/bin/env python3
"""Writes how English words sound, with the letter that spells each vowel that is not clear in itself.

    english_sounds.py CMU/index.js SCOWL/ > ../english_sounds.tsv

CMU is the package cmu-pronouncing-dictionary of npm (CMUdict, BSD-2-Clause); SCOWL the folder usr/share/dict/scowl of Debian's
package scowl, asked only for how common a word is. Newspapers write a full vowel by its sound and a reduced one by its letter
(police, computer: the first vowels are the same sound), so that the letters are aligned with the sounds (expectation
maximisation, 0 to 4 letters a sound) and such a vowel has one symbol for each letter that spells it.
"""
import collections, math, pathlib, re, sys

LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
OTHER = 99
LONGEST = 4
PLAIN = {
    "B": "b", "CH": "c", "D": "d", "DH": "D", "F": "f", "G": "g", "HH": "h", "JH": "j", "K": "k", "L": "l", "M": "m", "N": "n",
    "NG": "N", "P": "p", "R": "r", "S": "s", "SH": "S", "T": "t", "TH": "T", "V": "v", "W": "w", "Y": "y", "Z": "z", "ZH": "Z",
    "AW": "H~", "AY": "I^", "EH": "e", "EY": "M%", "OW": "G", "OY": "B^", "UH": "U", "UW": "C",
}
# by the letter that spells it; the last is for any other
SPELLED = {
    "AA": {"o": "O", "": "A"},
    "AO": {"o": "o", "": "W"},
    "AH": {"a": "1", "e": "2", "i": "3", "o": "4", "u": "5", "": "6"},
    "AH1": {"o": "R", "": "u"},
    "ER": {"a": "7", "e": "E", "i": "8", "o": "9", "u": "0", "": "E"},
    "IH": {"i": "i", "e": "J", "a": "K", "": "L"},
    "IY": {"i": "P", "": "Y"},
    "Z": {"s": "x", "": "z"},
}
# what a consonant is spelled as before anything is learnt
USUAL = {
    "B": "b", "CH": "ct", "D": "d", "DH": "t", "F": "fp", "G": "g", "HH": "hw", "JH": "jgd", "K": "kcqx", "L": "l", "M": "m",
    "N": "nk", "NG": "n", "P": "p", "R": "rw", "S": "sc", "SH": "stc", "T": "t", "TH": "t", "V": "vf", "W": "wuo", "Y": "yui",
    "Z": "zsx", "ZH": "sgz", "ER": "eiouar",
}
VOWELS = set("aeiouy")


def pronunciations(path):
    """Words of a to z with their sounds, at most two each."""
    found = {}
    for word, sounds in re.findall(r'^\s+(?:"?)([^":\s]+)(?:"?): "([^"]*)"', path.read_text(), re.M):
        base = re.sub(r"\(\d+\)$", "", word)
        if re.fullmatch("[a-z]{2,}", base):
            row = tuple(sounds.split("#")[0].split())
            known = found.setdefault(base, [])
            if row not in known:
                known.append(row)
    return found


def levels(folder):
    """The lowest level of each word."""
    found = {}
    for level in reversed(LEVELS):
        for path in folder.glob(f"*.{level}"):
            kind = path.name.split("-")
            if "variant" in path.name or "abbreviations" in path.name or kind[-1].startswith("contractions"):
                continue
            for word in path.read_text(encoding="latin-1").split():
                found[word.lower()] = level
    return found


def first_guess(sound, letters):
    if not letters:
        return 0.001
    usual = USUAL.get(sound)
    fits = letters[0] in usual if usual else any(letter in VOWELS for letter in letters[:2])
    rest = sum((letter in VOWELS) == (usual is not None and sound != "ER") for letter in letters)
    return (1.0 if fits else 0.01) * 0.3 ** (len(letters) - 1) * 0.3 ** rest


class Aligner:
    """p(letters | sound), learnt from words."""

    def __init__(self):
        self.chances, self.guesses = None, {}

    def chance(self, sound, letters):
        if self.chances is not None:
            return self.chances[sound].get(letters, 0.0)
        key = sound, letters
        if key not in self.guesses:
            self.guesses[key] = first_guess(sound, letters)
        return self.guesses[key]

    def edges(self, sounds, word):
        n, m = len(sounds), len(word)
        for i, sound in enumerate(sounds):
            yield [
                (j, k, word[j:k], p)
                for j in range(max(0, m - LONGEST * (n - i)), min(m, LONGEST * i) + 1)
                for k in range(j, min(j + LONGEST, m) + 1)
                if (p := self.chance(sound, word[j:k])) > 0
            ]

    def learn(self, pairs):
        counts = collections.defaultdict(collections.Counter)
        for sounds, word in pairs:
            m, rows = len(word), list(self.edges(sounds, word))
            forward = [[0.0] * (m + 1) for _ in range(len(sounds) + 1)]
            forward[0][0] = 1.0
            for here, there, row in zip(forward, forward[1:], rows):
                for j, k, _, p in row:
                    there[k] += here[j] * p
            total = forward[-1][m]
            if total <= 0:
                continue
            backward = [0.0] * m + [1.0]
            for sound, here, row in zip(reversed(sounds), reversed(forward[:-1]), reversed(rows)):
                now = [0.0] * (m + 1)
                for j, k, letters, p in row:
                    share = p * backward[k]
                    now[j] += share
                    if here[j] * share > total * 1e-3:
                        counts[sound][letters] += here[j] * share / total
                backward = now
        self.chances = {
            sound: {letters: n / sum(some.values()) for letters, n in some.items() if n > 0.5} for sound, some in counts.items()
        }

    def best(self, sounds, word):
        """The letters of each sound; None where the word cannot be read so."""
        m = len(word)
        costs, back = {0: 0.0}, []
        for sound in sounds:
            known, there, came = self.chances.get(sound, {}), {}, {}
            for j, cost in costs.items():
                for k in range(j, min(j + LONGEST, m) + 1):
                    p = known.get(word[j:k], 0.0)
                    if p and cost - math.log(p) < there.get(k, math.inf):
                        there[k], came[k] = cost - math.log(p), j
            costs = there
            back.append(came)
        if m not in costs:
            return None
        out, k = [], m
        for came in reversed(back):
            out.append(word[came[k]:k])
            k = came[k]
        return out[::-1]


def symbols(sounds, spelled):
    """One symbol a sound; ER is a vowel and r, and an i that is left in the spelling alone has its own."""
    bare, out = [re.sub(r"\d", "", sound) for sound in sounds], []
    for at, (sound, letters) in enumerate(zip(sounds, spelled)):
        kind, vowel = bare[at], next((letter for letter in letters if letter in VOWELS), "").replace("y", "i")
        after = bare[at + 1:at + 3]
        if kind == "AE":
            # where British English has a long a: class, after, path, dance, plant, sample
            broad = after[:1] and after[0] in ("F", "S", "TH") or after[:1] == ["N"] and after[1:] and after[1] in ("S", "CH", "T")
            out.append("Q" if broad or after == ["M", "P"] else "a")
        elif kind == "NG":
            out.append("N" if after[:1] and after[0] in ("K", "G") else "N$")
        elif kind == "G" and after[:1] == ["Z"] and "x" in letters + spelled[at + 1]:
            out.append("k")
        elif kind == "Y" and letters[:1] == "i":
            out.append("!y")
        elif kind == "Z":
            out.append("x" if "s" in letters else "z")
        elif kind in SPELLED:
            rows = SPELLED["AH1" if kind == "AH" and sound[-1] != "0" else kind]
            # ia, io and ou are no letter of their own: nation, famous
            clear = not (kind == "AH" and (out[-1:] and out[-1] in "SZ" and vowel == "o" or len(set(letters) & VOWELS) > 1 and letters[-1:] != "e"))
            # the i of social is often written, that of nation never
            if out[-1:] and out[-1] in "SZc" and spelled[at - 1][-1:] == "i" and (kind, vowel) in (("AH", "a"), ("ER", "e")):
                out.append("!%")
            if kind == "ER" and after[:1] and after[0][0] in "AEIOU":
                rows = {**rows, "e": "@", "": "@"}
            out.append(rows.get(vowel, rows[""]) if clear or sound[-1] != "0" else rows[""])
            if kind == "ER":
                out.append("r")
            # area, clear
            elif kind == "IY" and after[:1] and after[0][0] in "AEIOU":
                out.append("%")
            elif kind in ("IY", "IH") and after[:1] == ["R"] and not (after[1:] and after[1][0] in "AEIOU"):
                out.append("%")
        elif kind == "UW" and at and bare[at - 1] in ("T", "D", "N", "S", "Z", "L", "JH", "CH") and letters.startswith(("u", "ew", "eu")):
            # where British English has a y: news, tube
            out.append("%C")
        else:
            out.append(PLAIN[kind])
    return "".join(out)


def chosen(word, rows):
    """The first pronunciation, and of the others the one farthest from it; mobile is said as in Britain."""
    first, *others = rows
    if re.search("[^aeiou]ile$", word) and first[-2:] in ("6l", "1l", "2l", "3l"):
        others = [first[:-2] + "I^l"]
    differs = lambda row: abs(len(row) - len(first)) * 2 + sum((a != b) * (2 if a in "IMGHCBPOAW" else 1) for a, b in zip(row, first))
    return [first, *sorted(others, key=differs, reverse=True)[:1]]


HEADER = """\
# How English words sound. Made by generate/english_sounds.py, not by hand.
# Source: CMUdict, Copyright (C) 1993-2015 Carnegie Mellon University, BSD-2-Clause (LICENSES/CMUdict.txt), through the npm
# package cmu-pronouncing-dictionary 3.0.0; levels: SCOWL, Copyright 2000-2011 Kevin Atkinson and others (LICENSES/SCOWL.txt).
# Columns: word <TAB> level of SCOWL, 10 the commonest to 70, 99 not in it (most are names) <TAB> sounds, one symbol a sound, at
# most two pronunciations with a space between.
# Consonants: b c=CH d D=DH f g h j=JH k l m n N=NG p r s S=SH t T=TH v w y z x=Z spelled s Z=ZH.
# Parts of a sound, each written or not: $=the g of NG, ^=the end of AY and OY, %=of EY and of IY before a
# vowel or a last r, and the y before a UW spelled u, ~=of AW.
# Vowels: O A=AA spelled o, else; a Q=AE, before f s th ns nt mp; R u=AH stressed spelled o, else; 1 2 3 4 5 6=AH unstressed spelled
# a e i o u, else; o W=AO spelled o, else; H=AW I=AY e=EH M=EY; 7 E 8 9 0=the vowel of ER spelled a e i o u, @=e before a vowel; i J K L=IH spelled i e
# a, else; P Y=IY spelled i, else; G=OW B=OY U=UH C=UW; !=i that is spelled and not said: social, union.
"""


def main():
    found, level = pronunciations(pathlib.Path(sys.argv[1])), levels(pathlib.Path(sys.argv[2]))
    bare = lambda sounds: [re.sub(r"\d", "", sound) for sound in sounds]
    common = sorted(word for word in found if level.get(word, OTHER) <= 40)[::2]
    pairs = [(bare(found[word][0]), word) for word in common]
    aligner = Aligner()
    for turn in range(6):
        aligner.learn(pairs[::2] if turn < 3 else pairs)
    print(HEADER, end="")
    lost = 0
    for word in sorted(found):
        rows = []
        for sounds in found[word]:
            spelled = aligner.best(bare(sounds), word)
            lost += spelled is None
            row = symbols(sounds, spelled or [""] * len(sounds))
            if row not in rows:
                rows.append(row)
        print(word, level.get(word, OTHER), " ".join(chosen(word, rows)), sep="\t")
    print(f"{len(found)} words, {lost} pronunciations without alignment", file=sys.stderr)


if __name__ == "__main__":
    main()
