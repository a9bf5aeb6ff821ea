"""Two versions of the same notes, merged into notes in which every line of both can be read."""

from collections.abc import Iterable, Iterator

from relroute_tui.domain.merge.sequences import interleave, is_subsequence
from relroute_tui.domain.notes.labels import belongs_below
from relroute_tui.domain.notes.lines import split_lines, task_in
from relroute_tui.domain.notes.parsing import agreements_in


def merge_notes(one: str, other: str) -> str:
    """Return every line that either version has, in its order; what differs stands there twice.

    An agreement is one with what is indented below it. Nothing that was typed is taken away: even
    a line that one of the two took out comes back. A version that has all of the other stays as it
    is, to the letter.
    """
    if one == other:
        return one
    versions = ((_notes_in_pieces(notes), notes) for notes in (one, other))
    (first, first_notes), (second, second_notes) = sorted(versions)
    if is_subsequence((piece for piece in second if piece.strip()), first):
        return first_notes
    if is_subsequence((piece for piece in first if piece.strip()), second):
        return second_notes
    return "\n".join(_apart(interleave(first, second)))


def _apart(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces, and a blank line where one would be read as a part of the one before."""
    before = ""
    for piece in pieces:
        if task_in(before.partition("\n")[0]) and belongs_below(piece.partition("\n")[0], -1):
            yield ""
        yield piece
        before = piece


def _notes_in_pieces(notes: str) -> list[str]:
    lines = split_lines(notes)
    pieces = []
    heights = {found.line: found.height for found in agreements_in(lines, ())}
    number = 0
    while number < len(lines):
        height = heights.get(number, 1) if task_in(lines[number]) else 1
        pieces.append("\n".join(lines[number : number + height]))
        number += height
    return pieces
