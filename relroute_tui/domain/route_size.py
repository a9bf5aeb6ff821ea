"""Size of a route: tells two versions of it apart without reading them."""

from msgspec import Struct

from relroute_tui.domain.progress.decisions import agreements_in
from relroute_tui.domain.route import Route


class RouteSize(Struct, frozen=True):
    """Numbers of meetings, agreements and words."""

    meetings: int
    agreements: int
    """Written in the notes of a meeting that goes on, or made at the end of one."""
    words: int
    """Words in the notes and in additions to them, own views included."""

    def __sub__(self, other: "RouteSize") -> "RouteSize":
        return RouteSize(
            self.meetings - other.meetings,
            self.agreements - other.agreements,
            self.words - other.words,
        )


def size_of(route: Route) -> RouteSize:
    """Return how much this route holds."""
    agreements = sum(len(agreements_in(meeting)) for meeting in route.meetings)
    texts = [meeting.notes for meeting in route.meetings]
    texts += [added.text for meeting in route.meetings for added in meeting.corrections]
    texts += [statement.words for statement in route.statements]
    return RouteSize(len(route.meetings), agreements, sum(len(text.split()) for text in texts))
