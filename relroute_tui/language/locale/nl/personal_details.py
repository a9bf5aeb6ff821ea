"""Dutch forms of addresses, days of birth and names of illnesses."""

from typing import Final

from relroute_tui.domain.detail_patterns import DetailWords
from relroute_tui.language.locale.nl.dates import WORDS as DATES

_NO_HOUSES: Final = (
    *("uur", "uren", "keer", "km", "minuten", "weken", "dagen", "maanden", "jaar", "euro"),
    *("kinderen", "mensen"),
    *DATES.months,
)
"""Words for what a number counts where it is not that of a house."""
_NUMBER: Final = (
    r"(?: nr\.?| nummer| no\.)? \d{1,4}(?:[ -]?(?:[a-zA-Z]|hs|bis|[IV]{1,3}))?(?![\w:]|[.,]\d)"
    rf"(?! (?:{'|'.join(_NO_HOUSES)}))"
)
_BLANK: Final = "[ \u00a0]"
_TWO_LETTERS: Final = "we|en|te|je|al|er|na|de|ze|he|dr|st|km|ml|mg|kg|gr|cm|mm|gb|mb|kb|cc"
"""Pairs of letters that can follow a year or an amount and are not the end of a postcode."""
_DAYS: Final = "|".join(day.title() for day in DATES.days)
_ENDINGS: Final = "straat|laan|plein|gracht|kade|steeg|singel|dreef|plantsoen"
"""Endings of street names, also in small letters."""
_ENDINGS_OF_NAMES: Final = "|".join(
    (
        *("weg", "pad", "park", "hof", "dijk", "ring", "wal", "markt", "baan", "erf", "brink"),
        *("kamp", "veld", "hoek", "meent", "akker", "horst", "donk", "oord", "zicht", "sloot"),
        *("vaart", "haven", "poort", "burg", "berg", "dam", "sluis", "waard", "kreek", "weide"),
        *(
            "wei",
            "tuin",
            "stee",
            "bos",
            "woud",
            "heide",
            "kant",
            "end",
            "einde",
            "vliet",
            "wijk",
            "zoom",
        ),
    )
)
"""Endings of street names and of ordinary words: they count only in a word with a capital."""
_IN_SMALL_LETTERS: Final = "weg|pad|hof|dijk|park|wal|baan|markt|ring"
"""Endings among these that people also write in small letters."""
_ORDINARY: Final = "|".join(
    (
        *("onderweg", "voortweg", "snelweg", "uitweg", "voetpad", "fietspad", "zebrapad"),
        *("wandelpad", "gerechtshof", "voorhof", "kerkhof", "speelpark", "pretpark"),
        *("dierenpark", "vakantiepark", "attractiepark", "skatepark", "klimpark", "glijbaan"),
        *("tennisbaan", "ijsbaan", "bijbaan", "zijbaan", "autobaan", "skatebaan", "rolbaan"),
        *("supermarkt", "kerstmarkt", "rommelmarkt", "vrijmarkt", "arbeidsmarkt", "jaarmarkt"),
        *("weekmarkt", "oorring", r"\w*[aeiou]ring"),
    )
)
"""Words with such an ending that are no street."""
_BEGINNINGS: Final = "|".join(
    (
        *("Laan", "Plein", "Weg", "Hof", "Kade", "Burgemeester", r"Burg\.", "Prins", "Prinses"),
        *("Koningin", "Dokter", r"Dr\.", "Pastoor", "Professor", r"Prof\.", "Sint", r"St\."),
        *("Oude", "Nieuwe", "Lange", "Korte", "Grote", "Kleine"),
    )
)

WORDS: Final = DetailWords(
    addresses=(
        rf"(?<!\bin )\b[1-9]\d{{3}}{_BLANK}{{0,2}}-?(?!SA|SD|SS)[A-Z]{{2}}\b",
        r"\b(?:[Pp]ostbus|[Aa]ntwoordnummer) \d{1,5}\b",
        rf"\b[A-Z][\w'’-]+str\.?{_NUMBER}",
        rf"(?<!\w)(?:De|Het|'t|Achter|Op)(?: de| het)? (?!{_DAYS})[A-Z][a-z]+"
        r" \d{1,3}(?!\w|[:.,]\d)",
        rf"\b(?:Brink|Markt|Singel|Kade|Dijk|Haven|Dam){_NUMBER}",
        rf"\b(?!(?:{_ORDINARY})\b)[a-z]{{3,}}(?:{_IN_SMALL_LETTERS}){_NUMBER}",
        rf"\b[1-9]\d{{3}}(?!{_TWO_LETTERS})-?[a-eghj-npr-tv-xz]{{2}}\b",
        rf"(?<!\bin )\b[1-9]\d{{3}}{_BLANK}{{1,2}}(?!{_TWO_LETTERS})[a-eghj-npr-tv-xz]{{2}}\b",
        rf"\b(?i:[\w'’-]{{2,}}(?:{_ENDINGS})){_NUMBER}",
        rf"\b[A-Z][\w'’-]+(?:{_ENDINGS_OF_NAMES}){_NUMBER}",
        rf"\b(?:{_BEGINNINGS})(?: [\w.'’-]+){{1,4}}?{_NUMBER}",
    ),
    born=(
        *("geboren", "geboortedatum", "geboortedag", r"geb\.?", r"geb\.? ?dat(?:um|\.)?"),
        *("bevallen", "°"),
    ),
    born_behind=("geboren", "ter wereld"),
    birthdays=("verjaardag", "jarig", r"\*(?=\d)"),
    months=(*DATES.months, *DATES.short_months, "sept"),
    diagnoses=(
        *(r"a\.?d\.?h\.?d", r"ad\(h\)d", "ptss", "pdd-?nos", "autisme", r"autist\w*", "asperger"),
        *("borderline", "schizofrenie", r"schizofreen\w*", r"bipolair\w*", r"depressie\w*"),
        *("depressief", "psychose", "psychoses", r"psychotisch\w*", r"\w*stoornis(?:sen)?"),
        *("anorexia", "boulimia", "epilepsie", "epileptisch", "diabetes", r"hiv(?:-\w+)?"),
        *(r"\w*kanker", r"\w+tumor", "leukemie", "dementie", r"\w{3,}itis", "dyslexie"),
        *(r"dyslectisch\w*", "dyscalculie", r"\w*syndroom", r"(?:syndroom|ziekte) van \w+", "fasd"),
        *("verstandelijke beperking", "verstandelijk beperkt", "zwakbegaafd", "tourette"),
        *("narcisme", r"narcistisch\w*", "astma", "suikerziekte", "burn-?out", "hersenletsel"),
        *("multiple sclerose", r"\w*versla(?:ving|afd|afde)", r"alcoholist\w*", "parkinson"),
        *("alzheimer", "taaislijmziekte", r"sikkelcel\w*", "obesitas", "mutisme", "copd"),
        *("hemofilie", "coeliakie", "fibromyalgie", "reuma", "cerebrale parese", "fragiele x"),
        *(r"\w{4,}fobie",),
    ),
    short_diagnoses=(
        *("ADD", "ASS", "ODD", "OCD", "OCS", "FAS", "LVB", "CVS", "NAH", "DCD", "TOS", "DIS", "MS"),
    ),
    citizen_numbers=(
        *(r"b\.?s\.?n\.?", "burgerservicenummer", "burger service nummer", "sofinummer"),
        *("rijksregisternummer", "rrn", "insz", "pesel", "kimlik"),
    ),
    at_signs=("apenstaartje", "apestaartje", "apenstaart", "apestaart"),
    dots=("punt",),
    digits=(
        *("nul", "[eé][eé]n", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    ),
)
