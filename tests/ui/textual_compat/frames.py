"""Frames of a screen, drawn when a test looks at one. Textual has no public way to either."""

from itertools import pairwise
from typing import Any

import pytest
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import OptionList


def frame_of(screen: Screen[object]) -> list[Strip]:
    """Return the rows of the window with their colours, with the screens that a dialog covers."""
    with screen.app._context():
        visible_screen_stack.set(screen.app._background_screens)
        return screen._compositor.render_strips()


def part_of_frame(screen: Screen[object], part: Region) -> list[Strip]:
    """Return the rows in a rectangle of the window, and draw nothing that cannot be seen there.

    Textual draws every row of each widget, whatever part of it is asked for.
    """
    compositor = screen._compositor
    part = part.intersection(compositor.size.region)
    if not part:
        return []
    rows = [_Row(part, compositor.cuts[y]) for y in part.line_range]
    with screen.app._context():
        visible_screen_stack.set(screen.app._background_screens)
        for widget, (region, clip) in compositor.visible_widgets.items():  # those in front first
            shown = region.intersection(clip).intersection(part)
            columns = ((1 << shown.width) - 1) << shown.x
            open_rows = [y for y in shown.line_range if rows[y - part.y].blank & columns]
            if not open_rows:
                continue
            first, last = open_rows[0], open_rows[-1]
            drawn = widget.render_lines(
                Region(shown.x - region.x, first - region.y, shown.width, last - first + 1)
            )
            for y, strip in enumerate(drawn, first):
                if rows[y - part.y].blank & columns:
                    rows[y - part.y].draw(strip, shown)
    return [row.joined() for row in rows]


class _Row:
    """One row of a part of the window, in the pieces in which Textual draws it."""

    def __init__(self, part: Region, cuts: list[int]) -> None:
        self._cuts = [part.x, *(cut for cut in cuts if part.x < cut < part.right), part.right]
        self._pieces: dict[int, Strip | None] = dict.fromkeys(self._cuts[:-1])
        self.blank = ((1 << part.width) - 1) << part.x
        """The columns in which nothing was drawn yet, a bit for each."""

    def draw(self, strip: Strip, shown: Region) -> None:
        """Put a strip in these columns, under what is there already."""
        cuts = [cut for cut in self._cuts if shown.x <= cut <= shown.right]
        pieces = strip.divide([cut - shown.x for cut in cuts[1:]])
        for at, piece in zip(cuts, pieces, strict=False):
            if self._pieces[at] is None:
                self._pieces[at] = piece
        self.blank &= ~(((1 << shown.width) - 1) << shown.x)

    def joined(self) -> Strip:
        """Return the row; what nothing was drawn in is left blank."""
        pairs = zip(self._pieces.values(), pairwise(self._cuts), strict=True)
        return Strip.join(piece or Strip.blank(end - at) for piece, (at, end) in pairs)


def draw_only_what_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no frame that nobody looks at, and only leave the cursor where the frame would leave it;
    a picture of the whole window is drawn as ever.
    """
    real, export = Compositor.render_update, App.export_screenshot

    def render_update(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> CompositorUpdate | None:
        has_changed = full or bool(self._dirty_regions)
        for compositor in (self, *(screen._compositor for screen in screen_stack or ())):
            _count_lines(compositor)
        self._dirty_regions.clear()
        return CompositorUpdate() if has_changed else None

    def export_screenshot(self: App[object], **how: Any) -> str:
        with monkeypatch.context() as drawn:
            drawn.setattr(Compositor, "render_update", real)
            return export(self, **how)

    monkeypatch.setattr(Compositor, "render_update", render_update)
    monkeypatch.setattr(App, "export_screenshot", export_screenshot)


def _count_lines(compositor: Compositor) -> None:
    """A list counts its lines whenever it is drawn, and moves what stands below it."""
    for widget in compositor.visible_widgets:
        if isinstance(widget, OptionList):
            widget._update_lines()
