"""A field for a time of day, typed as people say it."""

from datetime import time

from textual import on
from textual.content import Content
from textual.widgets import Input

from relroute_tui.language import _, dates
from relroute_tui.language.typed_days import typed_times


class HourField(Input):
    """Field for a time, with the time that is meant in its border."""

    def __init__(self, at: time | None, *, name: str) -> None:
        """`at` is in it at first. `name` is its id."""
        shown = dates.clock_time(at) if at else ""
        super().__init__(shown, placeholder=_("such as 15:00"), id=name)

    @property
    def at(self) -> time | None:
        """The time that is meant; None where none is, or not clearly."""
        times = typed_times(self.value)
        return times[0] if len(times) == 1 else None

    @property
    def problem(self) -> str:
        """Sentence on what is wrong with the text; "" where nothing is, or it is empty."""
        typed = self.value.strip()
        if not typed or self.at:
            return ""
        if times := typed_times(typed):
            sentence = _("“{words}” can be another time too. Is it {one} or {other}?")
            one, other = map(dates.clock_time, times[:2])
            return sentence.format(words=typed, one=one, other=other)
        return _("“{words}” is not a time. Write it as 15:00.").format(words=typed)

    def on_mount(self) -> None:
        """Show which time it is."""
        self._say_time()

    @on(Input.Changed)
    def _say_time(self) -> None:
        shown = dates.clock_time(self.at) if self.at else ""
        self.border_subtitle = Content("" if shown == self.value.strip() else shown)
