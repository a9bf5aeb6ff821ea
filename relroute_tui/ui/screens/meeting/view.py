"""The screen of a meeting, as its actions see it."""

from collections.abc import Callable

from msgspec import Struct

from relroute_tui.meeting_controller import MeetingController
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.screens.meeting.arrangement import Arrangement
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor
from relroute_tui.ui.screens.meeting.people_panel import PeoplePanel


class MeetingView(Struct, frozen=True):
    """Screen of a meeting with its panels, and the things that every action asks of it."""

    screen: PanelScreen[bool]
    controller: MeetingController
    arrangement: Arrangement
    read_notes: Callable[[], None]
    """Hands on what was typed, before an action looks at it."""
    show_meeting: Callable[[], None]
    """Shows the meeting after an action changed it."""
    give_hint: Callable[[], None]
    """Gives a hint on the line with the cursor, after an action changed what it hints at."""

    @property
    def people(self) -> PeoplePanel:
        """Panel with the people."""
        return self.screen.query_one(PeoplePanel)

    @property
    def deck(self) -> DeckPanel:
        """Panel with the card."""
        return self.screen.query_one(DeckPanel)

    @property
    def editor(self) -> NotesEditor:
        """Notes, as they are typed."""
        return self.screen.query_one(NotesEditor)

    def after_typing(self, do: Callable[[], None]) -> None:
        """Do something after the keys before it, which reach the notes one by one."""
        self.editor.call_later(self.screen.call_later, do)
