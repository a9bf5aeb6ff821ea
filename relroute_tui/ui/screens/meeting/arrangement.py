"""The layout of the meeting: in panels, or with the card large for everyone and a few notes."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.domain.meeting import Meeting
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.settings.model import MeetingLayout
from relroute_tui.ui.base.panels import PanelScreen, tabs_line
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.people_panel import names_in_a_line

if TYPE_CHECKING:
    from relroute_tui.audience.message import View
    from relroute_tui.ui.wall.pages import Page

TELEVISION: Final = (80, 24)
"""Cells of a window, at most, in which letters are so large that it is surely on a television."""
CLASS: Final = "-as-table"
_PADDING: Final = 2
"""Cells on either side of the line with everyone's name."""


class Arrangement:
    """Layout of the meeting; for everyone, it shows what the television would above the notes."""

    def __init__(
        self,
        screen: PanelScreen[bool],
        controller: MeetingController,
        show_meeting: Callable[[], None],
        for_the_audience: "Callable[[], View]",
    ) -> None:
        """`for_the_audience` says what the television shows now."""
        self._screen = screen
        self._controller = controller
        self._show_meeting = show_meeting
        self._for_the_audience = for_the_audience
        self._drawn_in = ""
        """The step in which a card was drawn, after which it shows, whatever was agreed."""

    @property
    def is_for_all(self) -> bool:
        """Whether everyone reads this screen: so chosen, or as fits the size of the window."""
        chosen = self._controller.context.settings.meeting
        return self._fits if chosen == "by-size" else chosen == "table"

    @property
    def _fits(self) -> bool:
        (width, height), (most_wide, most_high) = self._screen.app.size, TELEVISION
        return width <= most_wide and height <= most_high

    def switch(self) -> None:
        """Lay it out the other way, and keep the choice, also for the next meeting."""
        is_for_all = not self.is_for_all
        chosen: MeetingLayout = "table" if is_for_all else "panels"
        if is_for_all is self._fits:
            chosen = "by-size"
        try:
            context = self._controller.context
            context.change_settings(lambda kept: replace(kept, meeting=chosen))
        except StorageError as problem:
            self._screen.tell(problem_sentence(problem))
        self.apply()
        self._screen.go_to_panel("notes")

    # What is on the screen

    def above(self) -> Iterator[Widget]:
        """Yield the widgets above the notes, where everyone reads them from the beginning."""
        if self.is_for_all:
            self._screen.add_class(CLASS, update=False)
            yield from self._widgets()

    def _widgets(self) -> tuple[Widget, Widget]:
        from relroute_tui.ui.wall.sheet import WallSheet  # a window with panels has none

        return WallSheet(id="wall"), Static("", id="here", markup=False)

    def apply(self) -> None:
        """Lay it out as was chosen, or as fits the size of the window."""
        if self.is_for_all is not self._screen.has_class(CLASS):
            if self.is_for_all and not self._screen.query("#wall"):
                self._screen.query_one("#table").mount_all(self._widgets(), before="#notes")
            self._screen.set_class(self.is_for_all, CLASS)
            self._show_meeting()
        else:
            self.show()  # fewer columns have room for fewer words
        self.name_panels()

    def show(self) -> None:
        """Show the meeting as it is now."""
        if not self.is_for_all:
            return
        from relroute_tui.ui.wall.sheet import WallSheet

        for sheet in self._screen.query(WallSheet):
            sheet.page = self._page()
        for line in self._screen.query("#here").results(Static):
            line.update(_who_is_here(self._controller.meeting, self._screen.app.size.width))

    def name_panels(self) -> None:
        """Name all panels in the frame of the one that shows, where no other does.

        So no row is spent on it.
        """
        screen, is_for_all, is_narrow = self._screen, self.is_for_all, self._screen.is_narrow
        tabs = tabs_line(screen.PANELS, screen.panel)
        screen.query_one(DeckPanel).names = tabs if is_narrow and not is_for_all else None
        for panel in ("people", "notes", "agreements"):
            is_alone = panel == "notes" if is_for_all else is_narrow
            title = tabs if is_alone else Content(_(screen.PANELS[panel]))
            framed = screen.query_one(f"#{panel}")
            if framed.border_title != title.markup:  # else it would be drawn anew with the same
                framed.border_title = title

    def bring_forward(self, panel: str) -> None:
        """Show a panel at its full size where the window has no room for all of them.

        What is typed goes on in the notes, as long as a row of them can be seen.
        """
        if self.is_for_all:
            return
        if self._screen.is_narrow:
            self._screen.go_to_panel(panel)
        elif not self._screen.is_wide:
            self._screen.panel = panel

    def card_was_drawn(self) -> None:
        """Show the card, also in a step in which what was agreed is looked at."""
        self._drawn_in = self._controller.meeting.agenda.step.id
        if self.is_for_all and self._screen.panel not in ("notes", "deck"):
            self._screen.go_to_panel("notes")

    def agreement_was_made(self) -> None:
        """Let what was agreed show again."""
        self._drawn_in = ""
        self.show()

    def _page(self) -> "Page":
        from relroute_tui.audience.message import Card
        from relroute_tui.ui.wall.pages import page_of

        view = self._view()
        if isinstance(view, Card):  # who has the turn stands below it
            view = replace(view, wordings=view.wordings[:1], people=())
        return page_of(view)

    def _view(self) -> "View":
        if self._drawn_in == self._controller.meeting.agenda.step.id:
            from relroute_tui.audience.choosing import card_at

            place = self._controller.place()
            if place.question:
                return card_at(place)
        return self._for_the_audience()


def _who_is_here(meeting: Meeting, width: int) -> Content:
    """Return everyone in one line, and in words who has the turn where there is room for it."""
    line = names_in_a_line(meeting, in_words=True)
    return line if line.cell_length + 2 * _PADDING <= width else names_in_a_line(meeting)
