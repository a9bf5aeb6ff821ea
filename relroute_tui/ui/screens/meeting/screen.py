"""The meeting: the screen that lies on the table between people."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import getters, on
from textual.containers import Container
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from relroute_tui.context import AppContext
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.route import open_agreements
from relroute_tui.language import N_
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.screens.meeting.actions import MeetingActions
from relroute_tui.ui.screens.meeting.agenda_line import AgendaLine
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.arrangement import Arrangement
from relroute_tui.ui.screens.meeting.background import (
    Background,
    DecksRead,
    HintsReady,
    TranslationsRead,
)
from relroute_tui.ui.screens.meeting.commands import MEETING_COMMANDS, MOVE
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.notes import NotesReading, WayOut, notes_panel
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor
from relroute_tui.ui.screens.meeting.people_panel import PeoplePanel
from relroute_tui.ui.screens.meeting.save_display import Saved, SaveDisplay
from relroute_tui.ui.screens.meeting.view import MeetingView
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class _Panels(Container):
    """Panels that cover all of it."""

    BLANK = True


class MeetingScreen(PanelScreen[bool], DetailCheckScreen[bool]):
    """One meeting. Its result is whether it was rounded off."""

    CSS_PATH = ["../../base/screen.tcss", "../../widgets/paper_card.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the meeting. Here are the people, the cards, what is said and what you "
        "agree; Tab goes from one to the next. Everyone may read along. A letter is a command"
        " outside the notes; Esc leaves them."
    )
    IS_MEETING = True
    MORE_COMMANDS = ()  # it is among those of the meeting
    WATCHES_FIELDS = False  # the notes are looked at when they are read
    SCREEN_COMMANDS = MEETING_COMMANDS
    BINDINGS = bindings_of(MEETING_COMMANDS)
    PANELS = {
        "people": N_("At the table"),
        "deck": N_("Cards"),
        "notes": N_("Notes"),
        "agreements": N_("Agreements"),
    }

    panel = reactive("notes", repaint=False)
    agreed: reactive[tuple[AgreementLine, ...]] = reactive((), repaint=False, init=False)
    """The agreements that everyone may see; most keys in the notes change nothing of them."""

    editor = getters.query_one(NotesEditor)

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__()
        controller = self.controller = MeetingController(context, opened, meeting_id)
        self.arrangement = Arrangement(self, controller, self.show_meeting, self.for_the_audience)
        self._notes = NotesReading(self, controller, self._notes_were_read)
        give_hint = partial(self.ask_about_detail, "")
        self._view = MeetingView(
            self, controller, self.arrangement, self._notes.read, self.show_meeting, give_hint
        )
        self.actions = MeetingActions(self._view, Background(self, controller))
        self._way_out = WayOut(self, self._notes)
        self._save_display = SaveDisplay(self, controller)
        self.add_class(f"-at-{self.panel}", update=False)

    def compose_body(self) -> Iterable[Widget]:
        """Show the agenda, three panels and the agreements."""
        controller = self.controller
        yield AgendaLine()
        yield Static("", id="sentence", markup=False)
        with _Panels(id="table"):
            yield PeoplePanel(id="people", classes="panel")
            yield DeckPanel(id="deck", classes="panel")
            yield from self.arrangement.above()
            editor = notes_panel(controller)
            yield editor
        controller.read_agreements(editor.document.lines)
        holding = len(open_agreements(controller.route))
        yield AgreementsPanel(controller.lines, controller.hints, holding, id="agreements")

    def on_mount(self) -> None:
        """Put the cursor at the end of the notes."""
        self._save_display.start()
        self.show_meeting()
        self.editor.move_cursor(self.editor.document.end)
        self.go_to_panel("notes")
        self.actions.start()

    def on_unmount(self) -> None:
        """Stop listening to the store."""
        self._save_display.stop()

    # What is shown

    @on(Resize)
    def _choose_layout(self) -> None:
        self.arrangement.apply()

    def commands(self) -> tuple[Command, ...]:
        """Return the commands; the line with the keys tells of Space where a person is marked."""
        is_at_people = self.panel == "people"
        return tuple(
            replace(command, in_footer=True) if is_at_people and command is MOVE else command
            for command in super().commands()
        )

    def watch_panel(self, panel: str) -> None:
        """Tell what can be done in this panel."""
        super().watch_panel(panel)
        self._way_out.panel_changed()
        if self.is_mounted:
            self.query_one(KeyFooter).show(self.shown_commands())

    def show_tabs(self) -> None:
        """Name the panels where they can be read."""
        self.arrangement.name_panels()

    @property
    def purpose(self) -> str:
        """Purpose of a meeting, the way to write an agreement, and text on the card."""
        return "\n\n".join((super().purpose, *self.actions.about()))

    def show_meeting(self) -> None:
        """Show the meeting as it is now; the notes are the editor's own."""
        self.editor.names = self.controller.meeting.names
        self.show_agreements()
        self.actions.show()
        self._show_to_everyone()

    @on(HintsReady)
    def show_agreements(self) -> None:
        """Show what the notes say now; nothing else of the meeting depends on them."""
        self.actions.agreements.show()
        self._show_what_was_agreed()

    @on(DescendantFocus)
    def _show_what_was_agreed(self) -> None:
        self.agreed = self.controller.agreed(self._notes.typed_at)

    def watch_agreed(self) -> None:
        """Show everyone what was agreed."""
        self._show_to_everyone()

    def _show_to_everyone(self) -> None:
        self.arrangement.show()
        self.post_message(ShownChanged())

    @on(TranslationsRead)
    def _show_translation(self) -> None:
        self.actions.cards.show()
        self._show_to_everyone()

    @on(DecksRead)
    def _show_decks(self, message: DecksRead) -> None:
        self.show_meeting()
        self.actions.cards.tell_of_faults(message.decks)

    @on(Saved)
    def _show_saved(self, message: Saved) -> None:
        self._save_display.show(message.status)

    # What the television shows

    def for_the_audience(self) -> "View":
        """Show the card, who is here, or what was agreed; a line only once it was typed."""
        from relroute_tui.audience.choosing import what_everyone_sees

        if self._notes.is_waiting:  # else what was left out a moment ago would be shown
            self._notes.read()
        return what_everyone_sees(self.controller.place(self._notes.typed_at))

    def welcome_for_the_audience(self) -> "View":
        """Show who is here."""
        from relroute_tui.audience.choosing import AtTheTable, what_everyone_sees

        return what_everyone_sees(AtTheTable(self.controller.meeting))

    @on(TextArea.SelectionChanged)
    def _line_is_typed(self) -> None:
        self._show_what_was_agreed()
        says_more = bool(self.controller.route.statements or self.controller.meeting.responses)
        if says_more and self._details is None:
            self.ask_about_detail("")
        elif says_more:
            self.look_for_details(self.editor)

    # Notes

    @property
    def has_work_waiting(self) -> bool:
        """Whether something was typed that was not read yet, or waits for the first frame."""
        return self._notes.is_waiting or super().has_work_waiting

    @on(TextArea.Changed)
    def _notes_changed(self) -> None:
        self._notes.begin_to_wait()

    def _notes_were_read(self, added: Sequence[int]) -> None:
        """Show what they say now; `added` are the rows that came since the last time."""
        self.show_agreements()
        self.look_for_details(self.editor, added)
        self.actions.agenda.look_at_tour()

    def ask_about_detail(self, question: str) -> None:
        """Ask in the frame of the notes whether to leave something out; "" gives a hint there."""
        self._save_display.ask(question or self._notes.hint())

    def on_screen_suspend(self) -> None:
        """Read the last letter for whatever comes on top, and let no hint lie over that."""
        self._notes.read()
        self._way_out.take_hint_away()

    def on_screen_resume(self) -> None:
        """Show what changed while something lay on top."""
        if self.is_mounted:
            self.show_meeting()

    def renewed(self) -> "MeetingScreen":
        """Return the same meeting on a new screen: all that counts is in the route."""
        controller = self.controller
        return MeetingScreen(controller.context, controller.opened, controller.meeting_id)

    def before_leaving(self) -> None:
        """Read the last words before the app stops."""
        self._notes.read()

    def after_pause(self, length: timedelta) -> None:
        """Take a pause off the minutes of this step."""
        self.controller.resume(length)
        self.show_meeting()

    # Actions

    def action_do(self, name: str) -> None:
        """Do what a command asks of the people, the cards, the agreements or the agenda."""
        self.actions.do(name)

    def action_my_view(self) -> None:
        """Put somebody's own view beside the sentence with the cursor, or beside the meeting."""
        self.actions.do("my_view")

    def action_read_aloud(self) -> None:
        """Let the computer read the card."""
        self.actions.do("read_aloud")

    def action_leave_out(self) -> None:
        """Leave out of the notes what does not belong on a wall."""
        self._view.after_typing(super().action_leave_out)

    def action_back(self) -> None:
        """End the tour, else go one step back: to the notes, out of them, to the route."""
        if not self.actions.agenda.end_tour():
            self._way_out.go_back()

    @on(PeoplePanel.TurnGiven)
    def _give_turn(self, message: PeoplePanel.TurnGiven) -> None:
        self.actions.people.give_turn(message.participant_id)

    @on(AgreementsPanel.Chosen)
    def _go_to_agreement(self, message: AgreementsPanel.Chosen) -> None:
        self.go_to_panel("notes")
        self.editor.go_to_line(message.line)
