"""Arrangements as people make them, each with another name, over ten years and many clock changes."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Outcome, Then
from relroute_tui.domain.contact import CalledOff, Contact, ContactKind, Every
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.recurrence import days_of
from relroute_tui.domain.route import Route, all_agreements

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
AGREED = datetime(2026, 1, 1, 9, tzinfo=UTC)
HOURS = (time(0, 15), time(7, 30), time(9), time(12), time(15, 30), time(19, 5), time(23, 45))


def arrangement(name: str, dice: random.Random) -> Contact:
    every = dice.choice([each for each in Every if each is not Every.OTHER])
    number = dice.choice((1, 1, 1, 2, 2, 3))
    weekdays = dice.choice(((6, 7), (5, 6, 7), tuple(sorted(dice.sample(range(1, 8), number)))))
    return Contact(
        who=("Sam",),
        with_whom=(name,),
        kind=dice.choice(tuple(ContactKind)),
        every=every,
        weekdays=weekdays,
        at=dice.choice((*HOURS, None)),
        minutes=dice.choice((None, 20, 90, 1440, 2880) if len(weekdays) == 1 else (None, 20, 90)),
        since=FIRST + timedelta(days=dice.randrange(1500)),
    )


def route_with(number: int, seed: int = 0) -> Route:
    """A route with so many arrangements; some ended, some with days called off or moved."""
    dice = random.Random(seed)
    route = Route("fjord234", "Sam", Phase.STABILISATION, AGREED)
    entered, looks, off = [], [], []
    for n in range(number):
        contact = arrangement(f"naam{n}", dice)
        entered.append(Entered(Agreement(f"c{n}", "Sam ziet iemand.", contact=contact), AGREED))
        days = list(days_of(contact, FIRST, LAST))
        if dice.random() < 0.5:
            begin = dice.choice((0, 0, dice.randrange(len(days))))
            called = [days[begin], *dice.sample(days, min(3, len(days)))]
            off += [
                CalledOff(f"c{n}", day, AGREED, dice.choice((None, day + timedelta(days=2))))
                for day in dict.fromkeys(called)
            ]
        if dice.random() < 0.3:
            ended = dice.choice(days) + timedelta(days=dice.choice((0, 1)))
            looks.append(LookBack(f"c{n}", ended, Outcome.KEPT, Then.ENDED))
    return replace(route, agreements=tuple(entered), look_backs=tuple(looks), called_off=tuple(off))


def days_agreed(route: Route, first: date = FIRST, last: date = LAST) -> set[tuple[str, str]]:
    """Return what really takes place, as the name and the hour: ("naam7", "2026-03-29 15:30")."""
    off = {(each.agreement_id, each.day) for each in route.called_off}
    found = set()
    for made in all_agreements(route):
        if contact := made.agreement.contact:
            days = [
                day
                for day in days_of(contact, first, last, made.on)
                if (made.agreement.id, day) not in off
            ]
            days += [
                each.moved_to
                for each in route.called_off
                if each.agreement_id == made.agreement.id
                and each.moved_to
                and first <= each.moved_to <= last
            ]
            found |= {
                (contact.with_whom[0], written(day, contact.at))
                for day in days
                if made.ended is None or day < made.ended
            }
    return found


def written(day: date, at: time | None) -> str:
    return day.isoformat() if at is None else f"{day.isoformat()} {at:%H:%M}"


def names_in(found: Iterable[tuple[str, str]]) -> set[str]:
    return {name for name, _when in found}
