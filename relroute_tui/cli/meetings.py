"""The meetings of a route that are meant on the command line."""

from typing import TYPE_CHECKING, Final

from relroute_tui.cli.output import CommandFailed
from relroute_tui.language import _

if TYPE_CHECKING:
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.domain.route import Route

LATEST: Final = "latest"
ALL: Final = "all"


def meeting_in(route: "Route", name: str | None) -> "Meeting":
    """Return the meeting with this id or number, which is what screens show; else the latest.

    Raises CommandFailed where there is none.
    """
    if not route.meetings:
        raise CommandFailed(_("This route has no meeting yet, so there is nothing to export."))
    if name is None or name == LATEST:
        return route.meetings[-1]
    found = route.meeting(name)
    if found is None and name.isascii() and name.isdecimal():
        found = dict(enumerate(route.meetings, 1)).get(int(name[:9]))
    if found is None:
        ids = ", ".join(meeting.id for meeting in route.meetings)
        raise CommandFailed(_("There is no such meeting. This route has: {ids}.").format(ids=ids))
    return found
