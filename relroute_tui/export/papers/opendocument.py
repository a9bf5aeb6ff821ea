"""A paper as an OpenDocument text, as LibreOffice writes it."""

from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from string import Template
from typing import Final

import odfdo

from relroute_tui.domain.cards.card import Theme
from relroute_tui.export.papers.paper import (
    BETWEEN,
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Letters,
    Paper,
    Paragraph,
    Translated,
    with_titles,
)
from relroute_tui.export.papers.pictograms import png_of, seen_on

_STYLES: Final = "opendocument.xml"
_POINTS: Final = {Letters.SMALL: 10, Letters.ORDINARY: 12, Letters.LARGE: 17}
"""Size of the letters in points."""
_ABOVE: Final = {Letters.SMALL: (6, 5), Letters.ORDINARY: (9, 8), Letters.LARGE: (9, 8)}
"""Points above a heading of the second level, and above a lower one."""
_WRITING: Final = {"ltr": "lr-tb", "rtl": "rl-tb"}
_SIDES: Final = {"ltr": "left", "rtl": "right"}
"""LibreOffice takes "start" for the left, also where lines are written from the right."""
_TRANSLATED: Final = (
    '<style:style style:name="$name" style:family="paragraph" '
    'style:parent-style-name="Standard" style:class="text">'
    '<style:paragraph-properties style:writing-mode="$writing" fo:text-align="$side" '
    "/>"
    '<style:text-properties fo:language="$language" fo:country="none" '
    'style:language-complex="$language" style:country-complex="none"/></style:style>'
)
_TRANSLATED_WORDS: Final = (
    '<style:style style:name="TranslatedWords_$language" style:family="text">'
    '<style:text-properties fo:language="$language" fo:country="none" '
    'style:language-complex="$language" style:country-complex="none"/></style:style>',
    '<style:style style:name="TranslatedTitle_$language" style:family="text" '
    'style:parent-style-name="TranslatedWords_$language">'
    '<style:text-properties fo:font-weight="normal" style:font-weight-asian="normal" '
    'style:font-weight-complex="normal" fo:font-size="${size}pt" style:font-size-asian="${size}pt" '
    'style:font-size-complex="${size}pt"/></style:style>',
)
"""For words of a second language on a line, and for a title below that of the paper."""
_MARGIN: Final = "1.4cm"
_REPLACED: Final = (
    "//office:styles/style:style | //office:styles/text:list-style | //text:outline-style"
)
"""The styles of the library's template: ours say the same without numbers before headings."""


def odt_of(paper: Paper) -> bytes:
    """Return the paper as the content of an .odt file."""
    document = odfdo.Document("text")
    _use_styles(document, paper)
    document.language = paper.locale
    document.meta.title = paper.title
    body = document.body
    body.clear()
    for block, titles in with_titles((Heading(paper.title, level=1), *paper.blocks)):
        for element in _elements(document, block, titles):
            body.append(element)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _use_styles(document: odfdo.Document, paper: Paper) -> None:
    """Put our styles in place of those of the library's template; headings have no numbers."""
    for style in document.styles.get_elements(_REPLACED):
        style.delete()
    text = files(__package__).joinpath(_STYLES).read_text(encoding="utf-8")
    writing = _WRITING[paper.direction]
    above_title, above_heading = _ABOVE[paper.letters]
    filled = Template(text).substitute(
        size=_POINTS[paper.letters],
        above_title=above_title,
        above_heading=above_heading,
        writing=writing,
    )
    styles = document.styles.get_element("//office:styles")
    assert isinstance(styles, odfdo.Element)
    for style in odfdo.Element.from_tag(filled).children:
        styles.append(style)
    translated = {
        _style_of(block): block for block in paper.blocks if isinstance(block, Translated)
    }
    for language in sorted({block.language for block in translated.values()}):
        for words in _TRANSLATED_WORDS:
            own = Template(words).substitute(language=language, size=_POINTS[paper.letters])
            styles.append(odfdo.Element.from_tag(own))
    for name, block in sorted(translated.items()):
        own = Template(_TRANSLATED).substitute(
            name=name,
            language=block.language,
            writing=_WRITING[block.direction],
            side=_SIDES[block.direction],
        )
        styles.append(odfdo.Element.from_tag(own))
    for page in document.styles.get_elements("//style:page-layout-properties"):
        page.set_attribute("style:writing-mode", writing)
        for side in ("top", "bottom", "left", "right"):
            page.set_attribute(f"fo:margin-{side}", _MARGIN)


def _elements(
    document: odfdo.Document, block: Block, titles: Iterable[Translated]
) -> list[odfdo.Element]:
    match block:
        case Heading():
            return [_heading(document, block, titles)]
        case Paragraph():
            return [odfdo.Paragraph(block.text, style="Standard")]
        case Translated():
            return [odfdo.Paragraph(block.text, style=_style_of(block))]
        case Bullets():
            items = (odfdo.Paragraph(item, style="Bullet") for item in block.items)
            return [odfdo.List(items, style="Bullets")]
        case Facts():
            return [_facts(block)]


def _style_of(block: Translated) -> str:
    return f"Translated_{block.language}"


def _heading(
    document: odfdo.Document, heading: Heading, titles: Iterable[Translated]
) -> odfdo.Element:
    element = odfdo.Header(heading.level)
    element.style = f"Heading_20_{heading.level}"
    drawing = png_of(heading.pictogram) if heading.pictogram else b""
    if heading.pictogram and drawing:
        element.append(_frame(document, heading.pictogram, drawing))
    element.append_plain_text(heading.text)
    for title in titles:
        element.append(odfdo.LineBreak())
        if title.is_at_the_right:
            element.append(odfdo.Tab())
        element.append(odfdo.Span(title.text, style=f"TranslatedTitle_{title.language}"))
    return element


def _frame(document: odfdo.Document, pictogram: Theme, drawing: bytes) -> odfdo.Element:
    path = f"Pictures/{pictogram}.png"
    if path not in document.parts:
        document.set_part(path, drawing)
        document.manifest.add_full_path(path, "image/png")
    frame = odfdo.Frame.image_frame(
        path, style="Drawing", size=("0.9cm", "0.9cm"), anchor_type="as-char"
    )
    frame.svg_title = seen_on(pictogram)
    return frame


def _facts(block: Facts) -> odfdo.Element:
    """Return the facts as lines of one paragraph.

    LibreOffice parts paragraphs that should keep together now and then, lines of one never.
    """
    element = odfdo.Paragraph(style="FactsThatGoOn" if block.goes_on else "Facts")
    for number, fact in enumerate(block.facts):
        if number:
            element.append(odfdo.LineBreak())
        _append_fact(element, fact)
    return element


def _append_fact(element: odfdo.Paragraph, fact: Fact) -> None:
    if fact.other_labels:
        element.append(odfdo.Span(fact.label, style="Label"))
        _append_translated(element, fact.other_labels)
        element.append(odfdo.Span(":", style="Label"))
    else:
        element.append(odfdo.Span(f"{fact.label}:", style="Label"))
    element.append_plain_text(f" {fact.text}")
    _append_translated(element, fact.other_texts)


def _append_translated(element: odfdo.Paragraph, others: Iterable[Translated]) -> None:
    for other in others:
        element.append_plain_text(BETWEEN)
        element.append(odfdo.Span(other.text, style=f"TranslatedWords_{other.language}"))
