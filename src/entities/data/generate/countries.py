#!/usr/bin/env python3
"""Makes countries.tsv out of CLDR (babel), ISO 3166-1 (pycountry) and the Gujarati translations of Debian's
iso-codes. Needs: pip install babel pycountry; apt-get install iso-codes."""
import gettext
import re
import unicodedata

import pycountry
from babel import Locale

from common import hand_made_places, nfc, unique, write

HEADER = [
    "Countries and territories of the gazetteer. Made by generate/countries.py, not by hand; aliases: country_aliases.tsv.",
    "Names: CLDR (Unicode License v3, through babel), ISO 3166-1 by pycountry and Debian iso-codes (LGPL-2.1+, facts only);",
    "the first Gujarati name is the one of newspapers, read by a person.",
    "Columns: id (ISO 3166 alpha-2, XK and SU besides), Gujarati name, English name, other Gujarati names,",
    "other English names (common, official, alpha-3), place id of the capital.",
]

# Where newspapers write another name than CLDR.
GUJARATI_NAME = dict(line.split(None, 1) for line in """
AD એન્ડોરા
AE યુએઈ
AG એન્ટિગુઆ અને બાર્બુડા
AI એંગ્વિલા
AR આર્જેન્ટિના
AT ઓસ્ટ્રિયા
AU ઓસ્ટ્રેલિયા
AX આલેન્ડ ટાપુઓ
BE બેલ્જિયમ
BH બહેરીન
BL સેન્ટ બાર્થેલેમી
BN બ્રુનેઈ
BQ કેરેબિયન નેધરલેન્ડ્સ
BV બૌવે ટાપુ
BW બોત્સવાના
CC કોકોસ ટાપુઓ
CD ડેમોક્રેટિક રિપબ્લિક ઓફ કોંગો
CG રિપબ્લિક ઓફ કોંગો
CH સ્વિટ્ઝર્લેન્ડ
CI આઈવરી કોસ્ટ
CK કૂક ટાપુઓ
CM કેમેરૂન
CO કોલંબિયા
CV કેપ વર્ડે
CW કુરાસાઓ
CX ક્રિસમસ ટાપુ
CZ ચેક રિપબ્લિક
DJ જિબૂટી
EC ઇક્વાડોર
EH પશ્ચિમ સહારા
FJ ફિજી
FK ફોકલેન્ડ ટાપુઓ
FO ફેરો ટાપુઓ
FR ફ્રાન્સ
GB બ્રિટન
GF ફ્રેન્ચ ગયાના
GG ગર્નસી
GI જિબ્રાલ્ટર
GS દક્ષિણ જ્યોર્જિયા અને દક્ષિણ સેન્ડવિચ ટાપુઓ
GU ગુઆમ
HK હોંગકોંગ
HM હર્ડ અને મેકડોનાલ્ડ ટાપુઓ
HN હોન્ડુરાસ
HT હૈતી
IL ઈઝરાયેલ
IM આઇલ ઓફ મેન
IO બ્રિટિશ હિંદ મહાસાગર ક્ષેત્ર
IQ ઈરાક
KG કિર્ગિસ્તાન
KI કિરિબાતી
KM કોમોરોસ
KN સેન્ટ કિટ્સ અને નેવિસ
KY કેમેન ટાપુઓ
LC સેન્ટ લુસિયા
LI લિક્ટેન્સ્ટાઇન
LV લાતવિયા
MD મોલ્ડોવા
ME મોન્ટેનેગ્રો
MF સેન્ટ માર્ટિન
MH માર્શલ ટાપુઓ
MM મ્યાનમાર
MO મકાઉ
MP ઉત્તર મારિયાના ટાપુઓ
MQ માર્ટિનિક
MR મોરિટાનિયા
MS મોન્ટસેરાટ
MV માલદીવ
NC ન્યુ કેલેડોનિયા
NF નોરફોક ટાપુ
NO નોર્વે
NU નિયુ
NZ ન્યૂઝીલેન્ડ
PF ફ્રેન્ચ પોલિનેશિયા
PH ફિલિપાઇન્સ
PL પોલેન્ડ
PM સેન્ટ પિયરે અને મિકેલોન
PN પિટકેર્ન ટાપુઓ
PR પ્યુર્ટો રિકો
PS પેલેસ્ટાઇન
RW રવાન્ડા
SB સોલોમન ટાપુઓ
SG સિંગાપોર
SH સેન્ટ હેલેના
SJ સ્વાલબાર્ડ અને જાન માયેન
SL સિએરા લિયોન
SM સાન મેરિનો
ST સાઓ ટોમે અને પ્રિન્સિપે
SV અલ સાલ્વાડોર
SX સિન્ટ માર્ટેન
SZ એસ્વાટિની
TC ટર્ક્સ અને કેકોસ ટાપુઓ
TF ફ્રેન્ચ સધર્ન ટેરિટરીઝ
TH થાઈલેન્ડ
TR તુર્કી
TT ત્રિનિદાદ અને ટોબેગો
TZ ટાન્ઝાનિયા
UG યુગાન્ડા
UM યુએસ માઇનર આઉટલાઇંગ આઇલેન્ડ્સ
US અમેરિકા
UZ ઉઝબેકિસ્તાન
VC સેન્ટ વિન્સેન્ટ અને ગ્રેનેડાઇન્સ
VG બ્રિટિશ વર્જિન ટાપુઓ
VI યુએસ વર્જિન ટાપુઓ
WF વોલિસ અને ફુટુના
YT મેયોટ
""".strip().splitlines())
# Where English newspapers write another name than CLDR.
ENGLISH_NAME = {
    "CD": "DR Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast", "CZ": "Czech Republic", "GB": "United Kingdom",
    "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macau", "PS": "Palestine", "TR": "Turkey", "US": "United States",
}
# Entities without an ISO 3166-1 entry: Gujarati, English, other Gujarati, other English.
OWN = {
    "SU": ("સોવિયેત સંઘ", "Soviet Union", [], ["Union of Soviet Socialist Republics", "USSR"]),
    "XK": ("કોસોવો", "Kosovo", [], ["Republic of Kosovo", "XKX"]),
}
# Gujarati names of the sources that are mistaken or another country's (read one by one).
MISTAKEN = {
    "AG": {"ઍન્ટિગુઆ અને બર્મુડા"}, "GM": {"રીપબ્લિક ઓફ ઝાંબિયા"}, "MK": {"ન્યુ કેલેડોનિયા", "રીપબ્લિક ઓફ લિથુઆનીઆ"},
    "NC": {"ન્યુ સેલેડોનિયા"}, "PG": {"ઇન્ડિપેન્ડન્ટ સ્ટેટ ઓફ સામોઆ"}, "SO": {"રીપબ્લિક ઓફ જર્મની"},
    "SZ": {"કિંગડમ ઓફ સ્પેન"}, "LV": {"રીપબ્લિક ઓફ"}, "CG": {"કોન્ગો"}, "VE": {"બોલિવિયન રીપબ્લિક ઑફ વેનેઝુએલા", "બોલિવિયન રીપબ્લિક ઓફ વેનેઝુએલા"},
    "BO": {"બોલિવિઆ નું પ્લુરિનશ્નલ રાજ્ય"}, "HM": {"હેર્ડ ટાપુઓ અને મેકડોનાલ્ડ ટાપુઓ"}, "PN": {"પીટેકેર્ન"},
    "IE": {"આયરલેન્ડ ગણરાજ્ય"},
    "GP": {"ગ્ડેલોપે"}, "MR": {"મોરિશિઆના", "ઇસ્લામિક રીપબ્લિક ઓફ મોરિશિઆના"}, "FM": {"ફેડરસ સ્ટેટ્સ ઓફ માઇક્રોનેશિયા"},
    "GQ": {"ઇક્વોરીઅલ ગુએના", "રીપબ્લિક ઓફ ઇક્વોરીઅલ ગુએના"}, "RW": {"રવાન્ડેસે રીપબ્લિક"},
    "GE": {"જર્યોજિયા"}, "GS": {"દક્ષિણ જર્યોજીયા અને દક્ષિણ સેન્ડવિચ ટાપુઓ"},
    "HK": {"હોંગ કોંગ સ્પેશિયન એડમિનિસ્ટ્રેટિવ રીજીઅન ઓફ ચાઇના"}, "JO": {"હાશ્મીતે કિંગડમ ઓફ જોર્ડન"},
    "TF": {"ફ્રેન્ચ સર્થન ટેરિટરીસ"}, "IM": {"આઇસ્લે ઓફ મેન"}, "CH": {"સ્વિસ કોન્ફેડેરસન"}, "CZ": {"ચેઝ રીપબ્લિક"},
    "KG": {"કિર્ગ રીપબ્લિક"}, "DE": {"રીપબ્લિક ઓફ જર્મની"},
}
# English names of ISO 3166 that two countries bear; country_aliases.tsv has them as `context`.
AMBIGUOUS = {"CG": "Congo"}


def unmarked(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def comma_turned(name):
    """'Korea, Republic of' is 'Republic of Korea'; names with brackets or lists have no good form."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    head, comma, tail = name.partition(", ")
    if not comma:
        return name
    if "," in tail or not re.search(r"(of|of the|ઓફ|ઑફ)$", tail):
        return ""
    return f"{tail} {head}"


def main():
    gujarati, english = Locale("gu").territories, Locale("en").territories
    translation = gettext.translation("iso_3166-1", "/usr/share/locale", ["gu"])
    capital = {row["country"]: row["id"] for row in hand_made_places() if row["kind"] == "capital"}
    rows = []

    def translated(name):
        return nfc(translation.gettext(name)) if name and translation.gettext(name) != name else ""

    for country in pycountry.countries:
        ident = country.alpha_2
        official = getattr(country, "official_name", "")
        first = nfc(GUJARATI_NAME.get(ident, gujarati[ident]))
        cldr = re.sub(r"\s*\(.*\)| SAR ચીન", "", nfc(gujarati[ident]))
        others = [cldr, comma_turned(translated(country.name)), comma_turned(translated(official))]
        others = [name for name in others if name not in MISTAKEN.get(ident, ()) and "," not in name]
        cldr_english = re.sub(r" SAR China| \(.*\)", "", english[ident]).replace("’", "'")
        name = ENGLISH_NAME.get(ident, cldr_english.replace("&", "and"))
        other_english = [
            cldr_english, getattr(country, "common_name", ""), comma_turned(country.name), comma_turned(official),
        ]
        if "Saint" in country.name:
            other_english.insert(1, cldr_english.replace("St.", "Saint"))
        other_english = [re.sub("^[Tt]he ", "", other) for other in other_english if other != AMBIGUOUS.get(ident)]
        # Without marks too: Curaçao, Curacao.
        other_english += [unmarked(other) for other in (name, *other_english) if other]
        rows.append((ident, first, nfc(name), "|".join(unique(others, [first])),
                     "|".join(unique([*other_english, country.alpha_3], [nfc(name)])), capital.get(ident, "")))
    for ident, (first, name, others, other_english) in OWN.items():
        rows.append((ident, nfc(first), name, "|".join(unique(others, [first])), "|".join(other_english),
                     capital.get(ident, "")))
    write("countries.tsv", HEADER, rows)


if __name__ == "__main__":
    main()
