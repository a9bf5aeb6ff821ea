"""Puts the widgets of a room together into a frame."""

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class LeanCompositor(Compositor):
    """Draws only the widgets in which something changed.

    The stock one draws every widget whose container touches a rectangle around all changes: for a
    letter in the notes that is nearly the whole room.
    """

    _changed: frozenset[Region] | None = None
    """Where something changed, while a part of a frame is drawn; None: wherever it is asked for."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last frame; None if nothing did."""
        self._changed = frozenset(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = None

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        asked = self._changed or (self.size.region if crop is None else crop,)
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if any(seen.overlaps(each) for each in asked):
                yield region, clip, widget.render_lines(seen - region.offset)
