import subprocess
import sys
import unicodedata
from importlib import resources
from itertools import combinations, pairwise

import pytest
from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from make_fonts import BLOCKS, FONTS, characters_in, in_ranges, letters_of
from PIL import Image, ImageDraw
from rich.cells import cell_len
from textual.color import Color

from relroute_tui.ui.widgets.letters.cells import Colours
from relroute_tui.ui.widgets.letters.drawing import Drawing, Form, draw_text
from relroute_tui.ui.widgets.letters.fonts import font
from relroute_tui.ui.widgets.letters.lines import break_lines

INK, PAPER = "#26302c", "#fbf3e0"

SHORT = "Wat maakt je blij?"
QUESTION = "Welk bezoek ging goed, en wat hielp daarbij?"
LONG = (
    "Als je terugkijkt op de afgelopen drie maanden: wat hebben we samen goed gedaan voor Sam, "
    "en wat willen we de komende tijd vaker doen?"
)
NASTY = (
    "",
    "   \t\n ",
    "[/ Anna] [x] [bold red]$x[/]",
    "\x1b[2J\x07 piep \x00",
    "tab\tregel\r\nnog een\u2028en nog een",
    "מה עזר לך היום?",
    "ما الذي ساعدك اليوم؟ \u202eomgekeerd",
    "你今天怎么样？",
    "👨‍👩‍👧 ❤️ 🇳🇱",
    "\u0301los, j\u0301a, n\u0303",
    "\ud800 half",
    "\u00ad\u200b\ufeff",
    "\u00a0\u00a0",
    "a\u00a0b",
    "\uffff\U0010ffff\ue000",
    "x" * 10_000,
    "woord " * 1_700,
    "\n".join("abc" * 99),
)

anything = st.text(st.characters(), max_size=60) | st.sampled_from(NASTY)
widths = st.integers(0, 90)
heights = st.integers(0, 30)
dutch = st.lists(
    st.sampled_from(["je", "een", "contact,", "bezoek", "pleegouders", "Sam;", "foto’s", "hoe?"]),
    min_size=1,
    max_size=25,
).map(" ".join)


def draw(text: str, width: int, height: int, true_colour: bool = True) -> Drawing:
    return draw_text(
        text, width, height, Colours(Color.parse(INK), Color.parse(PAPER), true_colour)
    )


def lines_of(drawing: Drawing) -> list[str]:
    return [row.text for row in drawing.rows]


def words_of(drawing: Drawing) -> list[str]:
    return " ".join(lines_of(drawing)).split()


# --- whatever is asked -----------------------------------------------------------------------


@settings(max_examples=examples(60), deadline=None)
@given(anything, widths, heights, st.booleans())
@example("你好", 1, 1, True)
@example("👩", 1, 3, False)
@example("", 0, 0, True)
def test_any_text_fills_exactly_the_cells_there_are(text, width, height, true_colour):
    drawing = draw(text, width, height, true_colour)
    assert len(drawing.rows) >= height
    assert len(drawing.rows) == height or drawing.form is Form.PLAIN
    for row in drawing.rows:
        assert row.cell_length == cell_len(row.text) == width
        assert sum(segment.cell_length for segment in row) == width


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("size", [(80, 24), (20, 4)])
def test_no_control_character_reaches_the_terminal(text, size):
    shown = "".join(lines_of(draw(text, *size)))
    assert not {"Cc", "Cs"} & set(map(unicodedata.category, shown))


@settings(max_examples=examples(25), deadline=None)
@given(anything, widths, heights)
def test_letters_are_never_smooth_without_true_colour(text, width, height):
    assert draw(text, width, height, true_colour=False).form is not Form.SMOOTH


@settings(max_examples=examples(25), deadline=None)
@given(
    dutch,
    st.integers(1, 220),
    st.integers(1, 70),
    st.integers(0, 9),
    st.integers(0, 5),
    st.booleans(),
)
@example(QUESTION, 62, 20, 1, 0, False)
def test_more_room_never_gives_smaller_letters(text, width, height, wider, higher, true_colour):
    order = [Form.PLAIN, Form.BLOCK, Form.SMOOTH]
    small = draw(text, width, height, true_colour)
    large = draw(text, width + wider, height + higher, true_colour)
    assert (order.index(small.form), small.size) <= (order.index(large.form), large.size)
    assert (len(small.rows) > height) >= (len(large.rows) > height + higher)


def test_the_same_question_at_the_same_size_is_drawn_once():
    assert draw(QUESTION, 120, 40) is draw(QUESTION, 120, 40)


# --- which form ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "size", "true_colour", "without"),
    [
        (SHORT, (60, 20), Form.BLOCK, Form.BLOCK),
        (SHORT, (80, 24), Form.SMOOTH, Form.BLOCK),
        (SHORT, (120, 40), Form.SMOOTH, Form.BLOCK),
        (SHORT, (200, 60), Form.SMOOTH, Form.BLOCK),
        (QUESTION, (60, 20), Form.BLOCK, Form.BLOCK),
        (QUESTION, (80, 24), Form.BLOCK, Form.BLOCK),
        (QUESTION, (120, 40), Form.SMOOTH, Form.BLOCK),
        (QUESTION, (200, 60), Form.SMOOTH, Form.BLOCK),
        (LONG, (60, 20), Form.PLAIN, Form.PLAIN),
        (LONG, (80, 24), Form.PLAIN, Form.PLAIN),
        (LONG, (120, 40), Form.BLOCK, Form.BLOCK),
        (LONG, (200, 60), Form.SMOOTH, Form.BLOCK),
    ],
    ids=lambda value: value[:5] if isinstance(value, str) else "x".join(map(str, value)),
)
def test_each_window_gets_the_largest_form_in_which_the_question_fits(
    text, size, true_colour, without
):
    assert draw(text, *size).form is true_colour
    assert draw(text, *size, true_colour=False).form is without
    assert len(draw(text, *size).rows) == size[1]


@pytest.mark.parametrize(
    "text", ["één ëgel ïs blĳ", "Şule, Łukasz, Čeněk, ğ", "‘ja’ „nee” — foto’s… €5"]
)
def test_letters_with_accents_and_real_quotes_are_smooth(text):
    assert draw(text, 160, 50).form is Form.SMOOTH


def test_an_accent_typed_apart_is_one_with_its_letter():
    assert draw("e\u0301e\u0301n", 120, 40) == draw("één", 120, 40)


def test_what_the_font_lacks_is_drawn_in_blocks_that_have_it():
    assert draw("Как дела?", 120, 40).form is Form.BLOCK


@pytest.mark.parametrize(
    "text", ["naar huis ➜", "你好", "מה עזר?", "ما ساعدك؟", "fijn 😀", "j\u0301a"]
)
def test_what_no_font_has_is_left_to_the_terminal(text):
    drawing = draw(text, 120, 40)
    assert drawing.form is Form.PLAIN
    assert words_of(drawing) == text.split()


def test_curly_quotes_do_not_keep_a_question_small_without_true_colour():
    assert draw("Zo’n “fijn” weekend…", 90, 24, true_colour=False).form is Form.BLOCK


@pytest.mark.parametrize("name", ["ansi_default", "ansi_red"])
def test_a_colour_that_cannot_be_blended_is_handed_back_as_it_is(name):
    colour = Color.parse(name)
    drawing = draw_text("Ja", 80, 24, Colours(colour, Color.parse(PAPER), true_colour=True))
    assert drawing.form is Form.BLOCK
    assert {segment.style.color for row in drawing.rows for segment in row} == {colour.rich_color}


# --- how it looks ----------------------------------------------------------------------------


def pixels(drawing: Drawing) -> list[list[str]]:
    """The colours of the half cells of smooth letters."""
    rows: list[list[str]] = []
    for row in drawing.rows:
        cells = [(segment, character) for segment in row for character in segment.text]
        lower = [segment.style.bgcolor.triplet.hex for segment, _ in cells]
        upper = [segment.style.color.triplet.hex for segment, _ in cells]
        halves = zip(cells, upper, lower, strict=True)
        rows.append([above if cell[1] == "▀" else below for cell, above, below in halves])
        rows.append(lower)
    return rows


def air(drawing: Drawing) -> tuple[int, int, int, int]:
    """The half cells of paper left, right, above and below."""
    if drawing.form is Form.SMOOTH:
        inked = [[colour != PAPER for colour in row] for row in pixels(drawing)]
    else:
        inked = [[c != " " for c in line] for line in lines_of(drawing) for _ in "12"]
    columns = [any(column) for column in zip(*inked, strict=True)]
    rows = [any(row) for row in inked]
    return columns.index(True), columns[::-1].index(True), rows.index(True), rows[::-1].index(True)


def test_smooth_letters_go_from_the_ink_to_the_paper():
    colours = {colour for row in pixels(draw(QUESTION, 120, 40)) for colour in row}
    assert {INK, PAPER} < colours
    assert all(
        int(INK[at : at + 2], 16) <= int(colour[at : at + 2], 16) <= int(PAPER[at : at + 2], 16)
        for colour in colours
        for at in (1, 3, 5)
    )


@pytest.mark.parametrize("text", [SHORT, QUESTION, LONG, "Ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("true_colour", [True, False])
def test_the_text_stands_in_the_middle_with_air_around(text, size, true_colour):
    left, right, above, below = air(draw(text, *size, true_colour))
    assert abs(left - right) <= 2
    assert abs(above - below) <= 4
    assert min(left, right) >= 1
    assert min(above, below) >= 1


def test_letters_never_run_together():
    """An i and a j beside each other are the hardest."""
    for size in range(60, 180, 4):
        drawing = draw("bijjij", size, size // 3)
        assert drawing.form is Form.SMOOTH
        dark = [["#" if int(c[1:3], 16) < 0xA0 else " " for c in row] for row in pixels(drawing)]
        assert max(len("".join(row).split()) for row in dark) == 7  # the b has two


def test_a_hard_line_break_stays():
    drawing = draw("Pauze ➜\nWe gaan zo verder", 60, 12)
    assert [line.strip() for line in lines_of(drawing) if line.strip()] == [
        "Pauze ➜",
        "We gaan zo verder",
    ]


def test_words_joined_by_a_fixed_space_stay_together():
    for width in range(15, 40):
        lines = [line.strip() for line in lines_of(draw("bel om 19.00\u00a0uur ➜ thuis", width, 9))]
        assert any("19.00\u00a0uur" in line for line in lines)


def test_a_word_is_broken_only_if_it_is_wider_than_everything():
    assert words_of(draw("gezinshuisouders ➜", 22, 6)) == ["gezinshuisouders", "➜"]
    assert words_of(draw("gezinshuisouders ➜", 12, 6)) == ["gezinshu", "isouders", "➜"]


# --- too much --------------------------------------------------------------------------------


def test_what_does_not_fit_goes_on_below_and_nothing_is_lost():
    text = " ".join(f"w{number}" for number in range(500))
    drawing = draw(text, 60, 10)
    assert drawing.form is Form.PLAIN
    assert len(drawing.rows) > 10
    assert words_of(drawing) == text.split()


def test_nothing_is_below_when_all_fits():
    assert len(draw(LONG, 80, 24).rows) == 24


def test_markup_is_text():
    text = "[/ Anna] en [x] [bold]Sam[/bold] ➜"
    assert words_of(draw(text, 80, 10)) == text.split()


# --- breaking lines --------------------------------------------------------------------------

lists_of_words = st.lists(
    st.sampled_from(["a", "bij,", "contact", "ouders.", "pleegouders"]), min_size=1, max_size=9
)


def breakings(words: list[str], room: int) -> list[list[list[str]]]:
    """Every way to break `words` into lines that fit."""
    ways = []
    for count in range(len(words)):
        for cuts in combinations(range(1, len(words)), count):
            edges = [0, *cuts, len(words)]
            lines = [words[a:b] for a, b in pairwise(edges)]
            if all(len(" ".join(line)) <= room for line in lines):
                ways.append(lines)
    return ways


@settings(max_examples=examples(30), deadline=None)
@given(lists_of_words, st.integers(11, 40))
def test_lines_are_as_few_as_can_be_and_the_last_word_is_not_lonely(words, room):
    lines = break_lines([words], len, room)
    assert " ".join(lines).split() == words
    ways = breakings(words, room)
    assert [line.split() for line in lines] in ways
    fewest = min(map(len, ways))
    assert len(lines) == fewest
    if len(lines) > 1 and " " not in lines[-1]:
        assert all(len(way[-1]) == 1 for way in ways if len(way) == fewest)


def test_lines_have_like_widths_and_end_where_the_sentence_breathes():
    words = QUESTION.split()
    lines = break_lines([words], len, 28)
    assert lines == ["Welk bezoek ging goed,", "en wat hielp daarbij?"]


def test_a_word_wider_than_the_room_needs_no_lines():
    assert break_lines([["een", "pleegouders"]], len, 10) is None


# --- what it stands on -----------------------------------------------------------------------


def test_the_module_loads_no_font_until_it_draws():
    code = (
        "import sys, relroute_tui.ui.widgets.letters.drawing; "
        "print([m for m in ('PIL', 'pyfiglet') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_font_is_shipped_with_its_licence():
    fonts = resources.files("relroute_tui.ui").joinpath("fonts")
    licences = [path for path in fonts.iterdir() if path.name.startswith("OFL")]
    names = "".join(licence.read_text("utf-8") for licence in licences)
    assert names.count("SIL OPEN FONT LICENSE Version 1.1") == len(licences)
    for entry in fonts.iterdir():
        if entry.name.endswith(".woff"):
            family = entry.name.partition("-")[0]
            assert family.casefold() in names.casefold()


@pytest.mark.parametrize("name", BLOCKS)
def test_a_letter_of_blocks_has_the_pixels_of_its_figlet_font(name):
    """At twice its size every pixel is four, and none is grey."""
    figlet, space = BLOCKS[name]
    for code, rows in letters_of(figlet).items():
        height, width = len(rows), len(rows[0])
        drawn = font(f"blocks-{name}.woff", 2 * height, shapes=False)
        image = Image.new("L", (2 * width, 2 * height))
        ImageDraw.Draw(image).text((0, 2 * height), chr(code), 255, drawn, anchor="ls")
        small = image.reduce(2)
        wanted = bytes(255 * (pixel == "#") for row in rows for pixel in row)
        assert small.tobytes() == wanted, chr(code)
        assert drawn.getlength(chr(code)) == 2 * width
    assert drawn.getlength(" ") == drawn.getlength("\u00a0") == 2 * space


def test_the_list_of_characters_is_that_of_the_fonts():
    fonts = sorted(path for path in FONTS.glob("*.woff"))
    lines = [f"{path.name} {in_ranges(characters_in(path))}" for path in fonts]
    assert FONTS.joinpath("characters.txt").read_text("ascii").splitlines() == lines


def test_letters_that_one_file_has_only_in_parts_come_from_the_file_that_has_them_whole():
    """The first file of the font has z, c and an acute; only the second has both in one."""
    first, second = draw("ź", 60, 20), draw("ć", 60, 20)
    assert first.form is second.form is Form.SMOOTH
    assert pixels(first) != pixels(second)  # and not twice the sign for a missing one
