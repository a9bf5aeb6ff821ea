"""What was read of the style sheets is there at the next start, and only then when it is right."""

import sys

import pytest
from textual.app import App, ComposeResult
from textual.widgets import OptionList, TextArea

from relroute_tui.ui.textual_compat import css_cache as kept
from relroute_tui.ui.textual_compat.style_sheet import StyleSheet

SHEET = """
Screen { background: $panel; Label { color: $text 80%; &:hover { border: round $primary; } } }
#notes.-narrow > .row, TextArea:focus { width: 1fr; height: auto; margin: 1 2; text-align: center; }
"""


AT_THE_TABLE = ("Zwaluw", "zwaluw", "Anna", "Kees", "Mirjam", "Noor", "Henk")


class Shown(App[None]):
    """An app whose sheets are read, with rules of all kinds among them."""

    CSS = SHEET

    def compose(self) -> ComposeResult:
        yield TextArea()
        yield OptionList("one")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "kept.rules"


async def sheets_of(place, **colours):
    """The style sheet of an app that ran for a moment, with what was kept at `place`."""
    app = Shown()
    variables = {**app.get_css_variables(), **colours}
    app.get_css_variables = lambda: variables
    app.stylesheet = StyleSheet(variables=variables, kept_at=place)
    async with app.run_test():
        pass
    return app.stylesheet


def sheets_read(monkeypatch):
    """The text of every sheet that is read from here on."""
    import textual.css.stylesheet as theirs

    real, read = theirs.parse, []
    monkeypatch.setattr(theirs, "parse", lambda *a, **k: read.append(a[1]) or real(*a, **k))
    return read


def told(sheet):
    """All that rules say: for whom, in which order they win, and what."""
    return [
        (
            rule.selectors,
            [each.specificity for each in rule.selector_set],
            (rule.is_default_rules, rule.tie_breaker, rule.selector_names, rule.pseudo_classes),
            repr(rule.styles.get_rules()),
            rule.styles.important,
        )
        for rule in sheet.rules
    ]


async def test_a_second_start_reads_no_sheet_and_has_the_same_rules(place, monkeypatch):
    first = await sheets_of(place)
    assert first.what_to_keep()()
    read = sheets_read(monkeypatch)
    second = await sheets_of(place)
    assert told(second) == told(first)
    assert not read
    assert second.what_to_keep() is None


async def test_another_colour_is_read_anew_and_then_kept(place, monkeypatch):
    (await sheets_of(place)).what_to_keep()()
    other = await sheets_of(place, primary="#123456")
    assert "Color(18, 52, 86" in str(told(other))
    other.what_to_keep()()
    read = sheets_read(monkeypatch)
    again = await sheets_of(place, primary="#123456")
    assert told(again) == told(other)
    assert not read


async def test_a_sheet_that_changed_takes_the_place_of_the_old_one(place, monkeypatch):
    first = await sheets_of(place)
    first.what_to_keep()()
    monkeypatch.setattr(Shown, "CSS", SHEET.replace(": round", ": heavy"))
    second = await sheets_of(place)
    assert "heavy" in str(told(second))
    second.what_to_keep()()
    found = kept.kept_rules(place, second._variables)
    assert len(found) == len(kept.kept_rules(place, first._variables))
    assert not any(SHEET in sheet[0] for sheet in found)


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"\0" * 99, b"not what it was"])
async def test_a_damaged_file_is_passed_over_and_replaced(place, content, monkeypatch):
    place.write_bytes(content)
    sheet = await sheets_of(place)
    assert sheet.what_to_keep()()
    read = sheets_read(monkeypatch)
    await sheets_of(place)
    assert not read


async def test_half_a_file_or_one_wrong_byte_is_passed_over(place):
    sheet = await sheets_of(place)
    sheet.what_to_keep()()
    whole = place.read_bytes()
    for content in (whole[:-1], whole[: len(whole) // 2], whole[:50] + b"!" + whole[51:]):
        place.write_bytes(content)
        assert kept.kept_rules(place, sheet._variables) == {}


async def test_another_textual_takes_nothing_up(place, monkeypatch):
    sheet = await sheets_of(place)
    sheet.what_to_keep()()
    assert kept.kept_rules(place, sheet._variables)
    monkeypatch.setattr(kept, "_this_textual", lambda: {"parse.py": (1, 1)})
    assert kept.kept_rules(place, sheet._variables) == {}


async def test_where_nothing_can_be_written_the_sheets_are_read_as_before(tmp_path):
    stands_in_the_way = tmp_path / "file"
    stands_in_the_way.touch()
    sheet = await sheets_of(stands_in_the_way / "kept.rules")
    assert sheet.rules
    assert sheet.what_to_keep()() is False


async def test_where_python_keeps_no_modules_nothing_is_kept(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept.beside_this_module() is None
    sheet = await sheets_of(None)
    assert sheet.rules
    assert sheet.what_to_keep() is None


async def test_the_app_keeps_the_sheets_of_its_start(home, place, monkeypatch):
    import relroute_tui.ui.app as app

    monkeypatch.setattr(app, "_SETTLED", 0.01)
    monkeypatch.setattr(app, "beside_this_module", lambda: place)
    async with home.at_meeting() as window:
        await window.app.workers.wait_for_complete()
        rules = told(window.app.stylesheet)
    whole = place.read_bytes()
    assert not [
        name for name in (*AT_THE_TABLE, str(home.environment.sessions)) if name.encode() in whole
    ]
    read = sheets_read(monkeypatch)
    async with home.at_meeting() as window:
        assert told(window.app.stylesheet) == rules
    assert len(read) <= 2, read
