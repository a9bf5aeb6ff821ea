"""The lines of a list of options, which Textual keeps to itself.

PageUp and PageDown in a list that was not laid out yet, as it was filled a moment ago or has no
room in its window, end in a KeyError: Textual counts its pages by lines it has not got.
"""

from textual.app import App
from textual.events import Event, Key
from textual.widgets import OptionList

_BY_PAGE = ("pageup", "pagedown")


def comes_too_early(event: Event, app: App[None]) -> bool:
    """Return whether this key turns the page of a list that has no lines yet."""
    if not (isinstance(event, Key) and event.key in _BY_PAGE):
        return False
    listed = app.focused
    if not isinstance(listed, OptionList) or not listed.option_count:
        return False
    return (listed.highlighted or 0) not in listed._index_to_line


def line_of_mark(listed: OptionList) -> int | None:
    """Return the line of the whole list on which the marked option begins; None where none is."""
    return None if listed.highlighted is None else listed._index_to_line.get(listed.highlighted)
