"""What does not belong on a wall, noticed in the notes as it is typed. It hints, and no more."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.domain.personal_details import Detail, DetailKind, DetailWords, details_in
from relroute_tui.language import N_, _
from relroute_tui.meeting_controller import MeetingController

if TYPE_CHECKING:
    from relroute_tui.ui.screens.meeting.screen import MeetingScreen

BEFORE: Final = 160
BEHIND: Final = 80
"""Letters around the cursor in which is looked: a detail is short, and a line may be long."""
LEFT_OUT: Final = "…"
_QUESTIONS: Final[Mapping[DetailKind, str]] = {
    DetailKind.E_MAIL: N_("An e-mail address? Ctrl+O leaves it out"),
    DetailKind.PHONE: N_("A telephone number? Ctrl+O leaves it out"),
    DetailKind.ADDRESS: N_("An address? Ctrl+O leaves it out"),
    DetailKind.BIRTH: N_("A day of birth? Ctrl+O leaves it out"),
    DetailKind.CITIZEN_NUMBER: N_("A citizen number? Ctrl+O leaves it out"),
    DetailKind.DIAGNOSIS: N_("The name of a condition? Ctrl+O leaves it out"),
}


class _Noticed(Struct, frozen=True):
    """A detail in the notes, and the words of it: where these changed, it is no more."""

    row: int
    start: int
    words: str
    kind: DetailKind


class PersonalDetails:
    """Looks around the cursor, asks in the frame of the notes, and leaves out what is noticed."""

    def __init__(self, screen: "MeetingScreen", controller: MeetingController) -> None:
        self._screen = screen
        self._today = controller.now.date()
        self._languages: tuple[DetailWords, ...] = ()
        self._noticed: _Noticed | None = None

    def know(self, languages: tuple[DetailWords, ...]) -> None:
        """Look from now on, with these words."""
        self._languages = languages
        self.look()

    def look(self) -> None:
        """Notice what was typed last."""
        self._noticed = self._find() if self._languages else None
        self._screen.ask_in_notes(_(_QUESTIONS[self._noticed.kind]) if self._noticed else "")

    def leave_out(self) -> None:
        """Put a sign in the place of what was noticed, where it still stands."""
        noticed, editor = self._noticed, self._screen.editor
        if noticed is None:
            self._screen.tell(_("Nothing was noticed here that could be left out."))
            return
        end = noticed.start + len(noticed.words)
        start = (noticed.row, noticed.start)
        if editor.get_text_range(start, (noticed.row, end)) == noticed.words:
            editor.replace(LEFT_OUT, start, (noticed.row, end), maintain_selection_offset=True)

    def _find(self) -> _Noticed | None:
        editor = self._screen.editor
        row, column = editor.cursor_location
        line = editor.document.get_line(row)
        first = max(0, column - BEFORE)
        around = line[first : column + BEHIND]
        found = details_in(around, self._languages, self._today)
        nearest = min(found, key=lambda detail: _distance(detail, column - first), default=None)
        if nearest is None:
            return None
        words = around[nearest.start : nearest.end]
        return _Noticed(row, first + nearest.start, words, nearest.kind)


def _distance(detail: Detail, column: int) -> int:
    """Return how far the cursor is from a detail; 0 within it."""
    return max(detail.start - column, column - detail.end, 0)
