"""The words of notes in Dutch."""

from typing import Final

from relroute_tui.domain.agreement import Category, Detail
from relroute_tui.domain.vocabulary import Vocabulary

WORDS: Final = Vocabulary(
    details={
        Detail.WHEN: ("wanneer", "hoe vaak", "wanneer of hoe vaak", "wanneer en hoe vaak"),
        Detail.IF_NOT: (
            *("lukt het niet", "als het niet lukt", "als het toch niet lukt"),
            *("lukt het toch niet", "als dat niet lukt", "lukt dat niet", "als het niet gaat"),
            *("gaat het niet", "zo niet", "indien niet", "als het niet werkt", "werkt het niet"),
            "anders",
        ),
        Detail.DECIDES: (
            *("wie beslist", "wie beslist hierover", "wie beslist erover", "wie besluit"),
            *("wie zegt ja", "wie geeft toestemming"),
        ),
        Detail.PAYS: ("wie betaalt", "wie betaalt het", "wie betaalt dat", "wie betaalt wat"),
        Detail.TOLD: (
            *("wie hoort het", "wie hoort dit", "wie hoort ervan", "wie moet het weten"),
            "aan wie vertellen we het",
        ),
    },
    both="en",
    either=("en/of", "of"),
    date_format="{day}-{month}-{year:04}",
    hashtags={
        Category.CONTACT: "contact",
        Category.CALLING: "bellen",
        Category.PHOTOS: "fotos",
        Category.UPDATES: "nieuws",
        Category.SCHOOL: "school",
        Category.HEALTH: "gezondheid",
        Category.APPEARANCE: "uiterlijk",
        Category.ROUTINES: "regels",
        Category.HOLIDAYS: "feestdagen",
        Category.FAITH: "geloof",
        Category.MONEY: "geld",
        Category.LEISURE: "vrijetijd",
        Category.SUPPORT: "steun",
        Category.TENSION: "spanning",
        Category.TELLING: "vertellen",
        Category.PAPERS: "papieren",
        Category.CARE: "oppas",
        Category.SAFETY: "veiligheid",
        Category.OTHER: "overig",
    },
    times=(
        r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s|avond|middag|ochtend)?",
        r"(?:elke|iedere|elk|ieder|om de|volgende|eerste|laatste)\s+\w+",
        r"dagelijks|wekelijks|maandelijks|vandaag|morgen|overmorgen|vanavond|straks",
        r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        r"(?:\d+|een|één|twee|drie|vier)\s*(?:x|keer)?\s*per\s+\w+",
        r"(?:voor|vóór|na|tijdens|uiterlijk|vanaf|tot|binnen|over)\s+"
        r"(?:het|de|een|elk|ieder|\d+)\s*\w+",
        r"om\s+\d{1,2}(?:[.:]\d\d)?",
    ),
    openings=("en", "maar"),
)
