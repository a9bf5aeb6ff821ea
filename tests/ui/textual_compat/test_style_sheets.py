"""Rules that are found once for all widgets of a place are the rules that Textual finds."""

from pathlib import Path

import pytest
from running_app import Laptop, family_with_a_meeting
from textual_compat.style_sheets import find_rules_once, share_parsed_sheets

KEYS = ("f1", "escape", "f2", "tab", "escape", "f4", "escape", "escape", "f9", "f9", "1", "tab")
"""Through dialogs and screens, with the focus here and there."""


async def styles_on_the_way(folder: Path, language: str) -> list[str]:
    """The styles of every widget and of its parts, after each key."""
    laptop, seen = Laptop(folder, language), []
    laptop.keep(family_with_a_meeting())
    async with laptop.at_meeting() as window:
        for key in KEYS:
            await window.press(key)
            for widget in window.app.screen.walk_children(with_self=True):
                parts = {name: each.css for name, each in sorted(widget._component_styles.items())}
                seen.append(f"{key}: {type(widget)} {widget.styles.css} {parts}")
    return seen


@pytest.mark.usefixtures("laptop", "as_in_a_terminal")
async def test_who_stands_in_the_same_place_looks_as_textual_says(tmp_path, language, monkeypatch):
    as_textual_says = await styles_on_the_way(tmp_path / "first", language)
    share_parsed_sheets(monkeypatch)
    find_rules_once(monkeypatch)
    for time in ("second", "third"):  # when all is found anew, and when it was found before
        assert await styles_on_the_way(tmp_path / time, language) == as_textual_says
