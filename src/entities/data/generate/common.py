"""What countries.py and places.py share: reading the hand-made lists, writing the tables."""
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent
KIND_OF_PREFIX = {"*": "capital", "%": "state", "~": "region", "!": "city"}
SECTION = re.compile(r"\[(\w+) (\S+) (\S+)\]$")
GUJARATI = re.compile("[\u0a80-\u0aff]")


def nfc(text):
    """NFC, single blanks, no invisible characters, and one letter for a vowel written as અ and a sign."""
    text = re.sub("[\u200b-\u200d\ufeff]", "", unicodedata.normalize("NFC", text))
    for two, one in (("અા", "આ"), ("અે", "એ"), ("અૈ", "ઐ"), ("અો", "ઓ"), ("અૌ", "ઔ"), ("અૅ", "ઍ"), ("અૉ", "ઑ")):
        text = text.replace(two, one)
    return " ".join(text.split())


def plain(text):
    """Letters without marks, lower case: 'São Tomé' and 'Sao Tome' are one."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().strip()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def hand_made_places():
    """The rows of places_india.txt and places_world.txt as dicts, in file order."""
    for name in ("places_india.txt", "places_world.txt"):
        section = None
        for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            match = SECTION.match(line)
            if match:
                section = ["" if part == "-" else part for part in match.groups()]
                continue
            fields = line.split("|")
            if section is None or not 3 <= len(fields) <= 4:
                raise SystemExit(f"{name}:{number}: {line!r} is not En{{id}}|gu|other,other|parent")
            kind, country, parent = section
            english = fields[0]
            if english[0] in KIND_OF_PREFIX:
                kind, english = KIND_OF_PREFIX[english[0]], english[1:]
            match = re.match(r"(.*)\{([a-z0-9-]+)\}$", english)
            english, ident = match.groups() if match else (english, slug(english))
            yield {
                "id": ident, "kind": kind, "country": country,
                "parent": fields[3] if len(fields) == 4 and fields[3] else parent,
                "gu": nfc(fields[1]), "en": nfc(english),
                "other": [nfc(f) for f in fields[2].split(",") if f.strip()],
            }


def unique(names, but=()):
    """The names in order, each once, without those of `but`."""
    seen, out = set(but), []
    for name in map(nfc, names):
        if name and name not in seen:
            seen.add(name)
            out.append(name)
    return out


def write(name, header, rows):
    rows = sorted(rows, key=lambda row: row[0])
    for row in rows:
        if any("\t" in field or "\n" in field for field in row):
            raise SystemExit(f"{name}: a tab or line break in {row}")
    text = "".join(f"# {line}\n" for line in header) + "".join("\t".join(row) + "\n" for row in rows)
    (DATA / name).write_text(unicodedata.normalize("NFC", text), encoding="utf-8", newline="\n")
    print(f"{name}: {len(rows)} rows")
