"""Frames of a screen, drawn when a test looks at one. Textual has no public way to either."""

from collections.abc import Mapping
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
    """Return the rows in a rectangle of the window, and draw little of what is around it."""
    compositor = screen._compositor
    part = part.intersection(compositor.size.region)
    if not part:
        return []
    with screen.app._context():
        visible_screen_stack.set(screen.app._background_screens)
        drawn = compositor._render_chops(part, lambda y: part.y <= y < part.bottom)
    rows = zip(drawn[part.y : part.bottom], compositor.cuts[part.y : part.bottom], strict=True)
    return [_row(chops, cuts).crop(part.x, part.right) for chops, cuts in rows]


def _row(chops: Mapping[int, Strip | None], cuts: list[int]) -> Strip:
    """Put a row together; what was not drawn is left blank."""
    pairs = pairwise(cuts)
    return Strip.join(chops[start] or Strip.blank(end - start) for start, end in pairs)


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
