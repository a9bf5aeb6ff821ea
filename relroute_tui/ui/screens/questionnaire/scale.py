"""A scale from 0 to 10, readable across the table, with words at 0, 5 and 10."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive

from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.domain.questionnaire.model import HIGHEST, LOWEST, MIDDLE, ScaleWords
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field

_DIGITS: Final = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█", " █", " ▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", "▀▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
}
"""Each three cells high; half blocks, which every terminal font has."""

_PLACES: Final = HIGHEST - LOWEST + 1
_WIDEST: Final = 10
_FOR_LARGE: Final = 7
"""Cells to a number from which large digits fit, with air around them."""


class Scale(Field, can_focus=True):
    """Eleven numbers; a digit chooses one, and 1 followed by 0 is ten."""

    BINDINGS = [
        *(Binding(str(n), f"type({n})", show=False) for n in range(10)),
        Binding("t", f"choose({HIGHEST})", show=False),
        Binding("right", "move(1)", show=False),
        Binding("left", "move(-1)", show=False),
    ]

    score: reactive[int | None] = reactive(None, layout=True)

    def __init__(self, words: ScaleWords, answer: Answer) -> None:
        super().__init__()
        self._words = words
        self._typed_one = False
        self.set_reactive(Scale.score, answer.score)

    @property
    def answer(self) -> Answer:
        """The chosen number."""
        return Answer(score=self.score)

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        self.score = answer.score
        self._typed_one = False

    @property
    def marked_place(self) -> Offset:
        """Place of the dot of the chosen number; the first place where none is chosen."""
        step = _step(self.content_size.width)
        place = 0 if self.score is None else self.score - LOWEST
        return Offset(self._left + place * step + step // 2, len(list(_numbers(None, step))))

    def action_type(self, digit: int) -> None:
        """Take a digit that was typed."""
        ten = self._typed_one and digit == 0
        self.action_choose(HIGHEST if ten else digit)
        self._typed_one = digit == 1

    def action_choose(self, score: int) -> None:
        """Choose this answer."""
        self._typed_one = False
        self.score = score
        self.post_message(AnswerChanged(self, self.answer))

    def action_move(self, by: int) -> None:
        """Go one up or down; from nowhere to the middle."""
        now = self.score
        self.action_choose(MIDDLE if now is None else max(LOWEST, min(HIGHEST, now + by)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as the scale has at this width."""
        return len(scale_lines(self._words, None, width))

    def render(self) -> Content:
        """Show the numbers, the line with the chosen place, and the words below it."""
        return Content("\n").join(scale_lines(self._words, self.score, self.content_size.width))

    def on_click(self, event: object) -> None:
        """Choose the number that is pointed at."""
        x = getattr(event, "x", 0) - self._left
        step = _step(self.content_size.width)
        if 0 <= x < step * _PLACES:
            self.action_choose(LOWEST + x // step)

    @property
    def _left(self) -> int:
        return (self.content_size.width - _step(self.content_size.width) * _PLACES) // 2


def scale_lines(words: ScaleWords, score: int | None, width: int) -> list[Content]:
    """Return the scale at this width.

    What is chosen shows without colour: reversed, and as a dot.
    """
    step = _step(width)
    left = Content(" " * max(0, (width - step * _PLACES) // 2))
    lines = [*_numbers(score, step), _line(score, step), *_words_below(words, step)]
    return [left + line for line in lines]


def _step(width: int) -> int:
    return max(3, min(_WIDEST, width // _PLACES))


def _numbers(score: int | None, step: int) -> Iterator[Content]:
    rows = 3 if step >= _FOR_LARGE else 1
    for row in range(-1, rows + 1):
        cells = []
        for number in range(LOWEST, HIGHEST + 1):
            inside = _row_of(number, row, rows) if 0 <= row < rows else ""
            text = _centred(inside, step)
            cells.append(
                Content.styled(text, "bold reverse $now")
                if number == score
                else Content.styled(text, "$plain")
            )
        yield Content("").join(cells)


def _row_of(number: int, row: int, rows: int) -> str:
    if rows == 1:
        return str(number)
    return " ".join(_DIGITS[digit][row] for digit in str(number))


def _line(score: int | None, step: int) -> Content:
    half = step // 2
    parts = [Content(" " * half)]
    for number in range(LOWEST, HIGHEST + 1):
        symbol = (
            Content.styled("●", "bold $now") if number == score else Content.styled("○", "$quiet")
        )
        parts.append(symbol)
        if number < HIGHEST:
            parts.append(Content.styled("─" * (step - 1), "$line"))
    return Content("").join(parts)


def _words_below(words: ScaleWords, step: int) -> Iterator[Content]:
    """Yield the lines with the words below the scale.

    Those for 0 are on the left, for 5 in the middle and for 10 on the right, each in its third.
    """
    width = step * _PLACES
    third = width // 3 - 1
    columns = [_wrapped(word, third) for word in (words.lowest, words.middle, words.highest)]
    for row in range(max(map(len, columns))):
        low, middle, high = (column[row] if row < len(column) else "" for column in columns)
        start = (width - cell_len(middle)) // 2
        text = low + " " * (start - cell_len(low)) + middle
        text += " " * (width - cell_len(text) - cell_len(high)) + high
        yield Content.styled(text, "$plain")


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _centred(text: str, width: int) -> str:
    left = (width - cell_len(text)) // 2
    return " " * left + text + " " * (width - cell_len(text) - left)
