"""The common parts of the text files under `cards/`: reading, blocks, and faults."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.language import _

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST_FILE: Final = 1_000_000
"""Bytes. Such a file is a page or two; one beyond this was put in the folder by mistake."""
_ONLY_MARKS: Final = re.compile(r"^[\s>*+\-#\d.)]*$")
"""A line that holds no word: a list item or a heading that somebody has begun."""
_HEADING: Final = re.compile(r"(#{1,6}) +((?:[^\W_]|\{)(?:[^\x00-\x1f]*[^\s#])?)")
"""Without the hashes that may close one."""
_ROW: Final = re.compile(r"(?P<dash>- )?(?P<words>(?:[^\W\d_]|\{|\d+[+:])(?:[^\x00-\x1f]*\S)?)")
"""A list item, or what begins nothing but a paragraph: "Who calls?", "12+: Who calls?"."""
_LEAVES: Final = ("inline", "fence", "code_block", "html_block", "hr")
"""The tokens of Markdown that hold text or stand by themselves."""


class DeckFault(Struct, frozen=True):
    """A fault at one place of a file that a facilitator may have edited."""

    path: Path
    line: int
    """Counted from 1."""
    sentence: str
    """Sentence on what is wrong and how to correct it, in the language of the screen."""


class Faults:
    """Collects what is wrong with one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._found: list[DeckFault] = []

    def add(self, line: int, sentence: str, **values: object) -> None:
        """Keep a fault, once; `values` are filled in."""
        fault = DeckFault(self.path, line, sentence.format(**values))
        if fault not in self._found:
            self._found.append(fault)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def found(self) -> tuple[DeckFault, ...]:
        """The faults in the order of their lines."""
        return tuple(sorted(self._found, key=lambda fault: fault.line))


def text_of(path: Path) -> tuple[str | None, tuple[DeckFault, ...]]:
    """Return the text of a file that somebody may have edited, or why it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None, (DeckFault(path, 1, _("This file is too large.")),)
        return path.read_text(encoding="utf-8-sig"), ()
    except UnicodeDecodeError:
        sentence = _("This file is not UTF-8 text. Save it as UTF-8 in your editor.")
    except OSError:
        sentence = _("This file cannot be read. Check that it is there and open to you.")
    return None, (DeckFault(path, 1, sentence),)


class Block(Struct, frozen=True):
    """A piece of a file."""

    kind: str
    """ "h1" to "h6", "p" or "li"; "blockquote", "fence", "code_block", "html_block" or "hr"; or
    "other", for a line that Markdown itself passes over."""
    rows: tuple[str, ...]
    line: int
    lazy: frozenset[int] = frozenset()
    """Rows of a list item, counted from 0, that belong to it only because there is no blank line
    between: nothing in the rows themselves says so."""


def blocks(text: str) -> Iterator[Block]:
    """Return every piece of a file in its order; no line with a word in it is left out."""
    plain = _plain_blocks(text)
    if plain is not None:
        yield from plain
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    next_line = 0
    for block, end in _blocks(_reader().parse(text), lines):
        yield from _lines_between(lines, next_line, block.line - 1)
        yield block
        next_line = end
    yield from _lines_between(lines, next_line, len(lines))


def _blocks(tokens: "Iterable[Token]", lines: list[str]) -> Iterator[tuple[Block, int]]:
    """Return each piece that Markdown knows, with the line after it, counted from 0."""
    items = quotations = 0
    tag = ""
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotations += token.nesting
        elif token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        if token.map is None or token.type not in _LEAVES:
            continue
        start, end = token.map
        kind = token.type
        if quotations:
            kind = "blockquote"
        elif kind == "inline":
            kind = "li" if items and tag == "p" else tag
        rows = tuple(row.strip() for row in token.content.split("\n"))
        lazy = _lazy_rows(lines[start:end]) if kind == "li" and len(rows) > 1 else frozenset()
        yield Block(kind, rows, start + 1, lazy), end


def _lazy_rows(rows: Sequence[str]) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(rows) if number and not row[:1].isspace())


def _plain_blocks(text: str) -> list[Block] | None:
    """Read a text of headings, paragraphs and list items of one row; None where more is in it.

    Our decks and agendas are such texts, and the whole of markdown-it takes 27 ms and 2 MB.
    """
    found: list[Block] = []
    above = ""
    for number, line in enumerate(text.split("\n"), 1):
        heading, row = _HEADING.fullmatch(line), _ROW.fullmatch(line)
        if heading:
            found.append(Block(f"h{len(heading[1])}", (heading[2],), number))
        elif row and row["dash"]:
            found.append(Block("li", (row["words"],), number))
        elif row and above == "p":
            begun = found.pop()
            found.append(Block("p", (*begun.rows, line), begun.line))
        elif row and not above:
            found.append(Block("p", (line,), number))
        elif line:  # something else, or the second row of a list item
            return None
        above = "" if heading or not line else found[-1].kind
    return found


def _lines_between(lines: list[str], start: int, end: int) -> Iterator[Block]:
    for number in range(start, end):
        if not _ONLY_MARKS.match(lines[number]):
            yield Block("other", (lines[number].strip(),), number + 1)


@cache
def _reader() -> "MarkdownIt":
    """Read blocks alone: what is inside them stays as it was written."""
    from markdown_it import MarkdownIt  # loaded when a deck is read, not before

    reader = MarkdownIt("commonmark", {"maxNesting": 20})
    return reader.disable(["inline", "reference", "lheading"])
