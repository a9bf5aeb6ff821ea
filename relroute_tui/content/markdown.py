"""What every text file in `cards/` shares: how it is read, its blocks, and a fault in it."""

import re
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

_HEADING = re.compile(r"(#{1,6}) +([^\W_](?:[^\x00-\x1f]*[^\s#])?)")
"""Without the number signs that may close one."""
_WORDS = re.compile(r"[^\W\d_](?:[^\x00-\x1f]*\S)?")
"""No line that begins with a letter begins anything but a paragraph."""


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
    plain = _plain_blocks(text)
    if plain is not None:
        yield from plain
        return
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


def _plain_blocks(text: str) -> list[tuple[str, str, int]] | None:
    """Read a text of nothing but headings and paragraphs; None where there is anything else.

    The agendas are such a text, and a meeting that begins would wait 30 ms for the whole of
    markdown-it.
    """
    found: list[tuple[str, str, int]] = []
    goes_on = False
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.fullmatch(line)
        if heading:
            found.append((f"h{len(heading[1])}", heading[2], number))
        elif line and not _WORDS.fullmatch(line):
            return None
        elif line and goes_on:
            tag, above, first = found[-1]
            found[-1] = tag, f"{above}\n{line}", first
        elif line:
            found.append(("p", line, number))
        goes_on = bool(line) and not heading
    return found


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
