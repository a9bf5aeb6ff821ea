"""The words that a language brings for its days. The domain knows no language itself.

As with `domain.vocabulary`, whoever knows the languages registers where they come from. All words
are written as `domain.text.fold` leaves them, and several words with one blank between them.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache

from msgspec import Struct

Feast = Callable[[int], tuple[date, ...]]
"""Returns the days on which a feast may be in a year."""


class DayWords(Struct, frozen=True):
    """The words of one language for a day, an hour and a place."""

    weekdays: tuple[str, ...]
    """Names of the weekdays, from Monday on."""
    months: tuple[str, ...]
    short: Mapping[str, int]
    """Short names of months that are not the beginning of the long one, counted from 1."""
    short_weekdays: Mapping[str, int]
    """The same for weekdays."""
    shortest_weekday: int
    """Letters that a weekday needs at least to be known by its beginning."""
    today: Mapping[str, int]
    """Words for a day near today: how many days after it."""
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    """Also "last", as -1."""
    ordinal_endings: tuple[str, ...]
    """Endings after digits: 22e, 22nd."""
    days: frozenset[str]
    """The words for a day, a week, and so on; each in singular and plural."""
    weeks: Mapping[str, int]
    """Words for weeks, with their number: a fortnight is two."""
    months_long: frozenset[str]
    years: frozenset[str]
    weekend: frozenset[str]
    after: frozenset[str]
    """Words before "two weeks" that mean from today on."""
    hence: frozenset[str]
    """Words after "two weeks" that mean from today on."""
    next: frozenset[str]
    this: frozenset[str]
    around: frozenset[str]
    """Words before a day or a time that shift it to another, unnamed day: "the end of"."""
    moving: frozenset[str]
    """Feasts and times of the year without a fixed day."""
    undone: frozenset[str]
    """Words after a day that shift it to another, unnamed day, or undo it: "ago", "or so"."""
    either: frozenset[str]
    """Words between two days of which one is meant, or between the first and last of several."""
    coming: frozenset[str]
    """The first one to come, whichever week that is in."""
    fillers: frozenset[str]
    """Say nothing about which day: on, the, of."""
    before_feast: frozenset[str]
    """Say nothing either, where a feast follows: at, met."""
    parts: Mapping[str, tuple[time, time]]
    """Parts of a day, and between which hours they are; also joined to a weekday."""
    feasts: Mapping[str, tuple[int, int]]
    """Feasts that are on the same month and day every year."""
    feasts_by_year: Mapping[str, Feast]
    """Feasts that are on another day each year, or may mean more than one day."""
    at: frozenset[str]
    """Words before an hour."""
    hour: frozenset[str]
    """Words after an hour."""
    half: frozenset[str]
    half_is_before: bool
    """Whether "half eight" is half an hour before eight."""
    quarter: frozenset[str]
    minutes: frozenset[str]
    past: frozenset[str]
    to: frozenset[str]
    noon: Mapping[str, time]
    places: frozenset[str]
    """Words before a place: at, in."""
    month_may_come_first: bool
    """Whether 5/12 may be the twelfth of May."""
    week_may_begin_on_sunday: bool
    week_behind_a_day: bool
    """Whether "Friday week" is a week after Friday."""


Source = Callable[[], Mapping[str, DayWords]]
"""Returns the words of every language, by its code."""


class _Registry:
    """Source of the words; empty until one is registered."""

    source: Source = dict


def register(source: Source) -> None:
    """Take the words from `source`, when the first of them is needed."""
    _Registry.source = staticmethod(source)
    day_words.cache_clear()


@cache
def day_words() -> Mapping[str, DayWords]:
    """Return the words of every language, by its code."""
    return _Registry.source()
