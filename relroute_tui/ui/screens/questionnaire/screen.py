"""One person's questionnaire, for the person who is at the keys."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from relroute_tui.domain.questionnaire.answers import UNANSWERED, Answer, Sheet, Silence
from relroute_tui.domain.questionnaire.filling_in import Question, first_open
from relroute_tui.language import N_, _
from relroute_tui.language.words import CATEGORIES
from relroute_tui.ui.commands import Command
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.questionnaire.field import Field
from relroute_tui.ui.screens.questionnaire.fields import field_for
from relroute_tui.ui.screens.questionnaire.one_question import (
    NEXT,
    PREVIOUS,
    RATHER_NOT,
    OneQuestionScreen,
    bindings_past_fields,
)
from relroute_tui.ui.screens.questionnaire.silences import Silences
from relroute_tui.ui.themes import CATEGORY_SYMBOLS
from relroute_tui.ui.widgets.large_letters import LargeLetters

DONT_KNOW = Command(
    "questionnaire.dont_know",
    "be_silent('dont-know')",
    ("f2",),
    N_("don't know"),
    N_("I don't know"),
    in_footer=False,
)
EASY = Command(
    "questionnaire.easy",
    "switch_easy",
    ("f5",),
    N_("easier"),
    N_("Three steps with a picture in place of numbers, and larger letters; once more for numbers"),
)
EMPTY = Command(
    "questionnaire.empty",
    "empty",
    ("delete",),
    N_("empty"),
    N_("Clear this answer"),
    in_footer=False,
)
STOP = Command(
    "questionnaire.stop",
    "back",
    ("escape",),
    N_("stop"),
    N_("Stop, and carry on later where you left off"),
)


class QuestionnaireScreen(OneQuestionScreen):
    """All questions for one person. Not knowing and not saying are always among the answers."""

    ABOUT = N_(
        "One question at a time, answered with a number, a letter or the arrows; ten is 1 and then "
        "0. F5 makes it easier: three steps with pictures, and larger letters. "
        "There are no right or wrong answers, and you may always say that you don't know, or "
        "would rather not say. You can stop and go on later."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        NEXT,
        PREVIOUS,
        DONT_KNOW,
        RATHER_NOT,
        EASY,
        EMPTY,
        STOP,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_past_fields(SCREEN_COMMANDS)

    def __init__(
        self,
        whose: str,
        asked: tuple[Question, ...],
        sheet: Sheet,
        keep: Callable[[Sheet], None],
    ) -> None:
        super().__init__(whose, len(asked), first_open(asked, sheet))
        self._asked = asked
        self._sheet = sheet
        self._keep = keep
        self._is_easy = False

    def below(self) -> Iterable[Widget]:
        """Yield the two ways to pass."""
        keys = {Silence.DONT_KNOW: key_for(DONT_KNOW), Silence.RATHER_NOT: key_for(RATHER_NOT)}
        yield Silences(keys)

    def question_at(self, place: int) -> str:
        """Return the question as it is asked now, or the everyday thing that it is about."""
        question = self._asked[place]
        if question.category is not None:
            thing = _(CATEGORIES[question.category])
            return f"{thing[:1].upper()}{thing[1:]}"
        return question.item.wording(self._sheet.moment)

    def about(self, place: int) -> Content:
        """Return the part of the questionnaire, and what to know before answering.

        Where it is to be easy, one idea on a screen: only what is asked, if it is not below.
        """
        question = self._asked[place]
        category = question.category
        asked = question.item.wording(self._sheet.moment) if category else ""
        if category:
            asked = f"{CATEGORY_SYMBOLS[category]}  {asked}"
        if self._is_easy:
            return Content(asked)
        return Content.from_markup(
            "[bold $title]$part[/]  [$quiet]$note[/]$asked",
            part=question.section.title,
            note=question.section.note,
            asked=asked,
        )

    def field_at(self, place: int) -> Field:
        """Return the field for this kind of question."""
        self._show_silence()
        question = self._asked[place]
        answer = question.answer_in(self._sheet)
        return field_for(question, answer, easy=self._is_easy)

    def action_switch_easy(self) -> None:
        """Ask with three steps and pictures, or with numbers again."""
        self._is_easy = not self._is_easy
        self.set_class(self._is_easy, "-easy")
        self.query_one("#question", LargeLetters).from_afar = self._is_easy
        self.call_later(self._move, 0)

    def the_end(self) -> str:
        """Return what is said after the last question."""
        return _("That was the last question. Enter when you are ready.")

    def keep_answer(self, answer: Answer) -> None:
        """Keep an answer; an empty field does not undo that somebody would rather not say."""
        if answer.is_given or self.query_one(Silences).silence is None:
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        sheet = self._asked[self.place].answered(self._sheet, answer)
        if sheet != self._sheet:
            self._sheet = sheet
            self._keep(sheet)
        self._show_silence()

    def _show_silence(self) -> None:
        question = self._asked[self.place]
        given = question.answer_in(self._sheet)
        chosen = (silence for silence in Silence if question.silent(silence) == given)
        self.query_one(Silences).silence = next(chosen, None)

    @on(Silences.Chosen)
    def _silent(self, message: Silences.Chosen) -> None:
        self.action_be_silent(message.silence.value)

    def action_be_silent(self, silence: str) -> None:
        """Don't know, or rather not say: an answer like any other."""
        if self._field is not None:
            answer = self._asked[self.place].silent(Silence(silence))
            self._field.show(answer)
            self._answer(answer)

    def action_empty(self) -> None:
        """Take the answer away."""
        if self._field is not None:
            self._field.show(UNANSWERED)
            self._answer(UNANSWERED)
