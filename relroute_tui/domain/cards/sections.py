"""The sections of the notes about cards, each below a heading of its own."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from relroute_tui.domain.notes.lines import one_line, split_lines


class Insertion(Struct, frozen=True):
    """A change at the end of the notes: from line `line` on stands `text`."""

    line: int
    text: str


def section_for_card(lines: Sequence[str], question: str, drawn: Collection[str]) -> Insertion:
    """Return where a drawn card's section starts: after the notes, or over one that stayed empty.

    Only a heading that an earlier card wrote (`drawn` holds the questions of those) with nothing
    below it is replaced, so that nothing that someone typed ever goes.
    """
    headings = {card_heading(earlier) for earlier in drawn}
    end = _last_written(lines, len(lines))
    if end and lines[end - 1] in headings:
        end = _last_written(lines, end - 1)
    gap = "\n" if end else ""
    return Insertion(line=end, text=f"{gap}{card_heading(question)}\n\n")


def with_section(notes: str, question: str, drawn: Collection[str]) -> str:
    """Return the notes with the section of a drawn card at their end."""
    lines = split_lines(notes)
    insertion = section_for_card(lines, question, drawn)
    return "\n".join((*lines[: insertion.line], insertion.text))


def card_heading(question: str) -> str:
    """Return the line in the notes that opens what was said about a card."""
    return f"## {one_line(question)}"


def _last_written(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end
