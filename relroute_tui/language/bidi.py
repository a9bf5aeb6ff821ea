"""Languages that run from right to left, and what keeps its own order inside them."""

import re
from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur"})
_FIRST: Final = r"[0-9A-Za-zÀ-ɏ€+@#]"
_RUN: Final = re.compile(rf"{_FIRST}(?:[0-9A-Za-zÀ-ɏ'’.,:/@+\- ]*[0-9A-Za-zÀ-ɏ€%])?")
"""A name in Latin letters, a number, a day, a time, a telephone number or an amount."""
_ISOLATE: Final = "\u2066{}\u2069"
"""Left to right, whatever surrounds it."""
_NO_BREAK_SPACE: Final = "\u00a0"


def is_right_to_left(language: str) -> bool:
    """Return whether a language, as BCP 47 writes it, runs from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """Return a text from right to left with what is from left to right kept in its own order.

    Such a piece does not break: its end would stand before its beginning.
    """
    return _RUN.sub(lambda run: _ISOLATE.format(run[0].replace(" ", _NO_BREAK_SPACE)), text)
