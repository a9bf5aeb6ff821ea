"""Panels and pictograms: plain SVG that needs nothing else and can be read in black."""

import io
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image

from relroute_tui.domain.cards.card import Theme

CARDS = Path(__file__).parents[2] / "cards"
PANELS = sorted((CARDS / "story").glob("*.svg"))
PICTOGRAMS = sorted((CARDS / "pictograms").glob("*.svg"))
PICTURES = [*PANELS, *PICTOGRAMS]
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "defs", "clipPath", "g", "path", "rect", "circle"}
INK, PAPER, TINTS = "#1f2a27", "#fffdf6", {"#d3e6d8", "#f9dfc3"}


def by_name(path: Path) -> str:
    return path.name


each_picture = pytest.mark.parametrize("path", PICTURES, ids=by_name)


def grey(path: Path, width: int) -> Image.Image:
    """Return the picture on white paper, as a printer without colour sees it."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=path.read_text("utf-8"), width=width))
    drawn = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return paper.convert("L")


def black(picture: Image.Image) -> list[bool]:
    return [value < 128 for value in picture.tobytes()]


def test_there_are_eight_panels_in_their_order() -> None:
    assert [path.name.partition("-")[0] for path in PANELS] == list("12345678")


def test_every_theme_has_a_pictogram() -> None:
    assert {path.stem for path in PICTOGRAMS} == {theme.value for theme in Theme}


@each_picture
def test_a_picture_is_plain_svg_that_says_what_is_to_be_seen(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None and title.text and desc is not None and desc.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert root.get("viewBox") == ("0 0 1200 800" if path in PANELS else "0 0 96 96")
    elements = list(root.iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= SHAPES
    names = {name for element in elements for name in element.attrib}
    assert not [name for name in names if "href" in name or name.startswith("on")]
    assert "style" not in names and "font-family" not in names


@each_picture
def test_a_picture_refers_to_itself_only_and_keeps_to_ink_paper_and_two_tints(path: Path) -> None:
    text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http" not in text and "data:" not in text and "@import" not in text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert text.count("url(") == len(targets := re.findall(r"url\(#([^)]+)\)", text))
    assert set(targets) <= set(ids)
    used = set(re.findall(r'(?:fill|stroke)="(#[^"]+)"', text))
    assert INK in used
    assert used <= {INK, PAPER} | TINTS


def test_no_id_is_in_two_pictures() -> None:
    ids = [i for path in PICTURES for i in re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PANELS, ids=by_name)
@pytest.mark.parametrize("width", [600, 300, 160])
def test_a_panel_has_lines_and_space_at_every_size(path: Path, width: int) -> None:
    drawn = grey(path, width)
    assert drawn.size[0] == width
    assert 0.05 < sum(black(drawn)) / (drawn.size[0] * drawn.size[1]) < 0.35


def test_pictograms_can_be_told_apart_in_black_at_24_pixels() -> None:
    small = {path.stem: black(grey(path, 24)) for path in PICTOGRAMS}
    for (one, a), (other, b) in combinations(small.items(), 2):
        different = sum(x != y for x, y in zip(a, b, strict=True))
        assert different > 0.15 * 24 * 24, (one, other, different)
