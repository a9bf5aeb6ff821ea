"""Words for people who cannot come: never the reason, which nobody here knows."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from relroute_tui.domain.contact import Contact
from relroute_tui.domain.days.reader import DayReading
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.calendar import invited_to, takes_part
from relroute_tui.domain.progress.clashes import Clash, clashes_of, who_cannot
from relroute_tui.domain.progress.planning import Planned, coming_meeting
from relroute_tui.domain.route import Route
from relroute_tui.language import _, dates, ngettext, progress_words

_DAYS_NAMED: Final = 3


def cannot_sentence(people: Iterable[Participant]) -> str:
    """Say "Anna and Kees cannot then."; "" for nobody."""
    names = [person.name for person in people]
    if not names:
        return ""
    sentence = ngettext("{names} cannot then.", "{names} cannot then.", len(names))
    return sentence.format(names=progress_words.joined(names))


def cannot_come_sentence(route: Route, said: DayReading, today: date) -> str:
    """Say who cannot come to the next meeting on the day that was said; "" for nobody."""
    if not route.busy or said.day is None:
        return ""
    plan = coming_meeting(route.planned, today) or Planned(said.day)
    people = invited_to(route, plan)
    return cannot_sentence(who_cannot(route, people, said.day, said.at or plan.at))


def cannot_at(route: Route, contact: Contact, day: date) -> str:
    """Say who cannot on one of the days of a contact; "" for nobody."""
    people = takes_part(route, contact)
    return cannot_sentence(who_cannot(route, people, day, contact.at, contact.minutes or 0))


def clashes_sentence(route: Route, contact: Contact, today: date) -> str:
    """Say who cannot on which of the days of a contact, a line for each; "" for nobody."""
    return "\n".join(map(_clash_sentence, clashes_of(route, contact, today)))


def _clash_sentence(clash: Clash) -> str:
    days = ", ".join(map(dates.weekday_and_day, clash.days[:_DAYS_NAMED]))
    more = len(clash.days) - _DAYS_NAMED
    if more > 0:
        sentence = ngettext(
            "{name} cannot then: {days}, and {n} more time.",
            "{name} cannot then: {days}, and {n} more times.",
            more,
        )
        return sentence.format(name=clash.person.name, days=days, n=more)
    return _("{name} cannot then: {days}.").format(name=clash.person.name, days=days)
