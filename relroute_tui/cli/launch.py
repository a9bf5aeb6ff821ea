"""What each command of the command line does. A screen is loaded only by those that show one."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from relroute_tui.environment import Environment, shipped
from relroute_tui.language import _
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    import argparse

    from relroute_tui.content.markdown import DeckFault
    from relroute_tui.storage.archive import RouteSummary


FRAMES_PER_SECOND = 120
"""Textual's own 60 would let a letter wait for up to 17 ms before it is drawn."""
TURN = 0.0005
"""Seconds a thread works on while another waits. With Python's own 0.005 the thread that writes to
the terminal waits that long after a frame, and again for each part of a large one."""


class CommandFailed(Exception):  # noqa: N818 - it is told to a person, not raised at a programmer
    """Ends the command with exit code 1 and a plain line, or one for each thing that is wrong."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def complain(sentence: str) -> None:
    """One plain line on standard error."""
    if sys.stderr is not None:
        with suppress(OSError):  # there is nowhere left to say it
            print(f"relroute: {sentence}", file=sys.stderr)  # noqa: T201 - the one way out


def say(text: str) -> None:
    """Write an answer to standard output at once. Raises CommandFailed when it is refused."""
    try:
        if sys.stdout is None:
            raise OSError
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _close_output()
        if _has_enough(error):
            return
        raise CommandFailed(
            _("The answer could not be written out. Nothing was changed. Is there room for it?")
        ) from None


def _has_enough(error: OSError) -> bool:
    """Whether who read along, such as `head`, closed the pipe. Windows calls that invalid."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _close_output() -> None:
    """Let Python not try once more when it ends what can not be written."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_lines(lines: Iterable[str]) -> None:
    """Several answers, each on a line."""
    say("".join(f"{line}\n" for line in lines))


def go_home(_arguments: "argparse.Namespace", environment: Environment) -> None:
    """The app, at home."""
    from relroute_tui.storage.archive import Archive

    with storage_errors_reported():
        Archive(environment.sessions).prepare()
    _show(environment, Start())


def open_route(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Straight into one route."""
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.key_folder import is_sealed

    archive = Archive(environment.sessions)
    with storage_errors_reported():
        archive.prepare()
        sealed = is_sealed(environment.sessions)  # then it is looked up once there is a key
        route_id = arguments.route if sealed else archive.find(arguments.route).id
    _show(environment, Start(route_id, meet=arguments.meet))


def practise(arguments: "argparse.Namespace", environment: Environment) -> None:
    """The practice family, on a copy that is thrown away."""
    from msgspec.structs import replace

    from relroute_tui.content.practice import practice_family

    with storage_errors_reported():
        practice = practice_family(environment.language)
    try:
        copy = replace(environment, sessions=practice.folder)
        _show(copy, Start(practice.route_id, meet=arguments.meet))
    finally:
        practice.throw_away()


def list_routes(arguments: "argparse.Namespace", environment: Environment) -> None:
    """A line for each route; a line on standard error for each that can not be opened."""
    from relroute_tui.cli.unlock import archive_in
    from relroute_tui.language.storage_messages import problem_sentence

    with storage_errors_reported():
        listing = archive_in(environment, arguments.passphrase_fd).listing()
    if arguments.json:
        say_json([_as_data(each) for each in listing.routes])
    else:
        say_lines(_line(each) for each in listing.routes)
    if listing.unreadable:
        raise CommandFailed(*(problem_sentence(each) for each in listing.unreadable))
    if not listing.routes:
        complain(_("There are no routes yet in {path}.").format(path=environment.sessions))


def _line(summary: "RouteSummary") -> str:
    last = summary.last_meeting.isoformat() if summary.last_meeting else "-"
    name = "".join(sign if sign.isprintable() else "\ufffd" for sign in summary.nickname)
    return f"{summary.id}\t{name}\t{summary.phase}\t{last}\t{summary.open_agreements}"


def _as_data(summary: "RouteSummary") -> dict[str, object]:
    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "id": summary.id,
        "nickname": summary.nickname,
        "phase": summary.phase,
        "last_meeting": iso(summary.last_meeting),
        "next_meeting": iso(summary.next_meeting),
        "open_agreements": summary.open_agreements,
        "unfinished_since": iso(summary.unfinished_since),
    }


def say_json(data: object) -> None:
    """For another program to read."""
    import json

    say(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def told(faults: "Iterable[DeckFault]") -> Iterator[str]:
    """Each fault with its file and line."""
    return (f"{each.path}:{each.line}: {each.sentence}" for each in faults)


def card_folders(environment: Environment) -> tuple[Path, ...]:
    """Our decks and those of the organisation. Raises CommandFailed where those are not there."""
    for folder in environment.cards:
        if not os.path.isdir(folder):  # noqa: PTH112 - a name that is too long is none either
            raise CommandFailed(
                _("The folder with decks is not there: {path}. Check how it is written.").format(
                    path=folder
                )
            )
    return (shipped("cards"), *environment.cards)


@contextmanager
def storage_errors_reported() -> Iterator[None]:
    """A problem with the store ends the command with its sentence."""
    from relroute_tui.language.storage_messages import problem_sentence
    from relroute_tui.storage.errors import StorageError

    try:
        yield
    except StorageError as problem:
        raise CommandFailed(problem_sentence(problem)) from None


def _show(environment: Environment, start: Start) -> None:
    """Open the screen, until somebody leaves it."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise CommandFailed(
            _("There is no terminal here to show a screen on. Start relroute in a terminal window.")
        )
    from relroute_tui.cli.core_dumps import leave_no_core_file

    leave_no_core_file()
    _do_without_openssl()
    os.environ.setdefault("TEXTUAL_FPS", str(FRAMES_PER_SECOND))
    sys.setswitchinterval(TURN)
    from relroute_tui.ui.app import RelrouteApp

    app = RelrouteApp(environment, start)
    app.run()
    if app._exception is not None:  # Textual keeps it to itself, and ours says nothing of it
        raise app._exception
    if app.return_code:
        sys.exit(app.return_code)  # the app has said why


def _do_without_openssl() -> None:
    """It takes time and memory, and what is loaded here works as well where Python has none.

    Nothing connects to a network, and sealing has its own.
    """
    for name in ("ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # so one says: it is not there


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
