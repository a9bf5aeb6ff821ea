"""Colours by their role: every pair that is used can be read."""

import re
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color

import relroute_tui.ui
from relroute_tui.domain.cards.card import Theme
from relroute_tui.ui.themes import ALL_LOOKS, HIGH_CONTRAST, PICTOGRAMS, Looks

UI = Path(relroute_tui.ui.__file__).parent
ROLES = {
    "ground",
    "raised",
    "plain",
    "quiet",
    "title",
    "now",
    "line",
    "care",
    "paper",
    "ink",
    "faint-ink",
    *(f"theme-{theme.value}" for theme in Theme),
}
COLOUR_OF_ITS_OWN = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\("
    r"|:\s*(?:auto\s+)?(?:red|green|blue|yellow|white|black|orange|purple|gr[ae]y|ansi_\w+)\b"
)


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("looks", ALL_LOOKS, ids=lambda looks: looks.name)
def test_every_text_can_be_read_on_every_ground(looks: Looks) -> None:
    texts = (looks.plain, looks.quiet, looks.title_colour, looks.now, looks.care)
    least = 10 if looks is HIGH_CONTRAST else 4.5
    for text, ground in product(texts, (looks.ground, looks.raised)):
        assert contrast(text, ground) >= least, (text, ground)


@pytest.mark.parametrize("looks", ALL_LOOKS, ids=lambda looks: looks.name)
def test_a_card_can_be_read_from_further_away(looks: Looks) -> None:
    assert contrast(looks.ink, looks.paper) >= 7
    assert contrast(looks.faint_ink, looks.paper) >= (10 if looks is HIGH_CONTRAST else 4.5)
    for colour in looks.themes.values():
        assert contrast(colour, looks.paper) >= (10 if looks is HIGH_CONTRAST else 4.5)


@pytest.mark.parametrize("looks", ALL_LOOKS, ids=lambda looks: looks.name)
def test_the_cursor_and_the_selection_can_be_seen(looks: Looks) -> None:
    assert contrast(looks.cursor_text, looks.plain) >= 4.5
    assert contrast(looks.plain, looks.line) >= (1.6 if looks is HIGH_CONTRAST else 1.8)


def test_every_theme_has_a_colour_and_a_sign_of_its_own() -> None:
    assert len(set(PICTOGRAMS.values())) == len(Theme)
    for looks in ALL_LOOKS:
        assert set(looks.themes) == set(Theme)
    assert len(set(ALL_LOOKS[0].themes.values())) == len(Theme)


def test_colours_come_only_from_the_theme() -> None:
    style_sheets = sorted(UI.rglob("*.tcss"))
    assert len(style_sheets) > 8
    for sheet in style_sheets:
        text = sheet.read_text(encoding="utf-8")
        assert COLOUR_OF_ITS_OWN.findall(text) == [], sheet.name
        used = set(re.findall(r"\$([\w-]+)", text))
        assert used <= ROLES, (sheet.name, used - ROLES)
    for module in UI.rglob("*.py"):
        if module.name not in ("themes.py", "picture.py"):
            code = module.read_text(encoding="utf-8")
            assert not re.search(r"[\"'\[ ]#[0-9a-fA-F]{6}\b", code), module.name


async def test_looks_that_were_chosen_in_a_room_on_top_reach_the_one_below(home):
    async with home.at_meeting() as window:
        await window.press("escape", "v", "ctrl+t", "escape")
        notes = window.app.screen.query_one("#notes")
        ground = Color.parse(window.app.theme_variables["ground"])
        assert window.app.theme == "morning"
        assert notes.styles.background == window.app.screen.styles.background == ground
