"""In which font and from which side the text of a language is drawn."""

from typing import Final

from relroute_tui.language.bidi import is_right_to_left, isolated
from relroute_tui.ui.widgets.letters.fonts import can_shape
from relroute_tui.ui.widgets.letters.text_image import (
    ATKINSON,
    Direction,
    Setting,
    Typeface,
    can_draw,
)

NOTO_SANS: Final = Typeface(
    ("noto-sans-700-normal.woff",), leading=1.25, ascent=1, descent=0.25, cap_height=0.714
)
"""Noto Sans Bold: Latin of every language, Greek and Cyrillic."""
NOTO_SANS_ARABIC: Final = Typeface(
    ("noto-sans-arabic-700-normal.woff",), leading=1.5, ascent=1, descent=0.5, cap_height=0.714
)
"""Noto Sans Arabic Bold, with Latin letters and digits; its lines need air for marks and tails."""


def setting_for(text: str, language: str, *, is_centred: bool = False) -> Setting | None:
    """Return the setting for a text of a language; None where it cannot be drawn here."""
    if is_right_to_left(language):
        choices = [Setting(NOTO_SANS_ARABIC, Direction.RTL, language, is_centred)]
    else:
        choices = [
            Setting(typeface, Direction.LTR, language, is_centred)
            for typeface in (ATKINSON, NOTO_SANS)
        ]
    return next((setting for setting in choices if can_draw(text, setting)), None)


def can_show(language: str) -> bool:
    """Return whether this computer can show a language: a terminal cannot turn letters round."""
    return not is_right_to_left(language) or can_shape()


def in_order(text: str, language: str) -> str:
    """Return a text with what has an order of its own inside it marked for whoever shapes it."""
    return isolated(text) if is_right_to_left(language) else text
