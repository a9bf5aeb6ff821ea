"""Completion of a command line: made from the parser, for whichever shell asks."""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import NAMES
from relroute_tui.cli.parser import parser_of
from relroute_tui.splash import command_in

_FOLDERS: Final = frozenset({"DIR", "FOLDER"})
_FILES: Final = re.compile(r"(FILE|PATH)\b")
_ROUTES: Final = frozenset({"ROUTE", "ROUTE|--all"})
_ESCAPED: Final = re.compile(r"\\(.)")


class Kind(StrEnum):
    """The kind of word that a shell completes."""

    WORDS = "words"
    """Completed with the words of the answer."""
    FILES = "files"
    """Completed with the files that are there, which the shell knows better itself."""
    FOLDERS = "folders"


class Answer(Struct, frozen=True):
    """The words that may come next."""

    kind: Kind = Kind.WORDS
    words: tuple[tuple[str, str], ...] = ()
    """Each with what it is for; "" where that is plain."""


def answer_for(before: Sequence[str], current: str, routes: Callable[[], Iterator[str]]) -> Answer:
    """Return what may stand in place of `current`, after the words `before`.

    `routes` gives the nicknames that may be shown; it is asked only where a route is named.
    """
    current = _as_meant(current)
    before = [word for word in map(_as_meant, before) if word != "="]  # bash parts them there
    asked = command_in(before)
    here = parser_of((asked,) if asked in NAMES else NAMES)
    places, option = 0, None
    for word in before:
        if option is not None:
            option = None
        elif word.startswith("-"):
            option = _option(here, word)
        elif word in here.commands:
            here, places = here.commands[word], 0
        else:
            places += 1
    if option is not None:
        return _values(option, "" if current == "=" else current, "", routes)
    flag, equals, value = current.partition("=")
    if equals and flag.startswith("--"):
        named = _option(here, flag)
        return _values(named, value, f"{flag}=", routes) if named else Answer()
    if current.startswith("-"):
        return _flags(here, before, current)
    if here.commands:
        summaries = [(name, parser.description or "") for name, parser in here.commands.items()]
        return _beginning_with(current, summaries)
    shown = [argument for argument in here.taken if argument.help != argparse.SUPPRESS]
    taken = [argument for argument in shown if not argument.option_strings]
    if taken and (places < len(taken) or taken[-1].nargs == "*"):
        return _values(taken[min(places, len(taken) - 1)], current, "", routes)
    return _flags(here, before, current)


def _as_meant(word: str) -> str:
    """Return a word without the quotes and backslashes that a shell has not taken away yet."""
    return _ESCAPED.sub(r"\1", word[1:] if word[:1] in "\"'" else word)


def _option(parser: Parser, word: str) -> argparse.Action | None:
    """Return the option that waits for its value after this word."""
    return next(
        (
            argument
            for argument in parser.taken
            if word in argument.option_strings and argument.nargs != 0 and argument.metavar
        ),
        None,
    )


def _flags(parser: Parser, before: Sequence[str], current: str) -> Answer:
    """Return the options that were not given yet; what may be given again stays."""
    given = {word.partition("=")[0] for word in before}
    found = [
        (argument.option_strings[-1], argument.help or "")
        for argument in parser.taken
        if argument.option_strings
        and (argument.default == [] or given.isdisjoint(argument.option_strings))
    ]
    return _beginning_with(current, found)


def _values(
    action: argparse.Action, current: str, prefix: str, routes: Callable[[], Iterator[str]]
) -> Answer:
    metavar = str(action.metavar or "")
    if metavar in _FOLDERS:
        return Answer(Kind.FOLDERS)
    if _FILES.match(metavar):
        return Answer(Kind.FILES)
    if metavar in _ROUTES:
        return _beginning_with(current, [(name, "") for name in routes()])
    words = action.choices or (metavar.split("|") if metavar.islower() else ())
    return _beginning_with(prefix + current, [(f"{prefix}{word}", "") for word in words])


def _beginning_with(current: str, words: Sequence[tuple[str, str]]) -> Answer:
    return Answer(words=tuple(word for word in words if word[0].startswith(current)))
