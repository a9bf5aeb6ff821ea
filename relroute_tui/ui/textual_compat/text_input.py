"""What reaches a field as it was typed or pasted, where Textual would drop a part of it.

Textual's `Input` keeps the first line of a paste only, and no field takes a typed character that
Python does not call printable: the half space of Persian, the joiner inside an emoji, the
no-break space of a Swiss or Mac keyboard.
"""

from unicodedata import category

from textual.app import App
from textual.events import Event, Key, Paste
from textual.widgets import Input

_KEPT_AS_TYPED = ("Cf", "Zs")
"""Format characters and spaces, as Unicode calls them."""


def as_typed(event: Event, app: App[None]) -> Event:
    """Return the event that hands over all that was typed or pasted into the focused widget."""
    if isinstance(event, Paste) and isinstance(app.focused, Input):
        return Paste(" ".join(filter(None, map(str.strip, event.text.splitlines()))))
    typed = event.character if isinstance(event, Key) else None
    if typed and len(typed) == 1 and category(typed) in _KEPT_AS_TYPED and typed != " ":
        return Paste(typed)
    return event
