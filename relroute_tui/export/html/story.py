"""The picture story on paper: one HTML file that needs nothing else and prints on two A4 pages."""

import re
from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree

from relroute_tui.content.story import Panel, StoryError
from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.language import _

PANELS_A_PAGE: Final = 4
_SHEET: Final = "story"
"""The name of the style sheet and of the fragments of this page."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_SHAPES: Final = frozenset(
    {"svg", "g", "defs", "clipPath", "path", "rect", "circle", "ellipse", "line"}
    | {"polyline", "polygon"}
)
"""Elements that a picture may consist of: none that runs, loads or writes text."""
_INWARD: Final = re.compile(r"url\(#([\w-]+)\)")
_OUTWARD: Final = re.compile(r"url|image|\\", re.IGNORECASE)
_NAMES: Final = frozenset({"id", "class", "role", "style", "href"})
"""Attributes that are not taken over; an id comes back with the panel's number before it."""


def story_html(panels: Sequence[Panel], svgs: Sequence[str], language: str) -> str:
    """Return one self-contained page with every panel, its sentence and its text alternative.

    `svgs` are the texts of the pictures, in the order of the panels. Raises StoryError for a
    picture that is not a whole SVG, and ValueError when there are not as many as panels.
    """
    figures = [_figure(panel, svg) for panel, svg in zip(panels, svgs, strict=True)]
    sheets = (
        fill(_SHEET, "sheet", figures=joined(figures[start : start + PANELS_A_PAGE]))
        for start in range(0, len(figures), PANELS_A_PAGE)
    )
    title = _("The picture story")
    body = fill(
        _SHEET,
        "story",
        title=title,
        sheets=joined(sheets),
        footer=_("Inspired by the Relational Route."),
    )
    return page(_SHEET, language, title, body)


def _figure(panel: Panel, svg: str) -> Html:
    return fill(
        _SHEET,
        "figure",
        id=panel.id,
        picture=Html(_picture(panel, svg)),
        number=str(panel.number),
        sentence=panel.sentence,
    )


def _picture(panel: Panel, svg: str) -> str:
    """Return the picture with the words of this language and ids that no other picture has."""
    prefix = f"panel-{panel.number}-"
    root = _copy(_drawn(panel, svg), prefix)
    described = f"{prefix}seen"
    root.set("role", "img")
    root.set("aria-labelledby", described)
    words = ElementTree.Element("desc", {"id": described})
    words.text = panel.alternative
    root.insert(0, words)
    return ElementTree.tostring(root, encoding="unicode")


def _drawn(panel: Panel, svg: str) -> ElementTree.Element:
    sentence = _("This picture is not a whole SVG. Put its file back.")
    try:
        drawn = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise StoryError(panel.svg_path, error.position[0], sentence) from error
    if drawn.tag != f"{_SVG}svg":
        raise StoryError(panel.svg_path, 1, sentence)
    return drawn


def _copy(element: ElementTree.Element, prefix: str) -> ElementTree.Element:
    """Copy this element and the shapes in it, without anything that reaches outside the picture."""
    copy = ElementTree.Element(element.tag.removeprefix(_SVG), _attributes(element, prefix))
    for child in element:
        if isinstance(child.tag, str) and child.tag.removeprefix(_SVG) in _SHAPES:
            copy.append(_copy(child, prefix))
    return copy


def _attributes(element: ElementTree.Element, prefix: str) -> dict[str, str]:
    kept = {
        name: _INWARD.sub(rf"url(#{prefix}\1)", value)
        for name, value in element.attrib.items()
        if name not in _NAMES
        and not name.startswith(("{", "on", "aria-"))
        and (_INWARD.fullmatch(value) or not _OUTWARD.search(value))
    }
    if "id" in element.attrib:
        kept["id"] = prefix + element.attrib["id"]
    return kept
