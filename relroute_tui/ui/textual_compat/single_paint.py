"""A screen that is neither styled nor drawn twice when it opens."""

from typing import TypeVar

from textual.events import ScreenResume

from relroute_tui.ui.base.dismiss_once import DismissOnce

Result = TypeVar("Result")


class SinglePaint(DismissOnce[Result]):
    """Leaves out what Textual does a second time for a new screen.

    So it takes up its own sheet in `compose`, before there is anything in it.
    """

    _is_drawn = False

    def take_up_own_sheet(self) -> None:
        """Textual reads the sheet of a screen when it has styled the screen already."""
        self.app.stylesheet.apply(self)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Everything in a new screen was styled a moment ago; other looks reach it by themselves.

        Textual calls its own after this one.
        """
        event.refresh_styles &= self._is_drawn

    def _compositor_refresh(self) -> None:
        """Draw a frame once: not while changes are collected, when Textual draws and shows none of
        it, nor again what a whole frame has just shown.
        """
        if self.app._batch_count:
            return
        whole = self._compositor.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if whole:
            self._repaint_required = False
        if self.is_current and not self._is_drawn:
            self._is_drawn = True
            self.is_drawn_now()

    def is_drawn_now(self) -> None:
        """The first frame was handed to the terminal."""
