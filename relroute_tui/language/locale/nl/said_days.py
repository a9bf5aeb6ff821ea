"""What Dutch says in place of a date."""

import re
from typing import Final

from relroute_tui.language.said_days import SaidDays

_NUMBERS = "een twee drie vier vijf zes zeven acht negen tien"

WORDS: Final = SaidDays(
    ("vandaag", "morgen", "overmorgen"),
    re.compile(r"over (?P<n>\w+) (?:(?P<d>dag(?:en)?)|(?P<w>we(?:ek|ken))|(?:maand(?:en)?))"),
    {word: number for number, word in enumerate(_NUMBERS.split(), 1)} | {"één": 1},
)
