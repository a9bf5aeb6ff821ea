"""The first thing on the screen: an empty frame, there while the program is still loading.

It holds nothing personal and nothing that was kept, loads nothing, and knows no language.
"""

import os
import sys

TYPE_CHECKING = False  # without `typing`: this is what comes before everything else
if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_SCREEN = ("", "open", "practice")
_BEFORE_A_VALUE = ("--sessions", "--cards", "--lang")
_ANSWERED_AT_ONCE = frozenset({"-h", "--help", "--version"})
_SHOW = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_SMALLEST = (20, 3)
"""Columns and rows below which a frame is only noise."""


class Splash:
    """A frame on the terminal's other screen, until a screen comes over it or it is taken away."""

    def __init__(self) -> None:
        self._is_there = False

    def __enter__(self) -> None:
        """What is done now may end without a screen: then the frame is taken away."""

    def __exit__(self, *_how: object) -> None:
        self.take_away()

    def show(self, words: "Sequence[str]") -> None:
        """Draw the frame, where these words may open a screen on a terminal."""
        if may_open_a_screen(words) and _is_a_screen():
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
            sys.stdout.write(_SHOW + frame(columns, rows))
            sys.stdout.flush()
            self._is_there = True

    def hand_over(self) -> None:
        """A screen takes its place, and leaves the terminal as it was at its own end."""
        self._is_there = False

    def take_away(self) -> None:
        """The terminal as it was, for whoever has something to say there."""
        if self._is_there:
            self._is_there = False
            sys.stdout.write(_LEAVE)
            sys.stdout.flush()


def frame(columns: int, rows: int) -> str:
    """A thin frame around the window with the name of the program in it, from its first cell."""
    if columns < _SMALLEST[0] or rows < _SMALLEST[1]:
        return ""
    name = " relroute "
    top = "╭─" + name + "─" * (columns - len(name) - 3) + "╮"
    between = "│" + " " * (columns - 2) + "│"
    bottom = "╰" + "─" * (columns - 2) + "╯"
    return "\x1b[2m" + "\r\n".join((top, *[between] * (rows - 2), bottom)) + "\x1b[22m\x1b[H"


def may_open_a_screen(words: "Sequence[str]") -> bool:
    """Whether these words, if they are understood, ask for a screen."""
    commands = (
        word
        for before, word in zip(("", *words), words)  # noqa: B905 - the last is before nothing
        if not word.startswith("-") and before not in _BEFORE_A_VALUE
    )
    return next(commands, "") in _WITH_SCREEN and _ANSWERED_AT_ONCE.isdisjoint(words)


def _is_a_screen() -> bool:
    if os.name == "nt" or os.environ.get("TERM", "dumb") == "dumb":
        return False  # Windows has to be asked first to obey such signs
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))


SPLASH = Splash()
