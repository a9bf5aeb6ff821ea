"""Measure ten years of visits, on a calendar and in a calendar file."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from dateutil.rrule import WEEKLY, rrule

from bench.figures import Row, Table, alternate
from bench.plan import Plan
from relroute_tui.domain.agreement import Agreement, Entered
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.calendar import occasions
from relroute_tui.domain.route import Route
from relroute_tui.export.calendar.writing import calendar_of

_FIRST = date(2026, 1, 2)
_LAST = _FIRST + timedelta(days=3652)
_NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
_VISIT = Contact(("Sam",), ("Anna",), weekdays=(5,), at=clock(15, 30), minutes=90, since=_FIRST)


def measure(plan: Plan, table: Table) -> None:
    """Measure ten years of a weekly visit: its days, and its file."""
    visit = Entered(Agreement("c1", "Sam ziet Anna.", contact=_VISIT), _NOW)
    route = Route("fjord234", "Sam", Phase.STABILISATION, _NOW, agreements=(visit,))
    bare = rrule(WEEKLY, datetime.combine(_FIRST, clock()), until=datetime.combine(_LAST, clock()))
    took = alternate(
        plan.frames,
        {
            "days": _timed(lambda: occasions(route, _FIRST, _LAST)),
            "file": _timed(lambda: calendar_of(route, {}, _NOW)),
            "bare": _timed(lambda: list(bare)),
        },
    )
    against = "a bare dateutil.rrule"
    days = Row(
        "ten years of weekly visits, day by day", against, took["days"], took["bare"], most_alone=50
    )
    table.add(
        days,
        Row("their calendar file", against, took["file"], took["bare"], most_alone=50),
    )


def _timed(run: Callable[[], object]) -> Callable[[], float]:
    def measured() -> float:
        began = time.perf_counter()
        run()
        return (time.perf_counter() - began) * 1000

    return measured
