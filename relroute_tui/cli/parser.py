"""Reads the command line: the command that was asked for, and what it wants to know."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Final

from relroute_tui.cli import command as commands
from relroute_tui.cli.arguments import SEPARATOR, Parser, WrongUsage, choose_from
from relroute_tui.cli.command import Command, Handler
from relroute_tui.cli.launch import go_home
from relroute_tui.environment import Environment
from relroute_tui.language import _, languages
from relroute_tui.splash import command_in

_HELP: Final = frozenset({"-h", "--help"})


def language_asked(argv: Sequence[str]) -> str | None:
    """Return the language after --lang: it is needed before anything else can be read."""
    asked = None
    for argument, following in zip(argv, [*argv[1:], ""], strict=False):  # there may be none
        if argument == "--":
            break
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and value in languages():
            asked = value
    return asked


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was asked: `run` and what it wants to know. Raises WrongUsage.

    Where help is asked for, write it and exit.
    """
    parser = parser_for(argv)
    try:
        arguments, not_understood = parser.parse_known_args(argv)
    except argparse.ArgumentError as problem:
        raise WrongUsage(_what_is_wrong(problem.argument_name or "", parser.values)) from None
    if not_understood:
        raise WrongUsage(_("“{word}” is not understood here.").format(word=not_understood[0]))
    return arguments


def _what_is_wrong(name: str, values: Mapping[str, str]) -> str:
    if values.get(name):
        return _("Write it like this: {option} {value}.").format(option=name, value=values[name])
    if name in values:
        return _("Fill in {value}; it is empty.").format(value=name)
    if SEPARATOR in name:
        return choose_from(name.split(SEPARATOR))
    return _("{option} takes no value.").format(option=name)


def parser_for(argv: Sequence[str]) -> Parser:
    """Return a parser that knows the command that was asked for; the help knows them all."""
    asked = command_in(argv)
    if asked in commands.NAMES:
        return parser_of((asked,))
    return parser_of(() if not asked and _HELP.isdisjoint(argv) else commands.NAMES)


def parser_of(names: Sequence[str]) -> Parser:
    """Return a parser that knows these commands."""
    parser = Parser(
        prog="relroute",
        usage=f"relroute [{SEPARATOR.join(commands.NAMES)}]",
        description=_("Attunement meetings in foster care, on a shared screen."),
        example="relroute practice --meet",
    )
    parser.set_defaults(run=go_home)
    _add_commands(
        parser, [commands.load_command(name) for name in names], commands.NAMES, "relroute"
    )
    parser.add_common_options()
    return parser


def _add_commands(
    parser: Parser, added: Sequence[Command], names: Sequence[str], program: str
) -> None:
    subparsers = parser.add_subparsers(
        title=_("commands"), metavar=SEPARATOR.join(names), prog=program
    )
    for command in added:
        about = _(command.summary)
        subparser = subparsers.add_parser(
            command.name,
            help=about,
            description=about,
            usage=command.usage,
            values=parser.values,
            example=command.example,
        )
        parser.commands[command.name] = subparser
        subparser.set_defaults(run=command.run or _asks_for_subcommand(command))
        command.add_options(subparser)
        if command.subcommands:
            subnames = [subcommand.name for subcommand in command.subcommands]
            _add_commands(subparser, command.subcommands, subnames, f"{program} {command.name}")
        if command.opens_sealed_routes:
            subparser.add_pass_phrase()
        subparser.add_common_options()


def _asks_for_subcommand(command: Command) -> Handler:
    """Return what runs where a command stands without the subcommand that it needs."""

    def ask(_arguments: argparse.Namespace, _environment: Environment) -> None:
        raise WrongUsage(choose_from([subcommand.name for subcommand in command.subcommands]))

    return ask
