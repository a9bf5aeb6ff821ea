"""The papers of one meeting, each by its name on the command line."""

from collections.abc import Callable
from enum import StrEnum

from msgspec.structs import replace

from relroute_tui.content.record_template import RecordTemplate
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.export.papers.paper import Letters, Paper


class Which(StrEnum):
    """For whom a paper is."""

    CHILD = "child"
    FAMILY = "family"
    RECORD = "record"


def paper_about(
    which: Which,
    route: Route,
    meeting: Meeting,
    template: Callable[[], RecordTemplate],
    *,
    child: Participant | None = None,
    large: bool = False,
    openers: Openers | None = None,
) -> Paper:
    """Return one paper of a meeting, in the language that is spoken, perhaps in large print.

    The template is read only for the record. `child` is whose page it is; without one it is the
    page of the child of the route. `openers` are told to the family, where they are known.
    """
    match which:
        case Which.CHILD:
            from relroute_tui.export.papers.child import child_paper, children_of

            paper = child_paper(route, meeting, child or children_of(route, meeting)[0])
        case Which.FAMILY:
            from relroute_tui.export.papers.family import family_paper

            paper = family_paper(route, meeting, openers)
        case Which.RECORD:
            from relroute_tui.export.papers.record import record_paper

            paper = record_paper(route, meeting, template())
    return replace(paper, letters=Letters.LARGE) if large else paper
