"""What English says in place of a date."""

import re
from typing import Final

from relroute_tui.language.said_days import SaidDays

_NUMBERS = "one two three four five six seven eight nine ten"

WORDS: Final = SaidDays(
    ("today", "tomorrow", "the day after tomorrow"),
    re.compile(r"in (?P<n>\w+) (?:(?P<d>days?)|(?P<w>weeks?)|(?:months?))"),
    {word: number for number, word in enumerate(_NUMBERS.split(), 1)} | {"a": 1},
)
