"""`relroute team confirm`: let a colleague in who reads the six words of their request aloud."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.opened import open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    from relroute_tui.team.statements import Request
    from relroute_tui.team.team import Team


def _add_options(parser: Parser) -> None:
    parser.add_value("name", metavar="NAME", help=_("what your colleague is called"))


def _confirm(arguments: argparse.Namespace, environment: Environment) -> None:
    if not arguments.name:
        raise WrongUsage(_("Say whom you confirm."))
    opened = open_team(arguments, environment)
    with storage_errors_reported():
        if not opened.team.waiting():
            sentence = _("Nobody has asked to come in. Let {name} type `relroute team join` first.")
            raise CommandFailed(sentence.format(name=arguments.name))
        question = _("The six words that {name} reads to you: ").format(name=arguments.name)
        request = _request_with(ask_line(question), opened.team)
        opened.team.confirm(request, arguments.name)
    say_lines([_("{name} is in.").format(name=arguments.name)])


def _request_with(typed: str, team: "Team") -> "Request":
    """Return the request with these six words. Raises CommandFailed."""
    from relroute_tui.team.fingerprint import NotTheWords, fingerprint, fingerprint_in

    try:
        wanted = fingerprint_in(typed)
    except NotTheWords as problem:
        sentence = _("“{word}” is none of the words. Nobody was confirmed; ask to hear it again.")
        if not problem.word:
            sentence = _("That is not six words. Nobody was confirmed; ask to hear all six again.")
        raise CommandFailed(sentence.format(word=problem.word)) from None
    for request in team.waiting():
        if fingerprint(request.content) == wanted:
            return request
    raise CommandFailed(
        _(
            "Nobody who asked to come in has these words. Nobody was confirmed. Let them read the "
            "words again. Where they stay different, somebody may be in between: call whoever "
            "looks after your computers."
        )
    )


COMMAND: Final = Command(
    name="confirm",
    summary=N_("let a colleague in who reads six words to you"),
    usage="relroute team confirm NAME",
    example="relroute team confirm Kees",
    run=_confirm,
    add_options=_add_options,
    opens_sealed_routes=True,
)
