"""The reference: a Textual app that is nothing but one stock `TextArea` with a text in it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Bare(App[None]):
    """F2 draws the whole screen once more: one frame."""

    BINDINGS = [("f2", "frame", "frame")]

    def compose(self) -> ComposeResult:
        yield TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"))

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.frames = 0

    def action_frame(self) -> None:
        self.frames += 1
        area = self.query_one(TextArea)
        area.border_title = f"frame {self.frames}"
        self.screen.refresh(layout=True)


Bare().run()
