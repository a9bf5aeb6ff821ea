"""The lines of the notes: which one is an agreement, and where its words begin.

Markdown's own markers and those that people paste from elsewhere are read: `- [ ]`, `1. [ ]`,
`> - [ ]`, `•`, `–`; any blank counts as one, also a no-break space or one without a width.

Most patterns are texts, which `re` compiles at their first use and keeps: a meeting begins without
them, and compiling them takes more than all else that is loaded of the notes.
"""

import re
from collections.abc import Sequence
from typing import Final

BLANK: Final = r"[\s\u200b\u2060\ufeff]"
_LIST_MARKER: Final = r"(?:[-*+•‣◦▪·–—]|\d{1,9}[.)])"
_QUOTE: Final = rf"(?:{BLANK}*>)"
_NEARLY_MARKER: Final = rf"(?:{_LIST_MARKER}|[|→➔►▸]|\(?[^\W_]{{1,3}}[.)])"
"""List markers, and similar ones that Markdown does not know: `a)`, `(1)`, an arrow."""
_ANY_BOX: Final = rf"(?:\[(?:{BLANK}*|[xX])\]|[☐☑☒□▢])"

_TASK: Final = (
    rf"(?s)^(?P<begin>(?P<quote>{_QUOTE}*)(?P<indent>{BLANK}*)(?P<marker>{_LIST_MARKER}){BLANK}*"
    rf"\[(?:{BLANK}|[xX])\])(?![(\[:])(?:{BLANK}*(?P<body>.*))?$"
)
MIGHT_BE_TASK: Final = re.compile(rf"\[(?:{BLANK}|[xX])\]")
_NEARLY_TASK: Final = (
    rf"^{_QUOTE}*{BLANK}*(?:{_NEARLY_MARKER}{BLANK}*)?{_ANY_BOX}(?![(\[:]){BLANK}*[^\s]"
)
_LIST_ITEM: Final = rf"^{BLANK}*{_LIST_MARKER}{BLANK}"
_QUOTES: Final = rf"^{_QUOTE}*"
_BEFORE_WORDS: Final = (
    rf"^(?:{BLANK}*(?:{_LIST_MARKER}|#{{1,6}}|>+(?=[>\s])|{_ANY_BOX}){BLANK}+)*"
    rf"(?:{BLANK}*(?:{_NEARLY_MARKER}{BLANK}*)?{_ANY_BOX})?{BLANK}*"
)
NUMBERED: Final = re.compile(r"\s*\d")
"""The beginning of a line that begins with a number."""
_RULE: Final = r"\s*(?:([-=*_])\s*(?:\1\s*){2,}|`{3,}|~{3,})"
"""A line that holds no word: a rule, the line under a heading, the end of a block of code."""
_MARK: Final = r"(?<!\S)[@#](?=[^\W\d_])"
"""The character before a name or a label, which is not read; `#2` and `>3` are words."""
_STRONG: Final = r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"
_BLANKS: Final = rf"{BLANK}+"
_AT_EDGES: Final = " \u200b\u2060\ufeff"


def task_in(line: str) -> re.Match[str] | None:
    """Match a line that is an agreement.

    `begin` is all before its words, `body` its words and marks. The blanks around the box may be
    forgotten; "[x](…)" is a link.
    """
    return re.match(_TASK, line)


def is_list_item(line: str) -> bool:
    """Return whether a line begins with a list marker and a blank."""
    return re.match(_LIST_ITEM, line) is not None


def is_nearly_task(line: str) -> bool:
    """Return whether a line has a box that makes no agreement of it: `[ ] Anna`, `- [] Anna`."""
    return re.match(_NEARLY_TASK, line) is not None and task_in(line) is None


def split_lines(notes: str) -> list[str]:
    """Return the lines: a line feed, a return or both end one, and no other character does."""
    return notes.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def rows_added(before: str, lines: Sequence[str]) -> list[int]:
    """Return the rows of the lines that were not in the text `before`."""
    known = set(split_lines(before))
    return [row for row, line in enumerate(lines) if line not in known]


def one_line(text: str) -> str:
    """Return the words of a text with one blank between them."""
    return re.sub(_BLANKS, _one_blank, text).strip(_AT_EDGES)


def _one_blank(blanks: re.Match[str]) -> str:
    return " " if any(blank.isspace() for blank in blanks[0]) else blanks[0]


def words_begin(line: str) -> int:
    """Return where the words of a line begin: behind a list, quote, heading or box mark."""
    before = re.match(_BEFORE_WORDS, line)
    return before.end() if before else 0


def words_of(line: str) -> str:
    """Return a line without its marks; a number before it stays, as it may be one of its words."""
    if re.fullmatch(_RULE, line):
        return ""
    begin = 0 if NUMBERED.match(line) else words_begin(line)
    return without_marks(line[begin:])


def without_marks(words: str) -> str:
    """Return words without the marks around bold ones, and before names and labels."""
    return re.sub(_STRONG, r"\2", re.sub(_MARK, "", words))


def without_quote(line: str) -> str:
    """Return a line without the `>` of the quote that it is in."""
    return re.sub(_QUOTES, "", line)


def depth_of(line: str) -> int:
    """Return how far a line is indented, in columns."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def begin_below(begin: str) -> str:
    """Return what a line begins with that goes on with a task line which begins so."""
    task = task_in(begin)
    if task is None:
        return "  "
    return f"{task['quote']}{task['indent']}{' ' * (len(task['marker']) + 1)}"


def with_agreement(notes: str, at: int, height: int, lines: Sequence[str]) -> str:
    """Return the notes with `height` lines from line `at` replaced by those of an agreement."""
    all_lines = split_lines(notes)
    all_lines[at : at + height] = lines
    return "\n".join(all_lines)


def with_lines_added(notes: str, lines: Sequence[str]) -> str:
    """Return the notes with these lines behind the last one; a blank one there makes room."""
    before = split_lines(notes)
    if not before[-1].strip():
        before.pop()
    return "\n".join((*before, *lines))
