"""A word with the letter that stands for it: underlined, so that it needs no colour."""

from collections.abc import Iterable

from textual.content import Content

from relroute_tui.language.first_letters import NONE
from relroute_tui.ui.commands import Command


def lettered(word: str, place: int) -> Content:
    """Return a word with the letter at this place underlined; as it is where that is NONE."""
    content = Content(word)
    return content if place == NONE else content.stylize("bold underline", place, place + 1)


def letters_of(commands: Iterable[Command]) -> frozenset[str]:
    """Return the letters that do something already."""
    return frozenset(command.letter for command in commands if len(command.letter) == 1)
