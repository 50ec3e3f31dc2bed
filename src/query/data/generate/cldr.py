#!/usr/bin/env python3
"""The English words of CLDR with their Gujarati ones, for what our own list lacks.

    npm pack cldr-annotations-full@48.2.0 cldr-localenames-full@48.2.0 cldr-units-full@48.2.0 cldr-dates-full@48.2.0
    (each unpacked into a folder of its name under FOLDER)
    cldr.py FOLDER > ../cldr.tsv

Taken: short names of emoji and symbols, languages, units, months and weekdays, where the English side is one word and the
Gujarati one or two words in Gujarati letters. Left out: words of ../english.tsv, which are chosen for newspapers.
"""
import json, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent

# signs, heraldry and emoji that no newspaper writes about, and short names that mean something else in news
NOT_NEWS = set("""
abacus alembic ampersand amphora asterism austral because between biohazard blossom books caret chains chipmunk cityscape clamp
colon cruzeiro dango diaeresis divides dodo dove eggplant elf ellipsis ewe eyes fairy fondue footprints genie goblin hamsa houses
headstone hyacinth increment integral interrobang joker khanda lacrosse laptop leo lime locked locomotive lozenge mage maracas
mate memo menorah merman merperson microbe moai mouse nabla negation oden ogre om orca overline peanuts pill placard precedes
proportional pushpin ram ratio registered rosette sake sauropod scroll seal section seedling shortcake sled spesmilo sparkle
sparkles splatter succeeds superset tamale technologist therefore tilde trackball troll unlocked vampire won zzz beans boar bug
elevator hyphen necktie scale shield sparkler wrench copyright alien pie hole knot lungs grapes honeybee microphone melon coral
briefs bald candy jar link joystick goose gloves fireworks fingerprint minus plus multiply proportion infinity section locksmith
item part mole afar akan ido fang dizzy
""".split())


# languages beyond those with a code of two letters that a newspaper in India may name
LANGUAGES = set("awa bho brx doi fil gon hne kok mag mai mni mwr raj rhg sat tcy".split())
# units that are other things in news
NOT_UNITS = set("""arcminutes arcseconds atmospheres barrels bars beaufort centuries daltons dots drams dunams electronvolts fathoms
items jiggers kelvins knots moles parsecs permille permyriad picometers pinches pints radians teslas""".split())
SINGULARS = {"feet": "foot", "inches": "inch", "hertz": "hertz", "lux": "lux"}


def read(folder, path):
    found = sorted(folder.glob(path))
    return json.loads(found[0].read_text(encoding="utf-8")) if found else sys.exit(f"no {path} below {folder}")


def names(node, path=()):
    """The strings of a tree with where they stand."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from names(value, (*path, key))
    elif isinstance(node, list):
        for value in node:
            yield from names(value, path)
    elif isinstance(node, str):
        yield path, node


def pairs(folder):
    def both(path, take):
        english, gujarati = (dict(names(take(read(folder, path.format(language))))) for language in ("en", "gu"))
        yield from ((english[k], gujarati[k]) for k in english if k in gujarati)

    english, gujarati = (read(folder, f"**/annotations/{l}/annotations.json")["annotations"]["annotations"] for l in ("en", "gu"))
    for sign, texts in english.items():
        if sign in gujarati and "tts" in texts and "tts" in gujarati[sign]:
            yield texts["tts"][0], gujarati[sign]["tts"][0]
    def main(tree):
        return next(iter(tree["main"].values()))

    def languages(tree):
        named = main(tree)["localeDisplayNames"]["languages"]
        return {code: name for code, name in named.items() if len(code) == 2 or code in LANGUAGES}

    yield from both("**/main/{}/languages.json", languages)
    units = both("**/main/{}/units.json", lambda t: {k: v.get("displayName", {}) for k, v in main(t)["units"]["long"].items()})
    for english, gujarati in units:
        if english not in NOT_UNITS:
            yield SINGULARS.get(english, english.removesuffix("s")), gujarati
    for part in ("months", "days"):
        yield from both("**/main/{}/ca-gregorian.json", lambda t: main(t)["dates"]["calendars"]["gregorian"][part]["stand-alone"]["wide"])


def as_in_newspapers(gujarati):
    """Newspapers write no candra signs on e: બૅગ is બેગ, ઑફિસ is ઓફિસ."""
    return unicodedata.normalize("NFC", gujarati).translate(str.maketrans("ઍઑૅૉ", "એઓેો"))


def main():
    folder = pathlib.Path(sys.argv[1])
    own = {line.split("\t")[0] for line in (HERE.parent / "english.tsv").read_text(encoding="utf-8").splitlines()}
    own |= {line.split("\t")[0] for line in (HERE.parent / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()}
    rows = {}
    for english, gujarati in pairs(folder):
        english, gujarati = english.lower(), as_in_newspapers(gujarati)
        is_word = re.fullmatch(r"[a-z]{3,}", english) and re.fullmatch(r"[\u0a80-\u0aff]{2,}( [\u0a80-\u0aff]{2,})?", gujarati)
        singular = {english, english.removesuffix("s"), english.removesuffix("es")}
        if is_word and english not in NOT_NEWS and not singular & own:
            rows.setdefault(english, [])
            if gujarati not in rows[english]:
                rows[english].append(gujarati)
    print("# English words and their Gujarati ones from CLDR 48.2 (emoji, languages, units, dates), for what english.tsv lacks.")
    print("# Source: Unicode CLDR, made by generate/cldr.py. Licence: Unicode-3.0 (LICENSES/Unicode-3.0.txt).")
    print("# Columns: English word, lower case <TAB> Gujarati words, joined by |.")
    for english in sorted(rows):
        print(english, "|".join(rows[english]), sep="\t")


if __name__ == "__main__":
    main()
