"""The line at the bottom that says which key does what."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from relroute_tui.language import _
from relroute_tui.ui.commands import PALETTE, Command
from relroute_tui.ui.keyboard.names import shown_key

MOST_ROWS: Final = 2
_THERE_IS_MORE: Final = Content.assemble(("…", f"@click={PALETTE.action}"))
"""Ellipsis where there is no room to name the way to all keys."""


class KeyFooter(Widget):
    """The keys of a screen, the most useful first, as many as fit.

    The way out is always among them, and where some do not fit, the way to all of them.
    """

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        width: 1fr;
        height: auto;
        max-height: 2;
        padding: 0 1;
        background: $raised;
        color: $plain;
        link-color: $plain;
        link-style: none;
        link-style-hover: none;
        link-background-hover: $raised;
        link-color-hover: $now;
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._parts, self._way_to_all = _parts(commands), _way_to_all(commands)

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands from now on."""
        self._parts, self._way_to_all = _parts(commands), _way_to_all(commands)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Take one row where the keys fit in one, else two."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Show the keys and their verbs."""
        rows = self._rows(self.content_size.width or self.size.width)
        return Content("\n").join(Content("  ").join(row) for row in rows)

    def _rows(self, width: int) -> list[list[Content]]:
        rows = _in_rows([part for part, _out in self._parts], width)
        if len(rows) <= MOST_ROWS:
            return rows
        shown = self._shortened(_THERE_IS_MORE, width)
        named = self._shortened(self._way_to_all, width) if self._way_to_all else []
        return _in_rows(named if len(named) == len(shown) else shown, width)

    def _shortened(self, way_to_all: Content, width: int) -> list[Content]:
        """Return the keys that fit, with the way to all of them before the way out."""
        parts = [*self._parts]
        while True:
            kept = [part for part, is_out in parts if not is_out]
            out = [part for part, is_out in parts if is_out]
            shown = [*kept, way_to_all, *out]
            if not kept or len(_in_rows(shown, width)) <= MOST_ROWS:
                return shown
            parts.remove((kept[-1], False))


def _parts(commands: Sequence[Command]) -> tuple[tuple[Content, bool], ...]:
    """Return the text for each command, and whether it is the way out."""
    return tuple((_part(command), command.is_way_out) for command in commands if command.in_footer)


def _way_to_all(commands: Sequence[Command]) -> Content | None:
    """Return the key for all actions, where there is one."""
    found = (command for command in commands if command.id == PALETTE.id)
    return next((_part(command, _("more")) for command in found), None)


def _part(command: Command, name: str = "") -> Content:
    action = command.action if "." in command.action else f"screen.{command.action}"
    verb = (name or _(command.name), f"@click={action}")
    if not command.default_keys:
        return Content.assemble(verb)
    return Content.assemble((shown_key(command.default_keys[0]), "bold $now"), " ", verb)


def _in_rows(parts: Sequence[Content], width: int) -> list[list[Content]]:
    rows: list[list[Content]] = [[]]
    used = 0
    for part in parts:
        if rows[-1] and used + 2 + part.cell_length > width:
            rows.append([])
            used = 0
        used += part.cell_length + (2 if rows[-1] else 0)
        rows[-1].append(part)
    return rows
