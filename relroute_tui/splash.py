"""The first thing on the screen: an empty frame, there while the program is still loading.

It holds nothing personal and nothing that was saved, loads nothing, and knows no language.
"""

import os
import sys

TYPE_CHECKING = False  # without `typing`: this is what comes before everything else
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COMMANDS_WITH_SCREEN = ("", "open", "practice", "audience")
_OPTIONS_WITH_VALUE = ("--sessions", "--cards", "--lang")
_OPTIONS_WITHOUT_SCREEN = frozenset({"-h", "--help", "--version", "--plain"})
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_SMALLEST = (20, 3)
"""Columns and rows below which a frame is only noise."""


class Splash:
    """A frame on the terminal's other screen, until a screen comes over it or it is taken away."""

    def __init__(self) -> None:
        self._is_shown = False

    def __enter__(self) -> None:
        """Do something that may end without a screen: the frame is then taken away."""

    def __exit__(self, *_exception: object) -> None:
        self.take_away()

    def show(self, argv: "Sequence[str]") -> None:
        """Draw the frame, where this command line may open a screen on a terminal."""
        if may_open_a_screen(argv) and _is_terminal():
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
            sys.stdout.write(_ENTER + frame(columns, rows))
            sys.stdout.flush()
            self._is_shown = True

    def hand_over(self) -> None:
        """Leave the terminal to a screen, which restores it at its own end."""
        self._is_shown = False

    def take_away(self) -> None:
        """Restore the terminal, for whatever is to be written there."""
        if self._is_shown:
            self._is_shown = False
            sys.stdout.write(_LEAVE)
            sys.stdout.flush()


def frame(columns: int, rows: int) -> str:
    """Return a thin frame around a window of this size, with the name of the program in it."""
    if columns < _SMALLEST[0] or rows < _SMALLEST[1]:
        return ""
    name = " relroute "
    top = "╭─" + name + "─" * (columns - len(name) - 3) + "╮"
    between = "│" + " " * (columns - 2) + "│"
    bottom = "╰" + "─" * (columns - 2) + "╯"
    return "\x1b[2m" + "\r\n".join((top, *[between] * (rows - 2), bottom)) + "\x1b[22m\x1b[H"


def may_open_a_screen(argv: "Sequence[str]") -> bool:
    """Return whether this command line, if it can be parsed, asks for a screen."""
    is_about_a_screen = command_in(argv) in _COMMANDS_WITH_SCREEN
    return is_about_a_screen and _OPTIONS_WITHOUT_SCREEN.isdisjoint(argv)


def command_in(argv: "Sequence[str]") -> str:
    """Return the command on this command line, which options may precede; "" without one."""
    commands = (
        argument
        for previous, argument in zip(("", *argv), argv)  # noqa: B905 - the last precedes nothing
        if not argument.startswith("-") and previous not in _OPTIONS_WITH_VALUE
    )
    return next(commands, "")


def _is_terminal() -> bool:
    if os.name == "nt" or os.environ.get("TERM", "dumb") == "dumb":
        return False  # Windows has to be asked first to obey control sequences
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return False
    return asks_for_utf_8(os.environ)


def asks_for_utf_8(variables: "Mapping[str, str]") -> bool:
    """Return whether the locale of a terminal is of UTF-8, or says nothing of it.

    A language without a character set, such as `nl_NL`, means an older one; Python then says which.
    """
    named = (variables.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    chosen = next((name for name in named if name), "")
    character_set = chosen.partition(".")[2].partition("@")[0] or _locale_encoding()
    return character_set.casefold() in ("utf-8", "utf8", "ascii", "ansi_x3.4-1968", "us-ascii")


def _locale_encoding() -> str:
    from locale import getencoding

    return getencoding()


SPLASH = Splash()
