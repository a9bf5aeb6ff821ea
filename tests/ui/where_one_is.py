"""The terminal's cursor and a first line, which a braille line and a magnifier go by."""

from running_app import Window
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from relroute_tui.ui.dialogs.dialog import Dialog

LETTERS = 6
"""Letters at the cursor that are compared."""


def cursor_is_on_the_mark(window: Window, cursor: Offset) -> None:
    """The cursor's cell is that of the marked row, of the letter that comes next, or of words."""
    column, row = cursor
    marked, shown = window.app.focused, window.row(row)
    if nothing_is_marked(window):
        assert any(map(str.isalpha, shown[column : column + LETTERS])), (shown, column, marked)
        return
    assert part_in_view(marked).contains(column, row), (marked, cursor)
    before = _before_the_cursor(marked)
    if before is not None:
        assert shown[:column].endswith(before[-LETTERS:]), (shown, column, before)
    elif isinstance(marked, OptionList):
        if marked.highlighted is None:
            return
        prompt = str(marked.get_option_at_index(marked.highlighted).prompt).strip()
        assert prompt[:LETTERS].split("\n")[0] in shown[column:], (shown, column, prompt)
        assert _is_drawn_as_marked(window, marked, row), shown
    else:
        assert shown[column].strip(), (marked, shown, column)


def nothing_is_marked(window: Window) -> bool:
    """Whether the cursor is on a line of words only: a drawing has the focus, or nothing has."""
    marked = window.app.focused
    is_drawing = getattr(window.app.screen, "CURSOR_AT", "")
    return bool(marked is None or not marked.region.area or is_drawing)


def part_in_view(widget: Widget) -> Region:
    return widget.screen.find_widget(widget).visible_region


def _before_the_cursor(field: Widget) -> str | None:
    if isinstance(field, Input):
        return "" if field.password else field.value[: field.cursor_position]
    if isinstance(field, TextArea):
        line, column = field.cursor_location
        return field.document.get_line(line)[:column].rpartition(" ")[2]
    return None


def _is_drawn_as_marked(window: Window, listed: OptionList, row: int) -> bool:
    """Whether this row of a list has other colours than the others have."""
    place = part_in_view(listed).intersection(listed.content_region)
    looks = [_looks_of(strip) for strip in window.strips_in(place)]
    marked = looks.pop(row - place.y)
    return not looks or any(look != marked for look in looks)


def _looks_of(row: Strip) -> list[object]:
    return [(part.style.bgcolor, part.style.bold, part.style.reverse) for part in row if part.style]


def first_line(window: Window) -> str:
    """The first line of the screen or of the dialog in which something stands."""
    screen = window.app.screen
    shown = screen.query_one(".dialog").region if isinstance(screen, Dialog) else screen.region
    rows = (window.row(number)[shown.x : shown.right] for number in shown.line_range)
    return next(text for row in rows if (text := row.strip(" ╭╮─│")))
