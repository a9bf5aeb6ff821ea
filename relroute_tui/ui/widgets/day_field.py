"""A field for a day, typed as people say it."""

from datetime import date

from textual import on
from textual.content import Content
from textual.widgets import Input

from relroute_tui.domain.days.reader import DayReading
from relroute_tui.domain.days.written import written_date
from relroute_tui.language import _, current, dates
from relroute_tui.language.typed_days import day_problem, day_reading


class DayField(Input):
    """Field for a day, with the day that is meant, in full, in its border."""

    def __init__(
        self, day: date | None, today: date, *, name: str, written: str = "", placeholder: str = ""
    ) -> None:
        """`day` is in it at first; `written` is, where there is none. `name` is its id."""
        shown = written if day is None else written_date(day, current())
        super().__init__(
            shown, placeholder=placeholder or _("such as Friday, or 15 December"), id=name
        )
        self._first = day
        self._today = today

    @property
    def day(self) -> date | None:
        """The day that is meant; None where none is, or not clearly."""
        return self.reading.day

    @property
    def reading(self) -> DayReading:
        """All that was understood: also the hour and the place, or the days that may be meant."""
        return day_reading(self.value, self._today)

    def problem(self, past: str = "") -> str:
        """Return what is wrong with the text in it; "" for nothing, also where it is empty.

        `past` is the sentence for a day that was, where that is wrong; the day that was in it at
        first may be past.
        """
        if self._first is not None and self.day == self._first:
            past = ""
        return day_problem(self.value, self._today, past)

    def on_mount(self) -> None:
        """Show which day it is."""
        self._say_day()

    @on(Input.Changed)
    def _say_day(self) -> None:
        reading = self.reading
        hour = dates.clock_time(reading.at) if reading.at else ""
        parts = [dates.long_date(reading.day), hour] if reading.day else []
        self.border_subtitle = Content(", ".join(filter(None, parts)))
