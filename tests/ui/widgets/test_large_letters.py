import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot

from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.letters.drawing import Form

QUESTION = "Welk bezoek ging goed, en wat hielp daarbij?"
INK, PAPER = Color.parse("#26302c"), Color.parse("#fbf3e0")


class Table(App[None]):
    """A screen with nothing but a text on paper; it counts the keys that reach it."""

    CSS = """
    LargeLetters { color: #26302c; background: #fbf3e0; }
    .night LargeLetters { color: #ffff00; background: #000000; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.keys: list[str] = []

    def compose(self) -> ComposeResult:
        letters = LargeLetters()
        letters.text = self.text
        yield letters

    def on_key(self, event) -> None:
        self.keys.append(event.key)

    @property
    def letters(self) -> LargeLetters:
        return self.query_one(LargeLetters)

    def shown(self) -> list[str]:
        return [strip.text for strip in self.letters.render_lines(self.letters.size.region)]

    def colours(self) -> set[str]:
        return {
            colour.triplet.hex
            for strip in self.letters.render_lines(self.letters.size.region)
            for segment in strip
            for colour in (segment.style.color, segment.style.bgcolor)
        }


async def test_letters_that_fit_are_never_drawn_beside_a_scroll_bar(monkeypatch):
    """Before its first layout nothing has a size; a text that is set then fits all the same."""
    widths = []
    draw = LargeLetters.draw

    def drawn(self, width, height):
        widths.append(width)
        return draw(self, width, height)

    monkeypatch.setattr(LargeLetters, "draw", drawn)

    class Late(Table):
        def on_mount(self) -> None:
            self.letters.text = QUESTION

    app = Late("")
    async with app.run_test(size=(120, 40)):
        app.shown()
    assert set(widths) == {120}


@pytest.fixture(params=["truecolor", "256"], ids=["true colour", "256 colours"])
def colour_system(request, monkeypatch):
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", request.param)
    return request.param


@pytest.fixture
def true_colour(monkeypatch):
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


async def test_it_says_which_form_the_window_allows(colour_system):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)):
        smooth = colour_system == "truecolor"
        assert app.letters.drawing.form is (Form.SMOOTH if smooth else Form.BLOCK)
        assert not app.letters.overflow


@pytest.mark.parametrize("size", [(20, 10), (60, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_row_is_as_wide_as_the_window(size, colour_system):
    app = Table(QUESTION)
    async with app.run_test(size=size):
        strips = app.letters.render_lines(app.letters.size.region)
        assert len(strips) == size[1]
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert {sum(segment.cell_length for segment in strip) for strip in strips} == {size[0]}


async def test_the_style_decides_ink_and_paper(true_colour):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)) as pilot:
        assert {INK.hex.lower(), PAPER.hex.lower()} <= app.colours()
        app.screen.add_class("night")
        await pilot.pause()
        assert {"#ffff00", "#000000"} <= app.colours()
        assert PAPER.hex.lower() not in app.colours()


async def test_a_see_through_ink_is_mixed_with_the_paper(true_colour):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)) as pilot:
        app.letters.styles.color = "#000000 50%"
        await pilot.pause()
        assert app.letters.drawing.form is Form.SMOOTH
        assert (PAPER + Color(0, 0, 0, 0.5)).hex.lower() in app.colours()


async def test_a_terminal_s_own_colours_are_left_alone(true_colour):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)) as pilot:
        app.letters.styles.color = "ansi_red"
        app.letters.styles.background = "ansi_default"
        await pilot.pause()
        assert app.letters.drawing.form is Form.BLOCK
        strip = app.letters.drawing.rows[10]
        assert next(iter(strip)).style.color.name == "color(1)"


async def test_a_new_text_is_drawn(true_colour):
    app = Table("Ja ➜")
    async with app.run_test(size=(60, 20)) as pilot:
        app.letters.text = "Nee ➜"
        await pilot.pause()
        assert "Nee ➜" in " ".join(app.shown())
        assert "Ja" not in " ".join(app.shown())


async def test_a_new_size_chooses_the_letters_anew(true_colour):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)) as pilot:
        for size, form in [((30, 8), Form.PLAIN), ((60, 20), Form.BLOCK), ((160, 50), Form.SMOOTH)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.letters.drawing.form is form
            assert len(app.shown()) == size[1]


async def test_what_a_person_typed_is_never_markup(true_colour):
    text = "[/ Anna] en [x] [bold]Sam[/bold] ➜"
    app = Table(text)
    async with app.run_test(size=(60, 20)):
        assert text in " ".join(" ".join(app.shown()).split())


async def test_nothing_to_show_is_paper(colour_system):
    app = Table("")
    async with app.run_test(size=(60, 20)):
        assert "".join(app.shown()).strip() == ""


async def first_word_after(pilot: Pilot[None], app: Table, key: str) -> str:
    await pilot.press(key)
    await pilot.pause()
    return "".join(app.shown()).split()[0]


async def test_a_text_that_is_too_long_scrolls_with_the_keys(colour_system):
    app = Table(" ".join(f"w{number:03}" for number in range(1000)))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert app.letters.overflow
        assert app.letters.show_vertical_scrollbar
        first = "".join(app.shown()).split()[0]
        assert first == "w000"
        row = await first_word_after(pilot, app, "down")
        page = await first_word_after(pilot, app, "pagedown")
        assert first < row < page
        assert await first_word_after(pilot, app, "pageup") == row
        assert await first_word_after(pilot, app, "up") == first
        await first_word_after(pilot, app, "end")
        assert "w999" in " ".join(app.shown())
        assert await first_word_after(pilot, app, "home") == first


async def test_a_page_keeps_a_row_to_hold_on_to(true_colour):
    app = Table(" ".join(f"w{number:03}" for number in range(1000)))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        last = app.shown()[-1].split()[0]
        assert await first_word_after(pilot, app, "pagedown") == last


async def test_a_new_text_is_read_from_its_beginning(true_colour):
    app = Table("lang " * 1000)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("pagedown")
        app.letters.text = "begin " + "anders " * 1000
        await pilot.pause()
        assert "".join(app.shown()).split()[0] == "begin"


async def test_keys_are_left_to_the_screen_when_all_is_shown(true_colour):
    app = Table(QUESTION)
    async with app.run_test(size=(120, 40)) as pilot:
        app.letters.focus()
        await pilot.press("down", "pageup", "home", "x")
        assert app.keys == ["down", "pageup", "home", "x"]
        assert not app.letters.show_vertical_scrollbar
