"""Days as people say them at a table, in the language that is spoken and in every other."""

from datetime import date, time

from relroute_tui.domain.contact import parse_time
from relroute_tui.domain.days.reader import DayReading, read_day, read_hour
from relroute_tui.language import _, current, progress_words


def day_reading(text: str, today: date) -> DayReading:
    """Return what somebody means as a day, an hour and a place.

    Whatever the program shows as a day it takes as one too. Where the year is not said it is the
    first such day from `today` on, and a day of the week is the first one after today.
    """
    return read_day(text, today, current())


def typed_day(text: str, today: date) -> date | None:
    """Return the day that somebody means; None where that is not sure."""
    return day_reading(text, today).day


def day_problem(text: str, today: date, past: str = "") -> str:
    """Return what is wrong with what was typed for a day; "" where nothing is, or nothing was.

    `past` is the sentence for a day that was, where that is wrong.
    """
    said, reading = text.strip(), day_reading(text, today)
    if not said:
        return ""
    if reading.day is None and reading.candidates:
        sentence = _("“{words}” can be another day too. Is it {days}?")
        return sentence.format(words=said, days=progress_words.one_of(reading.candidates))
    if reading.day is None:
        sentence = _("“{words}” is not a day. Write it as 2026-12-15, Friday, or in two weeks.")
        return sentence.format(words=said)
    return past.format(words=said) if past and reading.day < today else ""


def typed_times(text: str) -> tuple[time, ...]:
    """Return the times of day that somebody may mean: one where it is sure.

    A time in digits is that of a clock with 24 hours.
    """
    written = parse_time(text)
    return (written,) if written else read_hour(text, current())
