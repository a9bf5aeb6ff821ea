"""Reads a paper back out of each format, as the lines that a person sees."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree

import docx
from markdown_it import MarkdownIt

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_H, _P = f"{{{_TEXT}}}h", f"{{{_TEXT}}}p"


def lines_in_markdown(text: str) -> list[str]:
    """Return each heading, paragraph and list item; a break in one is a line feed."""
    found = []
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            breaks = ("softbreak", "hardbreak")
            parts = ("\n" if each.type in breaks else each.content for each in token.children or ())
            found.append("".join(parts))
    return found


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
    """Return each heading, paragraph and list item of an OpenDocument text."""
    return [_text_of(each) for each in odt_body(content).iter() if each.tag in (_H, _P)]


def odt_body(content: bytes) -> ElementTree.Element:
    """Return the text of an OpenDocument text."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        root = ElementTree.fromstring(file.read("content.xml"))
    body = root.find(f".//{{{_OFFICE}}}text")
    assert body is not None
    return body


def _text_of(element: ElementTree.Element) -> str:
    said = element.text or ""
    for child in element:
        if child.tag == f"{{{_TEXT}}}line-break":
            said += "\n"
        elif child.tag == f"{{{_TEXT}}}s":
            said += " " * int(child.get(f"{{{_TEXT}}}c", "1"))
        elif child.tag == f"{{{_TEXT}}}span":
            said += _text_of(child)
        said += child.tail or ""
    return said


def lines_in_docx(content: bytes) -> list[str]:
    """Return each heading, paragraph and list item of a Word document."""
    return [each.text.strip() for each in docx.Document(BytesIO(content)).paragraphs]
