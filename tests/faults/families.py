"""A family whose meeting grows line by line."""

from dataclasses import replace
from datetime import UTC, datetime

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

ID = "fjord234"
_NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
_LINE = "Regel {}: Anna vertelt hoe het bezoek ging, en wat Sam graag vaker zou doen.\n"
_LINES = "".join(_LINE.format(number) for number in range(1, 2001))
_ENDS = [0]
for _number in range(1, 2001):
    _ENDS.append(_ENDS[-1] + len(_LINE.format(_number)))


def _started() -> Route:
    people = (Participant("p1", "Sam", Role.YOUNG_PERSON), Participant("p2", "Anna", Role.PARENT))
    route = Route(ID, "Sam", Phase.STABILISATION, _NOW, people)
    for number in range(3):
        meeting = begin_meeting(route, f"m{number}", seed=number, now=_NOW)
        held = replace(meeting, notes=_LINES[: _ENDS[40]], finished=_NOW if number < 2 else None)
        route = route.with_meeting(held)
    return route


_STARTED = _started()


def version(number: int) -> Route:
    """The route after `number` lines were typed in its last meeting."""
    return _STARTED.with_meeting(replace(_STARTED.meetings[-1], notes=_LINES[: _ENDS[number]]))


def number_of(route: Route) -> int:
    """How many lines were typed; ValueError when this is no version at all."""
    number = _ENDS.index(len(route.meetings[-1].notes))
    if route != version(number):
        raise ValueError("neither old nor new")
    return number
