"""The three looks: a table in the evening, a table in the morning, and high contrast.

Every colour of the program is here, by its role. The contrast of each pair that is used is computed
by a test.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from textual.theme import Theme as TextualTheme

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import N_


class Looks(Struct, frozen=True):
    """The colours of one look, by what they are for."""

    name: str
    title: str
    dark: bool
    ground: str
    raised: str
    plain: str
    quiet: str
    title_colour: str
    now: str
    """Focus, whose turn it is, the step that we are in."""
    line: str
    care: str
    """What is still missing, or could not be saved. Not red: nobody did anything wrong."""
    paper: str
    ink: str
    faint_ink: str
    cursor_text: str
    themes: Mapping[Theme, str]
    """The bar on a card of each theme; also its name, so at least 4.5:1 on paper."""

    def textual_theme(self) -> TextualTheme:
        """This look as Textual keeps it: its own colours from the roles, and the roles by name."""
        return TextualTheme(
            name=self.name,
            primary=self.now,
            secondary=self.title_colour,
            accent=self.now,
            warning=self.care,
            error=self.care,
            success=self.title_colour,
            foreground=self.plain,
            background=self.ground,
            surface=self.ground,
            panel=self.raised,
            boost=self.raised,
            dark=self.dark,
            text_alpha=1.0,
            variables={
                "ground": self.ground,
                "raised": self.raised,
                "plain": self.plain,
                "quiet": self.quiet,
                "title": self.title_colour,
                "now": self.now,
                "line": self.line,
                "care": self.care,
                "paper": self.paper,
                "ink": self.ink,
                "faint-ink": self.faint_ink,
                **{f"theme-{theme.value}": colour for theme, colour in self.themes.items()},
                **self._of_textual(),
            },
        )

    def _of_textual(self) -> dict[str, str]:
        return {
            "border": self.now,
            "border-blurred": self.line,
            "block-cursor-background": self.raised,
            "block-cursor-foreground": self.plain,
            "block-cursor-blurred-background": self.ground,
            "block-cursor-blurred-foreground": self.plain,
            "block-hover-background": self.raised,
            "input-cursor-background": self.plain,
            "input-cursor-foreground": self.cursor_text,
            "input-selection-background": self.line,
            "scrollbar": self.line,
            "scrollbar-hover": self.quiet,
            "scrollbar-active": self.now,
            "scrollbar-background": self.ground,
            "scrollbar-background-hover": self.ground,
            "scrollbar-background-active": self.ground,
            "scrollbar-corner-color": self.ground,
            "link-color": self.plain,
            "link-color-hover": self.now,
            "link-background-hover": self.raised,
            "markdown-h1-color": self.title_colour,
            "markdown-h2-color": self.title_colour,
            "markdown-h3-color": self.title_colour,
            "markdown-h4-color": self.plain,
            "markdown-h5-color": self.plain,
            "markdown-h6-color": self.plain,
        }


_ON_PAPER: Final[Mapping[Theme, str]] = {
    Theme.KNOWING: "#7a5200",
    Theme.PARENTS_STAY: "#8a2f4b",
    Theme.DOUBLE_LOVE: "#a3223f",
    Theme.PERMISSION: "#2f6b2f",
    Theme.ROLES: "#2f5580",
    Theme.CONTACT: "#a4461c",
    Theme.INFORMED: "#1b6070",
    Theme.SMALL_THINGS: "#556010",
    Theme.NO_QUARREL: "#6b4a8a",
    Theme.LOSS: "#4a5568",
    Theme.WAYS: "#87407a",
    Theme.LOOKING_BACK: "#245e52",
}

EVENING: Final = Looks(
    name="evening",
    title=N_("Evening"),
    dark=True,
    ground="#141d1b",
    raised="#22302c",
    plain="#f3ede0",
    quiet="#aab8b0",
    title_colour="#8fc9a9",
    now="#f2b880",
    line="#3b4f49",
    care="#f0cf6a",
    paper="#fbf3e0",
    ink="#26302c",
    faint_ink="#54605a",
    cursor_text="#141d1b",
    themes=_ON_PAPER,
)
MORNING: Final = Looks(
    name="morning",
    title=N_("Morning"),
    dark=False,
    ground="#f6f0e4",
    raised="#ece3d2",
    plain="#1f2a27",
    quiet="#505c56",
    title_colour="#1f6b4f",
    now="#8f420e",
    line="#b9ab8f",
    care="#6b5200",
    paper="#fffdf6",
    ink="#1f2a27",
    faint_ink="#505c56",
    cursor_text="#f6f0e4",
    themes=_ON_PAPER,
)
HIGH_CONTRAST: Final = Looks(
    name="high-contrast",
    title=N_("High contrast"),
    dark=True,
    ground="#000000",
    raised="#1a1a1a",
    plain="#ffffff",
    quiet="#e6e6e6",
    title_colour="#ffffff",
    now="#ffe000",
    line="#bfbfbf",
    care="#ffe000",
    paper="#ffffff",
    ink="#000000",
    faint_ink="#262626",
    cursor_text="#000000",
    themes=dict.fromkeys(Theme, "#000000"),
)

ALL_LOOKS: Final = (EVENING, MORNING, HIGH_CONTRAST)

PICTOGRAMS: Final[Mapping[Theme, str]] = {
    Theme.KNOWING: "○",
    Theme.PARENTS_STAY: "⌂",
    Theme.DOUBLE_LOVE: "♥",
    Theme.PERMISSION: "∩",
    Theme.ROLES: "≡",
    Theme.CONTACT: "↔",
    Theme.INFORMED: "»",
    Theme.SMALL_THINGS: "•",
    Theme.NO_QUARREL: "≈",
    Theme.LOSS: "◊",
    Theme.WAYS: "♪",
    Theme.LOOKING_BACK: "↕",
}
"""One sign a theme, from the set that every terminal font of the last thirty years has."""

STANCE_SIGNS: Final[Mapping[Stance, str]] = {
    Stance.YES: "●",
    Stance.YES_IF: "◐",
    Stance.NOT_YET: "○",
    Stance.PASSES: "–",
    Stance.NOT_PRESENT: "·",
}
"""Always beside the word, never in place of it."""
