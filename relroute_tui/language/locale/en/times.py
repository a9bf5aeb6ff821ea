"""English expressions of time and frequency, as parts of regular expressions."""

from typing import Final

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve)"
_SPAN = r"(?:minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?)"
OFTEN: Final = "|".join(
    (
        rf"(?:every|each)\s+(?:(?:first|second|third|last|other|{_COUNT})\s+)?"
        rf"(?:school\s+)?(?:{_DAY}|{_SPAN}|mornings?|afternoons?|evenings?|visit|holiday|lesson|term)",
        rf"(?:once|twice|{_COUNT}\s+times)\s+(?:an?|every|each|per)\s+{_SPAN}",
        rf"per\s+(?:{_SPAN}|visit|term)",
        r"(?:one|two|three|four|five|\d+)\s+\w+\s+an?\s+(?:day|week|month|year)",
        rf"(?:first|second|third|last)\s+{_DAY}\s+of",
        r"daily|weekly|fortnightly|monthly|yearly",
        r"on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days|on\s+school\s+days",
    )
)
DATES: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+(?:the\s+)?\d{{1,2}}"
    r"|\d{1,2}-\d{1,2}(?:-\d{2,4})?|\d{4}-\d\d-\d\d"
)
TIME: Final = "|".join(
    (
        OFTEN,
        _DAY,
        r"between\s+\d+\s+and\s+\d+",
        r"today|tomorrow|tonight|this\s+(?:morning|afternoon|evening|week)",
        DATES,
        rf"(?:in|by|before|after|until|from)\s+{_MONTH}",
        r"\d{1,2}[.:]\d\d|\d{1,2}\s*(?:am|pm|o'clock)",
        rf"(?:within|in|after|before)\s+{_COUNT}\s+{_SPAN}",
        rf"{_COUNT}\s+{_SPAN}\s+(?:before|beforehand|ahead|later|after)",
        r"(?:the\s+same|that\s+same|that|the\s+next|next)\s+"
        r"(?:day|evening|morning|afternoon|week|month|term)",
        r"(?:after|before|at)\s+(?:dinner|tea|lunch|breakfast|school|bedtime|bed|work)",
        r"(?:in|during|before|after|until|from|at)\s+(?:the\s+)?"
        r"(?:(?:\w+\s+)?(?:holidays?|break)|half-term|eid|christmas|easter)",
    )
)
