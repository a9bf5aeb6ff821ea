"""`relroute team join`: ask to join, with six words to read to a member."""

import argparse
from typing import Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _join(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.team.fingerprint import fingerprint, words_of

    opened = open_team(arguments, environment)
    with storage_errors_reported():
        request = opened.team.ask_to_come_in()
    words = words_of(fingerprint(request.content), environment.language)
    say_lines(
        [
            _("Your six words:"),
            "",
            f"  {' '.join(words)}",
            "",
            _(
                "Telephone a colleague who is in, or sit beside them, and read the words aloud. "
                "Do not send them. You are in once they have typed them."
            ),
        ]
    )


COMMAND: Final = Command(
    name="join",
    summary=N_("ask to come in; it shows six words to read aloud"),
    usage="relroute team join",
    example="relroute team join",
    run=_join,
    opens_sealed_routes=True,
)
