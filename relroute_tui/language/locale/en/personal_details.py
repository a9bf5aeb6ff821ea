"""How addresses, days of birth and names of illnesses are written in English."""

from typing import Final

from relroute_tui.domain.personal_details import DetailWords
from relroute_tui.language.locale.en.dates import WORDS as DATES

_STREETS: Final = "|".join(
    (
        *("Street", "St", "Road", "Rd", "Lane", "Ln", "Avenue", "Ave", "Drive", "Dr", "Close"),
        *("Court", "Crescent", "Gardens", "Way", "Place", "Square", "Terrace", "Grove", "Hill"),
        *("Mews", "Row", "View", "Walk", "Boulevard", "Blvd", "Park", "Green", "Rise", "Quay"),
        "Parade",
    )
)

WORDS: Final = DetailWords(
    addresses=(
        r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
        rf"\b\d{{1,5}}[a-zA-Z]?,? (?:[A-Z][\w'’.-]+ ){{1,3}}(?:{_STREETS})\b",
        r"\b\d{1,5}[a-z]?,? (?:[a-z'’-]+ ){1,2}(?:street|road|avenue|crescent|boulevard)\b",
    ),
    born=("born", "date of birth", r"d\.?o\.?b\.?", "birth ?date"),
    months=(*DATES.months, *DATES.short_months, "sept"),
    diagnoses=(
        *("adhd", "ptsd", "autism", "autistic", "asperger'?s?", "borderline", "schizophreni[ac]"),
        *("bipolar", "depression", "clinically depressed", "psychosis", "psychotic", "anorexia"),
        *("bulimia", "epilepsy", "diabetes", "diabetic", "hiv", "cancer", "dementia", "hepatitis"),
        *("dyslexia", "dyslexic", "dyscalculia", "learning disability", "fasd", "alcoholism"),
        *(r"\w+ disorder", r"\w+ syndrome", "tourette'?s?", "narcissistic", "narcissism"),
    ),
    short_diagnoses=("ADD", "ASD", "ODD", "OCD", "FAS", "BPD", "DID", "DCD", "RAD", "TBI"),
    citizen_numbers=(
        *("nhs(?: number)?", "ni(?:no| number)", "national insurance number"),
        *("social security number", "ssn"),
    ),
)
