"""Cards in another script: every character is in the font, and stands where HarfBuzz puts it."""

import struct
import subprocess
import sys
import zlib
from functools import cache
from importlib import resources
from io import BytesIO

import pytest
import uharfbuzz
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont
from textual.color import Color

from relroute_tui.content.translations import load_translations
from relroute_tui.environment import shipped
from relroute_tui.language.bidi import is_right_to_left, isolated
from relroute_tui.ui.widgets.letters import text_image
from relroute_tui.ui.widgets.letters.cells import Colours
from relroute_tui.ui.widgets.letters.scripts import can_show, in_order, setting_for
from relroute_tui.ui.widgets.letters.text_image import Direction, Setting, can_draw
from relroute_tui.ui.widgets.letters.translated import (
    READABLE,
    translated_letters,
    translated_rows,
)

LANGUAGES = ("uk", "pl", "tr", "ar")
INK, PAPER = Color.parse("#26302c"), Color.parse("#fbf3e0")
SMOOTH = Colours(INK, PAPER, true_colour=True)
SIXTEEN = Colours(Color.parse("ansi_black"), Color.parse("ansi_white"), true_colour=False)
SIZE = 40


@cache
def texts(language: str) -> tuple[str, ...]:
    """Every text of every card in a language."""
    cards = load_translations([shipped("cards")], language).cards.values()
    each = (text for card in cards for text in (card.question, card.for_12_up, card.for_child))
    return tuple(filter(None, each))


def plain_font(name: str) -> bytes:
    """A WOFF as the plain font that is packed in it: https://www.w3.org/TR/WOFF/."""
    woff = resources.files("relroute_tui.ui").joinpath("fonts", name).read_bytes()
    flavour, _length, count = struct.unpack(">4xIIH", woff[:14])
    tables = [struct.unpack(">4sIIII", woff[44 + 20 * n : 64 + 20 * n]) for n in range(count)]
    power = 2 ** (count.bit_length() - 1)
    head = struct.pack(
        ">IHHHH", flavour, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    data, at = b"", 12 + 16 * count
    for tag, offset, packed, length, checksum in tables:
        table = woff[offset : offset + packed]
        table = table if packed == length else zlib.decompress(table)
        head += struct.pack(">4sIII", tag, checksum, at + len(data), length)
        data += table + bytes(-length % 4)
    return head + data


@cache
def harfbuzz_font(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(plain_font(name)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_of_every_card_is_in_the_font_that_draws_it(language: str) -> None:
    for text in texts(language):
        setting = setting_for(text, language)
        assert setting, text
        fonts = [harfbuzz_font(name) for name in setting.typeface.files]
        for character in set(text) - {" "}:
            assert any(font.get_nominal_glyph(ord(character)) for font in fonts), character


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_glyph_stands_where_harfbuzz_puts_it(language: str) -> None:
    """The ink of a line is in the boxes of the glyphs in HarfBuzz's order, and in each of them."""
    for text in texts(language):
        setting = setting_for(text, language)
        assert setting
        if len(setting.typeface.files) > 1:
            continue  # nothing is shaped in it: two files of letters by themselves
        font = harfbuzz_font(setting.typeface.files[0])
        boxes = glyph_boxes(text, font, setting)
        drawn = line_image(text, setting)
        left_over = drawn.copy()
        for box in boxes:
            assert drawn.crop(box).getbbox(), (text, box)
            left_over.paste(0, box)
        assert left_over.getbbox() is None, text


def glyph_boxes(text: str, font: uharfbuzz.Font, setting: Setting):
    """Return HarfBuzz's ink in the pixels of `line_image`: a little wide, as ink is smooth."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.language = setting.direction.value, setting.language
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    scale, pen = SIZE / font.face.upem, 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = font.get_glyph_extents(info.codepoint)
        if extents and extents.width:
            left = (pen + place.x_offset + extents.x_bearing) * scale + SIZE
            top = 2 * SIZE - (place.y_offset + extents.y_bearing) * scale
            right, bottom = left + extents.width * scale, top - extents.height * scale
            yield tuple(map(round, (left - 2, top - 2, right + 3, bottom + 3)))
        pen += place.x_advance


def line_image(text: str, setting: Setting) -> Image.Image:
    """One line, with its first pixel at SIZE and its foot at twice SIZE."""
    image = Image.new("L", (SIZE * len(text) + 2 * SIZE, 3 * SIZE))
    ImageDraw.Draw(image).text(
        (SIZE, 2 * SIZE),
        text,
        255,
        pillow_font(setting.typeface.files[0]),
        "ls",
        direction=setting.direction.value,
        language=setting.language,
    )
    return image


@cache
def pillow_font(name: str) -> ImageFont.FreeTypeFont:
    file = resources.files("relroute_tui.ui").joinpath("fonts", name).read_bytes()
    return ImageFont.truetype(BytesIO(file), SIZE, layout_engine=ImageFont.Layout.RAQM)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_drawn_at_80_by_24_in_colours_and_in_two(language: str) -> None:
    for text in texts(language)[:: 8 if language == "ar" else 24]:
        for colours in (SMOOTH, SIXTEEN):
            rows = translated_letters(text, language, 80, 24, colours)
            assert rows
            assert {row.cell_length for row in rows} == {80}
            assert set("".join(row.text for row in rows)) <= set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
        small = translated_rows(text, language, 50, SMOOTH)
        assert small
        assert {row.cell_length for row in small} == {50}


@settings(max_examples=examples(10), deadline=None)
@given(st.text(max_size=40), st.sampled_from(LANGUAGES), st.integers(1, 60), st.integers(1, 30))
def test_whatever_a_translator_wrote_is_drawn_or_said_to_be_impossible(
    text: str, language: str, width: int, height: int
) -> None:
    for rows in (
        translated_rows(text, language, width, SMOOTH),
        translated_letters(text, language, width, height, SMOOTH),
    ):
        assert rows is None or {row.cell_length for row in rows} <= {width}


def test_a_name_a_time_and_a_number_keep_their_own_order_inside_arabic() -> None:
    ordered = isolated("تتصلون 06-12 34 56 78 مع Sam de Vries الساعة 19.00؟")
    for kept in ("06-12\u00a034\u00a056\u00a078", "Sam\u00a0de\u00a0Vries", "19.00"):
        assert f"\u2066{kept}\u2069" in ordered
    assert in_order("Що о 19.00?", "uk") == "Що о 19.00?"
    setting = setting_for("س 12-34", "ar")
    assert setting
    mixed = line_image(in_order("س 12-34", "ar"), setting)
    alone = line_image("12-34", Setting(setting.typeface, Direction.LTR))
    width = alone.getbbox()[2] - alone.getbbox()[0]
    number = mixed.crop((SIZE, 0, SIZE + width + 2, mixed.height))
    assert ImageChops.difference(
        number.crop(number.getbbox()), alone.crop(alone.getbbox())
    ).getextrema() == (0, 0)


def test_without_raqm_arabic_is_not_drawn_wrongly_and_other_letters_are(monkeypatch) -> None:
    monkeypatch.setattr(text_image, "can_shape", lambda: False)
    monkeypatch.setattr("relroute_tui.ui.widgets.letters.scripts.can_shape", lambda: False)
    assert not can_show("ar")
    assert can_show("uk")
    assert not can_draw("سلام", Setting(direction=Direction.RTL))
    translated_rows.cache_clear()
    assert translated_rows("سلام", "ar", 40, SMOOTH) is None
    assert translated_rows("Привіт", "uk", 40, SMOOTH)
    translated_rows.cache_clear()


def test_letters_are_never_smaller_than_one_can_read_where_a_word_fits() -> None:
    rows = translated_rows("سلام", "ar", 40, SMOOTH)
    assert rows
    assert len(rows) >= READABLE // 2
    assert is_right_to_left("ar-SY")
    inked = [n for row in rows for n, letter in enumerate(row.text) if letter != " "]
    assert min(inked) > 20  # it begins at the right


def test_no_font_and_no_script_is_loaded_before_such_a_card_is_shown() -> None:
    program = (
        "import relroute_tui.ui.app, relroute_tui.ui.screens.meeting.screen, sys\n"
        "names = ('translated', 'scripts', 'text_image', 'bidi', 'language_names', 'translations')\n"
        "print([n for n in sys.modules if n == 'PIL' or n.rpartition('.')[2] in names])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
