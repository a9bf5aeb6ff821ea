"""The meeting: the screen that lies on the table between people."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from textual import getters, on
from textual.containers import Container
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from relroute_tui.context import AppContext
from relroute_tui.domain.notes.lines import is_nearly_task, rows_added
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.route import open_agreements
from relroute_tui.language import N_, _
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.noticing import Noticing
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.screens.meeting.agenda_actions import AgendaActions
from relroute_tui.ui.screens.meeting.agenda_line import AgendaLine
from relroute_tui.ui.screens.meeting.agreement_actions import AgreementActions
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.arrangement import Arrangement
from relroute_tui.ui.screens.meeting.background import (
    Background,
    DecksRead,
    HintsReady,
    TranslationsRead,
)
from relroute_tui.ui.screens.meeting.card_actions import CardActions
from relroute_tui.ui.screens.meeting.commands import MEETING_COMMANDS, MOVE
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor
from relroute_tui.ui.screens.meeting.people_actions import PeopleActions
from relroute_tui.ui.screens.meeting.people_panel import PeoplePanel
from relroute_tui.ui.screens.meeting.save_display import Saved, SaveDisplay
from relroute_tui.ui.screens.meeting.view import MeetingView
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.audience.message import View
    from relroute_tui.ui.screens.meeting.tour import Tour

READ_NOTES_AFTER: Final = 0.05
"""Seconds after a key in which the agreements are read again and the notes are handed on."""


class _Panels(Container):
    """Panels that cover all of it."""

    BLANK = True


class MeetingScreen(PanelScreen[bool], Noticing[bool]):
    """One meeting. Its result is whether it was rounded off."""

    CSS_PATH = ["../../base/screen.tcss", "../../widgets/paper_card.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the meeting. Here are the people, the cards, what is said and what you "
        "agree; Tab goes from one to the next. Everyone may read along. A letter is a command"
        " outside the notes; Esc leaves them."
    )
    AN_AGREEMENT = N_(
        "An agreement in the notes: who does what, what it is about, when to look back. Below it "
        "you can also say who decides, who pays and who is told.\n"
        "- [ ] Anna calls Sam on Wednesday. @Anna #calling >in two weeks\n"
        "  if not: we text\n"
        "  who pays: Anna"
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

    people = getters.query_one(PeoplePanel)
    deck = getters.query_one(DeckPanel)
    editor = getters.query_one(NotesEditor)
    agreements = getters.query_one(AgreementsPanel)

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__()
        self.controller = MeetingController(context, opened, meeting_id)
        self.arrangement = Arrangement(
            self, self.controller, self.show_meeting, self.for_the_audience
        )
        self._view = MeetingView(
            self, self.controller, self.arrangement, self.read_notes, self.show_meeting
        )
        self._cards = CardActions(self._view)
        self._agreements = AgreementActions(self._view)
        self._people = PeopleActions(self._view)
        self._agenda = AgendaActions(self._view)
        self._background = Background(self, self.controller)
        self._save_display = SaveDisplay(self, self.controller)
        self._tour: Tour | None = None
        self._notes_to_read = False
        self._is_out_of_notes = False
        """Whether Esc went out of the notes, so that once more leaves the meeting."""
        self._has_hinted = False
        """Whether how to go on outside the notes may still be read in a corner."""
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
            language, today = controller.context.environment.language, controller.now.date()
            editor = NotesEditor(controller.meeting.notes, language=language, today=today)
            editor.id = "notes"
            editor.add_class("panel", update=False)
            editor.border_title = _("Notes")
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
        self._background.read_decks()
        self._agenda.start()
        if self.controller.context.wants_tour():
            from relroute_tui.ui.screens.meeting.tour import Tour

            self._tour = Tour(self, self.controller)

    def on_unmount(self) -> None:
        """Stop listening to the store."""
        self._save_display.stop()

    # What is shown

    @on(Resize)
    def _choose_layout(self) -> None:
        self.arrangement.apply()

    def action_switch_layout(self) -> None:
        """Lay the meeting out for one screen that everyone reads, or in panels."""
        self.arrangement.switch()

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
        self._is_out_of_notes = False
        if self.is_mounted:
            self.query_one(KeyFooter).show(self.shown_commands())

    def show_tabs(self) -> None:
        """Name the panels where they can be read."""
        self.arrangement.name_panels()

    @property
    def purpose(self) -> str:
        """Purpose of a meeting, the way to write an agreement, and text on the card."""
        about = (super().purpose, *self._agenda.about(), _(self.AN_AGREEMENT), *self._cards.about())
        return "\n\n".join(about)

    def show_meeting(self) -> None:
        """Show the meeting as it is now; the notes are the editor's own."""
        meeting = self.controller.meeting
        self.people.meeting = meeting
        self.deck.people = meeting.present
        self.editor.names = meeting.names
        self.show_agreements()
        self._show_cards()
        self._agenda.show()
        self._show_to_everyone()
        self._look_at_tour()

    @on(HintsReady)
    def show_agreements(self) -> None:
        """Show what the notes say now; nothing else of the meeting depends on them."""
        controller = self.controller
        controller.read_agreements(self.editor.document.lines)
        self.agreements.hints, self.agreements.lines = controller.hints, controller.lines
        if controller.lines:
            self._background.read_word_lists()
        self._show_what_was_agreed()

    @on(DescendantFocus)
    def _show_what_was_agreed(self) -> None:
        self.agreed = self.controller.agreed(self._typed_at)

    def watch_agreed(self) -> None:
        """Show everyone what was agreed."""
        self._show_to_everyone()

    def _show_to_everyone(self) -> None:
        self.arrangement.show()
        self.post_message(ShownChanged())

    @on(TranslationsRead)
    def _show_translation(self) -> None:
        self._show_cards()
        self._show_to_everyone()

    def _show_cards(self) -> None:
        self._background.read_translations(self.controller.second_language)
        if self._cards.show():
            self._background.draw_large(self.controller.card, self.controller.translation)

    @on(DecksRead)
    def _show_decks(self, message: DecksRead) -> None:
        self.show_meeting()
        self._cards.tell_of_faults(message.decks)

    @on(Saved)
    def _show_saved(self, message: Saved) -> None:
        self._save_display.show(message.status)

    # What the television shows

    def for_the_audience(self) -> "View":
        """Show the card, who is here, or what was agreed; a line only once it was typed."""
        from relroute_tui.audience.choosing import what_everyone_sees

        if self._notes_to_read:  # else what was left out a moment ago would be shown
            self.read_notes()
        return what_everyone_sees(self.controller.place(self._typed_at))

    @property
    def _typed_at(self) -> int | None:
        """Line of the notes that is being typed; None once another panel has the focus.

        Where none has it, another window does: whoever goes there has not finished the line.
        """
        is_elsewhere = self.focused not in (None, self.editor)
        return None if is_elsewhere else self.editor.cursor_location[0]

    def welcome_for_the_audience(self) -> "View":
        """Show who is here."""
        from relroute_tui.audience.choosing import AtTheTable, what_everyone_sees

        return what_everyone_sees(AtTheTable(self.controller.meeting))

    @on(TextArea.SelectionChanged)
    def _line_is_typed(self) -> None:
        self._show_what_was_agreed()
        says_more = bool(self.controller.route.statements or self.controller.meeting.responses)
        if says_more and self._details is None:
            self.ask_in_notes("")
        elif says_more:
            self.look_for_details(self.editor)

    # Notes

    @property
    def has_work_waiting(self) -> bool:
        """Whether something was typed that was not read yet, or waits for the first frame."""
        return self._notes_to_read or super().has_work_waiting

    @on(TextArea.Changed)
    def _notes_changed(self) -> None:
        if self.editor.has_focus and self.editor.text != self.controller.meeting.notes:
            self.panel = "notes"  # whoever types sees it
        if not self._notes_to_read:
            self._notes_to_read = True
            self.set_timer(READ_NOTES_AFTER, self.read_notes)

    def read_notes(self) -> None:
        """Hand what was typed to the route; the notes may have changed elsewhere since."""
        self._notes_to_read = False
        before = self.controller.meeting.notes
        if self.editor.has_news and self.controller.take_notes(self.editor.hand_over()):
            self.show_agreements()
            added = rows_added(before, self.editor.document.lines)
            self.look_for_details(self.editor, added)
            self._look_at_tour()

    def _look_at_tour(self) -> None:
        if self._tour is not None:
            self._tour.look()

    def ask_about_detail(self, question: str) -> None:
        """Ask in the frame of the notes whether something is to be left out."""
        self.ask_in_notes(question)

    def ask_in_notes(self, question: str) -> None:
        """Ask something in the frame of the notes, or give a hint on the line where it is ""."""
        row = self.editor.cursor_location[0]
        line = self.editor.document.get_line(row)
        if not question and is_nearly_task(line):
            question = _("An agreement? F4 writes it as one")
        elif not question and self.controller.asks_again_at(row):
            question = _("Changed: at the end everyone responds again")
        elif not question:
            question = self.controller.views_beside(line)
        self._save_display.ask(question)

    def action_leave_out(self) -> None:
        """Leave out of the notes what does not belong on a wall."""
        self._view.after_typing(super().action_leave_out)

    def on_screen_suspend(self) -> None:
        """Read the last letter for whatever comes on top, and let no hint lie over that."""
        self.read_notes()
        if self._has_hinted:
            self.app.clear_notifications()
            self._has_hinted = False

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
        self.read_notes()

    def after_pause(self, length: timedelta) -> None:
        """Take a pause off the minutes of this step."""
        self.controller.resume(length)
        self.show_meeting()

    # Agreements

    def action_agreement(self) -> None:
        """Make the line with the cursor an agreement, or open its form."""
        self._view.after_typing(self._agreements.make)

    def action_agreement_form(self) -> None:
        """Open the form of the agreement at the cursor."""
        self._view.after_typing(self._agreements.open_form)

    def action_my_view(self) -> None:
        """Put somebody's own view beside the sentence with the cursor, or beside the meeting."""
        self._view.after_typing(lambda: self._agreements.ask_for_view(self._show_views))

    def _show_views(self) -> None:
        self.show_meeting()
        self.ask_in_notes("")

    @on(AgreementsPanel.Chosen)
    def _go_to_agreement(self, message: AgreementsPanel.Chosen) -> None:
        self.go_to_panel("notes")
        self.editor.go_to_line(message.line)

    # Cards

    def action_draw(self) -> None:
        """Put the next card on the table."""
        self._view.after_typing(self._cards.draw)

    def action_another(self) -> None:
        """Put this card back, and take another."""
        self._view.after_typing(self._cards.another)

    def action_set_aside(self) -> None:
        """Keep this card from coming back for this family."""
        self._view.after_typing(self._cards.set_aside)

    def action_choose_theme(self) -> None:
        """Draw only cards of one theme, or of all again."""
        self._cards.choose_theme()

    def action_large(self) -> None:
        """Show the card large."""
        self._cards.show_large()

    def action_read_aloud(self) -> None:
        """Let the computer read the card."""
        self._cards.read_aloud()

    def action_switch_headings(self) -> None:
        """Let a drawn card start a section in the notes, or not any more."""
        self._cards.switch_headings()

    # People

    def action_move(self) -> None:
        """Let the marked person come to the table or leave it; first choose who that is."""
        self._people.move()

    def action_change_person(self) -> None:
        """Put the name of the marked person right."""
        self._people.change()

    def action_change_place(self) -> None:
        """Let the marked person go on from elsewhere, or in the room; first choose who that is."""
        self._people.change_place()

    def action_choose_language(self) -> None:
        """Choose what the marked person reads best; first choose who that is."""
        self._people.choose_language()

    @on(PeoplePanel.TurnGiven)
    def _give_turn(self, message: PeoplePanel.TurnGiven) -> None:
        self._people.give_turn(message.participant_id)

    def action_next_turn(self) -> None:
        """Give the turn to the next speaker."""
        self._people.pass_turn()

    def action_guest(self) -> None:
        """Let somebody join on the spot."""
        self._people.add_guest()

    # Agenda

    def action_next_step(self) -> None:
        """Go one step on in the agenda; the step to look back in opens what there is."""
        self._agenda.next_step()

    def action_previous_step(self) -> None:
        """Go one step back in the agenda."""
        self._agenda.previous_step()

    def action_choose_agenda(self) -> None:
        """Choose another kind of meeting."""
        self._agenda.choose()

    def action_change_steps(self) -> None:
        """Change the minutes and the order of the steps to come, for this meeting."""
        self._agenda.change_steps()

    def action_look_back(self) -> None:
        """Go past everything that was agreed before."""
        self._view.after_typing(self._agenda.look_back)

    def action_check_in(self) -> None:
        """Write down how everyone comes to the table."""
        self._view.after_typing(self._agenda.check_in)

    def action_back(self) -> None:
        """End the tour, else go one step back: to the notes, out of them, to the route."""
        if self._tour is not None:
            self._tour.end()
            self._tour = None
            return
        if self.panel == "notes" or self.focused is self.editor:
            self.go_to_panel("deck")
            self._is_out_of_notes = True
            self.tell(_("Out of the notes: a letter is a command here. Tab goes back to them."))
            self._has_hinted = True
        elif self._is_out_of_notes:
            self.read_notes()
            self.dismiss(False)
        else:
            self.go_to_panel("notes")

    def action_round_off(self) -> None:
        """Read back, hear everyone, and close."""
        self._view.after_typing(self._agenda.round_off)
