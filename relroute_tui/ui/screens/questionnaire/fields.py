"""The field for each kind of question."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from relroute_tui.domain.questionnaire.answers import Answer, Everyday
from relroute_tui.domain.questionnaire.filling_in import Question
from relroute_tui.domain.questionnaire.model import MOST_THEMES, Kind, ScaleWords
from relroute_tui.language import _
from relroute_tui.language.questionnaire_words import EVERYDAYS, NEEDS
from relroute_tui.ui.screens.questionnaire.choices import Choice, Choices, NeedField
from relroute_tui.ui.screens.questionnaire.easy import (
    EVERYDAY_PICTURES,
    NEED_PICTURES,
    ThreeSteps,
)
from relroute_tui.ui.screens.questionnaire.faces import face, small_face
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field
from relroute_tui.ui.screens.questionnaire.scale import Scale
from relroute_tui.ui.screens.questionnaire.themes import ThemeList
from relroute_tui.ui.screens.questionnaire.words import WordsField

_ASKED_EVERYDAY: Final = (Everyday.GOES_WELL, Everyday.LETS_TALK)


class ThemesField(Field):
    """Wishes: some of the themes, at most `most`."""

    def __init__(self, answer: Answer, most: int) -> None:
        super().__init__()
        self._most = most
        self._before = answer

    def compose(self) -> ComposeResult:
        """Show all themes."""
        yield ThemeList(self._before.themes, self._most)

    @property
    def answer(self) -> Answer:
        """The wishes."""
        return Answer(themes=self.query_one(ThemeList).themes)

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        self.query_one(ThemeList).choose(answer.themes)

    @property
    def where_to_type(self) -> Widget:
        """The list."""
        return self.query_one(ThemeList)

    @on(ThemeList.Chosen)
    def _chosen(self, message: ThemeList.Chosen) -> None:
        message.stop()
        self.post_message(AnswerChanged(self, self.answer))


def field_for(question: Question, answer: Answer, *, easy: bool = False) -> Field:
    """Return the field in which this question is answered, with the answer that it has.

    `easy`: with three steps in place of numbers, pictures and larger letters.
    """
    item = question.item
    match item.kind:
        case Kind.SCALE:
            scale = item.scale or ScaleWords("", "", "")
            return ThreeSteps(scale, item.block, answer) if easy else Scale(scale, answer)
        case Kind.EVERYDAY:
            return Choices(_everyday(question, easy=easy), answer, large=easy)
        case Kind.NEED:
            return NeedField(_needs(easy=easy), answer, large=easy)
        case Kind.TEXT:
            return WordsField(answer)
        case Kind.THEMES:
            return ThemesField(answer, MOST_THEMES)
        case Kind.FACES:
            return Choices(_faces(question), answer, large=easy)


def _everyday(question: Question, *, easy: bool) -> list[Choice]:
    category = question.category
    assert category is not None
    return [
        Choice(
            _(EVERYDAYS[kind]),
            Answer(everyday=((category, kind),)),
            *(EVERYDAY_PICTURES[kind] if easy else ()),
        )
        for kind in _ASKED_EVERYDAY
    ]


def _needs(*, easy: bool) -> list[Choice]:
    return [
        Choice(_(word), Answer(need=need), *(NEED_PICTURES[need] if easy else ()))
        for need, word in NEEDS.items()
    ]


def _faces(question: Question) -> list[Choice]:
    return [
        Choice(
            item_face.word,
            Answer(face=item_face.face),
            face(item_face.face),
            small_face(item_face.face),
        )
        for item_face in question.item.faces
    ]
