"""Marked answers that nobody released are on no screen, in no picture, no file and no export."""

import re

import pytest
from msgspec.structs import replace
from paper_lists import lists
from running_app import FAMILY, NOW, family, family_with_a_meeting

from relroute_tui.cli.main import main
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.questionnaire.answers import Answer, Filled, Moment, Sheet
from relroute_tui.export.markdown.child_letter import child_letter_about
from relroute_tui.export.markdown.comparison import comparison_text
from relroute_tui.export.markdown.family_letter import letter_about
from relroute_tui.export.markdown.letter import letter_text
from relroute_tui.export.markdown.route import route_text
from relroute_tui.storage.sealing.answer_sheets import new_seal
from relroute_tui.ui.screens.compare.screen import CompareScreen
from relroute_tui.ui.screens.letter.screen import LetterScreen
from relroute_tui.ui.screens.preparation.screen import PreparationScreen
from relroute_tui.ui.screens.questionnaire.overview import QuestionnairesScreen

__all__ = ["lists"]
pytestmark = pytest.mark.usefixtures("lists")
MARK = "ZEGNIETTEGENDEBUURMAN"
CODE = "groene laarzen"
PEOPLE = ("p-anna", "p-kees", "p-mirjam", "p-zwaluw")
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


def marked(who: str, moment: Moment) -> Sheet:
    """A sheet in which every answer that can hold words is marked."""
    items = ("small-promises", "hope", "everyday-things", "listening", "strength", "my-themes")
    answers = {item: Answer(words=f"{MARK}-{who}-{item}") for item in items}
    return Sheet(who, moment, answers)


@pytest.fixture
def family_that_keeps_to_itself(laptop):
    seal = new_seal(CODE)
    sealed = tuple(
        Filled(who, moment, sealed=seal.close(marked(who, moment)), finished=NOW.date())
        for who in PEOPLE
        for moment in Moment
    )
    laptop.keep(replace(family_with_a_meeting(), filled=sealed))
    return laptop


def picture(window) -> str:
    """Return the text in a picture of the screen, blanks and all."""
    drawn = re.sub(r"&#160;|<[^>]*>", " ", window.app.export_screenshot())
    words = re.findall(r"[^\W\d_]{4,}", window.text)
    assert words, "a screen without words"
    assert all(word in drawn for word in words[:3]), "a picture without what is on the screen"
    return drawn


async def looked_through(window, seen: list[str]) -> None:
    """The screen as it is, all that can be scrolled to, and a picture of what is not in one yet."""
    text = window.text
    seen += [text] if text in seen else [text, picture(window)]
    for scrolled in window.app.screen.query("*"):
        if scrolled.allow_vertical_scroll:
            scrolled.scroll_end(animate=False)
            await window.settle()
            seen.append(window.text)


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_and_no_picture_shows_an_unreleased_answer(
    family_that_keeps_to_itself, size
):
    laptop = family_that_keeps_to_itself
    seen: list[str] = []
    async with laptop.at_home(size) as window:
        await looked_through(window, seen)
    async with laptop.at_route(size) as window:
        route = window.app.screen
        await looked_through(window, seen)
        for screen in (QuestionnairesScreen, CompareScreen, PreparationScreen, LetterScreen):
            window.app.push_screen(screen(route.context, route.opened))
            await window.settle()
            await looked_through(window, seen)
            for key in ("f1", "escape", "right", "right", "f3", "escape", "f2", "escape"):
                if not isinstance(window.app.screen, type(route)):
                    await window.press(key)
                    await looked_through(window, seen)
            while window.app.screen is not route:
                await window.press("escape")
        await window.press("ctrl+p")
        await looked_through(window, seen)
    async with laptop.at_meeting(size) as window:
        await looked_through(window, seen)
    assert len(seen) > 40
    assert all(MARK not in each for each in seen)
    print(f"{len(seen)} screens and pictures at {size}: no unreleased answer")  # noqa: T201


async def test_when_its_author_has_gone_nothing_of_it_is_left_for_the_next(laptop):
    laptop.keep(family())
    async with laptop.at_route() as window:
        route = window.app.screen
        window.app.push_screen(QuestionnairesScreen(route.context, route.opened))
        await window.press("down", "f2", "enter")
        await window.type(f"{CODE}\n")
        await window.type(f"{CODE}\n")
        await window.until(lambda: window.screen_name == "QuestionnaireScreen")
        await window.press("5", "enter")
        await window.type(MARK)
        await window.sees(MARK)
        await window.press("escape")
        await window.sees("begonnen, nog niet klaar")
        seen: list[str] = []
        await looked_through(window, seen)
        await window.press("f2", "enter")
        await looked_through(window, seen)
        await window.press("escape", "escape")
        await looked_through(window, seen)
    assert all(MARK not in each and CODE not in each for each in seen)
    files = [path for path in laptop.environment.sessions.rglob("*") if path.is_file()]
    assert files
    assert all(MARK.encode() not in path.read_bytes() for path in files)


def test_no_file_and_no_text_to_take_along_holds_an_unreleased_answer(
    family_that_keeps_to_itself, capsys, tmp_path
):
    laptop = family_that_keeps_to_itself
    route, today = laptop.on_disk(), NOW.date()
    found = load_questionnaires([tmp_path / "cards"], "nl").questionnaires
    texts = [
        comparison_text(route, found, today),
        route_text(route, found, today),
        letter_text(letter_about(route, found, today)),
        letter_text(child_letter_about(route, found, today)),
        *(path.read_text("utf-8") for path in laptop.environment.sessions.rglob("*.json")),
        repr(route),
    ]
    for what in ("route", "contact", "comparison", "agreements", "letter", "child-letter"):
        texts.append(said(capsys, laptop, "export", FAMILY, "--what", what))
    texts.append(said(capsys, laptop, "export", FAMILY, "--meeting", "all"))
    texts.append(said(capsys, laptop, "list", "--json"))
    assert len(texts) > 9
    assert all(text for text in texts)
    assert all(MARK not in text for text in texts)
    print(f"{len(texts)} files and texts: no unreleased answer")  # noqa: T201


def said(capsys, laptop, *words: str) -> str:
    """Return the output of the command."""
    folders = ["--sessions", str(laptop.environment.sessions), "--lang", "nl"]
    with pytest.raises(SystemExit) as ended:
        main([*words, *folders])
    assert not ended.value.code
    return capsys.readouterr().out
