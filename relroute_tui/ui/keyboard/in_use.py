"""The keyboard in use: one for the whole program, as its language is."""

from relroute_tui.language.key_names import call_keys
from relroute_tui.ui.keyboard.keyboard import Keyboard, Keyed
from relroute_tui.ui.keyboard.names import shown_key


class _InUse:
    keyboard = Keyboard()


def use_keyboard(keyboard: Keyboard) -> None:
    """Give every command these keys from now on; sentences name those of the set."""
    _InUse.keyboard = keyboard
    call_keys({shown_key(key): shown_key(other) for key, other in keyboard.renamed.items()})


def keyboard_in_use() -> Keyboard:
    """Return the keys that are in use."""
    return _InUse.keyboard


def key_for(command: Keyed) -> str:
    """Return the first key of a command as a sentence names it; its way round where it has none."""
    keys = _InUse.keyboard.keys_of(command)
    return shown_key(keys[0]) if keys else ""
