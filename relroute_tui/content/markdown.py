"""What every text file in `cards/` shares: how it is read, its blocks, and a fault in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from relroute_tui.domain.text import fold_line
from relroute_tui.language import _

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST_FILE = 1_000_000
"""Bytes. Such a file is a page or two; one beyond this was put in the folder by mistake."""


class DeckFault(Struct, frozen=True):
    """What is wrong at one place of a file that a facilitator may have edited."""

    path: Path
    line: int
    """Counted from 1."""
    sentence: str
    """What is wrong and how to mend it, in the language of now."""


def text_of(path: Path) -> tuple[str | None, tuple[DeckFault, ...]]:
    """The text of a file that somebody may have edited, or why it can not be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None, (DeckFault(path, 1, _("This file is too large.")),)
        return path.read_text(encoding="utf-8-sig"), ()
    except UnicodeDecodeError:
        sentence = _("This file is not UTF-8 text. Save it as UTF-8 in your editor.")
    except OSError:
        sentence = _("This file cannot be read. Check that it is there and open to you.")
    return None, (DeckFault(path, 1, sentence),)


def blocks(text: str) -> Iterator[tuple[str, str, int]]:
    """The headings, paragraphs and list items of a file: (tag, text, line counted from 1)."""
    depth = 0
    tag = ""
    tokens: Iterable[Token] = _reader().parse(text)
    for token in tokens:
        if token.type == "list_item_open":
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type == "inline" and token.map:
            yield "li" if depth else tag, token.content, token.map[0] + 1


def pairs_in(row: str, keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """The "key: value" parts of a line, keys by their names; none when one is something else."""
    parts = [part.partition(":") for part in row.split("·")]
    if not all(colon and fold_line(key) in keys for key, colon, _value in parts):
        return []
    return [(keys[fold_line(key)], value.strip()) for key, _colon, value in parts]


@cache
def _reader() -> "MarkdownIt":
    """It reads blocks alone: what is inside them stays as it was written."""
    from markdown_it import MarkdownIt  # loaded when a deck is read, not before

    return MarkdownIt("commonmark", {"maxNesting": 20}).disable("inline")
