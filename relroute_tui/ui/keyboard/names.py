"""The names of keys: as a person writes them, as Textual has them, as they are shown."""

import re
import string
from collections.abc import Mapping
from typing import Final

from relroute_tui.language import _

_WRITTEN: Final[Mapping[str, str]] = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "control": "ctrl",
    "option": "alt",
    "meta": "alt",
    " ": "space",
}
_CHARACTERS: Final[Mapping[str, str]] = {
    "?": "question_mark",
    "+": "plus",
    "-": "minus",
    "/": "slash",
    "\\": "backslash",
    ".": "full_stop",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "=": "equals_sign",
    "*": "asterisk",
    "!": "exclamation_mark",
    "#": "number_sign",
    "%": "percent_sign",
    "&": "ampersand",
    "'": "apostrophe",
    '"': "quotation_mark",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "@": "at",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "_": "underscore",
    "|": "vertical_line",
    "~": "tilde",
    "`": "grave_accent",
    "^": "circumflex_accent",
    "$": "dollar_sign",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
}
_BY_CHARACTER: Final = {name: character for character, name in _CHARACTERS.items()}
_ARROWS: Final = ("up", "down", "left", "right", "home", "end")
_OTHERS: Final = ("pageup", "pagedown", "insert", "delete")
_FUNCTION_KEY: Final = re.compile(r"f([1-9]|1[0-2])")

_SENT: Final = frozenset(
    {
        *(f"f{number}" for number in range(1, 13)),
        *(f"{more}{key}" for key in _ARROWS for more in ("", "ctrl+", "shift+", "alt+")),
        *(f"{more}{key}" for key in _OTHERS for more in ("", "ctrl+")),
        *(f"ctrl+{letter}" for letter in string.ascii_lowercase if letter not in "hijm"),
        *(f"alt+{letter}" for letter in string.ascii_lowercase if letter not in "bf"),
        *("enter", "escape", "tab", "shift+tab", "space", "backspace"),
        *(string.ascii_lowercase + string.digits),
        *_CHARACTERS.values(),
    }
)
"""Keys that every terminal sends, and that Textual recognises."""
_TAKEN_FOR: Final[Mapping[str, str]] = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "shift+enter": "enter",
    "ctrl+enter": "enter",
    "alt+b": "ctrl+left",
    "alt+f": "ctrl+right",
    "shift+space": "space",
    "shift+backspace": "backspace",
}
"""Keys that a terminal replaces with another, each with the one that it sends."""


def key_named(written: str) -> str:
    """Return a key as Textual has it, as somebody wrote it: "Ctrl+G", "esc", "?"."""
    if written in _CHARACTERS:
        return _CHARACTERS[written]
    *modifiers, last = re.split(r"\+(?=.)", written.strip().lower()) or [""]
    parts = [_WRITTEN.get(part, part) for part in (*modifiers, _CHARACTERS.get(last, last))]
    order = ("ctrl", "alt", "shift")
    return "+".join(
        (
            *(part for part in order if part in parts[:-1]),
            *(part for part in parts[:-1] if part not in order),
            parts[-1],
        )
    )


def is_sent(key: str) -> bool:
    """Return whether every terminal sends this key, so that a command can have it."""
    return key in _SENT


def taken_for(key: str) -> str:
    """Return the key that a terminal sends in place of this one; "" where it sends nothing."""
    if key in _TAKEN_FOR:
        return _TAKEN_FOR[key]
    plain = key.replace("shift+", "", 1)
    return plain if plain != key and is_sent(plain) and "+" in plain else ""


def is_typed(key: str) -> bool:
    """Return whether this key writes something where one types."""
    return len(key) == 1 or key in _BY_CHARACTER or key == "space"


def reaches_past_an_editor(key: str) -> bool:
    """Return whether a command with this key also works while somebody types."""
    is_function_key = _FUNCTION_KEY.fullmatch(key) is not None
    return is_function_key or is_alt_with_letter(key) or key == "ctrl+f"


def is_alt_with_letter(key: str) -> bool:
    """Return whether this is Alt with one letter, digit or other character."""
    return key.startswith("alt+") and len(key) == len("alt+x")


def shown_key(key: str) -> str:
    """Return a key as it is written for people: "F2", "Ctrl+P", "Esc"."""
    names = {
        "escape": "Esc",
        "enter": "Enter",
        "left": "←",
        "right": "→",
        "up": "↑",
        "down": "↓",
        "space": _("Space"),
        "pageup": "PgUp",
        "pagedown": "PgDn",
        "delete": "Del",
        "insert": "Ins",
        **_BY_CHARACTER,
    }
    return "+".join(
        names.get(part) or (part.title() if len(part) > 1 else part.upper())
        for part in key.split("+")
    )
