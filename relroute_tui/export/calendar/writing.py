"""A route as a calendar file: who sees whom, and the meetings that are planned.

The same route gives the same file, byte by byte, and what is in it has the same id each time: a
calendar program that reads a newer one puts it in the place of the one before.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.contact import Contact, is_named_in
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.calendar import invited_to
from relroute_tui.domain.progress.planning import in_order
from relroute_tui.domain.progress.statements import for_child, statements_on
from relroute_tui.domain.route import OpenAgreement, Route, all_agreements
from relroute_tui.domain.statement import Statement
from relroute_tui.domain.text import spelling
from relroute_tui.domain.zone import ZONE, moment_at
from relroute_tui.export.calendar.series import Series, series_of
from relroute_tui.export.calendar.zone import time_zone
from relroute_tui.language import _, agreement_words, contact_words, current, progress_words
from relroute_tui.language.statement_words import view_of

_PRODUCT: Final = "-//relroute_tui//calendar//{language}"
_DAY: Final = timedelta(days=1)
_ESCAPED: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def calendar_of(
    route: Route, minutes: Mapping[str, int], now: datetime, names: Collection[str] = ()
) -> bytes:
    """Return the contact and the planned meetings of a route as an iCalendar file.

    `minutes` says how long an agenda takes, by its id. Where there are `names`, only what concerns
    who is called one of these is in it.
    """
    calendar = Calendar.new(
        name=_Text(_("Contact on the route of {name}").format(name=_clean(route.nickname))),
        prodid=_PRODUCT.format(language=current().upper()),
        language=current(),
        uid=f"{route.id}@relroute",
    )
    events = [*_contacts(route, names), *_meetings(route, minutes, now, names)]
    if events:
        calendar.add_component(time_zone())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _contacts(route: Route, names: Collection[str]) -> Iterator[Event]:
    for made in all_agreements(route):
        contact = made.agreement.contact
        if contact is None or not _is_about(contact, names):
            continue
        called_off = {
            cancellation.day: cancellation.moved_to
            for cancellation in route.called_off
            if cancellation.agreement_id == made.agreement.id
        }
        changed = _last_change(route, made)
        for series in (
            *series_of(contact, made.on, made.ended, frozenset(called_off)),
            *_moved(called_off, made.ended),
        ):
            uid = f"{route.id}-{made.agreement.id}{series.name}@relroute"
            yield _event(uid, changed, contact, _description(route, made, contact, names), series)


def _moved(called_off: Mapping[date, date | None], ended: date | None) -> Iterator[Series]:
    """Yield each day to which something was moved: read by more programs than a moved event is."""
    for day, moved_to in called_off.items():
        if moved_to is not None and (ended is None or moved_to < ended):
            name = f"-moved-{day.isoformat()}"
            yield Series(name, (moved_to.isoweekday(),), moved_to, moved_to, None)


def _is_about(contact: Contact, names: Collection[str]) -> bool:
    return not names or any(is_named_in(contact, name) for name in names)


def _event(
    uid: str, changed: datetime, contact: Contact, description: str, series: Series
) -> Event:
    event = _new_event(uid, changed, contact_words.between(contact), contact.where)
    event.add("last-modified", _whole_seconds(changed))
    event.add("description", _Text(_clean(description)))
    _set_hours(event, series.first, contact.at, contact.minutes or 0)
    if series.rule is not None:
        end = {} if series.last is None else {"UNTIL": _until(series.last, contact.at)}
        event.add("rrule", {**series.rule, **end})
    if series.called_off:
        event.add("exdate", [_begin(day, contact.at) for day in series.called_off])
    return event


def _description(
    route: Route, made: OpenAgreement, contact: Contact, names: Collection[str]
) -> str:
    """Return what was agreed, and people's own views on it: they go wherever it goes."""
    lines = (
        contact_words.contact_sentence(contact),
        *agreement_words.details_in_sentences(made.agreement),
        progress_words.consent_of(made.agreement),
        *(
            f"{view_of(view)}: “{view.words.strip()}”"
            for view in _views_on(route, made.agreement, names)
        ),
    )
    return "\n".join(line[:1].upper() + line[1:] for line in lines if line)


def _views_on(route: Route, agreement: Agreement, names: Collection[str]) -> Iterable[Statement]:
    """Return the views on an agreement; for a child, its own and those that are meant for it."""
    views = statements_on(route, agreement)
    reader = next((person for person in route.participants if _is_among((person,), names)), None)
    if reader is None or reader.role is not Role.YOUNG_PERSON:
        return views
    return for_child(views, reader)


def _meetings(
    route: Route, minutes: Mapping[str, int], now: datetime, names: Collection[str]
) -> Iterator[Event]:
    """Yield the planned meetings; the third of the route is the third, on whatever day it is.

    When a plan was made is not kept, so it says no more than when the file was.
    """
    for number, plan in enumerate(in_order(route.planned), len(route.meetings) + 1):
        if names and not _is_among(invited_to(route, plan), names):
            continue
        uid = f"{route.id}-meeting-{number}@relroute"
        summary = _("Meeting about {name}").format(name=route.nickname)
        event = _new_event(uid, now, summary, plan.place)
        _set_hours(event, plan.day, plan.at, minutes.get(plan.agenda, 0))
        yield event


def _is_among(people: Collection[Participant], names: Collection[str]) -> bool:
    called = {spelling(name) for name in names}
    return any(spelling(person.name) in called for person in people)


def _new_event(uid: str, stamp: datetime, summary: str, place: str) -> Event:
    event = Event.new(uid=uid, stamp=_whole_seconds(stamp), summary=_Text(_clean(summary)))
    if place:
        event.add("location", _Text(_clean(place)))
    return event


def _set_hours(event: Event, day: date, at: time | None, minutes: int) -> None:
    """Say when it begins and ends; on clocks, also where these change in between."""
    event.add("dtstart", _begin(day, at))
    end = datetime.combine(day, at or time()) + timedelta(minutes=minutes)
    if at is None:
        event.add("dtend", end.date() + _DAY)
    elif minutes:
        event.add("dtend", end.replace(tzinfo=ZONE))


def _begin(day: date, at: time | None) -> date:
    return day if at is None else moment_at(day, at)


def _until(day: date, at: time | None) -> date:
    """Return the last begin: in UTC, as the format wants it of what begins at an hour."""
    return day if at is None else moment_at(day, at).astimezone(UTC)


def _last_change(route: Route, made: OpenAgreement) -> datetime:
    """Return when something of an arrangement changed last."""
    agreement_id = made.agreement.id
    entered = [agreed.at for agreed in route.agreements if agreed.agreement.id == agreement_id]
    closed = [meeting.finished for meeting in (made.meeting,) if meeting and meeting.finished]
    called_off = [
        cancellation.at
        for cancellation in route.called_off
        if cancellation.agreement_id == agreement_id
    ]
    viewed = [view.at for view in statements_on(route, made.agreement)]
    ended = [moment_at(made.ended, time())] if made.ended else []
    return max(*(entered or closed), *called_off, *viewed, *ended, moment_at(made.on, time()))


def _whole_seconds(when: datetime) -> datetime:
    return when.astimezone(UTC).replace(microsecond=0)


class _Text(vText):
    """A text of a calendar as it was typed.

    icalendar takes a backslash before a capital N for a new line: "Anna\\Noor" would lose a letter.
    """

    def to_ical(self) -> bytes:
        """Return the text as RFC 5545, 3.3.11, has it in a file."""
        return str(self).translate(_ESCAPED).encode()


def _clean(text: str) -> str:
    """Return a text without what no calendar may hold: control characters."""
    return "".join(
        character if character.isprintable() or character == "\n" else " " for character in text
    ).strip()
