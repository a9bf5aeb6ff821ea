"""The terminal itself: what is written to it, and what it sends."""

from codecs import getincrementaldecoder
from functools import partial
from typing import Any

from textual.app import App
from textual.driver import Driver


def terminal_of(app: App[Any]) -> Driver | None:
    """Return what writes to the terminal: Textual has no way of its own to show a picture."""
    driver = app._driver
    return None if driver is None or driver.is_headless else driver


def decode_leniently() -> None:
    """Show a byte that is no UTF-8 as U+FFFD; Textual's reader of the keyboard ends the app.

    Such bytes come from a terminal with another encoding, a pasted text, or an old mouse report.
    """
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows hands over characters
        return
    vars(linux_driver)["getincrementaldecoder"] = _lenient_decoder


def _lenient_decoder(encoding: str) -> Any:
    return partial(getincrementaldecoder(encoding), errors="replace")
