"""Faults in the keys that somebody chose, each with its line."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.language import N_, _
from relroute_tui.storage.settings.lines import line_of
from relroute_tui.storage.settings.reading import Reading
from relroute_tui.ui.commands import Command
from relroute_tui.ui.keyboard.catalogue import Place, all_commands, places
from relroute_tui.ui.keyboard.keyboard import ALWAYS, Keyboard, keyboard_of
from relroute_tui.ui.keyboard.names import is_sent, is_typed, key_named, shown_key, taken_for


class KeyFaultKind(StrEnum):
    """The kind of fault of a key."""

    NO_COMMAND = "no-command"
    NEVER_SENT = "never-sent"
    COMES_AS = "comes-as"
    CLASH = "clash"
    TYPED = "typed"
    NEEDED = "needed"


class KeyFault(Struct, frozen=True):
    """A key that somebody chose and that does not do what they wanted."""

    line: int
    kind: KeyFaultKind
    command: str
    """The id in the file."""
    key: str = ""
    other: str = ""
    """The key that comes in its place, or the id of the command that has it."""


_SENTENCES: Final[Mapping[KeyFaultKind, str]] = {
    KeyFaultKind.NO_COMMAND: N_("there is no command `{command}`; docs/keys.md lists them."),
    KeyFaultKind.NEVER_SENT: N_("no terminal sends {key}, so `{command}` does without it."),
    KeyFaultKind.COMES_AS: N_(
        "a terminal sends {other} for {key}, so `{command}` does without it."
    ),
    KeyFaultKind.CLASH: N_("{key} is already for `{other}`, so `{command}` does without it."),
    KeyFaultKind.TYPED: N_("{key} is typed on that screen, so it does nothing for `{command}`."),
    KeyFaultKind.NEEDED: N_("`{command}` is never without a key, so it keeps its own."),
}


def key_fault_sentence(fault: KeyFault) -> str:
    """Say what is wrong, and on which line."""
    what = _(_SENTENCES[fault.kind]).format(
        command=fault.command,
        key=shown_key(fault.key),
        other=shown_key(fault.other) if fault.kind is KeyFaultKind.COMES_AS else fault.other,
    )
    return _("Settings, line {line}: {what}").format(line=fault.line, what=what)


def key_faults(reading: Reading) -> tuple[KeyFault, ...]:
    """Return the faults in the keys of the settings, in the order of the lines."""
    if not reading.settings.keys:
        return ()
    keyboard = keyboard_of(reading.settings)
    found = dict.fromkeys((*_alone(reading), *_together(reading, keyboard)))
    return tuple(sorted(found, key=lambda fault: fault.line))


def _alone(reading: Reading) -> Iterator[KeyFault]:
    """Yield the faults of keys that are wrong on every screen."""
    known = all_commands()
    for scope, commands in reading.settings.keys.items():
        for name, given in commands.items():
            command, line = f"{scope}.{name}", _line(reading, f"{scope}.{name}")
            keys = [key_named(key) for key in ((given,) if isinstance(given, str) else given)]
            if command not in known:
                yield KeyFault(line, KeyFaultKind.NO_COMMAND, command)
                continue
            for key in keys:
                if not is_sent(key):
                    instead = taken_for(key)
                    kind = KeyFaultKind.COMES_AS if instead else KeyFaultKind.NEVER_SENT
                    yield KeyFault(line, kind, command, key, instead)
            if command in ALWAYS and not any(map(is_sent, keys)):
                yield KeyFault(line, KeyFaultKind.NEEDED, command)


def _together(reading: Reading, keyboard: Keyboard) -> Iterator[KeyFault]:
    """Yield the faults of keys among the other keys of a screen."""
    for place in places():
        for command in place.commands:
            if command.id in keyboard.own:
                line = _line(reading, command.id)
                for kind, key, other in _refused(place, command, keyboard):
                    yield KeyFault(line, kind, command.id, key, other)
                for key, loser in _taken_away(place, command, keyboard):
                    yield KeyFault(line, KeyFaultKind.CLASH, loser, key, command.id)


def _refused(
    place: Place, command: Command, keyboard: Keyboard
) -> Iterator[tuple[KeyFaultKind, str, str]]:
    """Yield the keys that were chosen and that the command does not get here."""
    kept = keyboard.resolved(place.commands)
    for key in keyboard.own[command.id]:
        if place.takes_letters and is_typed(key) and not command.is_of_the_app:
            yield KeyFaultKind.TYPED, key, ""
        elif key not in kept[command.id]:
            holder = next((name for name, keys in kept.items() if key in keys), "")
            yield KeyFaultKind.CLASH, key, holder


def _taken_away(place: Place, command: Command, keyboard: Keyboard) -> Iterator[tuple[str, str]]:
    """Yield the default keys of other commands that this one has taken."""
    kept = keyboard.resolved(place.commands)
    for other in place.commands:
        if other.id not in keyboard.own:
            lost = set(keyboard.keys_of(other)) - set(kept[other.id])
            yield from ((key, other.id) for key in sorted(lost & set(kept[command.id])))


def _line(reading: Reading, command: str) -> int:
    return line_of(reading.text, ("keys", *command.split(".", 1)))
