"""The three looks as Textual themes, and the characters that go with a theme or a stance."""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme as TextualTheme

from relroute_tui.domain.agreement import Category, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.ui.colours import Looks, looks_in


def textual_themes(colour_system: str | None) -> tuple[TextualTheme, ...]:
    """Return the theme of every look, for a terminal with the colours that Rich gives this name."""
    return tuple(_textual_theme(looks) for looks in looks_in(colour_system))


def _textual_theme(looks: Looks) -> TextualTheme:
    return TextualTheme(
        name=looks.name,
        primary=looks.now,
        secondary=looks.title_colour,
        accent=looks.now,
        warning=looks.care,
        error=looks.care,
        success=looks.title_colour,
        foreground=looks.plain,
        background=looks.ground,
        surface=looks.ground,
        panel=looks.raised,
        boost=looks.raised,
        dark=looks.dark,
        text_alpha=1.0,
        variables=_roles(looks) | _names_in_textual(looks),
    )


def _roles(looks: Looks) -> dict[str, str]:
    """Return the variables that our own style sheets use, and no others."""
    return {
        "ground": looks.ground,
        "raised": looks.raised,
        "marked": looks.marked,
        "raised-marked": looks.raised_marked,
        "selected": looks.selected,
        "on-selected": looks.on_selected,
        "plain": looks.plain,
        "quiet": looks.quiet,
        "title": looks.title_colour,
        "now": looks.now,
        "line": looks.line,
        "care": looks.care,
        "paper": looks.paper,
        "ink": looks.ink,
        "faint-ink": looks.faint_ink,
        **{f"theme-{theme.value}": colour for theme, colour in looks.themes.items()},
    }


def _names_in_textual(looks: Looks) -> dict[str, str]:
    """Return the variables that Textual's own style sheets use."""
    return {
        "border": looks.now,
        "border-blurred": looks.line,
        "block-cursor-background": looks.marked,
        "block-cursor-foreground": looks.plain,
        "block-cursor-blurred-background": looks.ground,
        "block-cursor-blurred-foreground": looks.plain,
        "block-hover-background": looks.raised,
        "input-cursor-background": looks.plain,
        "input-cursor-foreground": looks.ground,
        "input-selection-background": looks.selected,
        "input-selection-foreground": looks.on_selected,
        "screen-selection-background": looks.selected,
        "screen-selection-foreground": looks.on_selected,
        "scrollbar": looks.line,
        "scrollbar-hover": looks.quiet,
        "scrollbar-active": looks.now,
        "scrollbar-background": looks.ground,
        "scrollbar-background-hover": looks.ground,
        "scrollbar-background-active": looks.ground,
        "scrollbar-corner-color": looks.ground,
        "link-color": looks.plain,
        "link-color-hover": looks.now,
        "link-background-hover": looks.raised,
        "markdown-h1-color": looks.title_colour,
        "markdown-h2-color": looks.title_colour,
        "markdown-h3-color": looks.title_colour,
        "markdown-h4-color": looks.plain,
        "markdown-h5-color": looks.plain,
        "markdown-h6-color": looks.plain,
    }


PICTOGRAMS: Final[Mapping[Theme, str]] = {
    Theme.KNOWING: "○",
    Theme.PARENTS_STAY: "⌂",
    Theme.DOUBLE_LOVE: "♥",
    Theme.PERMISSION: "∩",
    Theme.STORY: "¶",
    Theme.FUTURE: "→",
    Theme.PEOPLE: "∞",
    Theme.DECISIONS: "±",
    Theme.WORRIES: "◦",
    Theme.ROLES: "≡",
    Theme.CONTACT: "↔",
    Theme.INFORMED: "»",
    Theme.SMALL_THINGS: "•",
    Theme.NO_QUARREL: "≈",
    Theme.LOSS: "◊",
    Theme.WAYS: "♪",
    Theme.LOOKING_BACK: "↕",
}
"""One character for each theme, from those that every terminal font has had for thirty years."""

CATEGORY_SYMBOLS: Final[Mapping[Category, str]] = {
    Category.CONTACT: "↔",
    Category.CALLING: "»",
    Category.PHOTOS: "▪",
    Category.UPDATES: "≡",
    Category.SCHOOL: "▲",
    Category.HEALTH: "+",
    Category.APPEARANCE: "∩",
    Category.ROUTINES: "☼",
    Category.HOLIDAYS: "♪",
    Category.FAITH: "◊",
    Category.MONEY: "¤",
    Category.LEISURE: "♦",
    Category.SUPPORT: "♥",
    Category.TENSION: "≈",
    Category.TELLING: "“",
    Category.PAPERS: "¶",
    Category.CARE: "⌂",
    Category.SAFETY: "■",
    Category.OTHER: "·",
}
"""One character for each subject of an agreement. Always beside the word, never in place of it."""

STANCE_SYMBOLS: Final[Mapping[Stance, str]] = {
    Stance.YES: "●",
    Stance.YES_IF: "◐",
    Stance.NOT_YET: "○",
    Stance.NO: "□",
    Stance.PASSES: "–",
    Stance.NOT_PRESENT: "·",
}
"""Always beside the word, never in place of it."""
