"""The meeting: the screen that lies on the table between people."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from textual import getters, on
from textual.containers import Container
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, TextArea

from relroute_tui.domain.cards import (
    Card,
    Choice,
    NoCard,
    Theme,
    draw,
    left_in,
    next_card,
    put_back,
    shuffle_again,
)
from relroute_tui.domain.meeting import (
    DrawnCard,
    Meeting,
    times_drawn,
    with_card,
    with_card_put_back,
    with_guest,
    with_move,
    with_next_turn,
)
from relroute_tui.domain.notes import AgreementLine, agreements_in, task_line, with_agreement
from relroute_tui.domain.participant import Participant
from relroute_tui.language import N_, _, words
from relroute_tui.problems import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.commands import bindings_of
from relroute_tui.ui.desk import Desk
from relroute_tui.ui.meeting.agenda_line import AgendaLine
from relroute_tui.ui.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.meeting.commands import MEETING_COMMANDS
from relroute_tui.ui.meeting.deck_panel import DeckPanel
from relroute_tui.ui.meeting.notes_editor import NotesEditor
from relroute_tui.ui.meeting.people_panel import PeoplePanel
from relroute_tui.ui.room import Room
from relroute_tui.ui.save_line import save_sentence

READ_NOTES_AFTER = 0.1
"""Seconds after a key in which the agreements are read again and the notes are handed on."""
SHOW_MINUTES_EVERY = 5.0
"""Seconds."""


class MeetingScreen(Room[bool]):
    """One meeting. Its result is whether it was rounded off."""

    CSS_PATH = ["../room.tcss", "../widgets/paper_card.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the meeting. On the left who is here, in the middle the cards, on the right what "
        "is said. Everyone may read along."
    )
    ROOM_COMMANDS = MEETING_COMMANDS
    BINDINGS = bindings_of(MEETING_COMMANDS)
    PANELS: ClassVar[tuple[str, ...]] = ("people", "deck", "notes", "agreements")

    meeting: reactive[Meeting | None] = reactive(None)
    card: reactive[Card | None] = reactive(None)
    people: reactive[tuple[Participant, ...]] = reactive(())
    theme: reactive[Theme | None] = reactive(None)
    lines: reactive[tuple[AgreementLine, ...]] = reactive(())
    panel: reactive[str] = reactive("notes")

    _agenda_line = getters.query_one(AgendaLine)
    _deck = getters.query_one(DeckPanel)
    _editor = getters.query_one(NotesEditor)

    @dataclass
    class Saved(Message):
        """The store has something to say about the last save."""

        status: SaveStatus

    def __init__(self, desk: Desk, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._meeting_id = meeting_id
        self._notes_to_read = False
        self._stop_listening: Callable[[], None] = lambda: None

    def furnish(self) -> Iterable[Widget]:
        """The agenda, three panels and the agreements."""
        meeting = self._current
        yield AgendaLine()
        with Container(id="table"):
            people = PeoplePanel(id="people", classes="panel")
            yield people.data_bind(MeetingScreen.meeting)
            deck = DeckPanel(id="deck", classes="panel")
            yield deck.data_bind(MeetingScreen.card, MeetingScreen.people, MeetingScreen.theme)
            editor = NotesEditor(
                meeting.notes,
                language=self._desk.environment.language,
                today=self._desk.environment.now().date(),
            )
            editor.id = "notes"
            editor.add_class("panel")
            editor.border_title = _("Notes")
            yield editor
        agreements = AgreementsPanel(id="agreements", classes="panel")
        yield agreements.data_bind(MeetingScreen.lines)

    @property
    def _current(self) -> Meeting:
        meeting = self._opened.route.meeting(self._meeting_id)
        assert meeting is not None
        return meeting

    def on_mount(self) -> None:
        """The cursor stands in the notes, at the end."""
        self._stop_listening = self._opened.listen(self._hear)
        self._show_saved(self._opened.status)
        self._show(self._current)
        self._editor.move_cursor(self._editor.document.end)
        self._focus_panel("notes")
        self.set_interval(SHOW_MINUTES_EVERY, self._show_time)

    def _hear(self, status: SaveStatus) -> None:
        self.post_message(self.Saved(status))

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        self._stop_listening()

    def on_screen_resume(self) -> None:
        """The closing may have completed an agreement in the notes."""
        if self.is_mounted:
            self._editor.take_over(self._current.notes)
            self._show(self._current)

    # The value: shown here, kept by the opened route.

    def _change(self, meeting: Meeting) -> None:
        self._opened.put(self._opened.route.with_meeting(meeting))
        self._show(meeting)

    def _show(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.people = meeting.present
        current = meeting.pile.current
        self.card = self._desk.decks.card(current) if current else None
        self._editor.names = meeting.names
        self.lines = agreements_in(self._editor.document.lines, meeting.names)
        self._deck.drawn = len(meeting.pile.kept)
        self._deck.left = left_in(self._desk.decks.cards, meeting.pile, self._choice)
        self._show_time()

    def _show_time(self) -> None:
        route, meeting = self._opened.route, self._current
        line = self._agenda_line
        line.heading = _("The route of {name}").format(name=route.nickname)
        line.subheading = _("meeting {n} · {phase}").format(
            n=route.number_of(meeting), phase=_(words.PHASES[route.phase])
        )
        line.agenda = meeting.agenda
        line.now = self._desk.environment.now()

    def watch_theme(self) -> None:
        """Count the cards of this theme."""
        if self.is_mounted and self.meeting:
            self._deck.left = left_in(self._desk.decks.cards, self.meeting.pile, self._choice)

    def before_leaving(self) -> None:
        """The last words are read before the app stops."""
        self._read_notes()

    def after_pause(self, length: timedelta) -> None:
        """A pause takes no time from the step."""
        meeting = self._current
        self._change(replace(meeting, agenda=meeting.agenda.resumed(length)))

    # Notes

    @on(TextArea.Changed)
    def _notes_changed(self) -> None:
        if not self._notes_to_read:
            self._notes_to_read = True
            self.set_timer(READ_NOTES_AFTER, self._read_notes)

    def _read_notes(self) -> None:
        if not self._notes_to_read:
            return
        self._notes_to_read = False
        meeting = replace(self._current, notes=self._editor.text)
        self._opened.put(self._opened.route.with_meeting(meeting))
        self.meeting = meeting
        self.lines = agreements_in(self._editor.document.lines, meeting.names)

    @on(Saved)
    def _on_saved(self, message: Saved) -> None:
        self._show_saved(message.status)

    def _show_saved(self, status: SaveStatus) -> None:
        self._editor.border_subtitle = save_sentence(status)
        self._editor.set_class(status.reason is not None, "-not-saved")

    def action_agreement(self) -> None:
        """The line with the cursor becomes an agreement."""
        self._focus_panel("notes")
        self._editor.agreement_here()

    def action_agreement_form(self) -> None:
        """A form for those who would rather pick than type; it writes the same line."""
        from relroute_tui.ui.dialogs.agreement import AgreementDialog

        self._read_notes()
        row = self._editor.cursor_location[0]
        here = next((a for a in self.lines if a.line <= row < a.line + a.height), None)
        if here is None:
            self.action_agreement()
            self._read_notes()
            here = next(a for a in self.lines if a.line == row)

        def write(filled: AgreementLine | None) -> None:
            if filled is not None:
                lines = task_line(filled, self._desk.environment.language)
                self._editor.take_over(
                    with_agreement(self._editor.text, here.line, here.height, lines)
                )
                self._editor.go_to_line(here.line)

        self.app.push_screen(
            AgreementDialog(here, self._current.names, self._desk.environment.language), write
        )

    @on(AgreementsPanel.Chosen)
    def _go_to_agreement(self, message: AgreementsPanel.Chosen) -> None:
        self._focus_panel("notes")
        self._editor.go_to_line(message.line)

    # Cards

    @property
    def _choice(self) -> Choice:
        route, meeting = self._opened.route, self._current
        return Choice(
            phase=route.phase,
            people=meeting.present,
            theme=self.theme,
            set_aside=frozenset(route.set_aside),
            drawn_before=times_drawn(route.finished_meetings),
            opened=any(not card.put_back for card in meeting.cards),
        )

    def action_draw(self) -> None:
        """The next card comes on the table."""
        self._read_notes()
        found = next_card(self._desk.decks.cards, self._current.pile, self._choice)
        if found is NoCard.DECK_THROUGH and self._current.pile.drawn:
            meeting = replace(self._current, pile=shuffle_again(self._current.pile))
            self._change(meeting)
            self.tell(_("All cards have had their turn. They were shuffled again."))
            found = next_card(self._desk.decks.cards, meeting.pile, self._choice)
        if isinstance(found, NoCard):
            self.tell(_(words.NO_CARD[found]))
        else:
            self._lay_down(found)

    def _lay_down(self, card: Card) -> None:
        meeting = self._current
        before = tuple(each.question for each in meeting.cards)
        drawn = DrawnCard(
            card_id=card.id,
            question=card.question,
            at=self._desk.environment.now(),
            theme=card.theme.value if card.theme else "",
        )
        if self._desk.settings.writes_card_headings:
            self._editor.write_section(card.question, before)
        meeting = replace(meeting, notes=self._editor.text)
        self._change(with_card(meeting, draw(meeting.pile, card), drawn))

    def action_another(self) -> None:
        """This card goes back under the pile and another comes."""
        if self._put_back():
            self.action_draw()
        else:
            self.tell(_("There is no card on the table yet. F2 draws one."))

    def _put_back(self) -> bool:
        self._read_notes()
        meeting = self._current
        if meeting.pile.current is None:
            return False
        self._change(with_card_put_back(meeting, put_back(meeting.pile)))
        return True

    def action_set_aside(self) -> None:
        """This card does not come back for this family."""
        card_id = self._current.pile.current
        if card_id is None or not self._put_back():
            return
        route = self._opened.route
        self._opened.put(replace(route, set_aside=(*route.set_aside, card_id)))
        self._show(self._current)
        self.tell(_("This card stays aside for this family. At the route you can take it back."))

    def action_choose_theme(self) -> None:
        """Only cards of one theme, or all again."""
        from relroute_tui.ui.dialogs.theme import ThemeDialog

        left = {
            theme: left_in(
                self._desk.decks.cards, self._current.pile, replace(self._choice, theme=theme)
            )
            for theme in (None, *Theme)
        }

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                self.theme = Theme(chosen) if chosen else None

        self.app.push_screen(ThemeDialog(left, self.theme), choose)

    def action_large(self) -> None:
        """The card so large that everyone can read it."""
        from relroute_tui.ui.dialogs.large import LargeScreen

        if self.card is None:
            self.tell(_("There is no card on the table yet. F2 draws one."))
        else:
            self.app.push_screen(LargeScreen(self.card.question))

    def action_switch_headings(self) -> None:
        """A drawn card starts a section in the notes, or not any more."""
        try:
            self._desk.change_settings(
                lambda kept: replace(kept, writes_card_headings=not kept.writes_card_headings)
            )
        except StorageError as problem:
            self.tell(problem_sentence(problem))
        self.tell(
            _("A drawn card starts a section in the notes.")
            if self._desk.settings.writes_card_headings
            else _("A drawn card leaves the notes as they are.")
        )

    # People and agenda

    @on(PeoplePanel.Moved)
    def _move(self, message: PeoplePanel.Moved) -> None:
        now = self._desk.environment.now()
        self._change(with_move(self._current, message.participant_id, now))

    @on(PeoplePanel.TurnGiven)
    def _give_turn(self, message: PeoplePanel.TurnGiven) -> None:
        if message.participant_id in {person.id for person in self._current.present}:
            self._change(replace(self._current, turn=message.participant_id))

    def action_next_turn(self) -> None:
        """The turn goes to the next speaker."""
        self._change(with_next_turn(self._current))

    def action_guest(self) -> None:
        """Somebody joins on the spot."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def add(guest: Participant | None) -> None:
            if guest is not None:
                now = self._desk.environment.now()
                self._change(with_guest(self._current, guest, now))

        self.app.push_screen(PersonDialog(self._current.names), add)

    def action_next_step(self) -> None:
        """One step on in the agenda."""
        meeting, now = self._current, self._desk.environment.now()
        self._change(replace(meeting, agenda=meeting.agenda.next_step(now)))

    def action_previous_step(self) -> None:
        """One step back in the agenda."""
        meeting, now = self._current, self._desk.environment.now()
        self._change(replace(meeting, agenda=meeting.agenda.previous_step(now)))

    # The way round the table

    def action_next_panel(self) -> None:
        """To the next panel."""
        self._step_panel(1)

    def action_previous_panel(self) -> None:
        """To the previous panel."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        place = self.PANELS.index(self.panel) + step
        self._focus_panel(self.PANELS[place % len(self.PANELS)])

    def _focus_panel(self, panel: str) -> None:
        self.panel = panel
        wanted = self.query_one(f"#{panel}")
        target = wanted if wanted.can_focus else wanted.query_one(OptionList)
        target.focus()

    def watch_panel(self, panel: str) -> None:
        """Below a certain width the panel that has the focus is the large one."""
        for each in self.PANELS:
            self.set_class(each == panel, f"-at-{each}")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep up with the mouse."""
        for widget in event.widget.ancestors_with_self:
            if widget.id in self.PANELS:
                self.panel = widget.id

    def action_back(self) -> None:
        """Out of the notes; from another panel, back to the route."""
        if self.panel == "notes":
            self._focus_panel("deck")
        else:
            self._read_notes()
            self.dismiss(False)

    def action_round_off(self) -> None:
        """Read back, everyone responds, close."""
        from relroute_tui.ui.closing.screen import ClosingScreen

        self._read_notes()

        def closed(finished: bool | None) -> None:
            if finished:
                self.dismiss(True)

        self.app.push_screen(ClosingScreen(self._desk, self._opened, self._meeting_id), closed)
