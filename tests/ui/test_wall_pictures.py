"""The television where the terminal shows pictures: the words as a picture that stays there."""

import base64
import re
from io import BytesIO
from pathlib import Path

import pytest
from ends import until
from PIL import Image
from test_television_looks import CARD, IN_ARABIC, LONG_CARD
from textual.events import CursorPosition

from relroute_tui.audience.message import Blank, Card, Message, Pause, View
from relroute_tui.ui.audience.app import AudienceApp
from relroute_tui.ui.wall.sheet import WallSheet
from relroute_tui.ui.widgets.graphics import ATTRIBUTES_QUERY, KITTY_CLEAR

KITTY = re.compile(r"\x1b7\x1b\[(\d+);(\d+)H\x1b_Ga=d,q=2\x1b\\((?:\x1b_G[^\x1b]*\x1b\\)+)")
ENLARGED = re.compile(r"\x1b]66;s=(\d);([^\x07]*)\x07")
SIXEL = re.compile(r'\x1b7\x1b\[(\d+);(\d+)H\x1bP0;1q"1;1;(\d+);(\d+)')
CELL = (10, 20)


class FakeTerminal:
    """Keeps what is drawn over the cells."""

    def __init__(self) -> None:
        self.written = ""
        self.after_write = None

    def write(self, data: str) -> None:
        self.written += data

    def kitty_pictures(self) -> list[Image.Image]:
        pieces = [
            re.findall(r";([^\x1b]*)\x1b", found[3]) for found in KITTY.finditer(self.written)
        ]
        return [Image.open(BytesIO(base64.b64decode("".join(piece)))) for piece in pieces]

    @property
    def enlarged(self) -> str:
        return "".join(text for scale, text in ENLARGED.findall(self.written) if scale > "2")


@pytest.fixture
def terminal(monkeypatch) -> FakeTerminal:
    made = FakeTerminal()
    monkeypatch.setattr("relroute_tui.ui.audience.screen.terminal_of", lambda _app: made)
    monkeypatch.setattr("relroute_tui.ui.wall.sheet.cell_pixels", lambda: CELL)
    monkeypatch.setattr("relroute_tui.ui.widgets.overlaid_picture.cell_pixels", lambda: CELL)
    return made


def show(app: AudienceApp, view: View) -> None:
    app.post_message(AudienceApp.Heard(Message(view, "nl", "evening")))


def answer_as_kitty(app: AudienceApp) -> None:
    """Say that the cursor went on two cells with each blank that was asked for."""
    for column in (0, 2, 4):
        app.post_message(CursorPosition(column, 0))


@pytest.mark.usefixtures("every_frame")
async def test_in_kitty_each_page_is_one_picture_of_the_whole_window(tmp_path: Path, terminal):
    app = AudienceApp(tmp_path / "nobody-here", "kitty")
    async with app.run_test(size=(80, 24)) as pilot:
        assert ATTRIBUTES_QUERY not in terminal.written, "nothing is asked that is known"
        assert terminal.written.startswith("\x1b[?25l"), "nobody types here, so no cursor is shown"
        show(app, CARD)
        await until(lambda: len(terminal.kitty_pictures()) == 1)
        (picture,) = terminal.kitty_pictures()
        assert picture.size == (80 * CELL[0], 24 * CELL[1])
        assert len(picture.getcolors()) > 2, "there are letters on the paper, with smooth edges"
        show(app, LONG_CARD)
        await until(lambda: len(terminal.kitty_pictures()) == 2)
        await pilot.resize_terminal(120, 40)
        await until(lambda: terminal.kitty_pictures()[-1].size == (1200, 800))
        show(app, Card(("你好",)))
        await until(lambda: terminal.written.endswith(KITTY_CLEAR))
        show(app, Pause())
        await until(lambda: not terminal.written.endswith(KITTY_CLEAR))
        show(app, Blank())
        await until(lambda: terminal.written.endswith(KITTY_CLEAR))


@pytest.mark.usefixtures("every_frame")
async def test_a_sixel_comes_back_after_whatever_was_written_over_it(tmp_path: Path, terminal):
    app = AudienceApp(tmp_path / "nobody-here")
    async with app.run_test(size=(200, 60)) as pilot:
        assert terminal.written.endswith(ATTRIBUTES_QUERY)
        await pilot.press(*"?62", "semicolon", "4", "c")
        show(app, CARD)
        await until(lambda: len(SIXEL.findall(terminal.written)) == 4)
        tiles = [tuple(map(int, found)) for found in SIXEL.findall(terminal.written)]
        assert all(width <= 1000 and height <= 1000 for _row, _column, width, height in tiles)
        places = {(row, column) for row, column, _width, _height in tiles}
        assert places == {(1, 1), (1, 101), (51, 1), (51, 101)}
        lowest = max((row - 1) * CELL[1] + height for row, _column, _width, height in tiles)
        assert lowest == 59 * CELL[1], "the last row stays free, or some terminals scroll"
        terminal.written = ""
        terminal.after_write("\x1b[1;1Hsomething else")
        await until(lambda: len(SIXEL.findall(terminal.written)) == 4)


@pytest.mark.usefixtures("every_frame")
async def test_a_terminal_that_enlarges_its_letters_is_asked_and_does_so(tmp_path: Path, terminal):
    app = AudienceApp(tmp_path / "nobody-here")
    async with app.run_test(size=(80, 24)):
        assert terminal.written.count("\x1b[6n") == 3
        answer_as_kitty(app)
        show(app, CARD)
        await until(lambda: "Welk bezoek" in terminal.enlarged)
        terminal.written = ""
        terminal.after_write("\x1b[1;1Hsomething else")
        await until(lambda: "Welk bezoek" in terminal.enlarged)


@pytest.mark.usefixtures("every_frame")
async def test_where_there_are_pictures_only_what_our_font_lacks_is_enlarged(tmp_path, terminal):
    app = AudienceApp(tmp_path / "nobody-here", "kitty")
    async with app.run_test(size=(80, 24)):
        answer_as_kitty(app)
        show(app, CARD)
        await until(terminal.kitty_pictures)
        assert not terminal.enlarged
        show(app, Card(("你好",)))
        await until(lambda: "你好" in terminal.enlarged)


@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("columns", [(0, 0, 0), (0, 2, 2)], ids=["none of it", "the width alone"])
async def test_other_terminals_are_sent_no_word_to_enlarge(tmp_path: Path, terminal, columns):
    app = AudienceApp(tmp_path / "nobody-here")
    async with app.run_test(size=(80, 24)):
        terminal.written = ""
        for column in columns:
            app.post_message(CursorPosition(column, 0))
        show(app, CARD)
        await until(lambda: not app.screen.query_one("#notice").display)
        assert not app.screen.query_one(WallSheet).is_overlaid
        assert "\x1b]66" not in terminal.written


async def test_who_wants_blocks_is_asked_nothing(tmp_path: Path, terminal):
    async with AudienceApp(tmp_path / "nobody-here", "blocks").run_test():
        assert "\x1b[6n" not in terminal.written
        assert ATTRIBUTES_QUERY not in terminal.written


@pytest.mark.usefixtures("every_frame")
async def test_two_languages_stand_beside_each_other_in_the_picture(tmp_path: Path, terminal):
    app = AudienceApp(tmp_path / "nobody-here", "kitty")
    async with app.run_test(size=(80, 24)):
        show(app, IN_ARABIC)
        await until(lambda: len(terminal.kitty_pictures()) == 1)
        picture = terminal.kitty_pictures()[0].convert("L")
        width, height = picture.size
        middle = height // 3, height * 2 // 3
        for left in (0, width // 2):
            words = picture.crop((left, middle[0], left + width // 2, middle[1]))
            darkest, lightest = words.getextrema()
            assert lightest - darkest > 100
