"""Any route that the domain can hold, and one small one."""

import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from functools import cache
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route, begin_meeting

AFTERNOON = datetime(2026, 3, 4, 15, 0, tzinfo=timezone(timedelta(hours=1)))

NASTY = (
    "",
    "[/ Anna]",
    "[x] done [/bold]",
    "- [ ] Anna belt Sam elke woensdag. @Anna #bellen >15-12-2026\n  lukt het niet: we appen",
    "\x00\x01\x1b[31m\x7f",
    "שלום مرحبا \u202e omgekeerd",
    "👩\u200d👧\u200d👦 é e\u0301 ﬁ İ ß",
    '"}, {"\\"\\u0000',
    "\r\n\u2028\u2029\x85\t",
    "\ufeff\ufffe\uffff",
    "x" * 5000,
)
texts = st.one_of(st.text(max_size=20), st.sampled_from(NASTY))
_SMALL, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"
ids = st.builds(
    "{}{}".format, st.sampled_from(_SMALL), st.text(_SMALL + _DIGITS, min_size=3, max_size=9)
)
_zones = st.sampled_from([UTC, *(timezone(timedelta(minutes=m)) for m in (60, 120, -210, 345))])


# A moment and a day are one number each: to draw years, hours and seconds apart takes far longer.
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_moments = st.builds(
    lambda count, zone: (_FIRST + count * _MICROSECOND).astimezone(zone),
    st.integers(0, (_LAST - _FIRST) // _MICROSECOND),
    _zones,
)
_days = st.integers(date.min.toordinal(), date.max.toordinal()).map(date.fromordinal)
_times = st.integers(0, timedelta(days=1) // _MICROSECOND - 1).map(
    lambda count: (_FIRST + count * _MICROSECOND).time()
)


def _agendas() -> st.SearchStrategy[Agenda]:
    """Any steps, and any one of them as the present one."""
    return st.builds(
        lambda steps, at, since: Agenda(tuple(steps), at % len(steps), since),
        st.lists(anything(Step), min_size=1, max_size=3),
        st.integers(0, 5),
        st.none() | _moments,
    )


def _people() -> st.SearchStrategy[Participant]:
    """Anybody, but no minor who interprets: no form lets one."""
    ages = anything(AgeGroup | None)
    people = st.builds(Participant, texts, texts, st.sampled_from(Role), ages, texts, texts)
    return people.map(
        lambda person: (
            person
            if person.role is not Role.INTERPRETER or person.may_interpret
            else replace(person, age_group=None)
        )
    )


_LEAVES: dict[Any, Any] = {
    str: texts,
    int: st.integers(0, 2**53),
    float: st.floats(0, 10),
    bool: st.booleans(),
    types.NoneType: st.none(),
    datetime: _moments,
    date: _days,
    time: _times,
}


@cache
def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the domain, every field filled: also one that is added tomorrow."""
    if kind in _LEAVES:
        return typing.cast("st.SearchStrategy[Any]", _LEAVES[kind])
    if kind is Agenda:
        return st.deferred(_agendas)
    if kind is Participant:
        return _people()
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = typing.get_type_hints(kind)
        parts = {field.name: anything(hints[field.name]) for field in fields(kind)}
        return st.builds(typing.cast("Any", kind), **parts)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if typing.get_origin(kind) is tuple:
        each, *others = typing.get_args(kind)
        if others and others != [...]:
            return st.tuples(anything(each), *(anything(other) for other in others))
        return st.lists(anything(each), max_size=2).map(tuple)
    if typing.get_origin(kind) is frozenset:
        return st.frozensets(anything(typing.get_args(kind)[0]), max_size=3)
    if typing.get_origin(kind) is Mapping:
        key, value = typing.get_args(kind)
        return st.dictionaries(anything(key), anything(value), max_size=2)
    return st.one_of([anything(argument) for argument in typing.get_args(kind)])


def any_route() -> st.SearchStrategy[Route]:
    """Any route, with an id that names a file."""
    return st.tuples(anything(Route), ids).map(lambda drawn: replace(drawn[0], id=drawn[1]))


def small_route(route_id: str = "fjord234", nickname: str = "Sam", meetings: int = 2) -> Route:
    """A route with some of everything."""
    people = (
        Participant("p1", "Sam", Role.YOUNG_PERSON),
        Participant("p2", "Anna", Role.PARENT),
        Participant("p3", "Noor", Role.FACILITATOR),
    )
    route = Route(route_id, nickname, Phase.STABILISATION, AFTERNOON, people)
    for number in range(1, meetings + 1):
        route = route.with_meeting(finished_meeting(route, number))
    looks = (LookBack("m1-1", AFTERNOON.date(), Outcome.KEPT, Then.ENDED),) if meetings else ()
    return replace(route, look_backs=looks, planned=(Planned(date(2026, 9, 1)),))


def finished_meeting(route: Route, number: int, notes: str = "Het ging goed.\n") -> Meeting:
    """A meeting that was closed, with one agreement."""
    at = AFTERNOON + timedelta(weeks=4 * number)
    meeting = begin_meeting(route, f"m{number}", seed=number, now=at)
    agreement = Agreement(
        f"m{number}-1",
        "Anna belt Sam elke woensdag.",
        ("Anna",),
        responses=(Response("p1", Stance.YES), Response("p2", Stance.YES_IF, "als het lukt")),
    )
    return replace(meeting, notes=notes, agreements=(agreement,), finished=at + timedelta(hours=1))


def typed(route: Route, notes: str) -> Route:
    """Return the route after `notes` were typed in its newest meeting."""
    meeting = route.meetings[-1]
    return route.with_meeting(replace(meeting, notes=notes))
