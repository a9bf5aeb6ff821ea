"""Pictures as escape sequences for a terminal: what is written can be read back as the same picture."""

import base64
import re
from io import BytesIO

import pytest
from PIL import Image

from relroute_tui.environment import read_environment, shipped
from relroute_tui.ui.widgets.graphics import (
    KITTY_CLEAR,
    Graphics,
    at,
    has_sixel,
    kitty,
    sixel,
)
from relroute_tui.ui.widgets.true_picture import drawing, drawn_for


def read_sixel(sequence: str) -> Image.Image:
    """A small reader of Sixel, by the book of its makers."""
    head = re.match(r'\x1bP0;1q"1;1;(\d+);(\d+)', sequence)
    assert head
    picture = Image.new("RGB", (int(head[1]), int(head[2])), "red")
    colours: dict[int, tuple[int, ...]] = {}
    column, top, colour = 0, 0, 0
    for token in re.findall(r"#[\d;]+|!\d+.|[$-]|[?-~]", sequence[head.end() : -2]):
        if token[0] == "#":
            colour, *parts = [int(each) for each in token[1:].split(";")]
            if parts:
                colours[colour] = tuple(part * 255 // 100 for part in parts[1:])
        elif token in "$-":
            column, top = 0, top + 6 * (token == "-")
        else:
            times = int(token[1:-1]) if token[0] == "!" else 1
            bits = ord(token[-1]) - 63
            for place in range(column, column + times):
                for bit in range(6):
                    if bits >> bit & 1:
                        picture.putpixel((place, top + bit), colours[colour])
            column += times
    return picture


def test_a_sixel_reads_back_as_the_picture_with_every_pixel_filled() -> None:
    svg = (shipped("cards") / "story" / "4-at-the-table.svg").read_text("utf-8")
    picture = drawing(svg, 150, 100)
    back = read_sixel(sixel(picture))
    assert back.size == picture.size
    pairs = zip(picture.tobytes(), back.tobytes(), strict=True)
    differences = [abs(one - other) for one, other in pairs]
    assert max(differences) < 60
    assert sum(differences) / len(differences) < 5


def test_a_drawing_is_as_large_as_fits() -> None:
    svg = (shipped("cards") / "story" / "1-two-homes.svg").read_text("utf-8")
    assert drawing(svg, 300, 1000).size == (300, 200)
    assert drawing(svg, 3000, 100).height <= 100


def test_no_sixel_is_larger_than_what_every_terminal_takes() -> None:
    svg = (shipped("cards") / "story" / "1-two-homes.svg").read_text("utf-8")
    for cells in ((200, 60), (120, 200), (80, 24)):
        drawn, columns, rows = drawn_for(Graphics.SIXEL, svg, cells, (11, 22))
        width, height = map(int, re.findall(r'"1;1;(\d+);(\d+)', drawn)[0])
        assert max(width, height) <= 1000
        assert columns <= cells[0]
        assert rows <= cells[1]


def test_kitty_gets_the_png_in_pieces_and_the_old_picture_goes() -> None:
    png = BytesIO()
    Image.effect_noise((80, 80), 90).save(png, "PNG")
    sequence = kitty(png.getvalue(), 40, 12)
    assert sequence.startswith(KITTY_CLEAR)
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b", sequence.removeprefix(KITTY_CLEAR))
    assert "c=40,r=12" in pieces[0][0]
    assert len(pieces) > 1
    assert [head[-3:] for head, _data in pieces] == ["m=1"] * (len(pieces) - 1) + ["m=0"]
    assert base64.b64decode("".join(data for _head, data in pieces)) == png.getvalue()


def test_signs_are_written_at_a_cell_and_the_cursor_goes_back() -> None:
    assert at(2, 3, "x") == "\x1b7\x1b[4;3Hx\x1b8"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("?62;4;22c", True), ("?61;6;7;14;21;24;28;32;42c", False), ("?64;1", None), ("", None)],
)
def test_the_terminal_says_whether_it_has_sixel(typed: str, answer: bool | None) -> None:
    assert has_sixel(typed) is answer


@pytest.mark.parametrize(
    ("variables", "pictures"),
    [
        ({}, ""),
        ({"KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM_PROGRAM": "ghostty"}, "kitty"),
        ({"KONSOLE_VERSION": "221203"}, "kitty"),
        ({"KONSOLE_VERSION": "211202"}, ""),
        ({"KONSOLE_VERSION": "221203", "XTERM_VERSION": "XTerm(379)"}, ""),
        ({"KITTY_WINDOW_ID": "1", "TMUX": "/run/1"}, "blocks"),
        ({"STY": "1.pts", "KONSOLE_VERSION": "221203"}, "blocks"),
        ({"RELROUTE_PICTURES": "sixel", "TMUX": "/run/1"}, "sixel"),
        ({"RELROUTE_PICTURES": "oil"}, ""),
    ],
)
def test_what_the_surroundings_tell(variables: dict[str, str], pictures: str, tmp_path) -> None:
    assert read_environment(variables, sessions=tmp_path, language="nl").pictures == pictures
