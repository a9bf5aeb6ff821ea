"""A frame that leaves out what did not change shows the same as one that draws everything."""

from collections.abc import Iterable
from itertools import takewhile

import pyte
import pytest
from rich.segment import Segment
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget
from textual_compat.frames import frame_of, part_of_frame


@pytest.fixture
def painted(every_frame, monkeypatch):
    """A terminal that is sent what the app draws, and nothing else."""
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    real = App._display

    def showing(self, shown, update):
        if isinstance(update, CompositorUpdate):
            stream.feed(update.render_segments(self.console))
        return real(self, shown, update)

    monkeypatch.setattr(App, "_display", showing)
    return screen


def in_the_notes(rows: list[str]) -> list[str]:
    """The rows within their frame, but for the bottom of it, which tells of the saving."""
    top = next(n for n, row in enumerate(rows) if "Notities" in row)
    within = takewhile(lambda row: not row.startswith("╰"), rows[top + 1 : top + 8])
    return [row.rstrip() for row in within]


WAYS = {
    "new rows": ["enter", "x", "enter", "enter"],
    "in the middle": ["up", "up", "enter", "y"],
    "joined": ["backspace"] * 12,
    "at the top": ["ctrl+home", "enter", "delete", "delete"],
    "selected": ["up", "up", "shift+up", "shift+up", "backspace"],
    "cards": ["f2", "f2", "f2", "ctrl+z", "ctrl+z"],
    "wrap": ["up", "end", *"woorden die niet meer op de regel passen en dus verder gaan"],
    "scroll": ["enter"] * 20,
}
"""Keys that change what stands in the notes, each way in a kind of its own."""


async def test_the_terminal_shows_the_notes_as_they_are_after_every_key(one_family, painted):
    async with one_family.at_meeting(size=(80, 24)) as window:
        notes = window.app.screen.query_one("#notes")
        for way, keys in WAYS.items():
            await window.press("ctrl+a", "delete")
            await window.type("\n".join(f"regel {n}" for n in range(5)))
            for key in keys:
                await window.press(key)
                shown = painted.display
                notes.refresh()  # every row of it is made anew
                await window.settle()
                assert in_the_notes(shown) == in_the_notes(painted.display), (way, key)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids=str)
async def test_a_part_of_a_frame_is_what_stands_there_in_the_whole_frame(after_a_meeting, size):
    async with after_a_meeting.at_meeting(size) as window:
        for key in ("f3", "f1", "f1", "f2", "f5", "escape", "ctrl+p"):
            await window.press(key)
            screen = window.app.screen
            rows = frame_of(screen)
            for part in {widget.region for widget in screen.query(Widget)}:
                there = part.intersection(screen.region)
                whole = [row.crop(there.x, there.right) for row in rows[there.y : there.bottom]]
                assert seen_in(part_of_frame(screen, part)) == seen_in(whole), (key, part)


def seen_in(rows: Iterable[Strip]) -> list[list[Segment]]:
    """The pieces of rows that take a cell, with their colours."""
    return [[piece for piece in row if piece.text] for row in rows if row.cell_length]


async def test_a_picture_of_the_window_shows_what_stands_in_it(one_family):
    async with one_family.at_meeting() as window:
        await window.type("De middag in het bos.")
        for picture in (
            window.app.export_screenshot(),
            window.app.export_screenshot(simplify=True),
        ):
            assert "middag" in picture
