"""English forms of addresses, days of birth and names of illnesses."""

from typing import Final

from relroute_tui.domain.detail_patterns import DetailWords
from relroute_tui.language.locale.en.dates import WORDS as DATES

_STREETS: Final = "|".join(
    (
        *("Street", "St", "Road", "Rd", "Lane", "Ln", "Avenue", "Ave", "Drive", "Dr", "Close"),
        *("Court", "Crescent", "Gardens", "Way", "Place", "Square", "Terrace", "Grove", "Hill"),
        *("Mews", "Row", "View", "Walk", "Boulevard", "Blvd", "Park", "Green", "Rise", "Quay"),
        *("Parade", "Paddock", "Cl", "Ct", "Cres", "Gdns"),
    )
)
_IN_SMALL_LETTERS: Final = "|".join(
    (
        *("street", "road", "lane", "avenue", "close", "drive", "crescent", "gardens", "terrace"),
        *("court", "grove", "place", "way", "boulevard", "rd", "ave", "ln", "cl", "st"),
        "dr(?! [A-Z])",
    )
)
_COUNTED: Final = "|".join(
    (
        *("minutes?", "hours?", "days?", "weeks?", "months?", "years?", "times?", "miles?", "km"),
        *("more", "other", "new", "good", "better", "best", "safe", "quiet", "small", "big"),
        *("long", "short", "different", "possible", "people", "children", "kids", "first"),
        *("whole", "nice", "and", "or", "in", "on", "at", "to", "by", "of", "for", "the", "a"),
        *("see", "it", "we", "he", "she", "they", "is", "was"),
    )
)
"""Words that show that the number before them is not that of a house."""

WORDS: Final = DetailWords(
    addresses=(
        r"\b[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[A-Z]{2}\b",
        r"\b[a-z]{1,2}\d[a-z\d]?[ \u00a0]{0,2}\d(?!st|nd|rd|th|am|pm|km|kg)[a-z]{2}\b",
        rf"\b\d{{1,5}}[a-zA-Z]?,? (?:[A-Z][\w'’.-]+ ){{1,3}}(?:{_STREETS})\b",
        rf"\b\d{{1,5}}[a-zA-Z]?,? (?:(?!(?:{_COUNTED}) )[a-z'’-]+ ){{1,2}}"
        rf"(?:{_IN_SMALL_LETTERS})\b",
        r"\b[Pp]\.?[Oo]\.? [Bb]ox \d{1,6}\b",
    ),
    born=(
        *("born", "date of birth", r"d\.?o\.?b\.?", "birth ?date", r"b\."),
        *("came into the world", "gave birth"),
    ),
    born_behind=("born", "date of birth", "birth date"),
    birthdays=("birthday",),
    months=(*DATES.months, *DATES.short_months, "sept"),
    diagnoses=(
        *(
            r"a\.?d\.?h\.?d",
            "ptsd",
            "autism",
            "autistic",
            "asperger'?s?",
            "borderline",
            "schizophreni[ac]",
        ),
        *("bipolar", "depression", "clinically depressed", "psychosis", "psychotic", "anorexia"),
        *("bulimia", "epilepsy", "diabetes", "diabetic", "hiv", "cancer", "dementia", "hepatitis"),
        *("dyslexia", "dyslexic", "dyscalculia", "learning disability", "fasd", "alcoholism"),
        *("asthma", "burn-?out", "addicted", "addiction", "alcoholic", "cerebral palsy"),
        *("intellectual disability", "multiple sclerosis", "muscular dystrophy", "brain injury"),
        *(
            "epileptic",
            r"dyspraxi[ac]",
            "leuka?emia",
            r"\w{3,}itis",
            r"parkinson(?:['’]s)?",
            "copd",
        ),
        *(r"alzheimer(?:['’]s)?", "cystic fibrosis", "sickle cell", "mutism", "ha?emophilia"),
        *("c(?:o)?eliac", "fibromyalgia", r"crohn['’]?s", "tics", "fragile x", r"\w+ tumou?r"),
        *("demand avoidance", r"\w{4,}phobia"),
        *(r"\w+ disorder", r"\w+ syndrome", "tourette'?s?", "narcissistic", "narcissism"),
    ),
    short_diagnoses=("ADD", "ASD", "ODD", "OCD", "FAS", "BPD", "DID", "DCD", "RAD", "TBI", "MS"),
    citizen_numbers=(
        *(r"n\.?h\.?s\.?(?: number)?", "ni(?:no| number)", "national insurance number"),
        *("social security number", "ssn"),
    ),
    at_signs=("at sign", "at-sign"),
    dots=("dot",),
    digits=(
        *("zero|oh|nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    ),
)
