"""The terminal's own letters, where no larger ones fit."""

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells, set_cell_size

from relroute_tui.ui.widgets.letters.drawing import Form, Lettering, Room, Run
from relroute_tui.ui.widgets.letters.lines import lines_of

_COMFORTABLE = 44  # cells: the eye finds the next line without a finger


def plain(paragraphs: Sequence[Sequence[str]], room: Room, ink: str, paper: str) -> Lettering:
    """The terminal's own letters: in the middle if they fit, else as many rows as do."""
    lines = _plain_lines(paragraphs, min(room.inner_width, _COMFORTABLE))
    if len(lines) > room.inner_height:
        lines = _plain_lines(paragraphs, room.inner_width)
    if 2 * len(lines) - 1 <= room.inner_height:  # air between the lines
        lines = [line for text in lines for line in (text, "")][:-1]
    left = (room.width - max(map(cell_len, lines), default=0)) // 2
    above = max(0, (room.height - len(lines)) // 2)
    below = max(0, room.height - above - len(lines))
    rows = tuple(
        (Run(set_cell_size(" " * left + line if line else "", room.width), ink, paper, bold=True),)
        for line in (*[""] * above, *lines, *[""] * below)
    )
    return Lettering(
        Form.PLAIN, rows[: room.height], len(rows) > room.height, 2, rows[room.height :]
    )


def _plain_lines(paragraphs: Sequence[Sequence[str]], room: int) -> list[str]:
    whole = [
        [piece for word in words for piece in chop_cells(word, room) if piece]
        for words in paragraphs
    ]
    # A piece is wider than the room only if one character is: two cells where there is one.
    lines = lines_of(whole, lambda word: min(room, cell_len(word)), 1, room)
    return [" ".join(words) for words in lines]
