"""The day behind a `>` in the notes: where it ends, and whether it is one."""

import re
from datetime import date
from typing import Final

from relroute_tui.domain.notes.dates import parse_date

_NUMBERS: Final = re.compile(r"\d[\d-]*")


def day_at(text: str) -> tuple[date | None, int]:
    """Return the day with which a text begins, and the length of what was meant for it."""
    found = _NUMBERS.match(text)
    return (parse_date(found[0].rstrip("-")), found.end()) if found else (None, 0)
