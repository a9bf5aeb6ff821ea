"""Side by side: what parents and carers both released, and what changed on the way.

Nobody is averaged, totalled or ranked: every answer stays the answer of one person, and items stand
in the order in which they were asked.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.questionnaire.answers import Answer, Filled, Moment, Need, filled_by
from relroute_tui.domain.questionnaire.model import (
    NOT_COMPARED,
    TALK_FROM,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    mirror,
)

SIDES: Final = (Role.PARENT, Role.CARER)
"""Roles whose answers are laid side by side, in this order."""
_PLOTTED: Final = (Kind.SCALE, Kind.FACES)
"""The kinds of items whose answers can be laid along a line of time."""


class Pair(Struct, frozen=True):
    """The same item in the words of the parents and of the carers."""

    parents: Item
    carers: Item

    @property
    def scales(self) -> tuple[ScaleWords, ...]:
        """The words of the scale, once where both sides read the same; the parents' come first."""
        sides = (self.parents.scale, self.carers.scale)
        return tuple(dict.fromkeys(scale for scale in sides if scale is not None))


def mirrored(parents: Questionnaire, carers: Questionnaire) -> tuple[Pair, ...]:
    """Return the items that both sides are asked in the same way, in the order of the parents'."""
    pairs = ((item, carers.item(item.id)) for item in parents.items)
    return tuple(
        Pair(item, other) for item, other in pairs if other is not None and mirror(item, other)
    )


class Mark(Struct, frozen=True):
    """One person's released answer."""

    participant_id: str
    role: Role
    answer: Answer

    @property
    def place(self) -> int | None:
        """Position of the answer: 0 to 10 on a scale, 0 to 2 for a need; None where it has none."""
        return place_of(self.answer)


def place_of(answer: Answer) -> int | None:
    """Return where an answer lies on its scale; silence lies nowhere, and is never 0."""
    if answer.need is not None:
        return list(Need).index(answer.need)
    return answer.score


class Compared(Struct, frozen=True):
    """One subject, with the answers of at least one parent and one carer. Neither is right."""

    pair: Pair
    marks: tuple[Mark, ...]
    """The parents' first, then the carers'."""

    @property
    def gap(self) -> int:
        """Largest difference in points between a parent and a carer; 0 where there is no scale."""
        if self.pair.parents.kind is not Kind.SCALE:
            return 0
        parents, carers = (
            [mark.place for mark in self.marks if mark.role is side and mark.place is not None]
            for side in SIDES
        )
        return max((abs(one - other) for one in parents for other in carers), default=0)

    @property
    def is_to_talk_about(self) -> bool:
        """Whether the two sides see it so differently that it is worth a talk."""
        return self.gap >= TALK_FROM


def compared(
    pairs: Iterable[Pair],
    everyone: Iterable[Filled],
    people: Iterable[Participant],
    moment: Moment,
) -> tuple[Compared, ...]:
    """Return what both sides released at this moment, in the order of the questionnaire.

    Different moments ask different questions, so nothing is compared across them.
    """
    filled: dict[str, Filled] = {}
    for sheet in everyone:
        if sheet.moment is moment:  # of two, the first: as everywhere
            filled.setdefault(sheet.participant_id, sheet)
    sides = {
        side: [
            filled[person.id] for person in people if person.role is side and person.id in filled
        ]
        for side in SIDES
    }
    laid = (
        Compared(pair, tuple(mark for side in SIDES for mark in _marks(pair, side, sides)))
        for pair in pairs
        if pair.parents.block not in NOT_COMPARED
    )
    return tuple(
        compared for compared in laid if {mark.role for mark in compared.marks} == set(SIDES)
    )


def _marks(pair: Pair, side: Role, sides: Mapping[Role, Iterable[Filled]]) -> Iterable[Mark]:
    item = pair.parents if side is Role.PARENT else pair.carers
    for sheet in sides[side]:
        answer = item.answer_in(sheet)
        if answer.is_given and answer.silence is None:
            yield Mark(sheet.participant_id, side, answer)


class OpenedAnswers(Struct, frozen=True):
    """Answers that a young person opened to the table: their own, and nobody else's beside them."""

    participant_id: str
    answers: tuple[tuple[Item, Answer], ...]


def opened_by_young_people(
    child: Questionnaire | None,
    everyone: Iterable[Filled],
    people: Iterable[Participant],
    moment: Moment,
) -> tuple[OpenedAnswers, ...]:
    """Return what each young person opened at this moment; silence is not put on show."""
    everyone = tuple(everyone)
    found = (
        OpenedAnswers(
            person.id,
            tuple(
                (item, answer)
                for filled in filled_by(everyone, person.id, moment)[:1]
                for item in child.items
                if item.block not in NOT_COMPARED
                and (answer := item.answer_in(filled)).is_given
                and answer.silence is None
            ),
        )
        for person in people
        if child is not None and person.role is Role.YOUNG_PERSON
    )
    return tuple(told for told in found if told.answers)


def talk_first(found: Iterable[Compared]) -> tuple[Compared, ...]:
    """Return what is worth a talk before the rest, otherwise in the order of asking."""
    return tuple(sorted(found, key=lambda compared: not compared.is_to_talk_about))


def suggested_themes(found: Iterable[Compared]) -> Mapping[Theme, tuple[Item, ...]]:
    """Return the themes of what is worth a talk, with what the two sides differ about in each."""
    themes: dict[Theme, tuple[Item, ...]] = {}
    for compared in found:
        if compared.is_to_talk_about:
            for theme in compared.pair.parents.themes:
                themes[theme] = (*themes.get(theme, ()), compared.pair.parents)
    return themes


def moments_to_compare(
    pairs: Iterable[Pair],
    everyone: Iterable[Filled],
    people: Iterable[Participant],
    child: Questionnaire | None = None,
) -> tuple[Moment, ...]:
    """Return the moments at which there is something to look at together."""
    pairs, everyone, people = tuple(pairs), tuple(everyone), tuple(people)
    return tuple(
        moment
        for moment in Moment
        if compared(pairs, everyone, people, moment)
        or opened_by_young_people(child, everyone, people, moment)
    )


class Change(Struct, frozen=True):
    """Answers of one person to one item at different moments."""

    item: Item
    answers: tuple[tuple[Moment, Answer], ...]
    """At least two, the earliest first."""


def changes(
    questionnaire: Questionnaire, everyone: Iterable[Filled], participant_id: str
) -> tuple[Change, ...]:
    """Return how one person's released scores and faces went on, in the order of asking."""
    moments = filled_by(everyone, participant_id)
    found = (
        Change(
            item,
            tuple(
                (moment.moment, answer)
                for moment in moments
                if (answer := item.answer_in(moment)).is_given and answer.silence is None
            ),
        )
        for item in questionnaire.items
        if item.kind in _PLOTTED
    )
    return tuple(change for change in found if len(change.answers) > 1)
