"""The size of the letters of a card: one choice for the whole program, as its language is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from relroute_tui.storage.settings.model import LettersSize

SHARES: Final["Mapping[LettersSize, float]"] = {"large": 1.0, "medium": 0.5, "small": 0.0}
"""Of the largest letters that fit; 0: only the terminal's own."""


class _InUse:
    size: "LettersSize" = "large"


def use_letters(size: "LettersSize") -> None:
    """Draw every large text in letters of this size from now on."""
    _InUse.size = size


def share_in_use() -> float:
    """Return which part of the largest size that fits is drawn."""
    return SHARES[_InUse.size]
