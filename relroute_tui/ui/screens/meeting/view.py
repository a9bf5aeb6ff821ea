"""The table of a meeting: what lies on it, and the way round it from panel to panel."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.color import Color
from textual.containers import Container
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.cards.drawing import choice_at
from relroute_tui.domain.cards.pile import Choice, count_had, count_left
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.notes.live import LiveAgreements
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route, open_agreements
from relroute_tui.language import N_, _, words
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.base.panels import TabbedScreen
from relroute_tui.ui.base.save_status import not_saved_notice, save_sentence
from relroute_tui.ui.context import AppContext
from relroute_tui.ui.screens.meeting.agenda_line import AgendaLine
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor
from relroute_tui.ui.screens.meeting.people_panel import PeoplePanel
from relroute_tui.ui.widgets.tabs_line import tabs_line

if TYPE_CHECKING:
    from relroute_tui.content.decks import Decks

DRAW_LARGE_AFTER = 0.1
"""Seconds after a card came: the card itself comes first."""
SHOW_MINUTES_EVERY = 5.0
"""Seconds."""
FULL_NOTICE_FOR = 15.0
"""Seconds that the whole sentence about a failed save stays; its short form stays till the end."""


class _Panels(Container):
    """Its panels cover it all."""

    BLANK = True


class MeetingView(TabbedScreen[bool]):
    """Shows one meeting of an opened route. It changes nothing; a meeting is held by its heir."""

    PANELS = {
        "people": N_("At the table"),
        "deck": N_("Cards"),
        "notes": N_("Notes"),
        "agreements": N_("Agreements"),
    }

    # None of these is drawn by the table itself: its panels draw what they are handed.
    meeting: reactive[Meeting | None] = reactive(None, repaint=False)
    card: reactive[Card | None] = reactive(None, repaint=False)
    people: reactive[tuple[Participant, ...]] = reactive((), repaint=False)
    theme: reactive[Theme | None] = reactive(None, repaint=False)
    lines: reactive[tuple[AgreementLine, ...]] = reactive((), repaint=False)
    hints: reactive[tuple[str, ...]] = reactive((), repaint=False)
    sentence: reactive[str] = reactive("", repaint=False)
    """What this step asks of the facilitator."""
    panel = reactive("notes", repaint=False)

    agenda_line = getters.query_one(AgendaLine)
    deck = getters.query_one(DeckPanel)
    editor = getters.query_one(NotesEditor)

    class Saved(Message):
        """The store has something to say about the last save."""

        def __init__(self, status: SaveStatus) -> None:
            super().__init__()
            self.status = status

    class DecksRead(Message):
        """The decks were read in the background."""

        def __init__(self, decks: "Decks") -> None:
            super().__init__()
            self.decks = decks

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__()
        self.context = context
        self.opened = opened
        self._meeting_id = meeting_id
        self._stop_listening: Callable[[], None] = lambda: None
        self._agreements = LiveAgreements()
        self._reads_word_lists = False
        self.add_class(f"-at-{self.panel}", update=False)

    @property
    def route(self) -> Route:
        """The route as it is now."""
        return self.opened.route

    @property
    def current(self) -> Meeting:
        """The meeting as it is now."""
        meeting = self.route.meeting(self._meeting_id)
        assert meeting is not None
        return meeting

    def compose_body(self) -> Iterable[Widget]:
        """The agenda, three panels and the agreements."""
        yield AgendaLine()
        yield Static("", id="sentence", markup=False)
        with _Panels(id="table"):
            people = PeoplePanel(id="people", classes="panel")
            yield people.data_bind(MeetingView.meeting)
            deck = DeckPanel(id="deck", classes="panel")
            yield deck.data_bind(MeetingView.card, MeetingView.people, MeetingView.theme)
            environment = self.context.environment
            editor = NotesEditor(
                self.current.notes, language=environment.language, today=environment.now().date()
            )
            editor.id = "notes"
            editor.add_class("panel", update=False)
            editor.border_title = _("Notes")
            yield editor
        hints, lines = self._read_agreements(editor)
        self.set_reactive(MeetingView.hints, hints)
        self.set_reactive(MeetingView.lines, lines)
        holding = len(open_agreements(self.opened.route))
        agreements = AgreementsPanel(lines, hints, holding, id="agreements")
        yield agreements.data_bind(MeetingView.hints, MeetingView.lines)

    def on_mount(self) -> None:
        """The cursor stands in the notes, at the end."""
        self._stop_listening = self.opened.listen(self._hear)
        self._show_saved(self.opened.status)
        self.show_meeting()
        self.editor.move_cursor(self.editor.document.end)
        self.go_to_panel("notes")
        if not self.context.decks_are_read:
            self.after_first_frame(self._read_decks)
        self.set_interval(SHOW_MINUTES_EVERY, self._show_time)

    @on(Resize)
    def _name_panels(self) -> None:
        self.show_tabs()

    def show_tabs(self) -> None:
        """Where only one panel shows, its frame names them all: no row is spent on it."""
        is_narrow = self.is_narrow
        if is_narrow or self.deck.names is not None:
            tabs = tabs_line(self.PANELS, self.panel) if is_narrow else None
            self.deck.names = tabs
            for panel in ("people", "notes", "agreements"):
                title = Content(_(self.PANELS[panel])) if tabs is None else tabs
                self.query_one(f"#{panel}").border_title = title

    def hides(self, panel: str) -> bool:
        """Whether the window is so narrow that another panel stands in the place of this one."""
        return self.is_narrow and self.panel != panel

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        self._stop_listening()

    def show_meeting(self) -> None:
        """Show the meeting as it is now; the notes are the editor's own."""
        meeting = self.current
        self.meeting = meeting
        self.people = meeting.present
        self.editor.names = meeting.names
        self.show_agreements()
        self._show_cards(meeting)
        self._show_time()

    def show_agreements(self) -> None:
        """Show what the notes say now; nothing else of the meeting depends on them."""
        self.hints, self.lines = self._read_agreements(self.editor)
        reads = self._reads_word_lists or self.context.knows_hints
        if self.lines and self.context.decks_are_read and not reads:
            self._reads_word_lists = True  # after the decks, so that one thread does for both
            self.after_first_frame(self._read_word_lists)

    def _read_agreements(
        self, editor: NotesEditor
    ) -> tuple[tuple[str, ...], tuple[AgreementLine, ...]]:
        """The agreements in the notes, and before them what could be plainer in each."""
        names = self.current.names
        on = meeting_day(self.current)
        lines = self._agreements.read(editor.document.lines, names, on)
        return tuple(self.context.hint(line, names) for line in lines), lines

    def _show_cards(self, meeting: Meeting) -> None:
        if self.context.decks_are_read:
            current = meeting.pile.current
            card = self.context.decks.card(current) if current else None
            cards, choice = self.context.decks.cards, self._choice(self.theme)
            self.card = card if card is None or card.kind is choice.deck else None
            asked = [card for card in cards if card.kind is choice.deck]
            self.deck.deck = choice.deck
            had, left = count_had(asked, meeting.pile), count_left(asked, meeting.pile, choice)
            self.deck.count = (had, left)

    @property
    def has_card(self) -> bool:
        """Whether a card lies on the table; a step with cards of its own begins with none.

        A card that is in no deck any more still lies there, by its question.
        """
        current = self.current.pile.current
        card = self.context.decks.card(current) if current else None
        here = self._choice(self.theme).deck
        return current is not None and (card is None or card.kind is here)

    def watch_card(self, card: Card | None) -> None:
        """Say why this card comes now, where that is told in the questionnaires or the talks.

        And whoever wants it large finds it drawn.
        """
        if self.is_mounted:
            self.deck.why = self._why(card) if card and card.theme else ""
        if card is not None and self.app.console.color_system == "truecolor":
            self.set_timer(DRAW_LARGE_AFTER, lambda: self._draw_large(card.question))

    def _why(self, card: Card) -> str:
        meeting = self.current
        if card.theme not in meeting.themes:
            return ""
        from relroute_tui.domain.questionnaire.comparison import (
            mirrored,  # few meetings have such themes
        )
        from relroute_tui.domain.questionnaire.first_themes import why_first
        from relroute_tui.language.comparison_words import because

        parents = self.context.questionnaire_for(Role.PARENT)
        carers = self.context.questionnaire_for(Role.CARER)
        pairs = mirrored(parents, carers) if parents and carers else ()
        reason = why_first(self.route, meeting, card.theme, pairs)
        return because(reason) if reason else ""

    @work(thread=True, exclusive=True, group="large")
    def _draw_large(self, question: str) -> None:
        from relroute_tui.ui.widgets.letters.letter import letter

        colours = self.app.theme_variables
        ink, paper = (Color.parse(colours[name]) for name in ("ink", "paper"))
        letter(question, *self.app.size, ink=ink, paper=paper, true_colour=True)

    def cards_left(self, theme: Theme | None) -> int:
        """How many cards of a theme, or of all, are still to come at this table."""
        meeting = self.current
        return count_left(self.context.decks.cards, meeting.pile, self._choice(theme))

    def _choice(self, theme: Theme | None) -> Choice:
        return choice_at(self.route, self.current, theme, self.context.decks.cards)

    def _show_time(self) -> None:
        meeting = self.current
        line = self.agenda_line
        line.heading = _("The route of {name}").format(name=self.route.nickname)
        line.subheading = _("meeting {n} · {phase}").format(
            n=self.route.number_of(meeting), phase=_(words.PHASES[self.route.phase])
        )
        line.agenda = meeting.agenda
        line.minutes = meeting.agenda.minutes_left(self.context.environment.now())
        self.sentence = meeting.agenda.step.sentence

    def watch_sentence(self, sentence: str) -> None:
        """Only another step says another sentence: an update costs a layout."""
        for line in self.query("#sentence").results(Static):
            line.update(sentence)

    def watch_theme(self) -> None:
        """Count the cards of this theme."""
        if self.is_mounted:
            self._show_cards(self.current)

    # What comes from the background

    @work(thread=True)
    def _read_decks(self) -> None:
        """Nobody waits for the cards to start typing."""
        self.post_message(self.DecksRead(self.context.decks))

    @work(thread=True)
    def _read_word_lists(self) -> None:
        """Nor for a hint about an agreement."""
        self.context.read_word_lists()
        self.app.call_from_thread(self.show_agreements)

    @on(DecksRead)
    def _show_decks(self, message: DecksRead) -> None:
        self.show_meeting()
        if message.decks.faults:
            first = message.decks.faults[0]
            self.tell(
                _("{file}, line {line}: {fault} The other cards work.").format(
                    file=first.path.name, line=first.line, fault=first.sentence
                )
            )

    def _hear(self, status: SaveStatus) -> None:
        self.post_message(self.Saved(status))

    @on(Saved)
    def _on_saved(self, message: Saved) -> None:
        self._show_saved(message.status)

    def _show_saved(self, status: SaveStatus) -> None:
        self.editor.set_border_subtitle(save_sentence(status))
        failed = status.reason is not None
        if failed and not self.editor.has_class("-not-saved"):
            self.notify(not_saved_notice(status), markup=False, timeout=FULL_NOTICE_FOR)
        self.editor.set_class(failed, "-not-saved")
