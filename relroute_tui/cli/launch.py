"""Opens a screen in this terminal and stays until somebody leaves it.

Home is here too: it is what `relroute` without a command shows.
"""

import os
import sys
from typing import TYPE_CHECKING, Final, TextIO

from relroute_tui import operating_system
from relroute_tui.cli.output import CommandFailed, storage_errors_reported
from relroute_tui.environment import Environment
from relroute_tui.language import _
from relroute_tui.splash import asks_for_utf_8
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

FRAMES_PER_SECOND = 120
"""Textual's own 60 would let a letter wait for up to 17 ms before it is drawn."""
COLOURS_IN_GNU_SCREEN: Final = "256"
"""Its name for Rich. COLORTERM is that of the terminal around it, which GNU screen does not obey:
it takes the numbers of a colour in 24 bits for other colours."""
SWITCH_INTERVAL = 0.0005
"""Seconds a thread works on while another waits. With Python's own 0.005 the thread that writes to
the terminal waits that long after a frame, and again for each part of a large one."""


def go_home(_arguments: "argparse.Namespace", environment: Environment) -> None:
    """Open the app at home."""
    from relroute_tui.storage.archive import Archive

    with storage_errors_reported():
        Archive(environment.sessions).prepare()
    show_screen(environment, Start())


def show_screen(environment: Environment, start: Start) -> None:
    """Open the app and wait until somebody leaves it. Raises CommandFailed without a terminal."""
    _prepare()
    from relroute_tui.ui.app import RelrouteApp

    app = RelrouteApp(environment, start)
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.return_code:
        sys.exit(app.return_code)  # the app has said why


def show_audience(environment: Environment) -> None:
    """Open the window for the television and wait until somebody closes it.

    Raises CommandFailed without a terminal.
    """
    _prepare()
    from relroute_tui.ui.audience.app import AudienceApp

    assert environment.runtime is not None
    app = AudienceApp(environment.runtime, environment.pictures)
    app.run()
    if app.failure is not None:
        raise CommandFailed(
            _("The window for the television had to close. Press F10 in the meeting once more.")
        )


def _prepare() -> None:
    """Make this process and its terminal ready for a screen. Raises CommandFailed."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise CommandFailed(
            _("There is no terminal here to show a screen on. Start relroute in a terminal window.")
        )
    hindrance = hindrance_of(os.environ)
    if hindrance is not None:
        raise CommandFailed(hindrance)
    operating_system.leave_no_core_dump()
    block_openssl()
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES_PER_SECOND))
    if os.environ.get("STY"):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", COLOURS_IN_GNU_SCREEN)
    sys.setswitchinterval(SWITCH_INTERVAL)


def hindrance_of(variables: "Mapping[str, str]") -> str | None:
    """Return a sentence that says why this terminal cannot show a screen; None where it can."""
    if sys.platform == "win32":
        return None
    if variables.get("TERM", "") in ("", "dumb"):
        return _(
            "This terminal can show lines of text but no screen. "
            "Start relroute in a terminal window."
        )
    return encoding_hindrance_of(variables)


def encoding_hindrance_of(variables: "Mapping[str, str]") -> str | None:
    """Return a sentence that says why letters would come out wrong here; None where they do not."""
    if sys.platform == "win32" or asks_for_utf_8(variables):
        return None
    return _(
        "This terminal is not set to UTF-8, so letters and lines would come out garbled. "
        "Choose UTF-8 in its settings, or start relroute in another terminal window."
    )


def block_openssl() -> None:
    """Let no module load OpenSSL, which costs a start time and memory.

    Nothing here connects to a network, sealing brings its own, and whatever asks for OpenSSL works
    as well where Python was built without it.
    """
    for name in ("ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # makes the import fail


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
