"""Filling in a questionnaire, one question at a time."""

from collections.abc import Collection, Sequence
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.questionnaire.answers import (
    UNANSWERED,
    Answer,
    Block,
    Everyday,
    Sheet,
    Silence,
)
from relroute_tui.domain.questionnaire.model import Item, Questionnaire, Section

_SILENT_EVERYDAY: Final = {
    Silence.DONT_KNOW: Everyday.DONT_KNOW,
    Silence.RATHER_NOT: Everyday.RATHER_NOT,
}


class Question(Struct, frozen=True):
    """Question on one screen: an item, or one of the everyday things that an item asks about."""

    section: Section
    item: Item
    category: Category | None = None

    def silent(self, silence: Silence) -> Answer:
        """Return the answer of somebody who does not know, or would rather not say."""
        if self.category is None:
            return Answer(silence=silence)
        return Answer(everyday=((self.category, _SILENT_EVERYDAY[silence]),))

    def answer_in(self, sheet: Sheet) -> Answer:
        """Return what the sheet says to this question."""
        answer = sheet.answer(self.item.id)
        if self.category is None or answer.silence is not None:
            return answer
        return Answer(everyday=tuple(pair for pair in answer.everyday if pair[0] is self.category))

    def answered(self, sheet: Sheet, answer: Answer) -> Sheet:
        """Return the sheet with this answer to this question, and all others as they were."""
        if self.category is None:
            return sheet.with_answer(self.item.id, answer)
        before = sheet.answer(self.item.id).everyday
        others = tuple(pair for pair in before if pair[0] is not self.category)
        asked = list(dict.fromkeys((*self.item.categories, *Category)))  # also what was asked once
        everyday = sorted((*others, *answer.everyday), key=lambda entry: asked.index(entry[0]))
        return sheet.with_answer(self.item.id, Answer(everyday=tuple(everyday)))


def questions(
    questionnaire: Questionnaire, blocks: Collection[Block] = frozenset(Block)
) -> tuple[Question, ...]:
    """Return everything that is asked in these blocks, a screen each."""
    return tuple(
        Question(section, item, category)
        for section in questionnaire.sections
        if section.block in blocks
        for item in section.items
        for category in item.categories or (None,)
    )


def first_open(asked: Sequence[Question], sheet: Sheet) -> int:
    """Return the place of the first question without an answer, or behind the last one."""
    places = (
        place for place, question in enumerate(asked) if question.answer_in(sheet) == UNANSWERED
    )
    return next(places, len(asked))
