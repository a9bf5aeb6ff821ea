"""Every screen with its commands. It loads all of them, so it is for lists and checks only."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from msgspec import Struct

import relroute_tui.ui
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import Command


class Place(Struct, frozen=True):
    """A screen or a dialog, as far as its keys go."""

    name: str
    """Name of its class, for whoever reads the source."""
    commands: tuple[Command, ...]
    takes_letters: bool
    """Whether every letter is typed there, so that none is a command."""

    @property
    def own(self) -> tuple[Command, ...]:
        """Its own commands, without those that work everywhere."""
        return tuple(
            command for command in self.commands if not command.id.startswith("everywhere.")
        )


@cache
def places() -> tuple[Place, ...]:
    """Return every screen and dialog, by name."""
    for module in pkgutil.walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        if ".television.opening." not in module.name:  # each is of one system only
            import_module(module.name)
    found = {
        screen.__name__: Place(
            screen.__name__, screen.listed_commands(), bool(getattr(screen, "TAKES_LETTERS", False))
        )
        for screen in _subclasses(CommandScreen)
        if screen.__module__.startswith("relroute_tui.") and screen.listed_commands()
    }
    return tuple(found[name] for name in sorted(found))


def all_commands() -> dict[str, Command]:
    """Return every command by its id, those of one screen together."""
    found = {command.id: command for place in places() for command in place.commands}
    return dict(sorted(found.items(), key=lambda item: item[0].split(".")[0]))


def _subclasses(of: type[CommandScreen[object]]) -> Iterator[type[CommandScreen[object]]]:
    for subclass in of.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)
