"""`relroute team council`: a key for the organisation, in parts on paper."""

import argparse
import random
import sys
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.opened import OpenedTeam, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext

if TYPE_CHECKING:
    from relroute_tui.team.council import NewCouncil

_WORDS_IN_A_LINE: Final = 3
_CLEAR: Final = "\x1b[H\x1b[2J\x1b[3J"
"""Clears the screen of a terminal, and what was scrolled off it."""


def _add_options(parser: Parser) -> None:
    parser.add_option("--parts", metavar="N", type=int, help=_("how many people keep a part"))
    about = _("how many of them are needed together")
    parser.add_option("--needed", metavar="N", type=int, help=about)
    about = _("let the council that there is open every route that you can open")
    parser.add_flag("--seal", help=about)


def _council(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.team.council import MOST

    needed, parts = arguments.needed or 0, arguments.parts or 0
    if not arguments.seal and not 2 <= needed <= parts <= MOST:
        raise WrongUsage(
            _(
                "Say how many people keep a part, {most} at most, and how many are needed, two or "
                "more: --parts 5 --needed 3."
            ).format(most=MOST)
        )
    opened = open_team(arguments, environment)
    with storage_errors_reported():
        if not arguments.seal:
            council = _new_council(needed, parts)
            for number in range(parts):
                _write_down(council, number)
            opened.team.form_council(council)
        sealed = seal_to_council(opened)
    opens = (
        ngettext(
            "The council can open {n} route of yours, and every new one.",
            "The council can open {n} routes of yours, and every new one.",
            sealed,
        ).format(n=sealed)
        if sealed
        else _("The council can open every new route.")
    )
    say_lines(
        [
            opens,
            _("Every colleague types `relroute team council --seal` once, for their own routes."),
        ]
    )


def _new_council(needed: int, parts: int) -> "NewCouncil":
    """Make the key. Raises CommandFailed."""
    from relroute_tui.team.council import NoShamir, new_council

    try:
        return new_council(needed, parts)
    except NoShamir:
        raise CommandFailed(not_installed()) from None


def not_installed() -> str:
    """Say how to install what splits a key."""
    return _("What this needs is not installed. Type: {line}").format(
        line="pip install 'relroute-tui[team]'"
    )


def _write_down(council: "NewCouncil", number: int) -> None:
    """Show one part to its keeper, until two words of the paper are right.

    Raises CommandFailed.
    """
    ask_line(
        _("Part {n} of {parts}. Let whoever keeps it sit here alone, and press Enter: ").format(
            n=number + 1, parts=len(council.parts)
        )
    )
    words = council.parts[number]
    try:
        clear_screen()
        while not _is_on_paper(words):
            clear_screen()
            complain(_("That is another word. Compare all of them with the paper."))
    finally:
        clear_screen()


def _is_on_paper(words: tuple[str, ...]) -> bool:
    """Show these words, and return whether two of them are typed back. Raises CommandFailed."""
    heading = _("Write down all {n} words, in this order:").format(n=len(words))
    _show([heading, "", *_in_lines(words), ""])
    for place in sorted(random.SystemRandom().sample(range(len(words)), 2)):
        typed = ask_line(_("From the paper, word {n}: ").format(n=place + 1))
        if not typed:
            raise CommandFailed(_("There is no council. Tear up what was written down for it."))
        if typed.casefold() != words[place]:
            return False
    return True


def clear_screen() -> None:
    """Take the words off the screen of a terminal."""
    if sys.stderr.isatty():
        _show([_CLEAR])


def _in_lines(words: tuple[str, ...]) -> list[str]:
    numbered = [f"{number:>4}  {word:<10}" for number, word in enumerate(words, 1)]
    starts = range(0, len(numbered), _WORDS_IN_A_LINE)
    return ["".join(numbered[start : start + _WORDS_IN_A_LINE]).rstrip() for start in starts]


def _show(lines: list[str]) -> None:
    """Write to standard error: what goes to a file or another program is no part of a key."""
    print(*lines, sep="\n", file=sys.stderr)  # noqa: T201


def seal_to_council(opened: OpenedTeam) -> int:
    """Let the council open every route that we can, and return how many those are.

    Raises CommandFailed and StorageError.
    """
    from relroute_tui.storage.sealing.sharing import share

    council = opened.team.roll.council
    if council is None:
        raise CommandFailed(
            _("There is no council yet. `relroute team council --parts 5 --needed 3` makes one.")
        )
    routes = opened.archive.listing().routes
    for route in routes:
        readers = opened.archive.readers(opened.archive.path_to(route.id))
        if council.reader not in readers:
            share(opened.archive, route.id, tuple(sorted({*readers, council.reader})))
    return len(routes)


COMMAND: Final = Command(
    name="council",
    summary=N_("a key for the organisation, in parts on paper"),
    usage="relroute team council --parts N --needed N | --seal",
    example="relroute team council --parts 5 --needed 3",
    run=_council,
    add_options=_add_options,
    opens_sealed_routes=True,
)
