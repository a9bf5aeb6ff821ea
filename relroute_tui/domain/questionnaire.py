"""Questionnaires: mirrored for parents and carers, a short one with faces for the child.

Answers belong to whoever gave them until they release them, block by block: a `Sheet` is its
author's alone, a `Filled` is what everyone may know of it. Nothing is added up or averaged here,
and a missing answer is never 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards import Theme
from relroute_tui.domain.participant import Role
from relroute_tui.value import value

LOWEST: Final = 0
MIDDLE: Final = 5
HIGHEST: Final = 10
TALK_FROM: Final = 3
"""From this difference on, "talk about this". A choice of this project, not validated."""
MOST_THEMES: Final = 3
"""How many themes someone may wish for."""


class Block(StrEnum):
    """The ten parts of a questionnaire. A whole block is released at once, or stays closed."""

    EXPECTING = "expecting"
    ROLE = "role"
    INFORMATION = "information"
    CONTACT = "contact"
    TRUST = "trust"
    CHILD = "child"
    EVERYDAY = "everyday"
    GUIDANCE = "guidance"
    OWN = "own"
    WISHES = "wishes"


NOT_COMPARED: Final = frozenset({Block.OWN})
"""What somebody carries is theirs: released or not, it is never laid beside another's."""


class Moment(StrEnum):
    """When a questionnaire is filled in."""

    START = "start"
    MIDWAY = "midway"
    END = "end"


class Kind(StrEnum):
    """How an item is answered."""

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
    """Three to five faces, each with a word."""


class Face(StrEnum):
    """A face to point at. It never stands without its word."""

    GLAD = "glad"
    CONTENT = "content"
    EVEN = "even"
    UNSURE = "unsure"
    SAD = "sad"


class Everyday(StrEnum):
    """How things go in one agreement category."""

    GOES_WELL = "goes-well"
    LETS_TALK = "lets-talk"
    DONT_KNOW = "dont-know"
    RATHER_NOT = "rather-not"


class Need(StrEnum):
    """How much guidance someone wants."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"


class Silence(StrEnum):
    """An answer too, and possible at every item."""

    DONT_KNOW = "dont-know"
    RATHER_NOT = "rather-not"


@value
class ScaleWords:
    """What the ends and the middle of a scale mean."""

    lowest: str
    middle: str
    highest: str


@value
class FaceWord:
    """A face and what it means at this item."""

    face: Face
    word: str


@value
class Item:
    """One question, in the words of one side."""

    id: str
    """The same on both sides and in every language."""
    title: str
    """The subject in a few words, the same on both sides."""
    block: Block
    kind: Kind
    question: str
    midway: str = ""
    """How it is asked midway, where that differs."""
    end: str = ""
    """How it is asked at the end, where that differs."""
    scale: ScaleWords | None = None
    categories: tuple[Category, ...] = ()
    faces: tuple[FaceWord, ...] = ()
    themes: tuple[Theme, ...] = ()
    """What to talk about where two sides differ."""

    def wording(self, moment: Moment) -> str:
        """The question as it is asked at this moment."""
        if moment is Moment.END:
            return self.end or self.midway or self.question
        return self.midway or self.question if moment is Moment.MIDWAY else self.question


@value
class Section:
    """A block as one questionnaire calls it, with its items."""

    block: Block
    title: str
    note: str
    """What to know before answering; may be empty."""
    items: tuple[Item, ...]


@value
class Questionnaire:
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
        """The item with this id."""
        return next((item for item in self.items if item.id == item_id), None)


@value
class Answer:
    """What somebody answered to one item: one of these fields, or none when it was left open."""

    silence: Silence | None = None
    score: int | None = None
    face: Face | None = None
    everyday: tuple[tuple[Category, Everyday], ...] = ()
    need: Need | None = None
    themes: tuple[Theme, ...] = ()
    words: str = ""
    """Own words; at a need: by whom."""

    @property
    def is_given(self) -> bool:
        """Whether anything was answered; "don't know" and "rather not say" are answers."""
        return self != UNANSWERED


UNANSWERED: Final = Answer()
DONT_KNOW: Final = Answer(silence=Silence.DONT_KNOW)
RATHER_NOT: Final = Answer(silence=Silence.RATHER_NOT)


def fits(item: Item, answer: Answer) -> bool:
    """Whether this answer can be given to this item. Leaving it open or silent always fits."""
    if answer in (UNANSWERED, DONT_KNOW, RATHER_NOT):
        return True
    return answer == _kept(item, answer) and _in_range(item, answer)


def _kept(item: Item, answer: Answer) -> Answer:
    """The answer with only what an item of this kind asks for."""
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
        and (answer.face is None or answer.face in {each.face for each in item.faces})
        and len(asked) == len(set(asked))
        and set(asked) <= set(item.categories)
        and len(answer.themes) == len(set(answer.themes)) <= MOST_THEMES
    )


@value
class Sheet:
    """All that one person answered at one moment, as it lies before that person alone.

    It is never kept like this: a route keeps a `Filled`, in which it is sealed.
    """

    participant_id: str
    moment: Moment
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By the id of the item. An item that is not here was left open."""

    def answer(self, item_id: str) -> Answer:
        """What was answered to this item."""
        return self.answers.get(item_id, UNANSWERED)

    def with_answer(self, item_id: str, answer: Answer) -> "Sheet":
        """The same with this answer; UNANSWERED takes an answer away."""
        kept = {key: value for key, value in self.answers.items() if key != item_id}
        if answer.is_given:
            kept[item_id] = answer
        return replace(self, answers=kept)


@value
class Filled:
    """What a route keeps of one person's questionnaire: what they released, and the rest sealed.

    An answer that was not released has no place here in which it could be read.
    """

    participant_id: str
    moment: Moment
    released: Mapping[Block, Mapping[str, Answer]] = field(default_factory=dict)
    """The blocks that are open to the table, each with its answers by the id of the item."""
    sealed: str = ""
    """The whole sheet under its author's own code. Empty where a paper form was typed over: what
    was not released is on that paper only."""
    finished: date | None = None
    """The day on which its author was ready with it."""

    @property
    def is_from_paper(self) -> bool:
        """Whether it was typed over from a form on paper."""
        return not self.sealed

    def answer(self, item: Item) -> Answer:
        """What others may see of the answer to this item."""
        return self.released.get(item.block, {}).get(item.id, UNANSWERED)

    def take_back(self, *blocks: Block) -> "Filled":
        """The same with these blocks closed again. That needs no code: nothing is opened."""
        kept = {block: each for block, each in self.released.items() if block not in blocks}
        return replace(self, released=kept)


def released_answers(
    questionnaire: Questionnaire, sheet: Sheet, blocks: Iterable[Block]
) -> Mapping[Block, Mapping[str, Answer]]:
    """What others may see of a sheet when these blocks are open: their given answers, no more."""
    opened = set(blocks)
    return {
        section.block: {
            item.id: sheet.answers[item.id] for item in section.items if item.id in sheet.answers
        }
        for section in questionnaire.sections
        if section.block in opened
    }


def filled_by(
    everyone: Iterable[Filled], participant_id: str, moment: Moment | None = None
) -> tuple[Filled, ...]:
    """What this person filled in, at this moment or at each, first moment first."""
    found = (
        each
        for each in everyone
        if each.participant_id == participant_id and moment in (None, each.moment)
    )
    return tuple(sorted(found, key=lambda each: list(Moment).index(each.moment)))


def with_filled(everyone: Iterable[Filled], filled: Filled) -> tuple[Filled, ...]:
    """The same with this one in place of what that person filled in at that moment before."""
    place = (filled.participant_id, filled.moment)
    others = (each for each in everyone if (each.participant_id, each.moment) != place)
    return (*others, filled)


def mirror(one: Item, other: Item) -> bool:
    """Whether two items ask the same of two sides; only their words may differ."""
    return _asked(one) == _asked(other)


def _asked(item: Item) -> tuple[object, ...]:
    return (item.id, item.block, item.kind, item.categories, item.themes)
