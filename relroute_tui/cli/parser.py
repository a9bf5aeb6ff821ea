"""The words behind `relroute`, and what they ask for, in the language of the person who typed them.

argparse finds its way in the words; the sentences are our own, as its own are for programmers.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NoReturn

from relroute_tui import __version__
from relroute_tui.cli import launch, maintenance_parser
from relroute_tui.cli.maintenance_parser import AddCommand, add_route, path_in
from relroute_tui.language import LANGUAGES, _

_OPEN: Final = "relroute open ROUTE [--meet]"
_PRACTICE: Final = "relroute practice [--meet]"
_LIST: Final = "relroute list [--json]"
_EXPORT: Final = (
    "relroute export ROUTE [--what WHAT] [--meeting ID|latest|all] [--format md] [-o FILE]\n"
    "       relroute export ROUTE --person NAME [-o FILE]\n"
    "       relroute export --story [-o FILE]\n"
    "       relroute export --form parents|carers|child [--moment start|midway|end] [-o FILE]"
)
_CARDS_LIST: Final = "relroute cards list [--json]"
_CARDS_CHECK: Final = "relroute cards check [PATH ...]"
_AFTER: Final[Mapping[str, str]] = {
    "--sessions": "DIR",
    "--cards": "DIR",
    "--lang": "|".join(LANGUAGES),
    "--what": "route|contact|comparison|agreements|letter|meeting",
    "--meeting": "ID|latest|all",
    "--person": "NAME",
    "--format": "md",
    "--form": "parents|carers|child",
    "--moment": "start|midway|end",
    "-o/--output": "FILE",
    **maintenance_parser.AFTER,
}
"""What comes after an option, in the help and where it is missing."""
_COMMANDS: Final = f"open|practice|list|export|{maintenance_parser.COMMANDS}|cards"
_VERBS: Final = "list|check"
_ASK_A_PASS_PHRASE: Final = ("list", "export", "versions", "restore", "erase", "share", "key")
"""The commands that open sealed routes without a screen."""


class WrongUsage(Exception):  # noqa: N818 - it is told to a person, not raised at a programmer
    """The words ask for nothing that there is."""


def language_asked(words: Sequence[str]) -> str | None:
    """The language after --lang: it is needed before the words can be read."""
    given = None
    for word, following in zip(words, [*words[1:], ""], strict=False):  # there may be none
        if word == "--":
            break
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked in LANGUAGES and word.startswith("--lang"):
            given = asked
    return given


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """What the words ask for: `run` and what it wants to know. Raises WrongUsage.

    Where they ask for help, that is given and the program exits.
    """
    try:
        arguments, not_understood = _parser(words).parse_known_args(words)
    except argparse.ArgumentError as problem:
        raise WrongUsage(_what_is_wrong(problem.argument_name or "")) from None
    if not_understood:
        raise WrongUsage(_("“{word}” is not understood here.").format(word=not_understood[0]))
    if arguments.run is None:
        raise WrongUsage(_what_is_wrong(_VERBS))
    if getattr(arguments, "route", "") is None and not _needs_no_route(arguments):
        raise WrongUsage(_("Say which route. `relroute list` shows which there are."))
    return arguments


def _needs_no_route(arguments: argparse.Namespace) -> bool:
    return bool(getattr(arguments, "story", False) or getattr(arguments, "form", None))


def _what_is_wrong(name: str) -> str:
    if name in _AFTER:
        return _("After {option} comes {what}.").format(option=name, what=_AFTER[name])
    if name in (_COMMANDS, _VERBS):
        return _("Choose one of these: {commands}.").format(commands=name.replace("|", ", "))
    return _("Nothing comes after {option}.").format(option=name)


class _Parser(argparse.ArgumentParser):
    """argparse with our words."""

    def __init__(self, **settings: Any) -> None:
        ours = {"add_help": False, "allow_abbrev": False, "exit_on_error": False}
        super().__init__(**{**settings, **ours})

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", _("usage: "), 1)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - always the same place
        launch.say(self.format_help())


def _parser(words: Sequence[str]) -> _Parser:
    """What can be said; where the first word is a command, only what can be said of that one."""
    parser = _Parser(
        prog="relroute",
        usage=f"relroute [{_COMMANDS}]",
        description=_("Attunement meetings in foster care, on a shared screen."),
    )
    parser.set_defaults(run=launch.go_home)
    commands = parser.add_subparsers(title=_("commands"), metavar=_COMMANDS, prog="relroute")

    def command(name: str, usage: str, about: str, run: Callable[..., None] | None) -> _Parser:
        made = commands.add_parser(name, help=about, description=about, usage=usage)
        made.set_defaults(run=run)
        return made

    adders = {**_ADDERS, **maintenance_parser.ADDERS, "cards": _add_cards}
    for name in words[:1] if words and words[0] in adders else adders:
        made = adders[name](command)
        if name in _ASK_A_PASS_PHRASE:
            _add_pass_phrase(made)
        _add_everywhere(made)
    _add_everywhere(parser)
    return parser


def _add_open(command: AddCommand) -> argparse.ArgumentParser:
    made = command(
        "open", _OPEN, _("straight into one route; no other name is shown"), launch.open_route
    )
    add_route(made)
    _add_meet(made)
    return made


def _add_practice(command: AddCommand) -> argparse.ArgumentParser:
    made = command("practice", _PRACTICE, _("a family that we made up, on a copy"), launch.practise)
    _add_meet(made)
    return made


def _add_list(command: AddCommand) -> argparse.ArgumentParser:
    made = command("list", _LIST, _("a line for each route"), launch.list_routes)
    _add_json(made)
    return made


def _add_meet(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("options"))
    group.add_argument("--meet", action="store_true", help=_("into today's meeting at once"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(_("options"))
    group.add_argument("--json", action="store_true", help=_("for another program to read"))


def _add_export(command: AddCommand) -> argparse.ArgumentParser:
    from relroute_tui.cli.export import export

    made = command("export", _EXPORT, _("a route as a text, to standard output"), export)
    add_route(made)
    group = made.add_argument_group(_("options"))
    group.add_argument(
        "--what",
        metavar=_AFTER["--what"],
        choices=_AFTER["--what"].split("|"),
        default="meeting",
        help=_("the whole route or a part of it; without this, meetings"),
    )
    group.add_argument(
        "--meeting",
        metavar=_AFTER["--meeting"],
        default="latest",
        help=_("which meeting: its id, the latest (as it is without this), or all"),
    )
    group.add_argument(
        "--person",
        metavar=_AFTER["--person"],
        help=_("all that was said and agreed by or about one person, for them to see"),
    )
    group.add_argument(
        "--format",
        metavar=_AFTER["--format"],
        choices=("md",),
        default="md",
        help=_("md: Markdown"),
    )
    group.add_argument(
        "-o",
        "--output",
        metavar=_AFTER["-o/--output"],
        type=path_in,
        dest="file",
        help=_("into this file"),
    )
    group.add_argument(
        "--story", action="store_true", help=_("in place of a route: the picture story, to print")
    )
    group.add_argument(
        "--form",
        metavar=_AFTER["--form"],
        choices=tuple(_AFTER["--form"].split("|")),
        help=_("in place of a route: a questionnaire to fill in by pen"),
    )
    group.add_argument(
        "--moment",
        metavar=_AFTER["--moment"],
        choices=tuple(_AFTER["--moment"].split("|")),
        default="start",
        help=_("when that questionnaire is asked"),
    )
    return made


def _add_cards(command: AddCommand) -> argparse.ArgumentParser:
    from relroute_tui.cli import cards

    made = command("cards", f"relroute cards {_VERBS}", _("the conversation cards"), None)
    verbs = made.add_subparsers(title=_("commands"), metavar=_VERBS, prog="relroute cards")
    about_list, about_check = _("every card that can be drawn"), _("look for mistakes in decks")
    to_list = verbs.add_parser("list", help=about_list, description=about_list, usage=_CARDS_LIST)
    to_list.set_defaults(run=cards.list_cards)
    _add_json(to_list)
    to_check = verbs.add_parser(
        "check", help=about_check, description=about_check, usage=_CARDS_CHECK
    )
    to_check.set_defaults(run=cards.check_cards)
    group = to_check.add_argument_group(_("to fill in"))
    group.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=path_in,
        help=_("decks, or folders of decks; without it all that are used"),
    )
    for each in (to_list, to_check):
        _add_everywhere(each)
    return made


_ADDERS: Final[Mapping[str, Callable[[AddCommand], argparse.ArgumentParser]]] = {
    "open": _add_open,
    "practice": _add_practice,
    "list": _add_list,
    "export": _add_export,
}


def _add_pass_phrase(parser: argparse.ArgumentParser) -> None:
    """For what opens sealed routes without a screen; on a screen, the screen asks."""
    group = parser.add_argument_group(_("where the routes are sealed"))
    group.add_argument(
        "--passphrase-fd",
        metavar=_AFTER["--passphrase-fd"],
        type=int,
        help=_("read the pass phrase from this open file, one line"),
    )


def _add_everywhere(parser: argparse.ArgumentParser) -> None:
    """What may stand before a command and after it; where it is not said, nothing is set."""
    group = parser.add_argument_group(_("with every command"))
    said: Mapping[str, str] = {
        "--sessions": _("the folder with the routes (also RELROUTE_SESSIONS)"),
        "--cards": _("a folder with decks of your own, beside ours (also RELROUTE_CARDS)"),
    }
    for name, about in said.items():
        group.add_argument(
            name, metavar=_AFTER[name], type=path_in, default=argparse.SUPPRESS, help=about
        )
    group.add_argument(
        "--lang",
        metavar=_AFTER["--lang"],
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of the screen (also RELROUTE_LANG)"),
    )
    group.add_argument(
        "--version",
        action="version",
        version=f"relroute {__version__}",
        help=_("show the version"),
    )
    group.add_argument("-h", "--help", action="help", help=_("show this help"))
