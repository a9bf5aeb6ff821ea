"""Personal details, noticed in a field as they are typed. It hints, and no more."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from msgspec import Struct
from textual.widgets import Input, TextArea

from relroute_tui.domain.detail_patterns import DetailWords
from relroute_tui.domain.personal_details import Detail, DetailKind, details_in
from relroute_tui.language import _
from relroute_tui.language.detail_questions import DETAIL_QUESTIONS, LEFT_OUT

BEFORE: Final = 160
BEHIND: Final = 80
"""Letters that are searched around the cursor: a detail is short, and a line may be long."""
AT_ONCE: Final = 20_000
"""Letters that are searched in lines that came at once: more is not notes but a document."""

TypedIn: TypeAlias = Input | TextArea
"""A field in which people type."""


class _Noticed(Struct, frozen=True):
    """A detail in a field, and its words: once these have changed, it no longer counts."""

    field: TypedIn
    row: int
    start: int
    words: str
    kind: DetailKind


class PersonalDetails:
    """Search around the cursor that asks in a quiet line, and leaves out the details it noticed."""

    def __init__(self, today: date, ask: Callable[[str], None]) -> None:
        """`ask` shows a question; "" takes it away."""
        self._today = today
        self._ask = ask
        self._languages: tuple[DetailWords, ...] = ()
        self._noticed: _Noticed | None = None
        self._row = 0
        """The row of the cursor."""
        self._rows: tuple[int, ...] = ()
        """Other rows that came while it stood there."""

    def know(self, languages: tuple[DetailWords, ...]) -> None:
        """Look from now on, with these words."""
        self._languages = languages

    def look(self, field: TypedIn, rows: Sequence[int] = ()) -> None:
        """Notice what was typed last in this field.

        `rows` came besides: they were pasted, or finished too quickly to be looked at. They are
        asked about as long as the cursor stays in its row.
        """
        row = _at_the_cursor(field)[0]
        still = self._rows if row == self._row else ()
        self._row, self._rows = row, tuple(sorted({*still, *rows} - {row}))
        self._noticed = self._find(field) if self._languages else None
        self._ask(_question(self._noticed.kind) if self._noticed else "")

    def leave_out(self) -> bool:
        """Put an ellipsis in the place of what was noticed, where it still stands.

        Return whether anything was noticed.
        """
        noticed = self._noticed
        if noticed is None:
            return False
        start, end = noticed.start, noticed.start + len(noticed.words)
        if isinstance(noticed.field, TextArea):
            span = (noticed.row, start), (noticed.row, end)
            if noticed.field.get_text_range(*span) == noticed.words:
                noticed.field.replace(LEFT_OUT, *span, maintain_selection_offset=True)
        elif noticed.field.value[start:end] == noticed.words:
            noticed.field.replace(LEFT_OUT, start, end)
        return True

    def _find(self, field: TypedIn) -> _Noticed | None:
        row, column, line = _at_the_cursor(field)
        first = max(0, column - BEFORE)
        around = line[first : column + BEHIND]
        found = details_in(around, self._languages, self._today)
        nearest = min(found, key=lambda detail: _distance(detail, column - first), default=None)
        if nearest is None:
            further = next(self._in_other_rows(field), None)
            end = further.row if further else -1  # no key looks at the rest once more
            self._rows = tuple(other for other in self._rows if other <= end)
            return further
        words = around[nearest.start : nearest.end]
        return _Noticed(field, row, first + nearest.start, words, nearest.kind)

    def _in_other_rows(self, field: TypedIn) -> Iterator[_Noticed]:
        """Find what is in the rows that came besides, from the last one up."""
        if not isinstance(field, TextArea):
            return
        left = AT_ONCE
        for row in reversed(self._rows):
            if row >= field.document.line_count:  # taken out since
                continue
            line = field.document.get_line(row)[:left]
            left -= len(line)
            for detail in details_in(line, self._languages, self._today):
                words = line[detail.start : detail.end]
                yield _Noticed(field, row, detail.start, words, detail.kind)


def _question(kind: DetailKind) -> str:
    return _("{question} Ctrl+O leaves it out").format(question=_(DETAIL_QUESTIONS[kind]))


def words_to_notice() -> tuple[DetailWords, ...]:
    """Return the words of such details in every language, ready for use so that no key waits."""
    from relroute_tui.language import detail_words

    languages = detail_words()
    details_in(_A_NUMBER, languages, date.min)
    return languages


_A_NUMBER: Final = "123456789"


def _at_the_cursor(field: TypedIn) -> tuple[int, int, str]:
    """Return the row, the column and the line in which is typed."""
    if isinstance(field, Input):
        return 0, field.cursor_position, field.value
    row, column = field.cursor_location
    return row, column, field.document.get_line(row)


def _distance(detail: Detail, column: int) -> int:
    """Return how far the cursor is from a detail; 0 within it."""
    return max(detail.start - column, column - detail.end, 0)
