"""Part of a route that is meant for a child, in everything that is written for one."""

from collections.abc import Iterable
from typing import Final

from relroute_tui.domain.agreement import Agreement, Category, Response, Stance
from relroute_tui.domain.contact import is_named_in
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant, Role, same_name
from relroute_tui.domain.route import Route, everybody
from relroute_tui.domain.text import folded_words

_ADULTS_MATTERS: Final = frozenset(
    {
        Category.MONEY,
        Category.PAPERS,
        Category.SAFETY,
        Category.SUPPORT,
        Category.TELLING,
        Category.UPDATES,
    }
)
"""Subjects of which a child reads only where it heard them read out and is involved."""


def concerns(agreement: Agreement, child: Participant) -> bool:
    """Return whether a child may and should read of an agreement.

    It may where the child does it, it is about seeing the child, or the child heard it read out.
    """
    contact = agreement.contact
    is_met = contact is not None and is_named_in(contact, child.name)
    is_in_it = is_met or any(same_name(name, child.name) for name in agreement.who)
    given = own_response(agreement, child)
    if agreement.category not in _ADULTS_MATTERS:
        return is_in_it or given is not None
    if given is None:
        return False
    name = frozenset(folded_words(child.name))
    return is_in_it or bool(given.words.strip()) or name <= {*folded_words(agreement.text)}


def own_response(agreement: Agreement, child: Participant) -> Response | None:
    """Return what a child answered; None where it did not hear this read out."""
    for response in agreement.responses:
        if response.participant_id == child.id:
            return None if response.stance is Stance.NOT_PRESENT else response
    return None


def children_of(route: Route, meeting: Meeting) -> tuple[Participant, ...]:
    """Return the children and young people of a meeting, whose route it is first; never nobody."""
    return _children(route, (*route.participants, *(seat.person for seat in meeting.seats)))


def children_on(route: Route) -> tuple[Participant, ...]:
    """Return every child and young person of a route, whose route it is first; never nobody."""
    return _children(route, everybody(route))


def _children(route: Route, people: Iterable[Participant]) -> tuple[Participant, ...]:
    young = {person.id: person for person in people if person.role is Role.YOUNG_PERSON}
    found = sorted(young.values(), key=lambda person: not same_name(person.name, route.nickname))
    return tuple(found) or (Participant("", route.nickname, Role.YOUNG_PERSON),)
