"""Choices for the app itself: on one screen, at once, and for next time."""

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from relroute_tui.content.decks import load_decks
from relroute_tui.environment import language_of, read_environment
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import load_settings, read_settings
from relroute_tui.ui.screens.settings.rows import ROWS, NotChosen, value_of, value_text
from relroute_tui.ui.widgets.letters.size import share_in_use

BY_NAME = {row.setting: row for row in ROWS}


async def choose(window, setting: str, *keys: str) -> None:
    """Go to a setting, and answer with these keys."""
    listed = window.app.screen.query_one("#settings")
    listed.highlighted = [row.setting for row in ROWS].index(setting)
    await window.press("enter", *keys)


async def test_everything_is_chosen_on_one_screen_and_stands_in_one_file(
    one_family, tmp_path, language
):
    own, papers = tmp_path / "kaarten van ons", tmp_path / "mee naar huis"
    own.mkdir(), papers.mkdir()
    settings = one_family.environment.settings
    async with one_family.at_home() as window:
        await window.press("ctrl+o")
        await window.sees("Instellingen", "zoals deze laptop", "zo groot als past", "10 minuten")
        await window.sees(str(settings)[-20:])
        await choose(window, "theme", "down", "enter")
        assert window.app.theme == "morning"
        await choose(window, "letters", "down", "down", "enter")
        assert share_in_use() == 0
        await choose(window, "card_headings", "down", "enter")
        for setting, typed in (
            ("locks_after", "0"),
            ("reminds_after", "18"),
            ("papers", str(papers)),
            ("decks", f"{own} ; {tmp_path}"),
            ("terminal", "kitty --title tv"),
            ("archive", "postgresql://archief.example/x"),
        ):
            await choose(window, setting)
            await window.fill_in("#value", typed)
            await window.press("enter")
            assert window.screen_name == "SettingsScreen"
        await window.sees("Ochtend", "gewone letters", "nooit", "18 maanden", "kitty --title tv")
        context = window.app.context
        assert context.environment.papers == papers
        assert context.environment.cards == (own, tmp_path)
        assert context.environment.archive == "postgresql://archief.example/x"
        await window.press("escape")
        assert window.screen_name == "HomeScreen"
    assert load_settings(settings) == Settings(
        theme="morning",
        letters="small",
        card_headings=False,
        locks_after=0,
        reminds_after=18,
        papers=str(papers),
        decks=(str(own), str(tmp_path)),
        terminal="kitty --title tv",
        archive="postgresql://archief.example/x",
    )
    async with one_family.at_home() as window:
        assert (window.app.theme, share_in_use()) == ("morning", 0)


async def test_another_language_is_there_at_once(one_family):
    async with one_family.at_home() as window:
        await window.press("ctrl+o")
        await choose(window, "language", "home", "down", "down", "enter")
        await window.sees("The language of every screen", "as large as fits", "Esc back")
        await window.press("escape")
        await window.sees("F2 new route", "settings", where="KeyFooter")
        assert window.app.context.texts.decks == load_decks(
            one_family.environment.card_folders, "en"
        )
        await window.press("ctrl+o")
        await choose(window, "language", "home", "down", "enter")
        await window.press("escape")
        await window.sees("F2 nieuwe route", where="KeyFooter")


async def test_what_can_not_be_is_told_and_nothing_is_lost(one_family):
    async with one_family.at_home((60, 20)) as window:
        await window.press("ctrl+o")
        await choose(window, "locks_after")
        for typed in ("1000", "tien", "-1", "²", ""):
            await window.fill_in("#value", typed)
            await window.press("enter")
            await window.sees("Een heel getal van 0 tot 999.")
        await window.press("escape")
        await window.hears("nog niet bewaard")
        await window.press("escape")
        await choose(window, "papers")
        await window.fill_in("#value", "ergens/anders")
        await window.press("enter")
        await window.sees("Er is geen map ergens/anders.")
        assert window.app.screen.query_one(Input).value == "ergens/anders"
    assert load_settings(one_family.environment.settings) == Settings()


async def test_a_fault_in_the_file_is_told_with_its_line_and_the_rest_works(one_family):
    settings = one_family.environment.settings
    settings.write_text('# van Noor\ntheme = "morning"\nlangauge = "nl"\nlocks_after = "tien"\n')
    async with one_family.at_home() as window:
        assert window.app.theme == "morning"
        await window.sees("iets niet goed; Ctrl+O laat het zien.")
        await window.press("ctrl+o")
        await window.sees(
            "Instellingen, regel 3: er is geen instelling `langauge`",
            "Instellingen, regel 4: `locks_after` is een heel aantal minuten, van 0 tot 999.",
        )
        await choose(window, "locks_after")
        await window.fill_in("#value", "5")
        await window.press("enter")
        await window.does_not_see("regel 4")
        await window.press("f2")
        assert one_family.opened == [settings]
    assert settings.read_text() == (
        '# van Noor\ntheme = "morning"\nlangauge = "nl"\nlocks_after = 5\n'
    )


async def test_a_file_with_a_line_that_cannot_be_read_is_not_written_over(one_family):
    settings = one_family.environment.settings
    settings.write_text('theme = "morning\nletters = "small"\n')
    async with one_family.at_home() as window:
        await window.press("ctrl+o")
        await window.sees("Instellingen, regel 1: deze regel is niet te lezen")
        await choose(window, "card_headings", "down", "enter")
        await window.hears("Regel 1 van je instellingen is niet te lezen.")
        assert not window.app.context.settings.card_headings
    assert settings.read_text() == 'theme = "morning\nletters = "small"\n'
    assert read_settings(settings).settings == Settings(letters="small")


async def test_the_file_is_made_for_whoever_opens_it_first(one_family):
    async with one_family.at_home() as window:
        await window.press("ctrl+o", "f2")
        assert one_family.opened == [one_family.environment.settings]
    assert one_family.environment.settings.read_text().startswith("# ")
    assert read_settings(one_family.environment.settings).faults == ()


async def test_every_setting_can_be_reached_and_explained_in_a_small_window(one_family):
    async with one_family.at_home((60, 20)) as window:
        await window.press("ctrl+o")
        for row in ROWS:
            for size in ((60, 20), (80, 24)):
                await window.resize(*size)
                await window.sees(*value_words(row))
            await window.press("down")


def value_words(row) -> tuple[str, ...]:
    from relroute_tui.language import _

    return _(row.label), _(row.about)[:30]


def test_the_command_line_and_the_variables_come_before_the_settings(tmp_path):
    chosen = Settings(language="nl", decks=("~/kaarten",), papers=str(tmp_path), archive="a")
    variables = {"RELROUTE_SETTINGS": str(tmp_path / "s.toml"), "LANG": "en_GB.UTF-8"}
    read = read_environment(variables, sessions=tmp_path, chosen=chosen)
    assert (read.language, read.papers, read.archive) == ("nl", tmp_path, "a")
    assert [path.name for path in read.cards] == ["kaarten"]
    assert "~" not in str(read.cards[0])
    assert (read.settings, read.private) == (tmp_path / "s.toml", tmp_path)
    named = read_environment(
        {**variables, "RELROUTE_LANG": "en", "RELROUTE_ARCHIVE": "b"},
        sessions=tmp_path,
        cards=tmp_path,
        chosen=chosen,
    )
    assert (named.language, named.archive, named.cards) == ("en", "b", (tmp_path,))
    assert language_of({"LANG": "nl_NL.UTF-8"}, "xx") == "nl"


def test_every_setting_but_the_keys_has_a_row():
    assert {*BY_NAME, "keys"} == set(Settings.__struct_fields__)
    for row in ROWS:
        assert value_text(row, Settings())
        if not row.choices and row.setting != "language":
            now = getattr(Settings(), row.setting)
            assert value_of(row, "" if now in ("", ()) else str(now)) == now
    with pytest.raises(NotChosen):
        value_of(BY_NAME["decks"], "nergens")
    assert value_text(BY_NAME["language"], replace(Settings(), language="xx")) == "xx"
