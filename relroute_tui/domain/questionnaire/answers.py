"""Answers to the questionnaires.

Answers belong to whoever gave them until they release them, block by block: a `Sheet` is its
author's alone, a `Filled` is what everyone may know of it. A missing answer is never 0.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme


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


class Moment(StrEnum):
    """Moment at which a questionnaire is filled in."""

    START = "start"
    MIDWAY = "midway"
    END = "end"


class Face(StrEnum):
    """A face to point at. It never stands without its word."""

    GLAD = "glad"
    CONTENT = "content"
    EVEN = "even"
    UNSURE = "unsure"
    SAD = "sad"
    ANGRY = "angry"
    SCARED = "scared"


class Everyday(StrEnum):
    """Answer about everyday life in one agreement category."""

    GOES_WELL = "goes-well"
    LETS_TALK = "lets-talk"
    DONT_KNOW = "dont-know"
    RATHER_NOT = "rather-not"


class Need(StrEnum):
    """Amount of guidance that someone wants."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"


class Silence(StrEnum):
    """An answer too, and possible at every item."""

    DONT_KNOW = "dont-know"
    RATHER_NOT = "rather-not"


class Answer(Struct, frozen=True):
    """Answer to one item: one of these fields is set, or none when it was left open."""

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


class Sheet(Struct, frozen=True):
    """All that one person answered at one moment, as it lies before that person alone.

    It is never kept like this: a route keeps a `Filled`, in which it is sealed.
    """

    participant_id: str
    moment: Moment
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Answers by the id of the item. An item that is not here was left open."""

    def answer(self, item_id: str) -> Answer:
        """Return what was answered to this item."""
        return self.answers.get(item_id, UNANSWERED)

    def with_answer(self, item_id: str, answer: Answer) -> "Sheet":
        """Return the same with this answer; UNANSWERED takes an answer away."""
        kept = {key: value for key, value in self.answers.items() if key != item_id}
        if answer.is_given:
            kept[item_id] = answer
        return replace(self, answers=kept)


class Filled(Struct, frozen=True):
    """Part of one person's questionnaire that a route keeps: the released answers, the rest sealed.

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

    def take_back(self, *blocks: Block) -> "Filled":
        """Return the same with these blocks closed again. That needs no code: nothing is opened."""
        kept = {block: released for block, released in self.released.items() if block not in blocks}
        return replace(self, released=kept)


def filled_by(
    everyone: Iterable[Filled], participant_id: str, moment: Moment | None = None
) -> tuple[Filled, ...]:
    """Return what this person filled in, at this moment or at each, first moment first."""
    found = (
        filled
        for filled in everyone
        if filled.participant_id == participant_id and moment in (None, filled.moment)
    )
    return tuple(sorted(found, key=lambda sheet: list(Moment).index(sheet.moment)))


def with_filled(
    everyone: Iterable[Filled], filled: Filled, instead_of: Collection[Filled] = ()
) -> tuple[Filled, ...]:
    """Return the same with this one in place of those.

    There may be two of one person and moment, from two laptops: this one then stands first.
    """
    everyone = tuple(sheet for sheet in everyone if sheet not in instead_of)
    before = next((n for n, other in enumerate(everyone) if _place(other) == _place(filled)), None)
    if before is None:
        return (*everyone, filled)
    return (*everyone[:before], filled, *everyone[before:])


def closed_where_either_is(everyone: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return the same; of two of one person and moment, open is only what both have open.

    What somebody took back on one laptop stays closed; a sealed sheet has it all.
    """
    everyone = tuple(everyone)
    return closed_since(everyone, everyone)


def closed_since(then: Iterable[Filled], now: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return what was filled in `then`, closed where it is closed `now`: its author opens it.

    What somebody filled in stays open where nothing of theirs is kept now.
    """
    opened: dict[tuple[str, Moment], set[Block]] = {}
    for sheet in now:
        opened.setdefault(_place(sheet), set(sheet.released)).intersection_update(sheet.released)
    return tuple(
        sheet.take_back(*set(sheet.released) - opened.get(_place(sheet), set(sheet.released)))
        for sheet in then
    )


def sheets_as_one(one: Sheet, other: Sheet) -> Sheet:
    """Return one sheet of two that one person filled in apart; what differs is left open again."""
    ids = dict.fromkeys((*one.answers, *other.answers))
    both = {item: _answers_as_one(one.answer(item), other.answer(item)) for item in ids}
    return replace(one, answers={item: answer for item, answer in both.items() if answer.is_given})


def _answers_as_one(one: Answer, other: Answer) -> Answer:
    if not other.is_given or one == other:
        return one
    if not one.is_given:
        return other
    if one.everyday and other.everyday:
        here, there = dict(one.everyday), dict(other.everyday)
        both = {**there, **here}
        return Answer(
            everyday=tuple((c, how) for c, how in both.items() if there.get(c, how) is how)
        )
    if replace(one, words="") == replace(other, words=""):
        return replace(one, words=f"{one.words}\n{other.words}".strip())
    return UNANSWERED


def _place(filled: Filled) -> tuple[str, Moment]:
    return filled.participant_id, filled.moment
