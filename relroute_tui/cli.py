"""The `relroute` command. Textual is loaded only when a screen is to open."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from relroute_tui import __version__, errands
from relroute_tui.environment import Environment, environment, language_of
from relroute_tui.language import LANGUAGES, N_, _, use

_OF_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("expected one argument"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""The sentences of argparse that a person can meet here."""


class _Parser(argparse.ArgumentParser):
    """Speaks the chosen language, and says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        hint = _("`{command} --help` shows what can be said.").format(command="relroute")
        self.exit(2, f"relroute: {message}. {hint}\n")


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 done, 1 one line on standard error, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak(words)
    _write_utf8()
    arguments = _parser().parse_args(words)
    try:
        arguments.run(arguments, _world(arguments))
        sys.stdout.flush()
    except errands.Problem as problem:
        sys.exit(errands.complain(str(problem)))
    except BrokenPipeError:
        # Whoever read our output has stopped reading: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def _speak(words: Sequence[str]) -> None:
    """Choose the language before the first sentence: --lang, else what the system says."""
    chosen = language_of(os.environ)
    for place, word in enumerate(words):
        given = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(words):
            given = words[place + 1]
        if given in LANGUAGES:
            chosen = given
    use(chosen)


def _write_utf8() -> None:
    """Also where the system would write something older."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _world(arguments: argparse.Namespace) -> Environment:
    from relroute_tui.language import current

    return environment(
        os.environ,
        sessions=getattr(arguments, "sessions", None),
        cards=getattr(arguments, "cards", None),
        language=current(),
    )


def _parser() -> argparse.ArgumentParser:
    setattr(argparse, "_", _)  # noqa: B010 - argparse asks this for its own sentences
    everywhere = _Parser(add_help=False)
    everywhere.add_argument(
        "--sessions",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help=_("the folder with the routes (also RELROUTE_SESSIONS)"),
    )
    everywhere.add_argument(
        "--cards",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help=_("a folder with decks of your own, beside ours (also RELROUTE_CARDS)"),
    )
    everywhere.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of the screen (also RELROUTE_LANG)"),
    )
    everywhere.add_argument("-h", "--help", action="help", help=_("show this help"))
    parser = _Parser(
        prog="relroute",
        description=_("Attunement meetings in foster care, on a shared screen."),
        parents=[everywhere],
        add_help=False,
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=_("show the version")
    )
    parser.set_defaults(run=errands.go_home)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))

    def command(name: str, run: Callable[..., None], about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=about, description=about, parents=[everywhere], add_help=False
        )
        made.set_defaults(run=run)
        return made

    opening = command(
        "open", errands.open_route, _("straight into one route; no other name is shown")
    )
    opening.add_argument("route", metavar="ROUTE", help=_("its id or its nickname"))
    practice = command("practice", errands.practise, _("a family that we made up, on a copy"))
    for each in (opening, practice):
        each.add_argument("--meet", action="store_true", help=_("into today's meeting at once"))
    listing = command("list", errands.list_routes, _("a line for each route"))
    listing.add_argument("--json", action="store_true", help=_("for another program to read"))
    _add_export(command("export", errands.export, _("meetings as a text, to standard output")))
    _add_cards(command("cards", errands.list_cards, _("the conversation cards")), everywhere)
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("route", metavar="ROUTE", nargs="?", help=_("its id or its nickname"))
    export.add_argument(
        "--story", action="store_true", help=_("in place of a route: the picture story, to print")
    )
    export.add_argument(
        "--meeting",
        metavar="ID|latest|all",
        default="latest",
        help=_("which meeting: its id, the latest (as it is without this), or all"),
    )
    export.add_argument("--format", choices=("md",), default="md", help=_("md: Markdown"))
    export.add_argument("-o", metavar="FILE", type=Path, dest="file", help=_("into this file"))


def _add_cards(cards: argparse.ArgumentParser, everywhere: argparse.ArgumentParser) -> None:
    verbs = cards.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    listing = verbs.add_parser(
        "list", parents=[everywhere], add_help=False, help=_("every card that can be drawn")
    )
    listing.add_argument("--json", action="store_true", help=_("for another program to read"))
    listing.set_defaults(run=errands.list_cards)
    check = verbs.add_parser(
        "check", parents=[everywhere], add_help=False, help=_("look for mistakes in decks")
    )
    check.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    check.set_defaults(run=errands.check_cards)
