"""The opening or the closing round, one person and one question at a time."""

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from relroute_tui.domain.meeting import responders
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.scores_over_time import usual_way
from relroute_tui.domain.questionnaire.answers import UNANSWERED, Answer, Silence
from relroute_tui.domain.scores import AnsweredWith, CheckIn, CheckOut, Scale
from relroute_tui.language import _, score_words
from relroute_tui.ui.commands import Command
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.check_in.round import EVERY_COMMAND, Round
from relroute_tui.ui.screens.check_in.score_field import ScoreAnswer, is_shown
from relroute_tui.ui.screens.questionnaire.field import Field
from relroute_tui.ui.screens.questionnaire.one_question import (
    RATHER_NOT,
    OneQuestionScreen,
    bindings_past_fields,
)
from relroute_tui.ui.screens.questionnaire.silences import Silences
from relroute_tui.ui.widgets.large_letters import LargeLetters

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class RoundScreen(OneQuestionScreen):
    """Asks everyone who is here in turn. What is given is kept at once; nobody has to.

    Somebody is asked in the way in which they answered last, whoever they are; at first that is
    with faces, for everyone.
    """

    SCREEN_COMMANDS = EVERY_COMMAND
    BINDINGS: ClassVar[list[BindingType]] = bindings_past_fields(EVERY_COMMAND)

    def __init__(self, round: Round[CheckIn] | Round[CheckOut]) -> None:
        self._round: Round[Any] = round
        self._ways: dict[str, AnsweredWith] = {}
        """What was chosen here by whoever has not answered in that way yet."""
        self._passed: set[tuple[str, Scale]] = set()
        self._asked = self._all_questions()
        first = (
            place
            for place, (person, _scale) in enumerate(self._asked)
            if round.given_by(person) is None
        )
        super().__init__(round.title, len(self._asked), next(first, 0))
        self.add_class("-easy")

    # What it is about

    @property
    def purpose(self) -> str:
        """Purpose of this round."""
        return self._round.about

    def commands(self) -> tuple[Command, ...]:
        """Return the commands of this round."""
        return self._round.commands

    def for_the_audience(self) -> "View":
        """Show the question to everyone; who is asked, and what they give, stays here."""
        return self._round.for_the_audience()

    # The questions

    def _all_questions(self) -> tuple[tuple[Participant, Scale], ...]:
        return tuple(product(responders(self._round.meeting), self._round.scales))

    def _ask_anew(self) -> None:
        """Ask the questions that there are now, from the first to whoever is asked."""
        person, _scale = self._asked[self.place]
        self.take_what_stands_there()
        self._asked = self._all_questions()
        self._number = len(self._asked)
        people = [each for each, _scale in self._asked]
        self.call_later(self._go_to, people.index(person))

    def compose_body(self) -> Iterable[Widget]:
        """Show the question in letters that can be read from afar."""
        for widget in super().compose_body():
            if isinstance(widget, LargeLetters):
                widget.from_afar = True
            yield widget

    def below(self) -> Iterable[Widget]:
        """Yield the way to pass."""
        yield Silences({Silence.RATHER_NOT: key_for(RATHER_NOT)})

    def question_at(self, place: int) -> str:
        """Return the question, with the name of whom it is for."""
        person, scale = self._asked[place]
        return _(score_words.QUESTIONS[scale]).format(name=person.name)

    def about(self, place: int) -> Content:
        """Return what was given in another way than is asked now; mostly nothing."""
        person, scale = self._asked[place]
        score = self._kept_of(person).score_on(scale)
        if score is None or is_shown(score, self._way_of(person)):
            return Content("")
        stays = _("Given: {score}. It stays until something else is chosen.")
        return Content(stays.format(score=score_words.score_text(score)))

    def field_at(self, place: int) -> Field:
        """Return the faces, the steps or the numbers, with what was given."""
        self._show_silence()
        person, scale = self._asked[place]
        given = self._kept_of(person)
        word = given.word if scale is self._round.scales[-1] else None
        return ScoreAnswer(self._way_of(person), scale, given.score_on(scale), word)

    def _way_of(self, person: Participant) -> AnsweredWith:
        chosen = self._ways.get(person.id)
        return chosen or usual_way(self._round.opened.route, person.id) or AnsweredWith.FACES

    def _kept_of(self, person: Participant) -> CheckIn | CheckOut:
        kept: CheckIn | CheckOut = self._round.given_by(person) or self._round.nothing_of(person)
        return kept

    # The answers

    def keep_answer(self, answer: Answer) -> None:
        """Keep what stands in the field; what was given in another way stays until then."""
        field = self._field
        assert isinstance(field, ScoreAnswer)
        person, scale = self._asked[self.place]
        before = self._kept_of(person)
        given = before if field.score is None else before.with_score(scale, field.score)
        if scale is self._round.scales[-1]:
            given = replace(given, word=answer.words.strip())
        if given != before:
            self._passed.discard((person.id, scale))
            self._round.keep(given)
            self._show_silence()

    @on(Silences.Chosen)
    def _silent(self, message: Silences.Chosen) -> None:
        self.action_be_silent(message.silence.value)

    def action_be_silent(self, silence: str) -> None:  # noqa: ARG002
        """Rather not say: as good as any answer. What was given here is taken away."""
        if self._field is None:
            return
        person, scale = self._asked[self.place]
        given = self._kept_of(person).with_score(scale, None)
        if scale is self._round.scales[-1]:
            given = replace(given, word="")
        self._passed.add((person.id, scale))
        self._field.show(UNANSWERED)
        self._round.keep(given)
        self._show_silence()

    def _show_silence(self) -> None:
        person, scale = self._asked[self.place]
        given = self._round.given_by(person)
        has_passed = (person.id, scale) in self._passed
        has_passed = has_passed or (given is not None and not given.is_given)
        self.query_one(Silences).silence = Silence.RATHER_NOT if has_passed else None

    # Another way

    def action_switch_way(self) -> None:
        """Ask this person in the next way."""
        if self.is_at_the_end:
            return
        person, _scale = self._asked[self.place]
        ways = list(AnsweredWith)
        following = ways.index(self._way_of(person)) + 1
        self.take_what_stands_there()
        self._ways[person.id] = ways[following % len(ways)]
        self.call_later(self._go_to, self.place)

    # The way out

    def the_end(self) -> str:
        """Return what is said after the last person, or where there is nobody."""
        return self._round.the_end(is_nobody_here=not self._asked)

    def action_switch_more(self) -> None:
        """Ask everyone more questions, or fewer again, where the round has both."""
        if self._round.switch_more():
            self._ask_anew()

    def action_onwards(self) -> None:
        """Go on behind the round; whoever was not asked need not be."""
        self.take_what_stands_there()
        self.dismiss(True)

    def action_show_all(self) -> None:
        """Show the sheet for everyone."""
        self.take_what_stands_there()
        self._round.show_sheet(self)
