"""How addresses, days of birth and names of illnesses are written in Dutch."""

from typing import Final

from relroute_tui.domain.personal_details import DetailWords
from relroute_tui.language.locale.nl.dates import WORDS as DATES

_NO_HOUSES: Final = (
    *("uur", "uren", "keer", "km", "minuten", "weken", "dagen", "maanden", "jaar", "euro"),
    *("kinderen", "mensen"),
    *DATES.months,
)
"""What a number counts that is not that of a house."""
_NUMBER: Final = (
    r"(?: nr\.?| nummer| no\.)? \d{1,4}(?:[ -]?(?:[a-zA-Z]|hs|bis|[IV]{1,3}))?(?![\w:]|[.,]\d)"
    rf"(?! (?:{'|'.join(_NO_HOUSES)}))"
)
_ENDINGS: Final = "straat|laan|plein|gracht|kade|steeg|singel|dreef|plantsoen"
"""Of the names of streets, also in small letters."""
_ENDINGS_OF_NAMES: Final = "|".join(
    (
        *("weg", "pad", "park", "hof", "dijk", "ring", "wal", "markt", "baan", "erf", "brink"),
        *("kamp", "veld", "hoek", "meent", "akker", "horst", "donk", "oord", "zicht", "sloot"),
        *("vaart", "haven", "poort", "burg", "berg", "dam", "sluis", "waard", "kreek", "weide"),
        *("wei", "tuin", "stee", "bos", "woud", "heide", "kant", "end", "einde", "vliet", "wijk"),
    )
)
"""Of the names of streets, and of ordinary words: only where the word has a capital."""
_IN_SMALL_LETTERS: Final = "weg|pad|hof|dijk|park|wal|baan|markt|ring"
"""Those that people write so as well."""
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
        r"(?<!\bin )\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b",
        r"\b[Pp]ostbus \d{1,5}\b",
        rf"\b[A-Z][\w'’-]+str\.{_NUMBER}",
        rf"\b(?!(?:{_ORDINARY})\b)[a-z]{{3,}}(?:{_IN_SMALL_LETTERS}){_NUMBER}",
        r"\b[1-9]\d{3}(?!km|ml|mg|kg|gr|cm|mm|gb|mb|kb|en|er)[a-z]{2}\b",
        rf"\b(?i:[\w'’-]{{2,}}(?:{_ENDINGS})){_NUMBER}",
        rf"\b[A-Z][\w'’-]+(?:{_ENDINGS_OF_NAMES}){_NUMBER}",
        rf"\b(?:{_BEGINNINGS})(?: [\w.'’-]+){{1,4}}?{_NUMBER}",
    ),
    born=("geboren", "geboortedatum", "geboortedag", r"geb\.?", r"geb\.? ?dat(?:um|\.)?"),
    born_behind=("geboren",),
    months=(*DATES.months, *DATES.short_months, "sept"),
    diagnoses=(
        *("adhd", "ptss", "pdd-nos", "autisme", r"autistisch\w*", "asperger", "borderline"),
        *("schizofrenie", r"schizofreen\w*", r"bipolair\w*", r"depressie\w*", "depressief"),
        *("psychose", "psychoses", r"psychotisch\w*", r"\w*stoornis(?:sen)?", "anorexia"),
        *("boulimia", "epilepsie", "diabetes", "hiv", "kanker", "dementie", "hepatitis"),
        *("dyslexie", "dyscalculie", "foetaal alcoholsyndroom", "downsyndroom", "fasd"),
        *(r"syndroom van \w+", "verstandelijke beperking", "verstandelijk beperkt"),
        *("zwakbegaafd", "tourette", "narcisme", r"narcistisch\w*", "astma", "suikerziekte"),
        *("burn-?out", "multiple sclerose", r"\w*versla(?:ving|afd|afde)", r"alcoholist\w*"),
    ),
    short_diagnoses=(
        *("ADD", "ASS", "ODD", "OCD", "OCS", "FAS", "LVB", "CVS", "NAH", "DCD", "TOS", "DIS"),
    ),
    citizen_numbers=("bsn", "burgerservicenummer", "burger service nummer", "sofinummer"),
    at_signs=("apenstaartje", "apestaartje", "apenstaart", "apestaart"),
    dots=("punt",),
)
