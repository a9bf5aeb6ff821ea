"""The page `man relroute`, made from the parser: docs/relroute.1, which the wheel carries."""

import argparse
from collections.abc import Iterator
from typing import Final

from relroute_tui import __version__
from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import NAMES
from relroute_tui.cli.parser import parser_of

_ABOUT: Final = (
    "Attunement meetings in foster care: between a child, its parents and its foster parents, led "
    "by a facilitator, on a shared screen. Without a command it opens at home.",
    "Nothing leaves the laptop unless an organisation set that up, and routes can be sealed with "
    "a pass phrase.",
)
_VARIABLES: Final = {
    "RELROUTE_SESSIONS": "The folder with the routes, as --sessions.",
    "RELROUTE_CARDS": "A folder with decks of your own, as --cards.",
    "RELROUTE_LANG": "The language of the screen, as --lang.",
    "RELROUTE_LANGUAGES": "A folder with languages of your own.",
    "RELROUTE_SETTINGS": "The file with the settings.",
    "RELROUTE_ARCHIVE": "The address of an organisation's shared archive.",
    "RELROUTE_PICTURES": "How the terminal shows pictures: kitty, sixel or blocks.",
    "RELROUTE_DEBUG": "With any value, where a fault is, without a word of content.",
}
_EXIT: Final = {
    "0": "Done.",
    "1": "Not done; one line on standard error says why, and what to do.",
    "2": "Wrong usage.",
}


def man_page() -> str:
    """Return the page, in the language in use."""
    parser = parser_of(NAMES)
    lines = [
        f'.TH RELROUTE 1 "" "relroute {__version__}" "User Commands"',
        *(".SH NAME", r"relroute \- attunement meetings in foster care, on a shared screen"),
        *(".SH SYNOPSIS", ".B relroute", r"[\fICOMMAND\fR] [\fIOPTION\fR ...]"),
        *(".SH DESCRIPTION", *(line for text in _ABOUT for line in (".PP", _text(text)))),
        *(".SH COMMANDS", *_commands(parser, "relroute")),
        *(".SH OPTIONS", "With every command:", *_taken(parser)),
        *(".SH ENVIRONMENT", *_listed(_VARIABLES)),
        ".SH FILES",
        *_listed({"~/.config/relroute/settings.toml": "The settings; docs/settings.md has them."}),
        *(".SH EXIT STATUS", *_listed(_EXIT)),
        *(".SH EXAMPLES", *_examples(parser)),
    ]
    return "\n".join(lines) + "\n"


def _commands(parser: Parser, program: str) -> Iterator[str]:
    shared = {tuple(argument.option_strings) for argument in parser_of(()).taken}
    for name, command in parser.commands.items():
        if command.commands:
            yield from _commands(command, f"{program} {name}")
            continue
        yield f'.SS "{_text(f"{program} {name}")}"'
        yield _text(command.description or "")
        yield from (".PP", ".nf", *map(_text, (command.usage or "").splitlines()), ".fi")
        own = [
            argument for argument in command.taken if tuple(argument.option_strings) not in shared
        ]
        yield from _options(own)


def _taken(parser: Parser) -> Iterator[str]:
    yield from _options(parser.taken)


def _options(actions: list[argparse.Action]) -> Iterator[str]:
    for action in actions:
        if action.help == argparse.SUPPRESS:
            continue
        value = rf" \fI{_text(str(action.metavar))}\fR" if action.metavar else ""
        names = ", ".join(rf"\fB{_text(name)}\fR" for name in action.option_strings)
        yield from (".TP", f"{names}{value}".strip(), _text(action.help or ""))


def _listed(entries: dict[str, str]) -> Iterator[str]:
    for name, about in entries.items():
        yield from (".TP", rf"\fB{_text(name)}\fR", _text(about))


def _examples(parser: Parser) -> Iterator[str]:
    for command in (parser, *parser.commands.values()):
        if command.example:
            yield from (".PP", ".nf", _text(command.example), ".fi")


def _text(text: str) -> str:
    """Return a text as roff writes it: no dash becomes a hyphen, and no line a request."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("`", r"\(ga")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
