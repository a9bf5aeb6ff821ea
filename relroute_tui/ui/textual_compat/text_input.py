"""Typed or pasted text of which Textual would drop a part, as a field gets it.

Textual's `Input` keeps the first line of a paste only, and no field takes a typed character that
Python does not call printable: the half space of Persian, the joiner inside an emoji, the
no-break space of a Swiss or Mac keyboard. Alt with a letter is a key, and writes nothing. A line
feed is Ctrl+J to Textual, which does nothing: dictation and tmux send it for Enter, and so does any
terminal for what was typed before there was a window.

A control character stays out, whatever is pasted: nobody could see it, or take it away, and on a
printer or in another program it could do anything. The letters around it come in.
"""

import re
from unicodedata import category

from textual.app import App
from textual.events import Event, Key, Paste
from textual.widgets import Input

_KEPT_AS_TYPED = ("Cf", "Zs")
"""Format characters and spaces, as Unicode calls them."""

_WITHOUT_LOOKS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
"""Control characters, but for the tab and whatever ends a line."""


def as_typed(event: Event, app: App[None]) -> Event:
    """Return the event that hands over all that was typed or pasted into the focused widget."""
    if isinstance(event, Paste):
        pasted = _WITHOUT_LOOKS.sub("", event.text)
        if isinstance(app.focused, Input):
            pasted = " ".join(filter(None, map(str.strip, pasted.splitlines())))
        return event if pasted == event.text else Paste(pasted)
    if not isinstance(event, Key):
        return event
    typed = event.character
    if event.key == "ctrl+j":
        return Key("enter", "\r")
    if typed and event.key.startswith("alt+"):
        return Key(event.key, None)
    if typed and len(typed) == 1 and category(typed) in _KEPT_AS_TYPED and typed != " ":
        return Paste(typed)
    return event
