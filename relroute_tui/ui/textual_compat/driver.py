"""The terminal itself: what is written to it, and what it sends."""

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import cache, partial
from typing import Final

from textual.app import App
from textual.driver import Driver

CLEAR: Final = "\x1b[H\x1b[2J"


class Terminal(Driver):
    """Whatever Textual writes with on this system, and two things more."""

    after_write: Callable[[str], None] | None = None
    """Called with all that was written: a picture has to know what was written over it."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        super().write(data)  # type: ignore[safe-super]  # the driver of this system comes next
        if self.after_write is not None:
            self.after_write(data)

    def stop_application_mode(self) -> None:
        """Leave no word behind: GNU screen goes on showing what is on the app's own screen."""
        self.write(CLEAR)
        super().stop_application_mode()  # type: ignore[safe-super]


@cache
def terminal_class(driver_class: type[Driver]) -> type[Driver]:
    """Return this driver of Textual's as a `Terminal`."""
    return type("Terminal", (Terminal, driver_class), {})


def terminal_of(app: App[object]) -> Terminal | None:
    """Return what writes to the terminal: Textual has no way of its own to show a picture."""
    driver = app._driver
    return driver if isinstance(driver, Terminal) and not driver.is_headless else None


def decode_leniently() -> None:
    """Show a byte that is no UTF-8 as U+FFFD; Textual's reader of the keyboard ends the app.

    Such bytes come from a terminal with another encoding, a pasted text, or an old mouse report.
    """
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows hands over characters
        return
    vars(linux_driver)["getincrementaldecoder"] = _lenient_decoder


def _lenient_decoder(encoding: str) -> partial[IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
