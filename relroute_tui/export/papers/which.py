"""The papers of one meeting, each by its name on the command line."""

from enum import StrEnum

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.route import Route
from relroute_tui.export.papers.paper import Paper


class Which(StrEnum):
    """For whom a paper is."""

    FAMILY = "family"


def paper_about(which: Which, route: Route, meeting: Meeting, *, large: bool = False) -> Paper:
    """Return one paper of a meeting, in the language that is spoken, perhaps in large print."""
    return replace(_paper(which, route, meeting), is_large=large)


def _paper(which: Which, route: Route, meeting: Meeting) -> Paper:
    match which:
        case Which.FAMILY:
            from relroute_tui.export.papers.family import family_paper

            return family_paper(route, meeting)
