"""One meeting of an opened route, and what can be done to it. It knows no screen."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.context import AppContext
from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.domain.attendance import (
    may_have_turn,
    with_guest,
    with_move,
    with_next_turn,
    with_place_changed,
    with_turn,
)
from relroute_tui.domain.cards.card import Card, DeckKind, Theme, youngest_at
from relroute_tui.domain.cards.drawing import (
    Drawn,
    choice_at,
    draw_card,
    put_card_back,
    set_card_aside,
)
from relroute_tui.domain.cards.pile import Choice, NoCard, count_had, count_left
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.notes.lines import words_begin
from relroute_tui.domain.notes.live import LiveAgreements
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route
from relroute_tui.storage.open_route import OpenRoute

if TYPE_CHECKING:  # loaded once there is a television, and not before
    from relroute_tui.audience.choosing import AtTheTable
    from relroute_tui.domain.cards.translation import CardTranslation


class MeetingController:
    """Reads the meeting from its route, and puts every change back into it."""

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        self.context = context
        self.opened = opened
        self.meeting_id = meeting_id
        self.theme: Theme | None = None
        """The theme that was chosen; None for all."""
        self.lines: tuple[AgreementLine, ...] = ()
        """The agreements in the notes, as they were read last."""
        self.hints: tuple[str, ...] = ()
        """Hint for each of `lines`: what could be plainer, and who has their own view on it."""
        self._agreements = LiveAgreements()

    @property
    def route(self) -> Route:
        """The route as it is now."""
        return self.opened.route

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        meeting = self.route.meeting(self.meeting_id)
        assert meeting is not None
        return meeting

    @property
    def now(self) -> datetime:
        """The moment that it is."""
        return self.context.environment.now()

    def change(self, meeting: Meeting) -> None:
        """Put the meeting back into its route, to be saved."""
        self.opened.put(self.route.with_meeting(meeting))

    # Notes and agreements

    def take_notes(self, notes: str) -> bool:
        """Take over the notes; False where they are what the route holds."""
        is_news = notes != self.meeting.notes
        if is_news:
            self.change(replace(self.meeting, notes=notes))
        return is_news

    def read_agreements(self, lines: Sequence[str]) -> None:
        """Read the agreements in the lines of the notes, and what could be plainer in each."""
        names, day = self.meeting.names, meeting_day(self.meeting)
        self.lines = self._agreements.read(lines, names, day)
        self.hints = tuple(
            "  ".join(
                filter(None, (self.context.texts.hint(line, names), self._views_on(line.text)))
            )
            for line in self.lines
        )

    def asks_again_at(self, row: int) -> bool:
        """Return whether people responded to other words of the agreement in this row."""
        if not self.meeting.responses:
            return False
        from relroute_tui.domain.earlier_words import asked_again  # few go back to the notes

        here = (line for line in self.lines if line.line <= row < line.line + line.height)
        return any(asked_again(self.meeting, line.wording) for line in here)

    def views_beside(self, line: str) -> str:
        """Say whose own view stands beside a line of the notes; "" where nobody's does."""
        return self._views_on(line[words_begin(line) :].strip())

    def _views_on(self, sentence: str) -> str:
        if not self.route.statements or not sentence:
            return ""
        from relroute_tui.language.statement_words import whose_views

        return whose_views(
            view
            for view in self.route.statements
            if view.about.meeting_id == self.meeting_id and view.about.sentence == sentence
        )

    # Cards

    @property
    def card(self) -> Card | None:
        """The card on the table, as heavy as it is for those present.

        A step with cards of its own begins with none.
        """
        current = self.meeting.pile.current
        card = self.context.texts.decks.card(current) if current else None
        if card is None or card.kind is not self.deck:
            return None
        return card.weighed_for(youngest_at(self.meeting.present))

    @property
    def has_card(self) -> bool:
        """Whether a card lies on the table.

        One that is in no deck any more still lies there, by its question.
        """
        current = self.meeting.pile.current
        card = self.context.texts.decks.card(current) if current else None
        return current is not None and (card is None or card.kind is self.deck)

    @property
    def question(self) -> str:
        """The question of the card on the table."""
        return self.card.question if self.card else self.meeting.cards[-1].question

    @property
    def second_language(self) -> str:
        """The language in which the card comes too; "" where nobody here reads another best."""
        return self.context.texts.card_languages.beside(self.meeting)

    @property
    def translation(self) -> "CardTranslation | None":
        """The card on the table in the second language; None where it is not translated or read."""
        language = self._language_read
        if not language or self.card is None:
            return None
        return self.context.texts.card_languages.cards(language).get(self.card.id)

    @property
    def _language_read(self) -> str:
        """The second language once its cards were read; "" before that, and where there is none."""
        language = self.second_language
        return language if self.context.texts.card_languages.has_read(language) else ""

    @property
    def deck(self) -> DeckKind:
        """The kind of cards that this step of the agenda asks for."""
        return self._choice(self.theme).deck

    @property
    def count(self) -> tuple[int, int]:
        """Numbers of cards of this kind that had their turn, and that are still to come."""
        choice, pile = self._choice(self.theme), self.meeting.pile
        asked = [card for card in self.context.texts.decks.cards if card.kind is choice.deck]
        return count_had(asked, pile), count_left(asked, pile, choice)

    def cards_left(self, theme: Theme | None) -> int:
        """Return how many cards of a theme, or of all, are still to come at this table."""
        return count_left(self.context.texts.decks.cards, self.meeting.pile, self._choice(theme))

    def _choice(self, theme: Theme | None) -> Choice:
        return choice_at(self.route, self.meeting, theme, self.context.texts.decks.cards)

    def draw(self) -> Drawn | NoCard:
        """Return the next card with the meeting that has it on the table, or why there is none."""
        cards = self.context.texts.decks.cards
        return draw_card(self.route, self.meeting, cards, self.theme, self.now)

    def put_card_back(self) -> None:
        """Put the card on the table back under the pile."""
        self.change(put_card_back(self.meeting))

    def set_card_aside(self) -> None:
        """Keep the card on the table from this family."""
        self.opened.put(set_card_aside(self.route, self.meeting))

    def reason_for(self, card: Card | None) -> str:
        """Return why this card comes now, where questionnaires or talks say so; or nothing."""
        meeting = self.meeting
        if card is None or card.theme is None or card.theme not in meeting.themes:
            return ""
        # Few meetings have such themes.
        from relroute_tui.domain.questionnaire.comparison import mirrored
        from relroute_tui.domain.questionnaire.first_themes import why_first
        from relroute_tui.language.comparison_words import because

        parents = self.context.texts.questionnaire_for(Role.PARENT)
        carers = self.context.texts.questionnaire_for(Role.CARER)
        pairs = mirrored(parents, carers) if parents and carers else ()
        reason = why_first(self.route, meeting, card.theme, pairs)
        return because(reason) if reason else ""

    # What everyone may see

    def agreed(self, typed_at: int | None = None) -> tuple[AgreementLine, ...]:
        """Return the agreements in the notes that everyone may see: none in most steps.

        Line `typed_at` of the notes is being typed, so an agreement there is left out.
        """
        if not self.meeting.agenda.step.is_about_agreements:
            return ()
        return tuple(
            line
            for line in self.lines
            if line.text
            and (typed_at is None or not line.line <= typed_at < line.line + line.height)
        )

    def place(self, typed_at: int | None = None) -> "AtTheTable":
        """Return where the meeting is; `typed_at` is the line of the notes that is being typed."""
        from relroute_tui.audience.choosing import AtTheTable

        agreed = self.agreed(typed_at)
        if not (self.context.texts.decks_are_read and self.has_card):
            return AtTheTable(self.meeting, agreed=agreed)
        card, translation = self.card, self.translation
        missing_in = self._language_read if card is not None and translation is None else ""
        return AtTheTable(self.meeting, self.question, card, agreed, translation, missing_in)

    # People

    def move(self, participant_id: str) -> None:
        """Let somebody come to the table, or leave it."""
        self.change(with_move(self.meeting, participant_id, self.now))

    def change_place(self, participant_id: str) -> None:
        """Let somebody go on from elsewhere, or in the room."""
        self.change(with_place_changed(self.meeting, participant_id, self.now))

    def choose_language(self, participant_id: str, language: str) -> None:
        """Let somebody read this language best, from now on."""
        from relroute_tui.domain.second_language import with_language  # few people have one

        self.opened.put(with_language(self.route, self.meeting, participant_id, language))

    def give_turn(self, participant_id: str) -> None:
        """Give the turn to somebody who is here; an interpreter has none of their own."""
        if may_have_turn(self.meeting, participant_id):
            self.change(with_turn(self.meeting, participant_id))

    def pass_turn(self) -> Participant | None:
        """Give the turn to the next speaker, and return who that is."""
        self.change(with_next_turn(self.meeting, self.route.finished_meetings))
        turn = self.meeting.turn
        return self.meeting.person(turn) if turn else None

    def change_person(self, person: Participant) -> None:
        """Take over what somebody is called and who they are, at the table and on the route."""
        from relroute_tui.domain.renaming import with_person  # few names are put right

        self.opened.put(with_person(self.route, self.meeting_id, person))

    def add_guest(self, guest: Participant) -> None:
        """Let somebody join for this meeting."""
        self.change(with_guest(self.meeting, guest, self.now))

    # Agenda

    def step(self, change: Callable[[Agenda, datetime], Agenda]) -> None:
        """Change the agenda; a step with cards of its own lets go of the theme chosen before."""
        agenda = change(self.meeting.agenda, self.now)
        if agenda.step.deck not in (None, DeckKind.THEME):
            self.theme = None
        self.change(replace(self.meeting, agenda=agenda))

    def use_steps(self, steps: tuple[Step, ...]) -> None:
        """Take other steps; the current one stays."""
        self.step(lambda agenda, _now: agenda.with_steps(steps))

    def resume(self, after: timedelta) -> None:
        """Take a pause off the minutes of this step."""
        self.step(lambda agenda, _now: agenda.resumed(after))
