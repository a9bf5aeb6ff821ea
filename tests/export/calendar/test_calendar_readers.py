"""A calendar program shows each visit on the day that was agreed, at its hour, in every year."""

from datetime import datetime, timedelta

import pytest
from arrangements import AGREED, FIRST, LAST, days_agreed, route_with
from readers import Found, read_by_calcurse, read_by_khal, read_by_recurring_ical_events

from relroute_tui.domain.contact import Every
from relroute_tui.domain.recurrence import LAST as LAST_IN_MONTH
from relroute_tui.domain.recurrence import monthly_run
from relroute_tui.domain.route import Route
from relroute_tui.export.calendar.writing import calendar_of

SOME, MANY, AT_ONCE = 25, 2_000, 100


def test_every_visit_falls_on_the_same_day_and_hour_in_a_reader() -> None:
    route = route_with(SOME)
    content = calendar_of(route, {}, AGREED)
    assert read_by_recurring_ical_events(content, FIRST, LAST) == days_agreed(route)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, MANY // AT_ONCE + 1))
def test_three_programs_read_the_same_days_over_ten_years_and_both_clock_changes(
    seed: int, tmp_path
) -> None:
    route = route_with(AT_ONCE, seed)
    content, agreed = calendar_of(route, {}, AGREED), days_agreed(route)
    assert read_by_recurring_ical_events(content, FIRST, LAST) == agreed
    assert read_by_khal(content, FIRST, LAST, tmp_path / "khal") == agreed
    shown = read_by_calcurse(content, FIRST, LAST, tmp_path / "calcurse")
    more = shown - agreed
    assert more == _fifths_of_calcurse(route, more) | _later_days_of_what_moved(route) & more
    assert agreed <= shown


def _later_days_of_what_moved(route: Route) -> Found:
    """Days on which a moved visit of whole days goes on: calcurse shows those of a single one."""
    contacts = {made.agreement.id: made.agreement.contact for made in route.agreements}
    found = set()
    for each in route.called_off:
        contact = contacts[each.agreement_id]
        if each.moved_to and contact and contact.at is None and contact.minutes:
            for days in range(1, contact.minutes // 1440 + 1):
                found.add((contact.with_whom[0], str(each.moved_to + timedelta(days=days))))
    return found


def _fifths_of_calcurse(route: Route, shown: Found) -> Found:
    """Days that calcurse 4.7 alone adds: the fifth such weekday, or the last of a February.

    It does so only where what comes on the n-th weekday of the month lasts past midnight.
    """
    nightly = set()
    for made in route.agreements:
        contact = made.agreement.contact
        if contact and contact.every is Every.MONTH and contact.at and contact.minutes:
            begin = datetime.combine(FIRST, contact.at)
            run = monthly_run(contact)
            is_past_midnight = begin + timedelta(minutes=contact.minutes) > begin.replace(
                hour=23, minute=59
            )
            if is_past_midnight and run and run.nth != LAST_IN_MONTH:
                nightly.add(contact.with_whom[0])
    return {(name, when) for name, when in shown if name in nightly and int(when[8:10]) > 26}
