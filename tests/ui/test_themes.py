"""Colours by their role: every pair that is used can be read, whatever colours a terminal has."""

import re
from itertools import product
from pathlib import Path

import pytest
from painted import SIXTEEN, XTERM, Painted, contrast, painted_in, painted_texts, shown
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

import relroute_tui.ui
from relroute_tui.domain.agreement import Category, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.ui.colours import ALL_LOOKS, REVERSED, Looks, looks_in
from relroute_tui.ui.sixteen_colours import SixteenColourFilter
from relroute_tui.ui.themes import CATEGORY_SYMBOLS, PICTOGRAMS, STANCE_SYMBOLS, textual_themes

UI = Path(relroute_tui.ui.__file__).parent
SNAPSHOTS = Path(__file__).parent / "__snapshots__" / "test_looks"
SYSTEMS = ("truecolor", "256", "standard")
"""The colours that a terminal has, by Rich's names."""
EVERY_LOOK = [(system, looks) for system in SYSTEMS for looks in looks_in(system)]
IDS = [f"{looks.name}-{system}" for system, looks in EVERY_LOOK]
COLOUR_OF_ITS_OWN = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\("
    r"|:\s*(?:auto\s+)?(?:red|green|blue|yellow|white|black|orange|purple|gr[ae]y|ansi_\w+)\b"
)
UNDER_A_DIALOG = 0.8
"""Share of the ground that lies over a screen that waits under a dialog."""


def pairs(looks: Looks) -> set[tuple[str, str]]:
    """Every colour of text with the ground that it stands on, but for what is on paper."""
    texts = (looks.plain, looks.quiet, looks.title_colour, looks.now, looks.care)
    grounds = (looks.ground, looks.raised, looks.marked, looks.raised_marked)
    return {
        *product(texts, grounds),
        (looks.on_selected, looks.selected),
        (looks.ground, looks.plain),  # under the cursor
        (looks.ground, looks.now),  # a day, or an answer, that is chosen
    }


def pairs_on_paper(looks: Looks) -> set[tuple[str, str]]:
    """The same on a card, a slip and a letter."""
    return {(each, looks.paper) for each in (looks.ink, looks.faint_ink, *looks.themes.values())}


def as_drawn(pair: tuple[str, str], looks: Looks) -> tuple[str, str]:
    """The pair after `SixteenColourFilter`."""
    text, ground = pair
    return (looks.ground, text) if ground == REVERSED else pair


@pytest.mark.parametrize(("system", "looks"), EVERY_LOOK, ids=IDS)
def test_every_text_can_be_read_on_its_ground(system: str, looks: Looks) -> None:
    strict = looks.name == "high-contrast"
    for least, used in ((4.5, pairs(looks)), (7, pairs_on_paper(looks))):
        for sixteen, pair in product(SIXTEEN, used):
            text, ground = (shown(each, system, sixteen) for each in as_drawn(pair, looks))
            assert contrast(text, ground) >= (10 if strict else least), (pair, text, ground)


@pytest.mark.parametrize(("system", "looks"), EVERY_LOOK, ids=IDS)
def test_what_is_marked_or_selected_can_be_seen(system: str, looks: Looks) -> None:
    for sixteen in SIXTEEN:
        seen = {
            name: shown(getattr(looks, name), system, sixteen)
            for name in ("ground", "raised", "marked", "raised_marked", "selected", "plain")
        }
        assert contrast(seen["selected"], seen["ground"]) >= 1.6
        if looks.marked != REVERSED:
            assert contrast(seen["marked"], seen["ground"]) >= 1.1
            assert contrast(seen["raised_marked"], seen["raised"]) >= 1.2


@pytest.mark.parametrize("system", ["truecolor", "256"])
def test_every_theme_has_a_colour_and_a_character_of_its_own(system: str) -> None:
    for symbols, kinds in (
        (PICTOGRAMS, Theme),
        (CATEGORY_SYMBOLS, Category),
        (STANCE_SYMBOLS, Stance),
    ):
        assert symbols.keys() == set(kinds)
        assert len(set(symbols.values())) == len(kinds)
    for looks in looks_in(system):
        assert set(looks.themes) == set(Theme)
        if looks.name != "high-contrast":
            assert len({shown(theme, system) for theme in looks.themes.values()}) == len(Theme)


def test_colours_come_only_from_the_theme() -> None:
    ours = textual_themes("truecolor")[0].variables.keys()
    style_sheets = sorted(UI.rglob("*.tcss"))
    assert len(style_sheets) > 8
    for sheet in style_sheets:
        text = sheet.read_text(encoding="utf-8")
        assert COLOUR_OF_ITS_OWN.findall(text) == [], sheet.name
        used = set(re.findall(r"\$([\w-]+)", text))
        assert used <= ours, (sheet.name, used - ours)
    for module in UI.rglob("*.py"):
        if module.name not in ("colours.py", "picture.py"):
            code = module.read_text(encoding="utf-8")
            assert not re.search(r"[\"'\[ ]#[0-9a-fA-F]{6}\b", code), module.name


def test_every_pair_on_every_picture_of_a_screen_is_one_of_those_that_are_computed() -> None:
    known = {
        looks.name: pairs(looks) | pairs_on_paper(looks) | under_a_dialog(looks)
        for looks in ALL_LOOKS
    }
    pictures = sorted(SNAPSHOTS.glob("*.svg"))
    assert len(pictures) > 140
    for picture in pictures:
        name = next((each for each in ("evening", "morning") if each in picture.stem), "")
        for text in set(painted_texts(picture.read_text(encoding="utf-8"))):
            assert is_among(text, known[name or "high-contrast"]), (picture.name, text)


def under_a_dialog(looks: Looks) -> set[tuple[str, str]]:
    """Return the pairs of a screen under a dialog, which is not for reading: nearly all is ground."""
    over = Color.parse(looks.ground)
    return {
        tuple(Color.parse(each).blend(over, UNDER_A_DIALOG).hex.casefold() for each in pair)
        for pair in pairs(looks) | pairs_on_paper(looks)
    }


def is_among(painted: Painted, known: set[tuple[str, str]]) -> bool:
    """Whether this is one of these pairs, but for the last digit of a colour that was mixed."""
    pair = (painted.colour, painted.ground)
    return pair in known or any(
        all(_is_nearly(one, other) for one, other in zip(pair, each, strict=True)) for each in known
    )


def _is_nearly(one: str, other: str) -> bool:
    parts = zip(Color.parse(one).rgb, Color.parse(other).rgb, strict=True)
    return all(abs(this - that) <= 2 for this, that in parts)


def test_dark_text_is_not_bold_where_bold_would_make_it_bright() -> None:
    ink, mark = Style.parse("bold #000000 on #ffffff"), Style.parse(f"bold #ffff55 on {REVERSED}")
    drawn = SixteenColourFilter("#000000").apply(
        [Segment("ink", ink), Segment("marked", mark), Segment("", None)], Color(0, 0, 0)
    )
    assert [segment.text for segment in drawn] == ["ink", "marked", ""]
    assert drawn[0].style == Style.parse("not bold #000000 on #ffffff")
    assert drawn[1].style == Style.parse("not bold #000000 on #ffff55")
    assert drawn[2].style is None


@pytest.mark.parametrize("system", SYSTEMS)
async def test_what_is_on_the_screen_can_be_read_with_these_colours(
    one_family, system, monkeypatch
):
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    async with one_family.at_meeting() as window:
        walk = [["f2"], ["ctrl+p", "down"], ["escape", "f4"], ["escape", "f5"], ["escape"]]
        for keys in walk * 3:
            await window.press(*keys)
            looks = next(look for look in looks_in(system) if look.name == window.app.theme)
            least = 10 if looks.name == "high-contrast" else 4.5
            waiting = under_a_dialog(looks)
            for each in set(painted_in(window.strips)):
                if is_among(each, waiting):
                    continue
                text, ground = (
                    shown(each.colour, system, XTERM, each.is_bold),
                    shown(each.ground, system),
                )
                assert contrast(text, ground) >= least, (looks.name, keys, each)
            if keys == walk[-1]:
                await window.press("ctrl+t")
        assert window.app.theme == "evening"


async def test_looks_that_were_chosen_in_a_screen_on_top_reach_the_one_below(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "v", "ctrl+t", "escape")
        notes = window.app.screen.query_one("#notes")
        ground = Color.parse(window.app.theme_variables["ground"])
        assert window.app.theme == "morning"
        assert notes.styles.background == window.app.screen.styles.background == ground
