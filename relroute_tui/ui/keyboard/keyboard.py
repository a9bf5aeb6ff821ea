"""The keys in use: the default ones, another set of them, and those that somebody chose."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from msgspec import Struct

from relroute_tui.storage.settings.model import KeySet, Settings
from relroute_tui.ui.keyboard.names import is_sent, key_named

LETTERS: Final[Mapping[str, str]] = {
    "f1": "alt+i",
    "f2": "alt+n",
    "f3": "alt+c",
    "f4": "alt+k",
    "f5": "alt+l",
    "f6": "alt+o",
    "f7": "alt+w",
    "f8": "alt+p",
    "f9": "alt+r",
    "f10": "alt+m",
    "f12": "alt+d",
}
"""In place of each function key, the same on every screen. Not Alt+B and Alt+F, which come as Ctrl
with an arrow; not A, E, H, S, T and V, with which terminals open their menus."""
ALWAYS: Final = ("everywhere.pause", "everywhere.leave")
"""Commands that are never without a key: the calm screen, and the way out."""
_FIRST: Final = ("everywhere.pause", "everywhere.leave", "everywhere.palette", "everywhere.help")
"""Commands from which no screen takes a key."""


class Keyed(Protocol):
    """A command, as far as its keys go."""

    @property
    def id(self) -> str:
        """Its id, which the settings use too."""

    @property
    def default_keys(self) -> tuple[str, ...]:
        """Its keys, unless somebody chose others; the first is the one that is shown."""


class Keyboard(Struct, frozen=True):
    """The keys of every command."""

    key_set: KeySet = "function-keys"
    own: Mapping[str, tuple[str, ...]] = {}
    """The keys that somebody chose, by the id of the command, in the order of the file."""

    @property
    def is_default(self) -> bool:
        """Whether every command has the keys that it was given in the source."""
        return self.key_set == "function-keys" and not self.own

    @property
    def renamed(self) -> Mapping[str, str]:
        """The keys that this set replaces, each with the one in its place."""
        return LETTERS if self.key_set == "letters" else {}

    def keys_of(self, command: Keyed) -> tuple[str, ...]:
        """Return the keys of a command by itself, whatever else a screen has."""
        own = self.own.get(command.id)
        if own is not None and (own or command.id not in ALWAYS):
            return own
        return self._in_set(command.default_keys)

    def resolved(self, commands: Sequence[Keyed]) -> dict[str, tuple[str, ...]]:
        """Return the keys of each of these commands of one screen, so that no key does two things.

        What works everywhere comes first, then what was chosen, in its order, then the rest.
        """
        if not self.own:
            return {command.id: self.keys_of(command) for command in commands}
        holder: dict[str, str] = {}
        for command in self._in_order(commands):
            for key in self.keys_of(command):
                holder.setdefault(key, command.id)
        return {
            command.id: tuple(key for key in self.keys_of(command) if holder[key] == command.id)
            for command in commands
        }

    def _in_order(self, commands: Sequence[Keyed]) -> Iterable[Keyed]:
        by_id = {command.id: command for command in commands}
        first = [by_id[id_] for id_ in _FIRST if id_ in by_id]
        chosen = [by_id[id_] for id_ in self.own if id_ in by_id and id_ not in _FIRST]
        rest = [
            command
            for command in commands
            if command.id not in self.own and command.id not in _FIRST
        ]
        return (*first, *chosen, *rest)

    def _in_set(self, keys: Iterable[str]) -> tuple[str, ...]:
        renamed = self.renamed
        return tuple(dict.fromkeys(renamed.get(key, key) for key in keys))


def keyboard_of(settings: Settings) -> Keyboard:
    """Return the keys that somebody chose; what no terminal sends is left out."""
    own = {
        f"{scope}.{name}": tuple(
            key
            for name in ((given,) if isinstance(given, str) else given)
            if is_sent(key := key_named(name))
        )
        for scope, commands in settings.keys.items()
        for name, given in commands.items()
    }
    return Keyboard(settings.keyboard, own)
