"""Reader of the settings: a fault is reported with its line, and the rest works."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from relroute_tui.storage.files import read_file
from relroute_tui.storage.settings.model import DEFAULTS, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_AT_LINE: Final = re.compile(r"at line (\d+)")
_MOST_FAULTS: Final = 50
"""Lines that are passed over before a file is no settings file at all."""
_LARGEST: Final = 256_000
"""Bytes; nobody chooses that much."""


Keys: TypeAlias = dict[str, dict[str, str | tuple[str, ...]]]
"""The keys that somebody chose: by scope and command."""


class FaultKind(StrEnum):
    """The kind of fault on a line."""

    NO_TOML = "no-toml"
    """The line cannot be read."""
    NO_TEXT = "no-text"
    """The file is no UTF-8, or far too large: not one line is read."""
    UNKNOWN = "unknown"
    """There is no setting with this name."""
    VALUE = "value"
    """The setting does not take this value."""


class Fault(Struct, frozen=True):
    """A fault in the file, and its line."""

    line: int
    """Counted from 1; 0: the whole file."""
    kind: FaultKind
    name: str = ""
    """The setting, as the file has it."""


class Reading(Struct, frozen=True):
    """A settings file as it was read: the choices, and the faults."""

    settings: Settings = DEFAULTS
    faults: tuple[Fault, ...] = ()
    text: str = ""
    """The file as it is; "" where there is none."""

    @property
    def can_be_changed(self) -> bool:
        """Whether every line can be read, so that one can be changed and the others stay."""
        cannot = (FaultKind.NO_TOML, FaultKind.NO_TEXT)
        return not any(fault.kind in cannot for fault in self.faults)


def load_settings(path: Path, older: Path | None = None) -> Settings:
    """Return the choices in this file, or the defaults: no settings file may stop a meeting."""
    return read_settings(path, older).settings


def read_settings(path: Path, older: Path | None = None) -> Reading:
    """Return the choices in this file, with whatever is not right in it.

    Where there is none, `older` is the file in which an earlier version kept some of them.
    """
    try:
        content = read_file(path)
    except FileNotFoundError:
        if older is None:
            return Reading()
        from relroute_tui.storage.settings.older import settings_of_older_versions

        return Reading(settings_of_older_versions(older))
    except OSError:
        return Reading()
    try:
        if len(content) > _LARGEST:
            raise ValueError
        text = content.decode("utf-8-sig")  # Notepad of Windows puts a mark before it
    except ValueError:
        return Reading(faults=(Fault(0, FaultKind.NO_TEXT),))
    return read_text(text)


def read_text(text: str) -> Reading:
    """Return the choices in this text, with whatever is not right in it."""
    faults: list[Fault] = []
    read = _read_lines(text, faults)
    chosen: dict[str, Any] = {}
    for name, value in read.items():
        if name in Settings.__struct_fields__:
            chosen |= dict(_chosen(text, name, value, faults))
        else:
            faults.append(_fault(text, FaultKind.UNKNOWN, name))
    return Reading(Settings(**chosen), tuple(sorted(faults, key=lambda fault: fault.line)), text)


def _read_lines(text: str, faults: list[Fault]) -> "Mapping[str, object]":
    """Read the TOML; a line that cannot be read is passed over, and is a fault."""
    import tomllib  # where there is no file, a start does without

    lines = text.replace("\r\n", "\n").split("\n")
    while len(faults) < _MOST_FAULTS:
        try:
            return tomllib.loads("\n".join(lines))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            number = _line_in(str(error), lines)
            if not number:
                break
            faults.append(Fault(number, FaultKind.NO_TOML))
            lines[number - 1] = ""
    return {}


def _line_in(message: str, lines: list[str]) -> int:
    """Return the line of which tomllib complains; of an end that misses, the last one with text."""
    found = _AT_LINE.search(message)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    while number and not lines[number - 1].strip():
        number -= 1
    return number


def _chosen(
    text: str, name: str, value: object, faults: list[Fault]
) -> Iterator[tuple[str, object]]:
    """Yield the setting with its value, where it takes that."""
    import msgspec

    if name == "keys":
        yield name, _keys(text, value, faults)
        return
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    try:
        yield name, msgspec.convert(value, types[name])
    except msgspec.ValidationError:
        faults.append(_fault(text, FaultKind.VALUE, name))


def _keys(text: str, value: object, faults: list[Fault]) -> Keys:
    """Return the keys of each command, without those that are neither a key nor a list of keys."""
    import msgspec

    keys: Keys = {}
    if not isinstance(value, dict):
        faults.append(_fault(text, FaultKind.VALUE, "keys"))
        return keys
    for scope, commands in value.items():
        if not isinstance(commands, dict):
            faults.append(_fault(text, FaultKind.VALUE, "keys", scope))
            continue
        for command, given in commands.items():
            try:
                kept = msgspec.convert(given, str | tuple[str, ...])
            except msgspec.ValidationError:
                faults.append(_fault(text, FaultKind.VALUE, "keys", scope, command))
            else:
                keys.setdefault(scope, {})[command] = kept
    return keys


def _fault(text: str, kind: FaultKind, *path: str) -> Fault:
    from relroute_tui.storage.settings.lines import line_of

    return Fault(line_of(text, path), kind, ".".join(path))
