"""Two versions of the same notes, as notes in which every line of both can be read."""

from collections.abc import Iterable, Iterator

from relroute_tui.domain.merge.sequences import interleave, stand_in
from relroute_tui.domain.notes.labels import belongs_below
from relroute_tui.domain.notes.lines import TASK, split_lines
from relroute_tui.domain.notes.parsing import agreements_in


def joined_notes(one: str, other: str) -> str:
    """Every line that either version has, in its order; what differs stands in both wordings.

    An agreement is one with what is indented below it. Nothing that was typed is taken away: also
    a line that one of the two took out comes back.
    """
    if one == other:
        return one
    first, second = sorted((_notes_in_pieces(one), _notes_in_pieces(other)))
    if stand_in((each for each in second if each.strip()), first):
        return "\n".join(first)
    if stand_in((each for each in first if each.strip()), second):
        return "\n".join(second)
    return "\n".join(_apart(interleave(first, second)))


def _apart(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, with a blank line where one would be read as belonging to the one before."""
    before = ""
    for piece in pieces:
        if TASK.match(before.partition("\n")[0]) and belongs_below(piece.partition("\n")[0], -1):
            yield ""
        yield piece
        before = piece


def _notes_in_pieces(notes: str) -> list[str]:
    lines = split_lines(notes)
    pieces = []
    tasks = {each.line: each.height for each in agreements_in(lines, ())}
    number = 0
    while number < len(lines):
        height = tasks.get(number, 1) if TASK.match(lines[number]) else 1
        pieces.append("\n".join(lines[number : number + height]))
        number += height
    return pieces
