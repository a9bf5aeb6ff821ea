"""The line at the bottom that says which key does what."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from relroute_tui.language import _
from relroute_tui.ui.commands import Command, shown_key

MOST_ROWS: Final = 2


class KeyFooter(Widget):
    """The keys of a screen, the most useful first, as many as fit.

    The way out is always among them.
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
        self._parts = _parts(commands)

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands from now on."""
        self._parts = _parts(commands)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Take one row where the keys fit in one, else two."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Show the keys and their verbs."""
        rows = self._rows(self.content_size.width or self.size.width)
        return Content("\n").join(Content("  ").join(row) for row in rows)

    def _rows(self, width: int) -> list[list[Content]]:
        parts = [*self._parts]
        while len(rows := _in_rows([part for part, _out in parts], width)) > MOST_ROWS:
            last = max((at for at, (_part, is_out) in enumerate(parts) if not is_out), default=0)
            del parts[last]
        return rows


def _parts(commands: Sequence[Command]) -> tuple[tuple[Content, bool], ...]:
    """Return what is shown of each command, and whether it is the way out."""
    return tuple((_part(each), "escape" in each.keys) for each in commands if each.in_footer)


def _part(command: Command) -> Content:
    action = command.action if "." in command.action else f"screen.{command.action}"
    key = shown_key((*command.keys, command.letter)[0])
    return Content.assemble((key, "bold $now"), " ", (_(command.name), f"@click={action}"))


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
