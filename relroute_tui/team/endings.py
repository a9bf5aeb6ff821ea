"""Ends of working copies, and times of writing in an organisation's archive."""

from collections.abc import Iterable
from datetime import datetime

from relroute_tui.domain.working_copy import Ending, ends_on
from relroute_tui.storage.summary import RouteSummary
from relroute_tui.team.team import Team


def endings_of(routes: Iterable[RouteSummary], days_kept: int) -> tuple[Ending, ...]:
    """Return when the working copies of these routes end, the first one first."""
    endings = [
        Ending(route.id, route.nickname, day)
        for route in routes
        if (day := ends_on(route.rounded_off, days_kept)) is not None
    ]
    return tuple(sorted(endings, key=lambda ending: (ending.on, ending.nickname)))


def times_written(team: Team) -> tuple[list[datetime], list[datetime]]:
    """Return when we wrote a line, and when others did. Raises ArchiveError."""
    written = [(line.said.by, line.said.at) for line in team.log.lines]
    written += [(member.confirmed_by, member.since) for member in team.roll.members]
    ours = [at for by, at in written if by == team.signer.id]
    return ours, [at for by, at in written if by != team.signer.id]
