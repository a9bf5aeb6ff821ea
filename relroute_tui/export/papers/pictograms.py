"""The drawings on a paper, with a description of each for people who cannot see them."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from relroute_tui.content.pictograms import pictogram as drawing_of
from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import N_, _

_SEEN: Final[Mapping[Theme, str]] = {
    Theme.PEOPLE: N_("people around a child"),
    Theme.ROLES: N_("a list with a tick"),
    Theme.NO_QUARREL: N_("two speech bubbles"),
    Theme.LOOKING_BACK: N_("a signpost"),
    Theme.SMALL_THINGS: N_("a clock"),
    Theme.CONTACT: N_("a hand that waves"),
    Theme.INFORMED: N_("a letter"),
    Theme.STORY: N_("an open book"),
    Theme.WAYS: N_("bunting"),
    Theme.WORRIES: N_("an umbrella"),
    Theme.DECISIONS: N_("a paper with a coin"),
    Theme.PARENTS_STAY: N_("a grown-up and a child"),
}

_PIXELS: Final = 192
"""The width of a drawing in a word processor: sharp on paper at a centimetre."""


def seen_on(pictogram: Theme) -> str:
    """Return what is drawn, in a few words."""
    return _(_SEEN[pictogram]) if pictogram in _SEEN else ""


@cache
def png_of(pictogram: Theme) -> bytes:
    """Return the drawing as a PNG, to be shown small; empty where it is not to be had."""
    import resvg_py  # where a word processor is written for, and not before

    svg = drawing_of(pictogram)
    if not svg:
        return b""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=_PIXELS, skip_system_fonts=True))
