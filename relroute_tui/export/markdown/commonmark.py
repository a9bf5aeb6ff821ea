"""Text that people typed, as CommonMark (https://spec.commonmark.org/0.31.2/) that shows it.

What was typed in a field is escaped, and no more than it needs, as it is also read unrendered. The
notes are Markdown themselves and stay as they are, except where they would reach past their end.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from relroute_tui.domain.notes.lines import split_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP: Final = re.compile(
    r"""[\\`*~\[\]]
    | (?<![^\W_])_ | _(?![^\W_])  # inside a word it means nothing
    | <(?=\S)                     # a tag, a comment, a link; never "a < b"
    | &(?=\#?[0-9A-Za-z]+;)       # a character by its name or number""",
    re.VERBOSE,
)
_BREAK: Final = "  \n"
"""The end of a line that goes on: two blanks, which nobody sees where the text is read as it is."""
_NOTHING: Final = "\u00a0"
"""A line with no words, which would else end the paragraph."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters that a terminal would obey where the text is shown in one. They have no width."""
_OPENS_BLOCK: Final = re.compile(r"[-+=>#:|]|\d{1,9}(?=[.)])")
_DEEPEST: Final = 6
"""No heading is deeper."""
_OPENING_HASHES: Final = re.compile(r"#{1,6}(?=[ \t]|$)")
_CLOSING_HASHES: Final = re.compile(r"(?<!\S)#+$")
_TAG: Final = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])")


def typed(text: str, indent: str = "  ") -> str:
    """Return what somebody typed, behind other words in a paragraph or a list.

    Its other lines are indented so that they stay in the item of a list.
    """
    first, *others = (line.rstrip(" \t") for line in split_lines(_marked(text.strip())))
    return f"{_BREAK}{indent}".join((first, *(_as_text(line) or _NOTHING for line in others)))


def typed_first(text: str, indent: str = "  ") -> str:
    """Return what somebody typed, as the first thing in a paragraph or a list, as `typed` does."""
    return _as_text(typed(text, indent))


def typed_in_heading(text: str) -> str:
    """Return what somebody typed, behind other words in a heading."""
    line = "&#10;".join(split_lines(_marked(text.strip())))
    return _CLOSING_HASHES.sub(r"\\\g<0>", line)


def _marked(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _CONTROL.sub("", text))


def _as_text(line: str) -> str:
    """Return a line that opens no block, and keeps the spaces that it begins with."""
    if line[:1] in (" ", "\t"):
        return f"&#{ord(line[0])};{line[1:]}"
    opening = _OPENS_BLOCK.match(line)
    if opening is None:
        return line
    digits = opening[0] if opening[0].isdigit() else ""
    return f"{digits}\\{line[len(digits) :]}"


def contained(notes: str, level: int) -> str:
    """Return notes that stand below a heading of this level, and reach no further than their end.

    Their own headings follow that one, a level at a time. A code block that was left open is
    closed; a tag, a comment or the address of a link is shown as it was typed.
    """
    lines = split_lines(_CONTROL.sub("", notes).strip("\r\n"))
    while True:
        tokens = _tokens(lines)
        escaped = _with_one_layer_escaped(lines, tokens)
        if escaped == lines:
            break
        lines = escaped
    lines = _below(level, lines, tokens)
    text = "\n".join([*lines, *_missing_fence(tokens, lines)])
    return text if _ends_where_it_ends(text) else _as_code(text)


def _tokens(lines: Sequence[str]) -> "list[Token]":
    from markdown_it import MarkdownIt  # loaded where something is exported, not before

    parser = MarkdownIt("commonmark", {"inline_definitions": True})
    return parser.parse("\n".join(lines))


def _with_one_layer_escaped(lines: Sequence[str], tokens: "Sequence[Token]") -> list[str]:
    """Return the lines with what reaches too far escaped: one layer, as more may be beneath."""
    escaped = list(lines)
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type == "definition":
            escaped[first] = _without_definition(escaped[first])
        elif token.type == "html_block" or _has_tags(token):
            escaped[first:end] = map(_without_tags, escaped[first:end])
    return escaped


def _below(level: int, lines: Sequence[str], tokens: "Sequence[Token]") -> list[str]:
    """Return the lines with their headings below one of this level, none of them skipping one."""
    result = list(lines)
    above: list[int] = []
    for token in tokens:
        if token.type != "heading_open" or token.map is None:
            continue
        own = int(token.tag[1:])
        while above and above[-1] >= own:
            above.pop()
        above.append(own)
        hashes = "#" * min(level + len(above), _DEEPEST)
        first, end = token.map
        if token.markup.startswith("#"):
            result[first] = _OPENING_HASHES.sub(hashes, result[first], count=1)
        elif not token.level:  # a heading with a line under it, which has but two levels
            text = " ".join(line.strip() for line in lines[first : end - 1])
            shown = _CLOSING_HASHES.sub(r"\\\g<0>", text)
            result[first:end] = [f"{hashes} {shown}", *[""] * (end - first - 1)]
    return result


_without_tags = partial(_TAG.sub, r"\1\\<")
_without_definition = partial(re.compile(r"\[").sub, r"\\[", count=1)


def _has_tags(token: "Token") -> bool:
    return any(child.type == "html_inline" for child in token.children or ())


def _missing_fence(tokens: "Sequence[Token]", lines: Sequence[str]) -> list[str]:
    """Return the line that closes a code block which goes on to the end of the notes."""
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.level or last.map is None:
        return []
    first, end = last.map
    closing = re.compile(rf" {{0,3}}{last.markup}{last.markup[0]}*[ \t]*")
    is_closed = end - first > 1 and closing.fullmatch(lines[end - 1])
    return [] if is_closed else [last.markup]


def _ends_where_it_ends(text: str) -> bool:
    tokens = _tokens([text, "", "# next"])
    return [(t.type, t.level, t.tag) for t in tokens[-3:-2]] == [("heading_open", 0, "h1")]


def _as_code(text: str) -> str:
    """Return everything as it was typed, in a block of code: the last resort."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
