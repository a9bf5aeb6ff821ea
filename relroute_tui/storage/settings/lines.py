"""Line of a TOML file on which a setting stands: no reader of TOML keeps that."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_PART: Final = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAME: Final = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER: Final = re.compile(rf"\s*\[\s*({_NAME})\s*\]")
_SETTING: Final = re.compile(rf"\s*({_NAME})\s*=")
_INLINE: Final = re.compile(rf"[{{,]\s*({_NAME})\s*=")


def line_of(text: str, path: Sequence[str]) -> int:
    """Return the line of the setting at this path, counted from 1; 0 where it is not found."""
    wanted = tuple(path)
    for number, found in _settings(text):
        if found[: len(wanted)] == wanted:
            return number
    return line_of(text, wanted[:-1]) if len(wanted) > 1 else 0


def _settings(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the line and the path of every table and setting, in their order."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        header, setting = _HEADER.match(line), _SETTING.match(line)
        if header:
            table = _parts(header[1])
            yield number, table
        elif setting:
            path = (*table, *_parts(setting[1]))
            yield number, path
            for inside in _INLINE.finditer(line, setting.end()):
                yield number, (*path, *_parts(inside[1]))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, name))
