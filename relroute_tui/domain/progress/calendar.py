"""The contact of a route by day, by week, by month, and by phase."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Then
from relroute_tui.domain.contact import CalledOff, Contact, is_named_in
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.todo import PhaseStay, contact_agreements
from relroute_tui.domain.recurrence import (
    OccurrenceDay,
    days_of,
    days_of_occurrence,
    first_day,
    occurrence_days,
)
from relroute_tui.domain.route import OpenAgreement, Route, all_agreements


class Occasion(Struct, frozen=True):
    """People see or speak each other on a day: it begins then, or goes on from an earlier day."""

    day: date
    agreement: Agreement
    contact: Contact
    occurrence: OccurrenceDay
    is_called_off: bool = False
    """Whether it was agreed and does not take place this time."""
    moved_to: date | None = None
    """The day on which it takes place instead, where it is called off."""


def occasions(route: Route, first: date, last: date) -> tuple[Occasion, ...]:
    """Return what falls from `first` to `last`, both included, by day and time."""
    found = [
        occasion
        for entered in contact_agreements(route)
        for occasion in _occasions_of(entered, route, first, last)
    ]
    return tuple(sorted(found, key=_place_in_the_day))


def _occasions_of(
    entered: OpenAgreement, route: Route, first: date, last: date
) -> Iterator[Occasion]:
    agreement, contact = entered.agreement, entered.agreement.contact
    if contact is None:
        return
    off = {
        cancellation.day: cancellation.moved_to
        for cancellation in route.called_off
        if cancellation.agreement_id == agreement.id
    }
    for occurrence in occurrence_days(contact, first, last, entered.on):
        is_off, moved_to = occurrence.begun in off, off.get(occurrence.begun)
        yield Occasion(occurrence.day, agreement, contact, occurrence, is_off, moved_to)
    for day in filter(None, off.values()):
        for occurrence in days_of_occurrence(day, contact, first, last):
            yield Occasion(occurrence.day, agreement, contact, occurrence)


def _place_in_the_day(occasion: Occasion) -> tuple[date, bool, time]:
    """Sort by day: first what goes on from an earlier day, last what has no hour."""
    hour = occasion.contact.at if occasion.occurrence.is_begin else occasion.occurrence.until
    return occasion.day, occasion.occurrence.is_begin, hour or time.max


def coming_days(made: OpenAgreement, today: date) -> Iterator[date]:
    """Yield the days from today on, in the year to come, on which an agreed contact begins."""
    if made.agreement.contact is not None:
        yield from days_of(made.agreement.contact, today, today + timedelta(days=366), made.on)


def with_day_switched(
    route: Route, agreement_id: str, day: date, at: datetime, moved_to: date | None = None
) -> Route:
    """Return the route with a day of a contact called off or moved; back on where it was off."""
    others = tuple(
        cancellation
        for cancellation in route.called_off
        if (cancellation.agreement_id, cancellation.day) != (agreement_id, day)
    )
    if len(others) == len(route.called_off):
        others = (*others, CalledOff(agreement_id, day, at, moved_to))
    return replace(route, called_off=others)


def without_days(route: Route) -> tuple[Contact, ...]:
    """Return the contacts that stand on no calendar: no weekday was said."""
    return tuple(
        contact
        for entered in contact_agreements(route)
        if (contact := entered.agreement.contact) and first_day(contact, entered.on) is None
    )


def names_on(route: Route) -> tuple[str, ...]:
    """Return how everyone is called who is on the route or sees somebody who is."""
    contacts = [made.agreement.contact for made in contact_agreements(route)]
    names = [name for contact in contacts if contact for name in (*contact.who, *contact.with_whom)]
    return tuple(dict.fromkeys((*(person.name for person in route.participants), *names)))


def takes_part(route: Route, contact: Contact) -> tuple[Participant, ...]:
    """Return who on the route has a part in a contact, also who only brings or fetches."""
    return tuple(person for person in route.participants if is_named_in(contact, person.name))


def invited_to(route: Route, plan: Planned) -> tuple[Participant, ...]:
    """Return who is invited to a planned meeting."""
    if not plan.invited:
        return route.participants
    return tuple(person for person in route.participants if person.id in plan.invited)


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days of the week that `day` is in, from Monday on."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))


def weeks_of_month(day: date) -> tuple[tuple[date, ...], ...]:
    """Return the weeks that the month of `day` touches."""
    found = [week_of(day.replace(day=1))]
    while (following := found[-1][-1] + timedelta(days=1)).month == day.month:
        found.append(week_of(following))
    return tuple(found)


def month_after(day: date, months: int = 1) -> date:
    """Return the first day of the month that is `months` further on, or back."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def contact_agreements_in(route: Route, stay: PhaseStay) -> tuple[OpenAgreement, ...]:
    """Return the contact that was agreed on in a phase.

    As it held when the phase ended, or holds now.
    """
    return tuple(
        entered
        for entered in all_agreements(route)
        if entered.agreement.contact
        and (stay.last is None or entered.on < stay.last)
        and not _ended_by(entered, stay.last)
    )


def _ended_by(agreed: OpenAgreement, day: date | None) -> bool:
    ends = (look.on for look in agreed.look_backs if look.then is not Then.CARRIED_ON)
    end = next(ends, None)
    return end is not None and (day is None or end < day)
