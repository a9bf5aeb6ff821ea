"""The terminal itself: what is written to it, and what it sends."""

import os
import signal
import time
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeVar

from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.geometry import Size

if TYPE_CHECKING:
    from typing_extensions import Buffer

_Result = TypeVar("_Result")
CLEAR: Final = "\x1b[H\x1b[2J"
SHOWN_CURSOR: Final = "\x1b[4 q\x1b[?25h"
DEFAULT_CURSOR: Final = "\x1b[0 q"


class Terminal(Driver):
    """Whatever Textual writes with on this system, and three things more."""

    after_write: Callable[[str], None] | None = None
    """Called with all that was written: a picture has to know what was written over it."""

    def start_application_mode(self) -> None:
        """Show the terminal's cursor, which Textual hides, to magnifiers and braille lines.

        It is a line below its cell: a block turns the colours of the cell round, and a field that
        draws its own cursor there has turned them already.
        """
        super().start_application_mode()  # type: ignore[safe-super]  # the driver of this system
        self.write(SHOWN_CURSOR)

    def size_now(self) -> Size | None:
        """Return the size of the terminal; None where the system tells of each change."""
        look = getattr(self, "_get_terminal_size", None)  # Linux and macOS
        return Size(*look()) if look is not None else None

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(data)  # type: ignore[safe-super]  # the driver of this system comes next
        if self.after_write is not None:
            self.after_write(data)

    def stop_application_mode(self) -> None:
        """Leave no word behind: GNU screen goes on showing what is on the app's own screen."""
        self.write(CLEAR + DEFAULT_CURSOR)
        super().stop_application_mode()  # type: ignore[safe-super]


@cache
def terminal_class(driver_class: type[Driver]) -> type[Driver]:
    """Return this driver of Textual's as a `Terminal`, which no byte and no lost terminal stops."""
    decode_leniently()
    outlive_terminal()
    return type("Terminal", (Terminal, driver_class), {})


def terminal_of(app: App[_Result]) -> Terminal | None:
    """Return the terminal to write to: Textual has no way of its own to show a picture."""
    driver = app._driver
    return driver if isinstance(driver, Terminal) and not driver.is_headless else None


def decode_leniently() -> None:
    """Show a byte that is no UTF-8 as U+FFFD; Textual's reader of the keyboard ends the app.

    Such bytes come from a terminal with another encoding, a pasted text, or an old mouse report.
    Keys that Textual takes for others come as what they are.
    """
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows hands over characters
        return
    vars(linux_driver)["getincrementaldecoder"] = _decoder_for


def outlive_terminal() -> None:
    """Let no frame wait for a terminal that is gone; Textual's app would stand still for good.

    Its queue of frames is full where a terminal took nothing for a while, and what ends the app is
    not heard before there is room in it.
    """
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    vars(linux_driver)["WriterThread"] = LastingWriter


class LastingWriter(WriterThread):
    """Textual's writer, which goes on taking frames when there is nobody to write them to."""

    def run(self) -> None:
        """Write what is queued; once the terminal is gone, throw it away."""
        try:
            super().run()
        except (OSError, ValueError):  # closed at the other side, or at ours
            while self._queue.get() is not None:
                pass


_URXVT: Final = {"\x1b[7^": "\x1b[1;5H", "\x1b[8^": "\x1b[1;5F"}
"""Ctrl+Home and Ctrl+End, which Textual has the other way round."""
_ASKED_AGAIN_AFTER: Final = 0.5
"""Seconds between two requests to end: asyncio drops one that comes while its loop stands still and
more has been posted to it than a socket holds."""
_ST: Final = {"\x1b[P": "\x1b[3~"}
"""Delete, in st alone: elsewhere this is F1."""


class _Decoder(IncrementalDecoder):
    """Decoder of a terminal's input, with the keys in the form that Textual knows."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._decoder = getincrementaldecoder(encoding)(errors="replace")
        name = os.environ.get("TERM", "")
        self._keys = _URXVT | (_ST if name == "st" or name.startswith("st-") else {})

    def decode(self, data: "Buffer", final: bool = False) -> str:
        """Return the text of these bytes; half a character waits for its rest."""
        if not data and not final:  # the terminal is gone, so there is nothing to read ever again
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(_ASKED_AGAIN_AFTER)
        text = self._decoder.decode(data, final)
        for sent, known in self._keys.items():
            text = text.replace(sent, known)
        return text


def _decoder_for(encoding: str) -> "partial[_Decoder]":
    return partial(_Decoder, encoding)
