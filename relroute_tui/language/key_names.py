"""Names of keys in a sentence: as in the source, unless another set of keys is in use."""

import re
from collections.abc import Mapping
from typing import Final

_FUNCTION_KEY: Final = re.compile(r"\bF(?:1[0-2]|[1-9])\b")
_names: Mapping[str, str] = {}


def call_keys(names: Mapping[str, str]) -> None:
    """Name these keys otherwise from here on: {"F2": "Alt+N"}; nothing: as in the source."""
    global _names  # noqa: PLW0603 - one process has one keyboard at a time
    _names = names


def with_key_names(sentence: str) -> str:
    """Return a sentence of the catalogue with the keys that are in use."""
    if not _names:
        return sentence
    return _FUNCTION_KEY.sub(lambda found: _names.get(found[0], found[0]), sentence)
