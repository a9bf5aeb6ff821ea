"""The meeting: the screen that lies on the table between people."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace
from textual import on
from textual.widgets import TextArea

from relroute_tui.domain.agenda import LOOKING_BACK, Agenda
from relroute_tui.domain.attendance import with_guest, with_move, with_next_turn, with_turn
from relroute_tui.domain.cards.card import DeckKind, Theme
from relroute_tui.domain.cards.drawing import draw_card, put_card_back, set_card_aside
from relroute_tui.domain.cards.pile import NoCard
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.notes.writing import task_line
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import open_agreements
from relroute_tui.language import N_, _, words
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.commands import bindings_of
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.commands import MEETING_COMMANDS
from relroute_tui.ui.screens.meeting.people_panel import PeoplePanel
from relroute_tui.ui.screens.meeting.view import MeetingView

READ_NOTES_AFTER = 0.05
"""Seconds after a key in which the agreements are read again and the notes are handed on."""


class MeetingScreen(MeetingView):
    """One meeting. Its result is whether it was rounded off."""

    CSS_PATH = ["../../base/screen.tcss", "../../widgets/paper_card.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the meeting. Here are the people, the cards, what is said and what you "
        "agree; Tab goes from one to the next. Everyone may read along. A letter is a command"
        " outside the notes; Esc leaves them."
    )
    SCREEN_COMMANDS = MEETING_COMMANDS
    BINDINGS = bindings_of(MEETING_COMMANDS)

    _notes_to_read = False

    def on_screen_suspend(self) -> None:
        """Something comes on top: it finds the notes with their last letter."""
        self._read_notes()

    def on_screen_resume(self) -> None:
        """Show what changed while something lay on top."""
        if self.is_mounted:
            self.show_meeting()

    def renewed(self) -> "MeetingScreen":
        """Return the same meeting on a new screen: all that counts is in the route."""
        return MeetingScreen(self.context, self.opened, self._meeting_id)

    def before_leaving(self) -> None:
        """Read the last words before the app stops.

        Below the closing, which may have completed an agreement in the notes, only what was typed
        a moment ago is news.
        """
        if self.is_current or self._notes_to_read:
            self._read_notes()

    def after_pause(self, length: timedelta) -> None:
        """A pause takes no time from the step."""
        meeting = self.current
        self._change(replace(meeting, agenda=meeting.agenda.resumed(length)))

    def _change(self, meeting: Meeting) -> None:
        self.opened.put(self.route.with_meeting(meeting))
        self.show_meeting()

    def _after_typing(self, do: Callable[[], None]) -> None:
        """Keys reach the notes one by one; what a command does comes after those before it."""
        self.editor.call_later(do)

    # Notes and agreements

    @on(TextArea.Changed)
    def _notes_changed(self) -> None:
        if not self._notes_to_read:
            self._notes_to_read = True
            self.set_timer(READ_NOTES_AFTER, self._read_notes)

    def _read_notes(self) -> None:
        self._notes_to_read = False
        notes = self.editor.text
        if notes != self.current.notes:
            self.opened.put(self.route.with_meeting(replace(self.current, notes=notes)))
            self.show_agreements()

    def action_agreement(self) -> None:
        """The line with the cursor becomes an agreement; one that is it already opens as a form."""
        self._after_typing(self._agreement)

    def _agreement(self) -> None:
        self.go_to_panel("notes")
        self._read_notes()
        if self.editor.agreement_above(self.lines) is None:
            self.editor.agreement_here()
        else:
            self._agreement_form()

    def action_agreement_form(self) -> None:
        """Open a form for those who would rather pick than type; it writes the same line."""
        self._after_typing(self._agreement_form)

    def _agreement_form(self) -> None:
        from relroute_tui.ui.dialogs.agreement import AgreementDialog

        self._read_notes()
        here = self.editor.agreement_above(self.lines)
        if here is None:
            self.editor.agreement_here()
            self._read_notes()
            here = self.editor.agreement_above(self.lines)
        assert here is not None, "the line with the cursor was made an agreement"
        agreement = here

        def write(filled: AgreementLine | None) -> None:
            if filled is not None:
                lines = task_line(filled, self.context.environment.language)
                self.editor.write_agreement(agreement, lines)

        names, today = self.current.names, self.context.environment.now().date()
        self.app.push_screen(AgreementDialog(agreement, names, today), write)

    @on(AgreementsPanel.Chosen)
    def _go_to_agreement(self, message: AgreementsPanel.Chosen) -> None:
        self.go_to_panel("notes")
        self.editor.go_to_line(message.line)

    # Cards

    def action_draw(self) -> None:
        """The next card comes on the table."""
        self._after_typing(self._draw)

    def _draw(self) -> None:
        self._read_notes()
        before = tuple(card.question for card in self.current.cards)
        now = self.context.environment.now()
        drawn = draw_card(self.route, self.current, self.context.decks.cards, self.theme, now)
        if isinstance(drawn, NoCard):
            self.tell(_(words.NO_CARD[drawn]))
            return
        if drawn.shuffled:
            self.tell(_("All cards have had their turn. They were shuffled again."))
        if self.context.settings.writes_card_headings:
            self.editor.write_section(drawn.card.question, before)
        self._change(replace(drawn.meeting, notes=self.editor.text))

    def action_another(self) -> None:
        """This card goes back under the pile and another comes."""
        self._after_typing(self._another)

    def _another(self) -> None:
        if self._has_card():
            self._read_notes()
            self._change(put_card_back(self.current))
            self._draw()

    def action_set_aside(self) -> None:
        """This card does not come back for this family."""
        self._after_typing(self._set_aside)

    def _set_aside(self) -> None:
        if self._has_card():
            self._read_notes()
            self.opened.put(set_card_aside(self.route, self.current))
            self.show_meeting()
            self.tell(
                _("This card stays aside for this family. At the route you can take it back.")
            )

    def _has_card(self) -> bool:
        if not self.has_card:
            self.tell(_("There is no card on the table yet. F2 draws one."))
        return self.has_card

    def action_choose_theme(self) -> None:
        """Only cards of one theme, or all again."""
        from relroute_tui.ui.dialogs.theme import ThemeDialog

        left = {theme: self.cards_left(theme) for theme in (None, *Theme)}

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                self.theme = Theme(chosen) if chosen else None

        self.app.push_screen(ThemeDialog(left, self.theme), choose)

    def action_large(self) -> None:
        """The card so large that everyone can read it."""
        from relroute_tui.ui.dialogs.large import LargeScreen

        if self._has_card():
            question = self.card.question if self.card else self.current.cards[-1].question
            self.app.push_screen(LargeScreen(question))

    def action_switch_headings(self) -> None:
        """A drawn card starts a section in the notes, or not any more."""
        try:
            self.context.change_settings(
                lambda kept: replace(kept, writes_card_headings=not kept.writes_card_headings)
            )
        except StorageError as problem:
            self.tell(problem_sentence(problem))
        self.tell(
            _("A drawn card starts a section in the notes.")
            if self.context.settings.writes_card_headings
            else _("A drawn card leaves the notes as they are.")
        )

    # People and agenda

    @on(PeoplePanel.Moved)
    def _move(self, message: PeoplePanel.Moved) -> None:
        now = self.context.environment.now()
        self._change(with_move(self.current, message.participant_id, now))

    @on(PeoplePanel.TurnGiven)
    def _give_turn(self, message: PeoplePanel.TurnGiven) -> None:
        if message.participant_id in {person.id for person in self.current.present}:
            self._change(with_turn(self.current, message.participant_id))

    def action_next_turn(self) -> None:
        """The turn goes to the next speaker."""
        meeting = with_next_turn(self.current, self.route.finished_meetings)
        self._change(meeting)
        if meeting.turn and self.hides("people"):
            name = next(each.name for each in meeting.present if each.id == meeting.turn)
            self.tell(_("{name} has the turn now.").format(name=name))

    def action_guest(self) -> None:
        """Somebody joins on the spot."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def add(guest: Participant | None) -> None:
            if guest is not None:
                now = self.context.environment.now()
                self._change(with_guest(self.current, guest, now))
                if self.hides("people"):
                    self.tell(_("{name} is at the table now.").format(name=guest.name))

        self.app.push_screen(PersonDialog(self.current.names), add)

    def action_next_step(self) -> None:
        """One step on in the agenda."""
        before = self.current.agenda
        agenda = before.next_step(self.context.environment.now())
        self._go_to(agenda)
        comes_to_it = agenda != before and agenda.step.id == LOOKING_BACK
        if comes_to_it and open_agreements(self.route):
            self.action_look_back()

    def action_look_back(self) -> None:
        """A round past everything that was agreed before."""
        self._after_typing(self._look_back)

    def _look_back(self) -> None:
        from relroute_tui.ui.screens.looking_back.screen import LookBackScreen

        self._read_notes()
        if not open_agreements(self.route):
            self.tell(_("There is no agreement of an earlier meeting to look back on."))
            return
        self.app.push_screen(LookBackScreen(self.context, self.opened, self._meeting_id))

    def action_previous_step(self) -> None:
        """One step back in the agenda."""
        self._go_to(self.current.agenda.previous_step(self.context.environment.now()))

    def _go_to(self, agenda: Agenda) -> None:
        """A step with cards of its own lets go of the theme that was chosen before it."""
        if agenda.step.deck not in (None, DeckKind.THEME):
            self.theme = None
        self._change(replace(self.current, agenda=agenda))

    def action_choose_agenda(self) -> None:
        """Another kind of meeting; where we are stays, if it has that step too."""
        from relroute_tui.ui.dialogs.agenda import AgendaDialog

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                steps = self.context.steps_of(chosen)
                now = self.context.environment.now()
                self._go_to(self.current.agenda.with_steps(steps, now))

        self.app.push_screen(AgendaDialog(self.context.agendas, self.current.agenda.steps), choose)

    def action_back(self) -> None:
        """Out of the notes; from another panel, back to the route."""
        if self.panel == "notes":
            self.go_to_panel("deck")
        else:
            self._read_notes()
            self.dismiss(False)

    def action_round_off(self) -> None:
        """Read back, everyone responds, close."""
        self._after_typing(self._round_off)

    def _round_off(self) -> None:
        from relroute_tui.ui.screens.closing.screen import ClosingScreen

        self._read_notes()

        def closed(finished: bool | None) -> None:
            if finished:
                self.dismiss(True)
            else:  # it may have completed an agreement in the notes
                self.editor.take_over(self.current.notes)

        self.app.push_screen(ClosingScreen(self.context, self.opened, self._meeting_id), closed)
