"""Dutch expressions of time and frequency, as parts of regular expressions."""

from typing import Final

_DAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s|avond|middag|ochtend|nacht)?"
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_COUNT = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf)"
_SPAN = r"(?:minuten|uur|dag(?:en)?|nacht(?:en)?|we(?:ek|ken)|weekend(?:en)?|maand(?:en)?|jaar)"
OFTEN: Final = "|".join(
    (
        r"(?:elke|iedere|elk|ieder|alle)\s+"
        rf"(?:(?:eerste|tweede|derde|laatste|andere|even|oneven|{_COUNT})\s+)?"
        rf"(?:{_DAY}|{_SPAN}|(?:zater|zon)?\w*(?:ochtend|middag|avond|vakantie|bezoek|les|schooldag))",
        rf"om\s+(?:de|het)\s+(?:{_COUNT}\s+)?(?:andere\s+)?(?:{_DAY}|{_SPAN})",
        rf"per\s+(?:{_SPAN}|bezoek|schooljaar|vakantie|kwartaal)",
        r"(?:twee)?(?:dage|weke|maande|jaar)lijks",
        r"(?:maan|dins|woens|donder|vrij|zater|zon)dagen",
    )
)
DATES: Final = rf"\d{{1,2}}\s+{_MONTH}|\d{{1,2}}-\d{{1,2}}(?:-\d{{2,4}})?"
TIME: Final = "|".join(
    (
        OFTEN,
        _DAY,
        r"tussen\s+\d+\s+en\s+\d+",
        r"vandaag|morgen|overmorgen|vanavond|vanmiddag|vanochtend|vannacht|doordeweeks",
        DATES,
        rf"(?:in|vanaf|vóór|voor|tot|na|eind|begin|half)\s+{_MONTH}",
        r"\d{1,2}[.:]\d\d|om\s+\d{1,2}\s*uur",
        rf"(?:binnen|over|uiterlijk|na|vóór|voor)\s+{_COUNT}\s+{_SPAN}",
        rf"{_COUNT}\s+{_SPAN}\s+(?:van\s+tevoren|ervoor|tevoren|later|erna)",
        r"(?:dezelfde|diezelfde|de\s+volgende|volgende|deze)\s+"
        r"(?:dag|avond|ochtend|middag|week|maand|school)",
        r"(?:na|voor|vóór)\s+(?:het\s+)?(?:eten|avondeten|ontbijt|slapen|werk|school)",
        r"(?:in|tijdens|voor|vóór|na|vanaf|tot|met)\s+(?:de\s+)?"
        r"(?:\w*vakantie|(?:suiker|offer)feest|kerst(?:mis)?|pasen)",
    )
)
