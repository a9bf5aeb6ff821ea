"""Every colour of the program by its role: three looks, each for three kinds of terminal.

A terminal that cannot show a colour shows the nearest of those that it has. Nearest is chosen by
hue as much as by light, so two colours that could be told apart may become one. The looks for 256
and for 16 colours are therefore made of colours that such a terminal has; the contrast of each pair
in use is computed after that step by `tests/ui/test_themes.py`.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import N_
from relroute_tui.storage.settings.model import ThemeName


class Looks(Struct, frozen=True):
    """The colours of one look, by what they are for."""

    name: ThemeName
    title: str
    dark: bool
    ground: str
    raised: str
    """A surface above the ground."""
    marked: str
    """Behind the row that is marked in a list."""
    raised_marked: str
    """The same in a list on a raised surface."""
    selected: str
    """Behind text that is selected."""
    on_selected: str
    plain: str
    quiet: str
    title_colour: str
    now: str
    """Focus, whose turn it is, the step that we are in."""
    line: str
    """Borders and rules; never text, and never behind text."""
    care: str
    """Things that are still missing, or could not be saved. Not red: nobody did anything wrong."""
    paper: str
    ink: str
    faint_ink: str
    themes: Mapping[Theme, str]
    """The bar on a card of each theme; also its name on paper."""


EVENING: Final = Looks(
    name="evening",
    title=N_("Evening"),
    dark=True,
    ground="#141d1b",
    raised="#22302c",
    marked="#22302c",
    raised_marked="#33453f",
    selected="#3b4f49",
    on_selected="#f3ede0",
    plain="#f3ede0",
    quiet="#aab8b0",
    title_colour="#8fc9a9",
    now="#f2b880",
    line="#3b4f49",
    care="#f0cf6a",
    paper="#fbf3e0",
    ink="#26302c",
    faint_ink="#48534d",
    themes={
        Theme.KNOWING: "#6f4a00",
        Theme.PARENTS_STAY: "#8a2f4b",
        Theme.DOUBLE_LOVE: "#9b203c",
        Theme.PERMISSION: "#295d29",
        Theme.STORY: "#5c3314",
        Theme.FUTURE: "#0b4a66",
        Theme.PEOPLE: "#7a2d5f",
        Theme.DECISIONS: "#4b4a80",
        Theme.WORRIES: "#6a2323",
        Theme.ROLES: "#2e547f",
        Theme.CONTACT: "#893a17",
        Theme.INFORMED: "#195968",
        Theme.SMALL_THINGS: "#4d570f",
        Theme.NO_QUARREL: "#634580",
        Theme.LOSS: "#475264",
        Theme.WAYS: "#7b3a6f",
        Theme.LOOKING_BACK: "#235b4f",
    },
)
MORNING: Final = Looks(
    name="morning",
    title=N_("Morning"),
    dark=False,
    ground="#f6f0e4",
    raised="#ece3d2",
    marked="#ece3d2",
    raised_marked="#fffdf6",
    selected="#b9ab8f",
    on_selected="#1f2a27",
    plain="#1f2a27",
    quiet="#505c56",
    title_colour="#1f6b4f",
    now="#8f420e",
    line="#b9ab8f",
    care="#6b5200",
    paper="#fffdf6",
    ink="#1f2a27",
    faint_ink="#48534d",
    themes=EVENING.themes,
)
HIGH_CONTRAST: Final = Looks(
    name="high-contrast",
    title=N_("High contrast"),
    dark=True,
    ground="#000000",
    raised="#1a1a1a",
    marked="#1a1a1a",
    raised_marked="#303030",
    selected="#ffe000",
    on_selected="#000000",
    plain="#ffffff",
    quiet="#e6e6e6",
    title_colour="#ffffff",
    now="#ffe000",
    line="#bfbfbf",
    care="#ffe000",
    paper="#ffffff",
    ink="#000000",
    faint_ink="#262626",
    themes=dict.fromkeys(Theme, "#000000"),
)

_EVENING_256: Final = replace(
    EVENING,
    ground="#121212",
    raised="#262626",
    marked="#303030",
    raised_marked="#3a3a3a",
    selected="#4e4e4e",
    on_selected="#ffffd7",
    plain="#ffffd7",
    quiet="#b2b2b2",
    title_colour="#87d7af",
    now="#ffaf87",
    line="#585858",
    care="#ffd75f",
    paper="#ffffd7",
    ink="#262626",
    faint_ink="#4e4e4e",
    themes={
        Theme.KNOWING: "#5f0000",
        Theme.PARENTS_STAY: "#87005f",
        Theme.DOUBLE_LOVE: "#af0000",
        Theme.PERMISSION: "#005f00",
        Theme.STORY: "#444444",
        Theme.FUTURE: "#000087",
        Theme.PEOPLE: "#5f005f",
        Theme.DECISIONS: "#0000d7",
        Theme.WORRIES: "#5f0087",
        Theme.ROLES: "#0000af",
        Theme.CONTACT: "#870000",
        Theme.INFORMED: "#005f5f",
        Theme.SMALL_THINGS: "#303030",
        Theme.NO_QUARREL: "#5f00af",
        Theme.LOSS: "#4e4e4e",
        Theme.WAYS: "#870087",
        Theme.LOOKING_BACK: "#00005f",
    },
)
_IN_256: Final = (
    _EVENING_256,
    replace(
        MORNING,
        ground="#ffffd7",
        raised="#d7d7af",
        marked="#d7d7af",
        raised_marked="#ffffff",
        selected="#afaf87",
        on_selected="#121212",
        plain="#121212",
        quiet="#4e4e4e",
        title_colour="#005f00",
        now="#870000",
        line="#afaf87",
        care="#5f0000",
        paper="#ffffff",
        ink="#121212",
        faint_ink="#4e4e4e",
        themes=_EVENING_256.themes,
    ),
    replace(HIGH_CONTRAST, now="#ffff00", care="#ffff00", selected="#ffff00"),
)

REVERSED: Final = "#555555"
"""Sixteen colours have no second ground on which every text can be read: text on this one is drawn
in reverse (`sixteen_colours.py`)."""
_BLACK, _BLUE, _GREY = "#000000", "#0000aa", "#aaaaaa"
_WHITE, _CYAN, _YELLOW = "#ffffff", "#55ffff", "#ffff55"
_INK_ONLY: Final = dict.fromkeys(Theme, _BLACK)
"""In sixteen colours a theme is known by its pictogram and its name."""
_IN_16: Final = (
    replace(
        EVENING,
        ground=_BLACK,
        raised=_BLUE,
        marked=REVERSED,
        raised_marked=REVERSED,
        selected=_GREY,
        on_selected=_BLACK,
        plain=_WHITE,
        quiet=_GREY,
        title_colour=_CYAN,
        now=_YELLOW,
        line=_GREY,
        care=_YELLOW,
        paper=_WHITE,
        ink=_BLACK,
        faint_ink=_BLACK,
        themes=_INK_ONLY,
    ),
    replace(
        MORNING,
        ground=_WHITE,
        raised=_GREY,
        marked=REVERSED,
        raised_marked=REVERSED,
        selected=_BLUE,
        on_selected=_WHITE,
        plain=_BLACK,
        quiet=_BLACK,
        title_colour=_BLUE,
        now=_BLUE,
        line=_GREY,
        care=_BLUE,
        paper=_WHITE,
        ink=_BLACK,
        faint_ink=_BLACK,
        themes=_INK_ONLY,
    ),
    replace(
        HIGH_CONTRAST,
        raised=_BLACK,
        marked=REVERSED,
        raised_marked=REVERSED,
        selected=_YELLOW,
        quiet=_WHITE,
        now=_YELLOW,
        line=_GREY,
        care=_YELLOW,
        faint_ink=_BLACK,
    ),
)

ALL_LOOKS: Final = (EVENING, MORNING, HIGH_CONTRAST)


def looks_in(colour_system: str | None) -> tuple[Looks, ...]:
    """Return the looks for a terminal, by Rich's name for the colours that it has."""
    if colour_system == "256":
        return _IN_256
    return _IN_16 if colour_system == "standard" else ALL_LOOKS
