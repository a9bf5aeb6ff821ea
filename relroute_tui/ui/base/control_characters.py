"""A filter that keeps typed or pasted characters from speaking to the terminal itself."""

import re
from collections.abc import Sequence

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""An escape sequence in a pasted text could colour the screen, or set the window's title."""


class ControlCharacterFilter(LineFilter):
    """Filter that leaves control characters, which have no width, out of every line drawn.

    It does the work of the filters before it too: a line is made anew for each filter that it
    passes, and kept for as long as the filters stay the same.
    """

    def __init__(self, before: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.before = tuple(before)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line without them."""
        for line_filter in self.before:
            filtered = line_filter.apply(segments, background)
            if filtered != segments:
                segments = filtered
        return [_clean(segment) for segment in segments] if _any(segments) else segments


class TerminalFilters:
    """Textual's filters and ours as one: no text reaches the terminal as a command."""

    def __init__(self) -> None:
        self._lines = ControlCharacterFilter()

    def after(self, filters: Sequence[LineFilter], app: App[None]) -> Sequence[LineFilter]:
        """Return the one filter that does the work of these too, on the terminal of this app."""
        before = (*filters, *_colour_filters(app))
        if before != self._lines.before:
            self._lines = ControlCharacterFilter(before)
        return (self._lines,)


def _colour_filters(app: App[None]) -> Sequence[LineFilter]:
    if app.console.color_system != "standard":
        return ()
    from relroute_tui.ui.sixteen_colours import filters_for

    return filters_for(app.theme)


def _any(segments: Sequence[Segment]) -> bool:
    line = "".join([segment.text for segment in segments])
    return not line.isprintable() and _CONTROL.search(line) is not None


def _clean(segment: Segment) -> Segment:
    return Segment(_CONTROL.sub("", segment.text), segment.style, segment.control)
