"""`relroute completion`: a script that lets a shell complete what one types.

The script asks `relroute completion answer` at every Tab: what there is to choose from depends on
what was typed before, and on the routes.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Final

from relroute_tui.cli.arguments import Parser, WrongUsage, choose_from, path_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say, say_lines
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

SCRIPTS: Final = {
    "bash": "relroute.bash",
    "zsh": "_relroute",
    "fish": "relroute.fish",
    "powershell": "relroute.ps1",
}
_SHELLS: Final = "|".join(SCRIPTS)
_ANSWER: Final = "answer"
"""Word with which the scripts ask; it is not meant for people, so the help leaves it out."""


def _add_options(parser: Parser) -> None:
    parser.add_value("shell", metavar=_SHELLS, help=_("the shell that you type in"))
    parser.add_value("place", metavar="N", help=argparse.SUPPRESS, type=int)
    parser.add_value("words", metavar="WORDS", help=argparse.SUPPRESS, nargs="*")


def _complete(arguments: argparse.Namespace, environment: Environment) -> None:
    if arguments.shell == _ANSWER:
        _answer(arguments.place or 0, arguments.words, environment)
    elif arguments.shell in SCRIPTS:
        script = resources.files("relroute_tui.cli").joinpath("shells", SCRIPTS[arguments.shell])
        say(script.read_text(encoding="utf-8"))
    else:
        raise WrongUsage(choose_from([*SCRIPTS]))


def _answer(place: int, words: list[str], environment: Environment) -> None:
    """Write what may stand at this place of these words: a line with the kind, then each word.

    A new word that was not begun may be missing at the end: some shells leave out what is empty.
    """
    from relroute_tui.cli.completing import answer_for

    before, current = words[:place], words[place] if place < len(words) else ""
    found = answer_for(before, current, lambda: _routes(_sessions(before) or environment.sessions))
    say_lines((found.kind.value, *(f"{word}\t{about}" for word, about in found.words)))


def _sessions(words: list[str]) -> Path | None:
    """Return the folder that was named on the line that is being typed."""
    named = [value for flag, value in pairwise(words) if flag == "--sessions" and value]
    return path_in(named[-1]) if named else None


def _routes(folder: Path) -> Iterator[str]:
    """Yield how each route may be named; of a sealed folder nothing."""
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.errors import StorageError
    from relroute_tui.storage.sealing.key_folder import is_sealed

    try:
        if is_sealed(folder):
            return
        routes = Archive(folder).listing().routes
    except StorageError:
        return
    alike = Counter(route.nickname.casefold() for route in routes)
    for route in routes:
        name = route.nickname
        is_plain = name.isprintable() and not name.startswith("-")
        yield name if is_plain and alike[name.casefold()] == 1 else route.id


COMMAND: Final = Command(
    name="completion",
    summary=N_("a script that lets your shell complete what you type"),
    usage=f"relroute completion {_SHELLS}",
    example="relroute completion bash > ~/.local/share/bash-completion/completions/relroute",
    run=_complete,
    add_options=_add_options,
)
