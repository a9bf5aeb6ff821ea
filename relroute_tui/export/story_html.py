"""The picture story on paper: one HTML file that needs nothing else and prints on two A4 pages."""

import re
from collections.abc import Sequence
from html import escape
from typing import Final
from xml.etree import ElementTree

from relroute_tui.content.story import Panel, StoryError
from relroute_tui.language import _

PANELS_A_PAGE: Final = 4

_SVG: Final = "{http://www.w3.org/2000/svg}"
_SHAPES: Final = frozenset(
    {"svg", "g", "defs", "clipPath", "path", "rect", "circle", "ellipse", "line"}
    | {"polyline", "polygon"}
)
"""What a picture may consist of: nothing that runs, loads or writes text."""
_INWARD: Final = re.compile(r"url\(#([\w-]+)\)")
_OUTWARD: Final = re.compile(r"url|image|\\", re.IGNORECASE)
_NAMES: Final = frozenset({"id", "class", "role", "style", "href"})
"""Attributes that are not taken over; an id comes back with the panel's number before it."""

_STYLE: Final = """
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
html { background: #fffdf6; color: #1f2a27; }
body { margin: 0 auto; max-width: 1100px; padding: 1rem;
  font-family: "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
h1 { font-size: 18pt; line-height: 1; margin: 0 0 1.5rem; }
.page { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
  gap: 2rem; margin: 0 0 2rem; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto;
  border: 0.5mm solid #1f2a27; border-radius: 4mm; }
figcaption { font-size: 14pt; line-height: 1.25; margin-top: 2mm; display: flex; gap: 3mm; }
.number { font-weight: bold; }
footer { font-size: 9pt; }
@media print {
  html { background: none; }
  body { max-width: none; padding: 0; }
  h1 { height: 9mm; margin: 0; }
  .page { height: 177mm; margin: 0; gap: 3mm 11mm;
    grid-template-columns: 133mm 133mm; grid-template-rows: 87mm 87mm; }
  .page:not(:last-of-type) { break-after: page; }
  .page + .page { margin-top: 9mm; }
  figure { overflow: hidden; break-inside: avoid; }
  figure svg { width: 105mm; margin: 0 auto; }
  figcaption { padding: 0 3mm; }
  footer { height: 3mm; line-height: 3mm; text-align: right; }
}
""".strip()


def story_html(panels: Sequence[Panel], svgs: Sequence[str], language: str) -> str:
    """One self-contained page with every panel, its sentence and its text alternative.

    `svgs` are the texts of the pictures, in the order of the panels. Raises StoryError for a
    picture that is not a whole SVG, and ValueError when there are not as many as panels.
    """
    figures = [_figure(panel, svg) for panel, svg in zip(panels, svgs, strict=True)]
    pages = [
        '<div class="page">\n' + "\n".join(figures[start : start + PANELS_A_PAGE]) + "\n</div>"
        for start in range(0, len(figures), PANELS_A_PAGE)
    ]
    title = escape(_("The picture story"))
    footer = escape(_("Inspired by the Relational Route."))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>\n{_STYLE}\n</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{title}</h1>",
            *pages,
            "</main>",
            f"<footer>{footer}</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _figure(panel: Panel, svg: str) -> str:
    return (
        f'<figure id="{escape(panel.id)}">\n{_picture(panel, svg)}\n'
        f'<figcaption><span class="number">{panel.number}</span>'
        f"<span>{escape(panel.sentence)}</span></figcaption>\n</figure>"
    )


def _picture(panel: Panel, svg: str) -> str:
    """The picture with the words of this language and ids that no other picture has."""
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
    """This element and the shapes in it, without anything that reaches outside the picture."""
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
