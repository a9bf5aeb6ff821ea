"""A whole frame of a screen. Textual has no public way to one."""

from textual.screen import Screen
from textual.strip import Strip


def frame_of(screen: Screen[object]) -> list[Strip]:
    """The rows of the window with their colours."""
    return screen._compositor.render_strips()
