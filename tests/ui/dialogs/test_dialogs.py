"""A dialog has its own keys: in the line at the bottom, in the help, and nowhere else."""

import importlib
import pkgutil
from itertools import cycle

import pytest
from every_dialog import DIALOGS
from running_app import Window
from textual.widgets import Input, OptionList, Select, SelectionList, TextArea

import relroute_tui.ui
from relroute_tui.language import _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import BACK, HELP
from relroute_tui.ui.dialogs.agenda import AgendaDialog
from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.contact import ContactDialog
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.erase import EraseDialog
from relroute_tui.ui.dialogs.help import HelpDialog
from relroute_tui.ui.dialogs.own_words import OwnWordsDialog
from relroute_tui.ui.dialogs.papers import PapersDialog
from relroute_tui.ui.dialogs.person import PersonDialog
from relroute_tui.ui.dialogs.plan import PlanDialog
from relroute_tui.ui.dialogs.progress import ProgressDialog
from relroute_tui.ui.dialogs.round_off import RoundOffDialog
from relroute_tui.ui.dialogs.since import SinceDialog
from relroute_tui.ui.dialogs.steps import StepsDialog
from relroute_tui.ui.dialogs.theme import ThemeDialog
from relroute_tui.ui.keyboard.names import shown_key


def subclasses(of: type) -> set[type]:
    return {of}.union(*(subclasses(subclass) for subclass in of.__subclasses__()))


def test_none_is_left_out_here():
    for module in pkgutil.walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        importlib.import_module(module.name)
    ours = {
        subclass
        for subclass in subclasses(Dialog)
        if subclass.__module__.startswith("relroute_tui")
    }
    walked_elsewhere = {HelpDialog, AgendaDialog, ThemeDialog, PapersDialog, ProgressDialog}
    assert ours - {Dialog, DetailCheckDialog, *walked_elsewhere} == set(DIALOGS)


async def test_its_keys_take_the_place_of_those_of_the_screen(one_family):
    async with one_family.at_meeting((120, 50)) as window:
        for dialog, opened in DIALOGS.items():
            shown = await open_dialog(window, opened)
            await its_keys_are_in_the_footer(window, dialog)
            if not any("f9" in command.keys for command in dialog.DIALOG_COMMANDS):
                await window.does_not_see("F9", where="KeyFooter")
            assert shown.query_one("KeyFooter").region.bottom == 50
            before = window.text_in(".dialog")

            await window.press("f1")
            await window.sees(
                shown.purpose, *(_(command.tip) for command in dialog.DIALOG_COMMANDS)
            )
            await window.press("f1")
            assert window.app.screen is shown
            assert window.text_in(".dialog") == before
            window.app.pop_screen()
            await window.settle()


@pytest.mark.parametrize("language", ["en"], indirect=True)
async def test_its_keys_fit_in_the_footer_in_english_too(one_family):
    async with one_family.at_home() as window:
        for dialog, opened in DIALOGS.items():
            await open_dialog(window, opened)
            await its_keys_are_in_the_footer(window, dialog)
            window.app.pop_screen()
            await window.settle()


async def open_dialog(window: Window, opened) -> Dialog:
    shown = opened()
    window.app.push_screen(shown)
    await window.settle()
    return shown


async def its_keys_are_in_the_footer(window: Window, dialog) -> None:
    in_footer = [
        f"{shown_key(command.keys[0])} {_(command.name)}"
        for command in (*dialog.DIALOG_COMMANDS, BACK, HELP)
        if command.in_footer
    ]
    await window.sees(*in_footer, where="KeyFooter")


async def test_the_way_out_is_in_view_and_above_nothing_of_the_question(one_family):
    """In the smallest window each, and in one of the larger ones in turn."""
    larger = cycle(((80, 24), (200, 60)))
    async with one_family.at_home((60, 20)) as window:
        for opened in DIALOGS.values():
            shown = await open_dialog(window, opened)
            for size in ((60, 20), next(larger)):
                await window.resize(*size)
                keys = shown.query_one("KeyFooter")
                await window.sees("Esc terug", where="KeyFooter")
                assert shown.query_one(".dialog").region.bottom <= keys.region.y
            await window.press("escape")
            await window.until(lambda shown=shown: window.app.screen is not shown)


def test_every_command_of_it_can_be_done_with_one_key():
    for dialog in DIALOGS:
        commands = dialog.DIALOG_COMMANDS
        keys = [key for each in (*commands, BACK, HELP) for key in each.keys]
        assert len(keys) == len(set(keys)), dialog
        for command in commands:
            assert hasattr(dialog, f"action_{command.action.partition('(')[0]}"), dialog


async def test_f4_keeps_in_every_form(one_family):
    async with one_family.at_route() as window:
        await window.press("f3")
        await window.fill_in("#nickname", "Mus")
        await window.press("f2")
        await window.sees("Wie er aan tafel zit")
        await window.type("Oma Els")
        await window.press("f4")
        await window.sees("Oma Els", where="#people")
        await window.press("f4")
        await window.sees("De route van Mus")
    assert "Oma Els" in [participant.name for participant in one_family.on_disk().participants]


async def test_a_click_on_the_key_line_does_what_the_key_does(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f2")
        await window.type("Oma Els")
        at = window.rows[-1].index("F4 bewaar") + 4
        await window.pilot.click("KeyFooter", offset=(at, 0))
        await window.sees("Oma Els", where="#people")


async def test_what_was_filled_in_or_picked_is_not_left_by_one_key(one_family):
    guarded = [each for each in DIALOGS if issubclass(each, UnsavedChangesGuard)]
    assert len(guarded) > 10
    async with one_family.at_home() as window:
        for dialog in guarded:
            await what_is_filled_in_stays_until_a_second_esc(window, dialog)


async def what_is_filled_in_stays_until_a_second_esc(window: Window, dialog) -> None:
    shown = await open_dialog(window, DIALOGS[dialog])
    for kind, value in ((Input, "maandag"), (TextArea, "maandag"), (SelectionList, None)):
        for field in shown.query(kind):
            before = shown.filled_in
            if kind is Input:
                field.value = value
            elif kind is TextArea:
                field.text = value
            else:
                field.toggle(field.get_option_at_index(0))
            await window.settle()
            assert shown.filled_in != before
    for field in shown.query(Select):
        if field.query_one(OptionList).option_count < 2:
            continue
        before = shown.filled_in
        field.focus()
        await window.press("enter", "down", "enter")
        if shown.filled_in == before:  # it was the last
            await window.press("enter", "up", "enter")
        assert shown.filled_in != before
    if dialog is StepsDialog:  # there is no field in it, but steps that are changed by key
        await window.press("f6")
    await window.press("escape")
    await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
    assert window.app.screen is shown
    await window.press("escape")
    assert window.screen_name == "HomeScreen"


async def test_what_is_told_in_a_low_window_lies_over_no_question(one_family):
    async with one_family.at_meeting((80, 24)) as window:
        await window.press(*"Anna belt", "f4", "f4", *"elke", "escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        shown = window.app.screen
        assert shown.query_one("Toast").region.bottom <= shown.query_one("#what").region.y


@pytest.mark.parametrize("dialog", [AgreementDialog, ContactDialog])
async def test_a_day_to_look_back_is_not_one_that_was(one_family, dialog):
    async with one_family.at_meeting() as window:
        await open_dialog(window, DIALOGS[dialog])
        await window.fill_in("#review", "1-1-2020")
        await window.press("f4")
        await window.sees("1-1-2020 is al geweest. Op welke dag kijken jullie terug?")
        assert window.focus == "review"


WRONG = {
    AgreementDialog: ("#review", "1-1-2020"),
    ContactDialog: ("#review", "1-1-2020"),
    SinceDialog: ("#day", "31-12-2099"),
    PlanDialog: ("#day", "31 februari"),
    RoundOffDialog: ("#day", "ooit"),
    PersonDialog: ("#name", ""),
    EraseDialog: ("#nickname", "Mus"),
    OwnWordsDialog: ("#words", ""),
}
"""Words that are not right, and the field in which they stand."""


async def test_what_is_not_right_yet_is_said_until_something_else_stands_there(one_family):
    async with one_family.at_meeting() as window:
        for dialog, (field, words) in WRONG.items():
            await open_dialog(window, DIALOGS[dialog])
            await window.fill_in(field, words)
            await window.press("enter" if dialog in (EraseDialog, OwnWordsDialog) else "f4")
            assert window.text_in(".problem"), dialog
            await window.type("1")
            assert not window.text_in(".problem"), dialog
            window.app.pop_screen()
            await window.settle()


async def test_the_field_that_one_types_in_is_in_view(one_family):
    async with one_family.at_meeting((60, 20)) as window:
        await window.type("- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna >15-12-2026")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.settle()
        shown = window.app.screen
        field, frame = shown.focused.region, shown.query_one(".dialog").content_region
        assert shown.focused.id == "if-not"
        assert frame.contains_region(field)


async def test_f1_names_no_letter_where_letters_are_typed(one_family):
    async with one_family.at_home() as window:
        assert not any(command.letter for command in window.app.screen.commands())
        await window.press("enter")
        assert any(command.letter for command in window.app.screen.commands())
        await window.press("f3")
        assert not any(command.letter for command in window.app.screen.commands())


@pytest.mark.parametrize("typed", ["5", "stick/copies", "~no-such-person/copies", "."])
async def test_a_copy_goes_to_a_whole_path_and_no_folder_of_another_name_is_made(
    one_family, tmp_path, monkeypatch, typed
):
    started_in = tmp_path / "started here"
    started_in.mkdir()
    monkeypatch.chdir(started_in)
    async with one_family.at_home() as window:
        await window.press("f6")
        await window.fill_in("#folder", typed)
        await window.press("enter")
        await window.sees("Typ het hele pad van de map")
        assert window.screen_name == "BackupDialog"
    assert list(started_in.iterdir()) == []
