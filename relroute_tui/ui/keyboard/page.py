"""The list in docs/keys.md: every command with its id and its keys, as they are in the source."""

from collections.abc import Iterator
from typing import Final

from relroute_tui.language import _
from relroute_tui.ui.commands import Command
from relroute_tui.ui.keyboard.catalogue import all_commands
from relroute_tui.ui.keyboard.keyboard import Keyboard
from relroute_tui.ui.keyboard.names import shown_key

_LIST: Final = "| Id | Keys | With `letters` | What it does |\n|---|---|---|---|\n"


def with_list_of_keys(page: str) -> str:
    """Return the page with its list as it is today, in the language in use."""
    return page.partition(_LIST)[0] + _LIST + "".join(_rows())


def _rows() -> Iterator[str]:
    default, letters = Keyboard(), Keyboard("letters")
    for name, command in all_commands().items():
        here, there = _shown(default, command), _shown(letters, command)
        yield f"| `{name}` | {here} | {there if there != here else ''} | {_(command.tip)} |\n"


def _shown(keyboard: Keyboard, command: Command) -> str:
    return ", ".join(shown_key(key).replace("|", "\\|") for key in keyboard.keys_of(command))
