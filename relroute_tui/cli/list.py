"""`relroute list`: a line for each route."""

from datetime import date
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import (
    CommandFailed,
    complain,
    say_json,
    say_lines,
    storage_errors_reported,
)
from relroute_tui.cli.unlock import archive_in
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    import argparse

    from relroute_tui.storage.summary import RouteSummary


def _list(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Write a line for each route, and one on standard error for each that cannot be opened."""
    from relroute_tui.language.storage_messages import problem_sentences

    with storage_errors_reported():
        listing = archive_in(environment, arguments.passphrase_fd).listing()
    if arguments.json:
        say_json([_as_data(summary) for summary in listing.routes])
    else:
        say_lines(_line(summary) for summary in listing.routes)
    unreadable = listing.unreadable
    if unreadable and (problems := environment.team_place.not_of_colleagues(unreadable)):
        raise CommandFailed(*problem_sentences(problems))
    if not listing.routes:
        complain(_("There are no routes yet in {path}.").format(path=environment.sessions))


def _line(summary: "RouteSummary") -> str:
    last = summary.last_meeting.isoformat() if summary.last_meeting else "-"
    name = summary.nickname
    if not name.isprintable():
        name = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
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


COMMAND: Final = Command(
    name="list",
    summary=N_("a line for each route"),
    usage="relroute list [--json]",
    example="relroute list --json",
    run=_list,
    add_options=Parser.add_json,
    opens_sealed_routes=True,
)
