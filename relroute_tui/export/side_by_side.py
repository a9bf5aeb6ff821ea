"""Differences between two versions of a route, as lines to read side by side."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.meetings import meeting_text
from relroute_tui.language import _, dates, words
from relroute_tui.language.amounts import parts_that_differ

_HEADING: Final = re.compile(r"^#{1,6} ")


class Difference(Struct, frozen=True):
    """A place in the route where the versions differ, and what each of them says there."""

    place: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def side_by_side(one: Route, other: Route) -> tuple[Difference, ...]:
    """Return all that only one of the two says: about the route, then meeting by meeting.

    Of what else differs, such as somebody's answers, only that it does.
    """
    meetings = [*one.meetings, *other.meetings]
    places = {
        meeting.id: _("The meeting of {day}").format(day=dates.long_date(meeting_day(meeting)))
        for meeting in sorted(meetings, key=lambda meeting: meeting.started)
    }
    found = [_difference(_("About the route"), list(_about(one)), list(_about(other)))]
    for meeting_id, place in places.items():
        found.append(
            _difference(place, _meeting_lines(one, meeting_id), _meeting_lines(other, meeting_id))
        )
    parts = parts_that_differ(one, other)
    found.append(Difference(_("Not the same in both"), parts, parts))
    return tuple(pair for pair in found if pair.one or pair.other)


def _about(route: Route) -> Iterator[str]:
    yield route.nickname
    yield _(words.PHASES[route.phase])
    for person in route.participants:
        yield f"{person.name} ({words.role_of(person)})"
    if route.next_meeting:
        yield _("next {day}").format(day=dates.day_and_month(route.next_meeting))


def _meeting_lines(route: Route, meeting_id: str) -> list[str]:
    meeting = route.meeting(meeting_id)
    if meeting is None:
        return []
    lines = [line for line in meeting_text(route, meeting).splitlines() if line.strip()]
    return [_HEADING.sub("", line) for line in lines[2:]]  # without the title, and what it is for


def _difference(place: str, one: list[str], other: list[str]) -> Difference:
    only_one: list[str] = []
    only_other: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other).get_opcodes():
        if kind != "equal":
            only_one += one[a:b]
            only_other += other[c:d]
    return Difference(place, tuple(only_one), tuple(only_other))
