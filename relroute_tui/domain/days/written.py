"""Days as they are written in the notes."""

import re
from datetime import date
from typing import Final

from relroute_tui.domain.vocabulary import vocabulary_of

_DATE: Final = re.compile(
    r"^(?:(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})|(?P<iso>\d{4}-\d\d-\d\d))$"
)


def parse_date(text: str) -> date | None:
    """Read a date as people here write it (15-12-2026) or as ISO has it.

    None when it is no date.
    """
    match = _DATE.match(text.strip())
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def written_date(day: date, language: str) -> str:
    """Return a date as it is typed in the notes of `language`."""
    return vocabulary_of(language).date_format.format(day=day.day, month=day.month, year=day.year)
