import subprocess
import sys
import unicodedata
from importlib import resources
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyfiglet import FigletFont as FigletLibraryFont
from rich.cells import cell_len

from relroute_tui.ui.widgets.letters.drawing import Form, Lettering
from relroute_tui.ui.widgets.letters.figlet import figlet_font
from relroute_tui.ui.widgets.letters.letter import letter
from relroute_tui.ui.widgets.letters.lines import break_lines, lines_needed

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


def draw(text: str, width: int, height: int, true_colour: bool = True) -> Lettering:
    return letter(text, width, height, ink=INK, paper=PAPER, true_colour=true_colour)


def lines_of(lettering: Lettering) -> list[str]:
    return ["".join(run.text for run in row) for row in (*lettering.rows, *lettering.below)]


def words_of(lettering: Lettering) -> list[str]:
    return " ".join(lines_of(lettering)).split()


# --- whatever is asked -----------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(anything, widths, heights, st.booleans())
@example("你好", 1, 1, True)
@example("👩", 1, 3, False)
@example("", 0, 0, True)
def test_any_text_fills_exactly_the_cells_there_are(text, width, height, true_colour):
    lettering = draw(text, width, height, true_colour)
    assert len(lettering.rows) == height
    for row in (*lettering.rows, *lettering.below):
        assert cell_len("".join(run.text for run in row)) == width
        assert sum(cell_len(run.text) for run in row) == width


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("size", [(80, 24), (20, 4)])
def test_no_control_character_reaches_the_terminal(text, size):
    shown = "".join(lines_of(draw(text, *size)))
    assert not {"Cc", "Cs"} & set(map(unicodedata.category, shown))


@settings(max_examples=60, deadline=None)
@given(anything, widths, heights)
def test_letters_are_never_smooth_without_true_colour(text, width, height):
    assert draw(text, width, height, true_colour=False).form is not Form.SMOOTH


@settings(max_examples=60, deadline=None)
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
    assert small.overflow >= large.overflow


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
    assert not draw(text, *size).overflow


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
    lettering = draw(text, 120, 40)
    assert lettering.form is Form.PLAIN
    assert words_of(lettering) == text.split()


def test_curly_quotes_do_not_keep_a_question_small_without_true_colour():
    assert draw("Zo’n “fijn” weekend…", 90, 24, true_colour=False).form is Form.BLOCK


@pytest.mark.parametrize("colour", ["ansi_default", "red", "#26302c80"])
def test_a_colour_that_cannot_be_blended_is_handed_back_as_it_is(colour):
    lettering = letter("Ja", 80, 24, ink=colour, paper=PAPER, true_colour=True)
    assert lettering.form is Form.BLOCK
    assert {run.ink for row in lettering.rows for run in row} == {colour}


# --- how it looks ----------------------------------------------------------------------------


def pixels(lettering: Lettering) -> list[list[str]]:
    """The colours of the half cells of smooth letters."""
    rows: list[list[str]] = []
    for row in lettering.rows:
        rows.append([run.ink if run.text[0] == "▀" else run.paper for run in row for _ in run.text])
        rows.append([run.paper for run in row for _ in run.text])
    return rows


def air(lettering: Lettering) -> tuple[int, int, int, int]:
    """The half cells of paper left, right, above and below."""
    if lettering.form is Form.SMOOTH:
        inked = [[colour != PAPER for colour in row] for row in pixels(lettering)]
    else:
        inked = [[c != " " for c in line] for line in lines_of(lettering) for _ in "12"]
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
        lettering = draw("bijjij", size, size // 3)
        assert lettering.form is Form.SMOOTH
        dark = [["#" if int(c[1:3], 16) < 0xA0 else " " for c in row] for row in pixels(lettering)]
        assert max(len("".join(row).split()) for row in dark) == 7  # the b has two


def test_a_hard_line_break_stays():
    lettering = draw("Pauze ➜\nWe gaan zo verder", 60, 12)
    assert [line.strip() for line in lines_of(lettering) if line.strip()] == [
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
    lettering = draw(text, 60, 10)
    assert lettering.form is Form.PLAIN
    assert lettering.overflow
    assert len(lettering.rows) == 10
    assert words_of(lettering) == text.split()


def test_nothing_is_below_when_all_fits():
    assert draw(LONG, 80, 24).below == ()
    assert not draw(LONG, 80, 24).overflow


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


@settings(max_examples=80, deadline=None)
@given(lists_of_words, st.integers(11, 40))
def test_lines_are_as_few_as_can_be_and_the_last_word_is_not_lonely(words, room):
    lines = break_lines(words, [len(word) for word in words], 1, room)
    assert [word for line in lines for word in line] == words
    ways = breakings(words, room)
    assert list(map(list, lines)) in ways
    fewest = min(map(len, ways))
    assert len(lines) == fewest == lines_needed([len(word) for word in words], 1, room)
    if len(lines) > 1 and len(lines[-1]) == 1:
        assert all(len(way[-1]) == 1 for way in ways if len(way) == fewest)


def test_lines_have_like_widths_and_end_where_the_sentence_breathes():
    words = QUESTION.split()
    lines = break_lines(words, [len(word) for word in words], 1, 28)
    assert [" ".join(line) for line in lines] == ["Welk bezoek ging goed,", "en wat hielp daarbij?"]


def test_a_word_wider_than_the_room_needs_no_lines():
    assert lines_needed([3, 12], 1, 10) is None


# --- what it stands on -----------------------------------------------------------------------


def test_the_module_loads_neither_textual_nor_a_font_until_it_draws():
    code = (
        "import sys, relroute_tui.ui.widgets.letters.letter; "
        "print([m for m in ('textual', 'PIL', 'pyfiglet') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_font_is_shipped_with_its_licence():
    fonts = resources.files("relroute_tui.ui").joinpath("fonts")
    assert "SIL OPEN FONT LICENSE Version 1.1" in fonts.joinpath("OFL.txt").read_text("utf-8")
    assert sum(entry.name.endswith(".woff") for entry in fonts.iterdir()) == 2


@pytest.mark.parametrize("name", ["smblock", "smmono12"])
def test_a_letter_of_a_figlet_font_is_read_as_its_own_library_reads_it(name):
    theirs, ours = FigletLibraryFont(name), figlet_font(name)
    assert ours.height == theirs.height
    for code in range(32, 0x250):
        wanted = [row.replace(theirs.hardBlank, " ") for row in theirs.chars.get(code, [])]
        assert ours.letter(chr(code)) == wanted, chr(code)
