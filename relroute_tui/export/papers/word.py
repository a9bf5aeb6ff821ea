"""A paper as a Word document."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

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

_POINTS: Final = {Letters.SMALL: 10, Letters.ORDINARY: 12, Letters.LARGE: 17}
"""Size of the letters in points."""
_HEADINGS: Final = {1: (1.7, 0, 4), 2: (1.25, 9, 3)}
"""Size of a heading relative to other letters, and the points above and below it."""
_LOWER_HEADING: Final = (1.0, 8, 1)
_LESS_ABOVE: Final = 3
"""Points that a heading has less above it where letters are small."""
_WIDTH: Final = Cm(21)
_MARGIN: Final = Cm(1.4)
_RIGHT_SIDE: Final = Length(_WIDTH - 2 * _MARGIN)
"""End of a line, from its beginning."""
_LINE_SPACING: Final = 1.1
"""Same as in the OpenDocument, so that what fits on one sheet there does so here."""
_FACTS: Final = "Facts"
"""Style of facts, which are lines of one paragraph: the end of a page parts none of them."""
_TITLE_BELOW: Final = "TitleBelow"
"""Style of a title in another language, which is a line of the same paragraph."""
_FONT: Final = "Arial"
_THEME_FONTS: Final = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
_LATER: Final = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""Elements of a paragraph's properties that follow those that are added."""
_LONGEST_PROPERTY: Final = 255
"""Characters that the library takes in what a document says of itself."""
_LOWERED: Final = "-12"
"""Half points by which a drawing is lowered below the baseline of the words beside it."""
_WORD_2013: Final = "15"


def docx_of(paper: Paper) -> bytes:
    """Return the paper as the content of a .docx file."""
    document = docx.Document()
    _describe(document, paper)
    _set_page(document)
    _set_styles(document, paper)
    for block, titles in with_titles((Heading(paper.title, level=1), *paper.blocks)):
        _write(document, block, titles)
    written = BytesIO()
    document.save(written)
    return _without_times(written)


def _without_times(package: BytesIO) -> bytes:
    """Return a package whose parts say no time: what did not change is the same file again."""
    packed = BytesIO()
    with ZipFile(package) as parts, ZipFile(packed, "w") as timeless:
        for part in parts.infolist():
            timeless.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return packed.getvalue()


def _describe(document: Document, paper: Paper) -> None:
    """Say what it is, in place of what the library's template says of itself."""
    properties = document.core_properties
    properties.title, properties.language = paper.title[:_LONGEST_PROPERTY], paper.locale
    properties.author = properties.comments = ""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), paper.locale)
        element.set(qn("w:bidi"), paper.locale)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), paper.locale)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, Cm(29.7)
    section.top_margin = section.bottom_margin = _MARGIN
    section.left_margin = section.right_margin = _MARGIN


def _set_styles(document: Document, paper: Paper) -> None:
    points = _POINTS[paper.letters]
    normal = _style(document, "Normal")
    _set_font(normal, points)
    _set_space(normal, 0, 4)
    if paper.direction == "rtl":
        _add_to_paragraphs(normal, OxmlElement("w:bidi"))
        normal.element.get_or_add_rPr().append(OxmlElement("w:rtl"))
    _set_space(_style(document, "List Bullet"), 0, 1)
    for level in range(1, 7):
        heading = _style(document, f"Heading {level}")
        scale, before, after = _HEADINGS.get(level, _LOWER_HEADING)
        _set_font(heading, round(points * scale))
        is_less = before and paper.letters is Letters.SMALL
        _set_space(heading, before - _LESS_ABOVE if is_less else before, after)
        heading.font.bold, heading.font.italic = True, False
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.tab_stops.add_tab_stop(_RIGHT_SIDE, WD_TAB_ALIGNMENT.RIGHT)
    _add_to_paragraphs(_style(document, "Heading 2"), _line_above())
    _add_title_below(document, points)
    facts = document.styles.add_style(_FACTS, WD_STYLE_TYPE.PARAGRAPH)
    facts.base_style = normal
    facts.paragraph_format.space_after = Pt(0)
    facts.paragraph_format.keep_together = True


def _add_title_below(document: Document, points: int) -> None:
    """Add the style of a title in another language, below that of the paper."""
    style = document.styles.add_style(_TITLE_BELOW, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.bold = style.font.cs_bold = False
    style.font.size = Pt(points)
    style.element.rPr.find(qn("w:sz")).addnext(_size_of_other_scripts(points))


def _size_of_other_scripts(points: int) -> BaseOxmlElement:
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(2 * points))
    return size


def _add_to_paragraphs(style: ParagraphStyle, element: BaseOxmlElement) -> None:
    """Put an element among those of the paragraphs of a style, where the format wants it."""
    style.element.get_or_add_pPr().insert_element_before(element, *_LATER)


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, points: int) -> None:
    style.font.name, style.font.size = _FONT, Pt(points)
    fonts = style.element.rPr.rFonts
    for name in _THEME_FONTS:  # they would win over the font that is named
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:cs"), _FONT)
    style.element.rPr.find(qn("w:sz")).addnext(_size_of_other_scripts(points))


def _set_space(style: ParagraphStyle, before: int, after: int) -> None:
    space = style.paragraph_format
    space.space_before, space.space_after, space.line_spacing = Pt(before), Pt(after), _LINE_SPACING


def _line_above() -> BaseOxmlElement:
    """Return what draws a line above a paragraph."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "3"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    return borders


def _write(document: Document, block: Block, titles: Iterable[Translated]) -> None:
    match block:
        case Heading():
            _write_heading(document, block, titles)
        case Paragraph():
            document.add_paragraph(block.text)
        case Translated():
            _write_translated(document, block)
        case Bullets():
            for item in block.items:
                _paragraph(document, "ListBullet").add_run(item)
        case Facts():
            _write_facts(document, block)


def _write_facts(document: Document, block: Facts) -> None:
    paragraph = _paragraph(document, _FACTS)
    if block.goes_on:
        paragraph.paragraph_format.keep_with_next = True
    for number, fact in enumerate(block.facts):
        if number:
            paragraph.add_run().add_break()
        _add_fact(paragraph, fact)


def _add_fact(paragraph: WordParagraph, fact: Fact) -> None:
    if fact.other_labels:
        paragraph.add_run(fact.label).bold = True
        for label in fact.other_labels:
            paragraph.add_run(BETWEEN)
            _add_translated(paragraph, label)
        paragraph.add_run(":").bold = True
    else:
        paragraph.add_run(f"{fact.label}:").bold = True
    paragraph.add_run(f" {fact.text}")
    for text in fact.other_texts:
        paragraph.add_run(BETWEEN)
        _add_translated(paragraph, text)


def _write_translated(document: Document, block: Translated) -> None:
    paragraph = document.add_paragraph()
    if block.direction == "rtl":
        paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), *_LATER
        )
    _add_translated(paragraph, block)


def _add_translated(paragraph: WordParagraph, block: Translated, style: str | None = None) -> None:
    """Add a text of another language, marked as such for screen readers and spell checkers."""
    run = paragraph.add_run(block.text)
    run.element.style = style
    language = OxmlElement("w:lang")
    properties = run.element.get_or_add_rPr()
    if block.direction == "rtl":
        properties.append(OxmlElement("w:rtl"))
        language.set(qn("w:bidi"), block.language)
    else:
        language.set(qn("w:val"), block.language)
    properties.append(language)


def _paragraph(document: Document, style_id: str) -> WordParagraph:
    """Add a paragraph in the style with this id: to look one up by name takes 3 ms each time."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.element.style = style_id
    return paragraph


def _write_heading(document: Document, heading: Heading, titles: Iterable[Translated]) -> None:
    paragraph = _paragraph(document, f"Heading{heading.level}")
    drawing = png_of(heading.pictogram) if heading.pictogram else b""
    if heading.pictogram and drawing:
        run = paragraph.add_run()
        run.add_picture(BytesIO(drawing), height=Cm(0.9))
        (about,) = run.element.xpath(".//wp:docPr")
        about.set("descr", seen_on(heading.pictogram))
        run.add_text(" ")
        lowered = OxmlElement("w:position")
        lowered.set(qn("w:val"), _LOWERED)
        run.element.get_or_add_rPr().append(lowered)
    paragraph.add_run(heading.text)
    for title in titles:
        paragraph.add_run().add_break()
        if title.is_at_the_right:
            paragraph.add_run().add_tab()
        _add_translated(paragraph, title, _TITLE_BELOW)
