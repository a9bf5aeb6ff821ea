"""Contact in the language of the table: who sees whom, when and how, as one says it."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Final

from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.recurrence import LAST, OccurrenceDay, first_day, monthly_run
from relroute_tui.language import N_, _, dates, ngettext
from relroute_tui.language.filled_sentences import (
    Listed,
    Sentence,
    Weekday,
    counted,
    sentence,
    shown_here,
)
from relroute_tui.language.progress_words import joined

CONTACT_KINDS: Final[Mapping[ContactKind, str]] = {
    ContactKind.VISIT: N_("visit"),
    ContactKind.AT_CARERS: N_("visit at {carers_home}"),
    ContactKind.NEUTRAL: N_("visit in a neutral place"),
    ContactKind.STAYING_OVER: N_("staying over"),
    ContactKind.PHONE: N_("phone call"),
    ContactKind.VIDEO: N_("video call"),
    ContactKind.MOMENT: N_("a moment together"),
}
EVERY: Final[Mapping[Every, str]] = {
    Every.WEEK: N_("every week"),
    Every.TWO_WEEKS: N_("every two weeks"),
    Every.FOUR_WEEKS: N_("every four weeks"),
    Every.MONTH: N_("every month"),
    Every.OTHER: N_("otherwise"),
}
NTH: Final[Mapping[int, str]] = {
    1: N_("every first {days} of the month"),
    2: N_("every second {days} of the month"),
    3: N_("every third {days} of the month"),
    4: N_("every fourth {days} of the month"),
    LAST: N_("every last {days} of the month"),
}


def contact_sentence(contact: Contact) -> str:
    """Write an agreement about contact in one sentence, as it is read aloud."""
    return ", ".join((between(contact), *contact_facts(contact))) + "."


def between(contact: Contact) -> str:
    """Say who sees whom, and how."""
    who, whom = joined(contact.who), joined(contact.with_whom)
    return f"{who} – {whom}: {_(CONTACT_KINDS[contact.kind])}"


def contact_facts(contact: Contact) -> tuple[str, ...]:
    """Say when, how long, where, who brings and fetches, who is there."""
    facts = [
        when_of(contact),
        long_of(contact.minutes) if contact.minutes else "",
        contact.where,
        _("{name} brings").format(name=contact.brings) if contact.brings else "",
        _("{name} picks up").format(name=contact.fetches) if contact.fetches else "",
        _("along: {names}").format(names=contact.along) if contact.along else "",
        supervised_of(contact),
    ]
    return tuple(filter(None, facts))


def supervised_of(contact: Contact) -> str:
    """Say whether somebody is there to help, and who."""
    if not contact.supervised:
        return ""
    if contact.supervised_by:
        return _("{name} is there").format(name=contact.supervised_by)
    return _("with someone there")


def off_words(moved_to: date | None) -> str:
    """Say that it does not take place that day, and on which day instead."""
    if moved_to is None:
        return _("is off")
    return _("moved to {day}").format(day=dates.weekday_and_day(moved_to))


def when_of(contact: Contact) -> str:
    """Write "every week on Wednesday at 15:00", or what was typed."""
    if contact.every is Every.OTHER:
        return contact.how_often
    rhythm = rhythm_of(contact)
    if contact.since and (first := first_day(contact)):
        rhythm = _("{when}, from {day}").format(when=rhythm, day=dates.whole_date(first))
    return f"{rhythm} ({contact.how_often})" if contact.how_often else rhythm


def rhythm_of(contact: Contact) -> str:
    """Return on which days and at what time it comes round, as one says it."""
    return str(rhythm_said(contact))


def rhythm_said(contact: Contact) -> Sentence:
    """Return the same to be said in any language."""
    rhythm = _days_said(contact)
    if not contact.at:
        return rhythm
    return sentence(N_("{when} at {time}"), when=rhythm, time=contact.at)


def _days_said(contact: Contact) -> Sentence:
    """Return the days on which it comes round, as one says them."""
    if run := monthly_run(contact):
        rhythm = sentence(NTH[run.nth], days=Weekday(run.lead))
        if not run.others:
            return rhythm
        others = Listed(tuple(map(Weekday, run.others)))
        return sentence(N_("{when}, and the {days} after it"), when=rhythm, days=others)
    every = sentence(EVERY[contact.every])
    if not contact.weekdays:
        return every
    days = Listed(tuple(map(Weekday, sorted(contact.weekdays))))
    return sentence(N_("{every} on {days}"), every=every, days=days)


def without_days_sentence(contacts: Iterable[Contact]) -> str:
    """Return which contacts stand on no calendar, as no day was said; empty for none."""
    missing = [
        f"{joined((*contact.who, *contact.with_whom))} ({_(CONTACT_KINDS[contact.kind])})"
        for contact in contacts
    ]
    if not missing:
        return ""
    sentence = _("Without a day of the week, so not in this overview: {contacts}.")
    return sentence.format(contacts="; ".join(missing))


def hours_of(occurrence: OccurrenceDay, at: time | None) -> str:
    """Return at what time it begins, or that it goes on and until when."""
    if occurrence.is_begin:
        return begin_of(at)
    if occurrence.until:
        return _("until {time}").format(time=dates.clock_time(occurrence.until))
    return _("all day")


def long_of(minutes: int) -> str:
    """Write "45 minutes", "2 hours", "1 hour and 30 minutes"."""
    return shown_here(long_said(minutes))


def long_said(minutes: int) -> Listed:
    """Return the same to be said in any language."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        here = ngettext("{n} hour", "{n} hours", hours)
        parts.append(counted("{n} hour", here, hours, n=hours))
    if rest or not hours:
        here = ngettext("{n} minute", "{n} minutes", rest)
        parts.append(counted("{n} minute", here, rest, n=rest))
    return Listed(tuple(parts))


def begin_of(at: time | None) -> str:
    """Say at what time something begins; "" where it has none."""
    return dates.clock_time(at) if at else ""
