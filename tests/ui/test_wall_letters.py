"""The size of the letters on the television, reckoned in centimetres on a screen of 40 inches.

The window fills the screen, which is 49.8 cm high: a row of a window with 24 rows is 2.1 cm high.
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from textual.color import Color

from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Card,
    Person,
    ReadBack,
    RoundQuestion,
    Sentence,
    Translated,
    View,
    Welcome,
)
from relroute_tui.content.decks import load_decks
from relroute_tui.content.translations import load_translations
from relroute_tui.environment import shipped
from relroute_tui.language import use
from relroute_tui.ui.colours import EVENING
from relroute_tui.ui.themes import textual_themes
from relroute_tui.ui.wall.cells import Letters, PageRows, page_rows
from relroute_tui.ui.wall.enlarged import enlarged_page
from relroute_tui.ui.wall.legible import (
    LARGE,
    READABLE,
    SCREEN,
    centimetres,
    own_letters_are_readable,
)
from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.pages import page_of
from relroute_tui.ui.wall.plan import Plan, Sheet, plan
from relroute_tui.ui.widgets.letters.drawing import OWN_CAPITAL
from relroute_tui.ui.widgets.letters.scripts import setting_for

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
PEOPLE = (
    Person("Zwaluw", "kind", has_turn=True),
    Person("Anna", "moeder", from_elsewhere=True),
    Person("Kees", "pleegvader"),
    Person("Mirjam", "pleegmoeder"),
    Person("Noor", "begeleider"),
)
CALLING = Sentence(
    "Anna belt Zwaluw elke woensdag om 19.00 uur.",
    "Anna, Zwaluw · als het niet lukt: we appen Noor · terugkijken op dinsdag 15 december 2026",
)
ANSWERS = (
    Answer("Zwaluw", "yes", "ja", said_back="mama belt na het eten"),
    Answer("Anna", "yes-if", "ja, als …", "als ik niet werk"),
    Answer("Kees", "no", "nee"),
    Answer("Mirjam", "not-yet", "nog niet"),
    Answer("Noor"),
)
READING_BACK = ReadBack(1, 2, CALLING, ANSWERS)
IN_SMALL = (
    READING_BACK,
    Welcome(PEOPLE),
    RoundQuestion("Hoe ga je weg?", ("Ik kon zeggen wat ik wilde", "Ik weet wat er nu gebeurt")),
    Card(("Waar kan Zwaluw heel hard om lachen?",), theme="knowing", people=PEOPLE),
)


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    use("nl")
    yield
    use("en")


def cards(language: str, only_longest: int = 0) -> list[Card]:
    """Every card as the television shows it, each wording on a page of its own."""
    made = [
        Card((wording,), theme=card.theme or "", theme_name="Contact en bezoek", people=PEOPLE)
        for card in load_decks([shipped("cards")], language).cards
        for wording in (card.question, card.for_12_up, card.for_child)
        if wording
    ]
    return sorted(made, key=lambda card: len(card.wordings[0]))[-only_longest:]


def look_in(size: tuple[int, int]) -> Look:
    theme = textual_themes("truecolor")[0]
    return Look(Color.parse(EVENING.paper), Color.parse(EVENING.ink), theme.variables, size[1])


def in_cells(view: View, size: tuple[int, int]) -> PageRows:
    return page_rows(page_of(view), *size, look_in(size))


ENLARGED = re.compile(r"\x1b\[[\d;]*m\x1b\]66;s=(\d);([^\x00-\x1f\x7f-\x9f]+)\x07\x1b\[0m")


def enlarged_in(view: View, size: tuple[int, int]) -> list[tuple[int, str]]:
    """Return each row that the terminal enlarges: by how much, and its text, in their order."""
    rows, taken = [], set()
    for left, top, drawn in enlarged_page(page_of(view), *size, look_in(size)) or ():
        assert ENLARGED.sub("", drawn) == "", "nothing but enlarged text goes to the terminal"
        parts = ENLARGED.findall(drawn)
        scale, text = int(parts[0][0]), "".join(text for _scale, text in parts)
        assert {each for each, _text in parts} == {str(scale)}
        lines = set(range(top, top + scale))
        assert not lines & taken, "rows lie below each other"
        taken |= lines
        assert left + scale * cell_len(text) <= size[0]
        assert 0 <= top <= size[1] - scale
        rows.append((scale, text))
    return rows


def as_picture(view: View) -> tuple[Sheet, Plan]:
    """The page on a screen of 1,920 by 1,080 pixels, however many cells there are."""
    sheet = Sheet(1920, 1080, 1080)
    planned = plan(page_of(view), sheet)
    assert planned is not None
    return sheet, planned


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_is_large_as_a_picture(language: str) -> None:
    all_large_as_pictures(cards(language, only_longest=40))


@pytest.mark.long
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_card_is_large_as_a_picture_in_full(language: str) -> None:
    all_large_as_pictures(cards(language))


@pytest.mark.parametrize(
    "only_longest", [12, pytest.param(0, marks=pytest.mark.long)], ids=["longest", "all"]
)
@pytest.mark.parametrize("second", ["uk", "pl", "tr", "ar", "en"])
def test_beside_a_second_language_both_are_large_as_a_picture(
    second: str, only_longest: int
) -> None:
    for card in cards_in_two_languages(second, only_longest):
        assert card.translated is not None
        sheet, planned = as_picture(card)
        assert sheet.capital_of(planned.words) >= LARGE, card.wordings
        setting = setting_for(card.translated.wordings[0], second)
        assert setting is not None
        capital = planned.second * setting.typeface.cap_height
        assert capital * SCREEN / sheet.screen_height >= LARGE, card.translated.wordings


def cards_in_two_languages(second: str, only_longest: int) -> list[Card]:
    """Every wording that has one in that language, as the television shows the two."""
    folders = [shipped("cards")]
    translations = load_translations(folders, second).cards
    made = [
        Card((own,), theme_name="Contact", people=PEOPLE, translated=Translated(second, (other,)))
        for card in load_decks(folders, "nl").cards
        if (translated := translations.get(card.id))
        for own, other in (
            (card.question, translated.question),
            (card.for_12_up, translated.for_12_up),
            (card.for_child, translated.for_child),
        )
        if own and other
    ]
    return sorted(made, key=_longer_of_two)[-only_longest:]


def _longer_of_two(card: Card) -> int:
    assert card.translated is not None
    return max(len(card.wordings[0]), len(card.translated.wordings[0]))


def all_large_as_pictures(shown: list[Card]) -> None:
    for card in shown:
        sheet, planned = as_picture(card)
        assert sheet.capital_of(planned.words) >= LARGE, card.wordings
        for small in (planned.head, *planned.below):
            assert small is None or sheet.capital_of(small.size) >= READABLE


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_longest_cards_are_large_in_characters_too(size) -> None:
    """The longest twentieth: where nine of ten of these are large, so are nine of ten of all."""
    assert share_of_large(cards("nl", only_longest=20), size) >= 0.9


@pytest.mark.long
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nine_of_ten_cards_are_large_in_characters_too(size, language: str) -> None:
    assert share_of_large(cards(language), size) >= 0.9


def share_of_large(shown: list[Card], size: tuple[int, int]) -> float:
    made = [in_cells(card, size).words for card in shown]
    high = [centimetres(words.capital, size[1]) for words in made if words is not None]
    return sum(each >= LARGE for each in high) / len(shown)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_where_the_terminal_enlarges_its_letters_they_are_as_large(size) -> None:
    own = centimetres(OWN_CAPITAL, size[1])
    for card in (*cards("nl", only_longest=20), Card(("你好, Zwaluw",), people=PEOPLE)):
        rows = enlarged_in(card, size)
        words = [(scale, text) for scale, text in rows if text.strip() in card.wordings[0]]
        assert " ".join(text.strip() for _scale, text in words) == card.wordings[0]
        assert all(scale * own >= LARGE for scale, _text in words)
        assert all(scale * own >= READABLE for scale, _text in rows)


@given(st.text(min_size=1), st.text())
def test_no_word_that_is_enlarged_is_a_command_of_the_terminal(words: str, name: str) -> None:
    view = Card((f"Zwaluw {words}",), theme_name=name, people=(Person(name, "", has_turn=True),))
    assert enlarged_in(view, (120, 40))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_who_has_the_turn_and_what_everyone_says_can_be_read_from_the_sofa(size) -> None:
    for view in IN_SMALL:
        made = in_cells(view, size)
        assert made.small is not Letters.OWN or own_letters_are_readable(size[1]), view
        assert len(made.rows) == size[1]
        assert {row.cell_length for row in made.rows} == {size[0]}
        sheet, planned = as_picture(view)
        assert all(sheet.capital_of(small.size) >= READABLE for small in planned.below)


@pytest.mark.parametrize("size", [*SIZES, (1, 1), (20, 5), (60, 12)], ids=str)
def test_a_page_with_too_much_on_it_fills_its_window_and_keeps_what_was_said_last(size) -> None:
    sentences = tuple(Sentence(f"{name} belt om {n} uur.") for n, name in enumerate("ABCDEFGH" * 4))
    made = in_cells(Agreements("Wat we afspraken", sentences), size)
    assert len(made.rows) == size[1]
    assert {row.cell_length for row in made.rows} == {size[0]}
    longer = replace(READING_BACK, answers=ANSWERS * 6)
    assert len(in_cells(longer, size).rows) == size[1]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_of_many_agreements_the_one_that_is_talked_about_is_large_and_the_others_stay(size) -> None:
    sentences = tuple(
        Sentence(f"{name} belt Zwaluw elke {day} om 19.00 uur.")
        for name, day in (("Anna", "maandag"), ("Kees", "dinsdag"), ("Oma", "vrijdag"))
    )
    sentences = (*sentences, Sentence("We vieren de verjaardag samen in de speeltuin, met taart."))
    held = in_cells(Agreements("Wat we afspraken", sentences * 2), size)
    assert held.is_plain, "at the end none is more than another"
    made = in_cells(Agreements("Wat we afspraken", sentences * 2, is_growing=True), size)
    assert made.words is not None
    assert centimetres(made.words.capital, size[1]) >= LARGE
    shown = "\n".join(row.text for row in made.rows)
    assert all(shown.count(sentence.text) == 2 for sentence in sentences[:-1])
    few = in_cells(Agreements("Wat we afspraken", sentences[:1], is_growing=True), size)
    assert few == in_cells(Agreements("Wat we afspraken", sentences[:1]), size)


def test_a_few_agreements_stand_apart_in_the_picture_where_they_stay_large() -> None:
    said = [replace(CALLING, text=f"{name}: {CALLING.text} Op zondag ook.") for name in "ABCDE"]
    for number, is_apart in ((1, False), (3, True), (5, False)):
        sheet, planned = as_picture(Agreements("Wat we afspraken", tuple(said[:number])))
        assert bool(planned.gap) == is_apart
        assert sheet.capital_of(planned.words) >= (LARGE if is_apart else READABLE)


def test_what_the_font_lacks_is_left_to_the_terminal() -> None:
    assert plan(page_of(Card(("你好, Zwaluw",))), Sheet(1920, 1080, 1080)) is None
    shown = "".join(row.text for row in in_cells(Card(("你好, Zwaluw",)), (60, 20)).rows)
    assert "你好, Zwaluw" in shown
