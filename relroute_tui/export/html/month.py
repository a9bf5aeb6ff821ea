"""A month on paper, to hang up: who sees whom on which day, with a pictogram for how.

A child that cannot read yet sees the pictogram, and everyone else reads the same beside it.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, time
from typing import Final

from msgspec import Struct

from relroute_tui.domain.contact import ContactKind, is_named_in
from relroute_tui.domain.progress.calendar import (
    Occasion,
    invited_to,
    occasions,
    weeks_of_month,
)
from relroute_tui.domain.route import Route
from relroute_tui.domain.text import spelling
from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.language import _, contact_words, current, dates, progress_words

_SHEET: Final = "month"
"""The name of the style sheet and of the fragments of this page."""
_MEETING: Final = "meeting"
_ADULT: Final = "M8 9a2.6 2.6 0 1 0-.1 0M3.5 20v-4.5a4.5 4.5 0 0 1 9 0V20"
_PICTOGRAMS: Final[Mapping[str, str]] = {
    ContactKind.VISIT: f"{_ADULT}M17 12a2 2 0 1 0-.1 0M14 20v-2.5a3 3 0 0 1 6 0V20",
    ContactKind.AT_CARERS: "M3 12 12 4l9 8M5.5 10v10.5h13V10M12 13.5a1.6 1.6 0 1 0-.1 0"
    "M9.5 20.5V18a2.5 2.5 0 0 1 5 0v2.5",
    ContactKind.NEUTRAL: "M12 21v-7M12 15a5.5 5.5 0 1 0-.1 0M6 21h12",
    ContactKind.STAYING_OVER: "M3 20V8M3 17h18v3M21 17v-2a3 3 0 0 0-3-3H9v5M6 13.5a1.6 1.6 "
    "0 1 0-.1 0M18 8a3.5 3.5 0 1 1-3-5 3 3 0 0 0 3 5",
    ContactKind.PHONE: "M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8"
    "A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5M6.5 6h11M6.5 17.5h11M11.5 19.5h1",
    ContactKind.VIDEO: "M2.5 4.5h19v12h-19zM9 20.5h6M12 16.5v4M12 10a1.8 1.8 0 1 0-.1 0"
    "M8.5 16.5a3.5 3.5 0 0 1 7 0",
    ContactKind.MOMENT: "M12 3l2.7 5.8 6.3.7-4.7 4.3 1.3 6.2-5.6-3.2-5.6 3.2 1.3-6.2L3 9.5l6.3-.7z",
    _MEETING: "M12 16a4 4 0 1 0-.1 0M12 5a1.7 1.7 0 1 0-.1 0M12 22a1.7 1.7 0 1 0-.1 0"
    "M4.5 14a1.7 1.7 0 1 0-.1 0M19.5 14a1.7 1.7 0 1 0-.1 0",
}


class _Thing(Struct, frozen=True):
    """Something on a day."""

    pictogram: str
    hour: str
    words: str
    is_off: bool = False


def month_html(route: Route, month: date, names: Collection[str] = ()) -> str:
    """Return the month around a day as one page for A4, in the language that is spoken now.

    Where there are `names`, only what concerns who is called one of these is on it.
    """
    weeks = weeks_of_month(month)
    things = _things(route, weeks[0][0], weeks[-1][-1], names)
    title = dates.month_and_year(month)
    if names:
        title = _("{month}, for {name}").format(month=title, name=progress_words.joined(names))
    shown = {
        thing.pictogram
        for day, found in things.items()
        if day.month == month.month
        for thing in found
    }
    body = _fill(
        "month",
        title=title,
        heads=joined((_fill("head", day=dates.weekday(day)) for day in weeks[0]), ""),
        weeks=joined(
            _fill("week", days=joined(_day(day, month, things.get(day, [])) for day in week))
            for week in weeks
        ),
        legend=_legend(shown),
    )
    return page(_SHEET, current(), title, body)


def _fill(fragment: str, **values: str) -> Html:
    return fill(_SHEET, fragment, **values)


def _day(day: date, month: date, things: Iterable[_Thing]) -> Html:
    """Return the cell of a day; what is in another month has its number only."""
    if day.month != month.month:
        return _fill("day", kind="other", number=str(day.day), things="")
    kind = "weekend" if day.isoweekday() > 5 else "day"
    return _fill("day", kind=kind, number=str(day.day), things=joined(map(_thing, things)))


def _thing(thing: _Thing) -> Html:
    hour = _fill("hour", hour=thing.hour) if thing.hour else ""
    fragment = "off" if thing.is_off else "thing"
    off = _("is off")
    return _fill(
        fragment, pictogram=_pictogram(thing.pictogram), hour=hour, words=thing.words, off=off
    )


def _pictogram(name: str) -> Html:
    return _fill("pictogram", path=_PICTOGRAMS[name])


def _legend(shown: Collection[str]) -> Html:
    items = [
        _fill("known", pictogram=_pictogram(name), word=_word(name))
        for name in _PICTOGRAMS
        if name in shown
    ]
    return _fill("legend", items=joined(items)) if items else Html("")


def _word(pictogram: str) -> str:
    if pictogram == _MEETING:
        return _("meeting at the table")
    return _(contact_words.CONTACT_KINDS[ContactKind(pictogram)])


def _things(
    route: Route, first: date, last: date, names: Collection[str]
) -> Mapping[date, list[_Thing]]:
    found: dict[date, list[tuple[time, _Thing]]] = {}
    for occasion in occasions(route, first, last):
        if not names or any(is_named_in(occasion.contact, name) for name in names):
            at = (occasion.contact.at if occasion.occurrence.is_begin else None) or time()
            found.setdefault(occasion.day, []).append((at, _of_occasion(occasion, names)))
    for plan in route.planned:
        people = [spelling(person.name) for person in invited_to(route, plan)]
        if first <= plan.day <= last and (not names or {*map(spelling, names)} & {*people}):
            hour = contact_words.begin_of(plan.at)
            thing = _Thing(_MEETING, hour, _("meeting at the table"))
            found.setdefault(plan.day, []).append((plan.at or time(), thing))
    return {day: [thing for _at, thing in sorted(here, key=_hour)] for day, here in found.items()}


def _hour(placed: tuple[time, _Thing]) -> time:
    return placed[0]


def _of_occasion(occasion: Occasion, names: Collection[str]) -> _Thing:
    contact = occasion.contact
    mine = {spelling(name) for name in names}
    others = [name for name in (*contact.who, *contact.with_whom) if spelling(name) not in mine]
    return _Thing(
        pictogram=contact.kind,
        hour=contact_words.hours_of(occasion.occurrence, contact.at),
        words=progress_words.joined(others),
        is_off=occasion.is_called_off,
    )
