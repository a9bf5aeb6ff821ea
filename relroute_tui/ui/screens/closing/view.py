"""The screen of a closing, as its actions see it."""

from collections.abc import Callable

from msgspec import Struct

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.ui.base.opened_route import OpenedRouteScreen


class ClosingView(Struct, frozen=True):
    """Screen that rounds a meeting off, and what every action asks of it."""

    screen: OpenedRouteScreen[bool]
    meeting_id: str
    line_on_page: Callable[[], AgreementLine | None]
    """Returns the agreement on the page; None at the check-out and at the end."""
    go_to: Callable[[int], None]
    """Shows a page: first the agreements, then the check-out, then the end."""
    show_page_again: Callable[[], None]
    """Shows the page anew: the words on it may have changed."""
    show_change: Callable[[], None]
    """Shows what the meeting says after an action changed it."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.screen.route.known_meeting(self.meeting_id)

    @property
    def lines(self) -> tuple[AgreementLine, ...]:
        """The agreements that are read back, each on a page of its own."""
        return tuple(line for line in self.meeting.agreement_lines() if line.text)

    def change(self, meeting: Meeting) -> None:
        """Keep the meeting, and show what it says now."""
        self.screen.opened.put(self.screen.route.with_meeting(meeting))
        self.show_change()
