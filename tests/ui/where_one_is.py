"""The terminal's cursor and a first line, which a braille line and a magnifier go by."""

from running_app import Window
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from relroute_tui.ui.dialogs.dialog import Dialog

LETTERS = 6
"""Letters at the cursor that are compared."""


def cursor_is_on_the_mark(window: Window) -> None:
    """The cursor's cell is that of the marked row, of the letter that comes next, or in the field."""
    column, row = window.app.cursor_position
    shown, marked = window.rows[row], window.app.focused
    before = _before_the_cursor(marked) if marked is not None else None
    if before is not None:
        assert shown[:column].endswith(before[-LETTERS:]), (shown, column, before)
    elif isinstance(marked, OptionList) and marked.highlighted is not None:
        prompt = str(marked.get_option_at_index(marked.highlighted).prompt).strip()
        assert prompt[:LETTERS].split("\n")[0] in shown[column:], (shown, column, prompt)
    elif marked is not None and marked.region.area and not window.app.screen.CURSOR_AT:
        assert marked.region.contains(column, row), (marked, column, row)


def one_knows_where_one_is(window: Window) -> None:
    """The cursor is on the mark, and what is on top begins with words."""
    cursor_is_on_the_mark(window)
    assert sum(map(str.isalpha, first_line(window))) >= 4, first_line(window)


def _before_the_cursor(field: Widget) -> str | None:
    if isinstance(field, Input):
        return "" if field.password else field.value[: field.cursor_position]
    if isinstance(field, TextArea):
        line, column = field.cursor_location
        return field.document.get_line(line)[:column].rpartition(" ")[2]
    return None


def first_line(window: Window) -> str:
    """The first line of the screen or of the dialog in which something stands."""
    screen = window.app.screen
    rows = window.rows
    if isinstance(screen, Dialog):
        frame = screen.query_one(".dialog").region
        rows = [row[frame.x : frame.right] for row in rows[frame.y :]]
    return next(text for row in rows if (text := row.strip(" ╭╮─│")))
