"""Reads a paper back out of each format, as the lines that a person sees."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import docx
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_H, _P = f"{{{_TEXT}}}h", f"{{{_TEXT}}}p"


def lines_in_markdown(text: str) -> list[str]:
    """Return each heading, paragraph and list item; a break in one is a line feed."""
    found = []
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            parts = (_part(each) for each in token.children or ())
            found.append("".join(parts))
    return found


def _part(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return "" if token.content == "\u00a0" else token.content  # a line with no words


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_line = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "div"):
            self.lines.append("")
            self._in_line = True
        elif tag == "br":
            self.lines[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "div"):
            self._in_line = False

    def handle_data(self, data: str) -> None:
        if self._in_line:
            self.lines[-1] += data


def page_of(text: str) -> _Page:
    """Return the lines of a page of HTML and its tags, in their order."""
    page = _Page()
    page.feed(text)
    page.close()
    return page


def lines_in_html(text: str) -> list[str]:
    """Return each heading, paragraph, list item and labelled line."""
    return page_of(text).lines


def lines_in_odt(content: bytes) -> list[str]:
    """Return each heading, paragraph, list item and labelled line of an OpenDocument text."""
    lines: list[str] = []
    for part in odt_body(content).iter():
        if part.tag == _H:
            lines += _lines_of_title(_text_of(part))
        elif part.tag == _P:
            lines += _lines_of_facts(part) or (_text_of(part),)
    return lines


def odt_body(content: bytes) -> ElementTree.Element:
    """Return the text of an OpenDocument text."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        root = ElementTree.fromstring(file.read("content.xml"))
    body = root.find(f".//{{{_OFFICE}}}text")
    assert body is not None
    return body


def _lines_of_title(text: str) -> list[str]:
    """Return a title, and what it is in other languages: each is a line of the same paragraph.

    One that is read from the right is marked as such, and may stand at a tab.
    """
    title, *others = text.split("\n")
    return [title, *map(_without_marks, others)]


def _without_marks(line: str) -> str:
    line = line.removeprefix("\t")
    return line[1:-1] if line.startswith("\u2067") and line.endswith("\u2069") else line


def _lines_of_facts(element: ElementTree.Element) -> list[str]:
    """Return the lines of a paragraph that begin with a label, each by itself."""
    lines: list[str] = []
    is_between = True
    style = element.get(f"{{{_TEXT}}}style-name") or ""
    for child in element if style.startswith("Facts") else ():
        is_label = child.get(f"{{{_TEXT}}}style-name") == "Label"
        if is_between and is_label:
            lines.append("")
        lines[-1] += _said_by(child) + (child.tail or "")
        is_between = child.tag == f"{{{_TEXT}}}line-break" and not child.tail
    return [line.removesuffix("\n") for line in lines]


def _text_of(element: ElementTree.Element) -> str:
    said = element.text or ""
    for child in element:
        said += _said_by(child) + (child.tail or "")
    return said


def _said_by(child: ElementTree.Element) -> str:
    match child.tag.removeprefix(f"{{{_TEXT}}}"):
        case "line-break":
            return "\n"
        case "s":
            return " " * int(child.get(f"{{{_TEXT}}}c", "1"))
        case "span":
            return _text_of(child)
    return ""


def lines_in_docx(content: bytes) -> list[str]:
    """Return each heading, paragraph, list item and labelled line of a Word document."""
    lines = []
    for paragraph in docx.Document(BytesIO(content)).paragraphs:
        name = str(paragraph.style.name) if paragraph.style else ""
        if name == "Facts":
            lines += _labelled(paragraph)
        elif name.startswith(("Heading", "Title")):
            lines += _lines_of_title(paragraph.text.strip())
        else:
            lines.append(paragraph.text.strip())
    return lines


def _labelled(paragraph: Paragraph) -> list[str]:
    lines = [""]
    for run in paragraph.runs:
        if run.text == "\n":  # what people typed is in no run of its own
            lines.append("")
        else:
            lines[-1] += run.text
    return lines
