"""The terminal's own cursor: on the marked thing, wherever the keys go.

A magnifier, a braille line and a screen reader in a terminal follow that cursor and know nothing
of colours.
"""

from contextlib import suppress

from rich.cells import cell_len
from textual.css.query import NoMatches
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.textual_compat.app import GuardedApp
from relroute_tui.ui.textual_compat.option_list import line_of_mark


class CursorApp(GuardedApp):
    """App whose terminal cursor is on the marked thing.

    Textual lets each field set the cursor, and a list leaves it where it was.
    """

    @property
    def cursor_position(self) -> Offset:
        """Position of the terminal's cursor from the next frame on."""
        return cursor_cell(self.screen)

    @cursor_position.setter
    def cursor_position(self, _at: Offset) -> None:
        """Ignore what a field sets: it may have lost the focus meanwhile."""


def cursor_cell(screen: Screen[object]) -> Offset:
    """Return the cell of what is marked on this screen; its first line where nothing is."""
    line = screen.CURSOR_AT if isinstance(screen, CommandScreen) else ""
    if line and (shown := screen.query(line)):
        return _words_or_corner(shown.first())
    marked = screen.focused
    if marked is None or not (marked.is_attached and marked.region.area):
        return _first_cell(screen)
    return _within(marked, _cell_in(marked))


def words_in_view(widget: Widget) -> Offset | None:
    """Return where the first words of a widget in view begin on the screen; None where none are."""
    if not widget.region.area:
        return None
    seen = widget.screen.find_widget(widget).visible_region.intersection(widget.content_region)
    for child in widget.displayed_children:
        if (place := words_in_view(child)) is not None:
            return place
    within = seen.translate(-widget.region.offset)
    for row in within.line_range:
        (drawn,) = widget.render_lines(Region(within.x, row, within.width, 1))
        text = drawn.text
        if text.strip():
            return seen.offset + Offset(len(text) - len(text.lstrip()), row - within.y)
    return None


def _cell_in(marked: Widget) -> Offset:
    if isinstance(marked, TextArea):
        return marked.cursor_screen_offset
    start = marked.content_region.offset
    if isinstance(marked, Input):
        return start + _place_in_field(marked)
    if isinstance(marked, OptionList):
        return start + _place_in_list(marked)
    place = _place_of_its_own(marked)
    if place is not None:
        return start + place
    return _words_or_corner(marked)


def _place_of_its_own(marked: Widget) -> Offset | None:
    """Return a widget's `marked_place`, where it marks something within its content.

    A widget that is still being composed marks nothing yet.
    """
    place: Offset | None = None
    with suppress(NoMatches, IndexError):
        place = getattr(marked, "marked_place", None)
    return place


def _place_in_field(field: Input) -> Offset:
    """Return where the next letter comes; behind the last one, Textual is one cell too far."""
    before = field.value[: field.cursor_position]
    return Offset(cell_len(before) - field.scroll_offset.x, 0)


def _place_in_list(listed: OptionList) -> Offset:
    """Return where the marked row begins; a row that is out of view counts too."""
    line = line_of_mark(listed)
    if line is None:
        return Offset()
    row = line - listed.scroll_offset.y
    text = listed.render_line(row).text
    return Offset(len(text) - len(text.lstrip()) if text.strip() else 0, row)


def _within(marked: Widget, cell: Offset) -> Offset:
    """Return this cell, or the nearest one that can be seen of what is marked."""
    seen = marked.screen.find_widget(marked).visible_region
    if not seen.area:
        return cell
    column = max(seen.x, min(cell.x, seen.right - 1))
    return Offset(column, max(seen.y, min(cell.y, seen.bottom - 1)))


def _first_cell(screen: Screen[object]) -> Offset:
    first = next((child for child in screen.children if child.display and child.region.area), None)
    return Offset() if first is None else _words_or_corner(first)


def _words_or_corner(widget: Widget) -> Offset:
    return words_in_view(widget) or widget.content_region.offset
