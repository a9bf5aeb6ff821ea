"""`relroute practice`: a practice family, on a copy that is thrown away."""

from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.launch import show_screen
from relroute_tui.cli.lines import add_plain_flag, show_lines
from relroute_tui.cli.output import storage_errors_reported
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    import argparse


def _add_options(parser: Parser) -> None:
    from relroute_tui.content.practice import Family

    parser.add_flag("--meet", help=_("into today's meeting at once"))
    parser.add_flag("--audience", help=_("with the window for the television"))
    add_plain_flag(parser)
    parser.add_choice(
        "--family",
        tuple(Family),
        help=_("a boy with foster parents, or a girl with her gran"),
        default=Family.FOSTER,
    )


def _practice(arguments: "argparse.Namespace", environment: Environment) -> None:
    from relroute_tui.content.practice import Family, practice_family

    with storage_errors_reported():
        practice = practice_family(environment.language, Family(arguments.family))
    try:
        copy = environment.at_practice(practice.folder)
        start = Start(
            practice.route_id,
            meet=arguments.meet,
            tour=not arguments.meet,
            audience=arguments.audience,
        )
        (show_lines if arguments.plain else show_screen)(copy, start)
    finally:
        practice.throw_away()


COMMAND: Final = Command(
    name="practice",
    summary=N_("a family that we made up, on a copy"),
    usage="relroute practice [--meet] [--audience] [--plain] [--family ID]",
    example="relroute practice --meet",
    run=_practice,
    add_options=_add_options,
)
