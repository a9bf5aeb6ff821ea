"""A paper as a file, in each format that there is. Only the one that is asked for is loaded."""

from enum import StrEnum

from relroute_tui.export.papers.paper import Paper


class Format(StrEnum):
    """The formats of a paper, each by the ending of its file."""

    MARKDOWN = "md"
    HTML = "html"
    OPEN_DOCUMENT = "odt"
    WORD = "docx"


def written(paper: Paper, format_: Format) -> bytes:
    """Return the paper as the content of a file."""
    match format_:
        case Format.MARKDOWN:
            from relroute_tui.export.papers.markdown import markdown_of

            return markdown_of(paper).encode()
        case Format.HTML:
            from relroute_tui.export.papers.html import html_of

            return html_of(paper).encode()
        case Format.OPEN_DOCUMENT:
            from relroute_tui.export.papers.opendocument import odt_of

            return odt_of(paper)
        case Format.WORD:
            from relroute_tui.export.papers.word import docx_of

            return docx_of(paper)
