"""Reads a paper back out of each format, as the lines that a person sees."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt


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
