"""Questionnaires: mirrored for parents and carers, a short one with faces for the child.

Nothing is added up or averaged here.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import (
    DONT_KNOW,
    RATHER_NOT,
    UNANSWERED,
    Answer,
    Block,
    Face,
    Filled,
    Moment,
    Sheet,
)

LOWEST: Final = 0
MIDDLE: Final = 5
HIGHEST: Final = 10
TALK_FROM: Final = 3
"""Smallest difference that says "talk about this". A choice of this project, not validated."""
MOST_THEMES: Final = 3
"""Number of themes that someone may wish for at most."""
NOT_COMPARED: Final = frozenset({Block.OWN})
"""Blocks that are never compared: somebody's burden is their own, released or not."""


class Kind(StrEnum):
    """The way in which an item is answered."""

    SCALE = "scale"
    """0 to 10, with words at 0, 5 and 10."""
    EVERYDAY = "everyday"
    """For each agreement category: goes well, let's talk, don't know."""
    NEED = "need"
    """None, some or much, and by whom."""
    TEXT = "text"
    """Own words, or a drawing on paper."""
    THEMES = "themes"
    """At most three themes to talk about."""
    FACES = "faces"
    """Three to seven faces, each with a word."""


class ScaleWords(Struct, frozen=True):
    """Meanings of the ends and the middle of a scale."""

    lowest: str
    middle: str
    highest: str


class FaceWord(Struct, frozen=True):
    """A face and what it means at this item."""

    face: Face
    word: str


class Item(Struct, frozen=True):
    """One question, in the words of one side."""

    id: str
    """The same on both sides and in every language."""
    title: str
    """The subject in a few words, the same on both sides."""
    block: Block
    kind: Kind
    question: str
    midway: str = ""
    """Wording of the item midway, where that differs."""
    end: str = ""
    """Wording of the item at the end, where that differs."""
    scale: ScaleWords | None = None
    categories: tuple[Category, ...] = ()
    faces: tuple[FaceWord, ...] = ()
    themes: tuple[Theme, ...] = ()
    """Themes to talk about where two sides differ."""

    def wording(self, moment: Moment) -> str:
        """Return the question as it is asked at this moment."""
        if moment is Moment.END:
            return self.end or self.midway or self.question
        return self.midway or self.question if moment is Moment.MIDWAY else self.question

    def answer_in(self, filled: Filled) -> Answer:
        """Return what others may see of what this person answered to it, as it is asked now."""
        answer = filled.released.get(self.block, {}).get(self.id, UNANSWERED)
        return answer if answer.silence else _kept(self, answer)


class Section(Struct, frozen=True):
    """A block as one questionnaire calls it, with its items."""

    block: Block
    title: str
    note: str
    """Explanation to read before answering; may be empty."""
    items: tuple[Item, ...]


class Questionnaire(Struct, frozen=True):
    """All questions for one side."""

    role: Role
    """Parent, carer or young person."""
    title: str
    intro: str
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order of asking."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id."""
        return next((item for item in self.items if item.id == item_id), None)


def fits(item: Item, answer: Answer) -> bool:
    """Return whether this answer can be given to this item. No answer always fits."""
    if answer in (UNANSWERED, DONT_KNOW, RATHER_NOT):
        return True
    return answer == _kept(item, answer) and _in_range(item, answer)


def _kept(item: Item, answer: Answer) -> Answer:
    """Return the answer with only what an item of this kind asks for."""
    match item.kind:
        case Kind.SCALE:
            return Answer(score=answer.score)
        case Kind.EVERYDAY:
            return Answer(everyday=answer.everyday)
        case Kind.NEED:
            return Answer(need=answer.need, words=answer.words)
        case Kind.TEXT:
            return Answer(words=answer.words)
        case Kind.THEMES:
            return Answer(themes=answer.themes)
        case Kind.FACES:
            return Answer(face=answer.face)


def _in_range(item: Item, answer: Answer) -> bool:
    asked = [category for category, _choice in answer.everyday]
    return (
        (answer.score is None or LOWEST <= answer.score <= HIGHEST)
        and (answer.face is None or answer.face in {face.face for face in item.faces})
        and len(asked) == len(set(asked))
        and set(asked) <= set(item.categories)
        and len(answer.themes) == len(set(answer.themes)) <= MOST_THEMES
    )


def released_answers(
    questionnaire: Questionnaire, sheet: Sheet, blocks: Iterable[Block]
) -> Mapping[Block, Mapping[str, Answer]]:
    """Return what others may see of a sheet when these blocks are open: the given answers."""
    opened = set(blocks)
    return {
        section.block: {
            item.id: sheet.answers[item.id] for item in section.items if item.id in sheet.answers
        }
        for section in questionnaire.sections
        if section.block in opened
    }


def mirror(one: Item, other: Item) -> bool:
    """Return whether two items ask the same of two sides; only their words may differ."""
    return _asked(one) == _asked(other)


def _asked(item: Item) -> tuple[object, ...]:
    return (item.id, item.block, item.kind, item.categories, item.themes)
