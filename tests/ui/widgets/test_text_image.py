"""Text as a picture: all of it is there, within its width, in the font that was asked for."""

import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.content.decks import load_decks
from relroute_tui.domain.cards.card import Card
from relroute_tui.environment import shipped
from relroute_tui.ui.widgets.letters.fonts import font, has, is_drawn
from relroute_tui.ui.widgets.letters.lines import paragraphs_of
from relroute_tui.ui.widgets.letters.text_image import (
    ATKINSON,
    Direction,
    Setting,
    can_draw,
    height_of,
    lines_of,
    size_that_fits,
    text_image,
)

FONTS = Path(str(files("relroute_tui.ui") / "fonts"))
CENTRED = Setting(is_centred=True)
FROM_RIGHT_TO_LEFT = Setting(direction=Direction.RTL)
QUESTION = "Welk bezoek ging goed, en wat hielp daarbij?"

texts = st.text(st.characters(), max_size=60) | st.sampled_from(
    [QUESTION, "", "Łódź en İstanbul", "\u2067سلام\u2069 Anna", "x" * 300, "een\ntwee", "[/b] $x"]
)


def cards() -> list[Card]:
    return [card for each in ("nl", "en") for card in load_decks([shipped("cards")], each).cards]


@settings(max_examples=examples(25), deadline=None)
@given(texts, st.integers(1, 40), st.integers(1, 300))
def test_any_text_is_drawn_within_its_width(text: str, size: int, width: int) -> None:
    image = text_image(text, CENTRED, size, width)
    lines = lines_of(text, CENTRED, size, width)
    assert image.width == width
    if lines is not None:
        words = [word for paragraph in paragraphs_of(text, is_ordered=True) for word in paragraph]
        assert " ".join(lines) == " ".join(words)
        assert image.height == max(1, height_of(len(lines), CENTRED, size))


def test_every_card_that_comes_along_can_be_drawn() -> None:
    for card in cards():
        for text in (card.question, card.for_child, card.for_12_up):
            assert can_draw(text, CENTRED), text


@pytest.mark.parametrize(("text", "drawn"), [("Łódź, ÿ", True), ("привіт", False), ("→", False)])
def test_it_says_what_the_font_lacks(text: str, drawn: bool) -> None:
    assert can_draw(text, CENTRED) is drawn


@pytest.mark.parametrize("file", sorted(path.name for path in FONTS.glob("*.woff")))
def test_a_font_has_the_characters_that_it_draws_otherwise_than_what_it_lacks(file: str) -> None:
    drawn = font(file, 12)
    missing = bytes(drawn.getmask("\uffff"))
    for code in (*range(0x20, 0x180), *range(0x180, 0x700, 5), *range(0x1E00, 0x2C00, 41)):
        character = chr(code)
        if is_drawn(character) and not unicodedata.category(character).startswith("M"):
            assert has(file, character) == (bytes(drawn.getmask(character)) != missing), hex(code)


def test_a_text_is_as_large_as_fits_and_no_larger() -> None:
    size = size_that_fits(QUESTION, CENTRED, 600, 300, 500)
    assert text_image(QUESTION, CENTRED, size, 600).height <= 300
    larger = lines_of(QUESTION, CENTRED, size + 1, 600)
    assert larger is None or height_of(len(larger), CENTRED, size + 1) > 300
    assert size_that_fits("x" * 999, CENTRED, 10, 10, 50) == 0
    assert size_that_fits("Ja", CENTRED, 600, 300, 20) == 20


def test_lines_begin_where_one_begins_to_read() -> None:
    def edges(setting: Setting) -> tuple[int, int]:
        left, _top, right, _bottom = text_image("Hallo", setting, 20, 200).getbbox() or (0,) * 4
        return left, 200 - right

    assert edges(Setting())[0] <= 2
    assert edges(FROM_RIGHT_TO_LEFT)[1] <= 2
    left, right = edges(CENTRED)
    assert abs(left - right) <= 2


def test_a_capital_is_as_high_as_the_typeface_says() -> None:
    _left, top, _right, bottom = text_image("H", Setting(), 200, 400).getbbox() or (0,) * 4
    assert bottom - top == pytest.approx(200 * ATKINSON.cap_height, abs=2)


def test_letters_of_two_files_stand_beside_each_other() -> None:
    both, apart = text_image("Łódź", Setting(), 40, 400), text_image("ód", Setting(), 40, 400)
    assert both.getbbox()[2] > apart.getbbox()[2] + 30
