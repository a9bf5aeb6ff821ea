"""What is said about notes that are being written."""

from datetime import date, timedelta

from relroute_tui.domain.days.written import written_date
from relroute_tui.language import _, current

_LOOK_BACK_AFTER = timedelta(weeks=4)


def not_clear(mark: str, today: date | None = None) -> str:
    """Return what is not clear about a mark in an agreement, and what to type in its place."""
    if mark.startswith(">"):
        day = written_date((today or date(2026, 11, 17)) + _LOOK_BACK_AFTER, current())
        return _("“{mark}” is not a day: write it as >{day}").format(mark=mark, day=day)
    if mark.startswith("@"):
        return _("nobody at this table is called “{mark}”").format(mark=mark)
    return _("“{mark}” is not clear: # and one subject that the form knows").format(mark=mark)
