"""A frame that leaves out what did not change shows the same as one that draws everything."""

import pyte
import pytest
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate
from textual.app import App

from relroute_tui.ui.textual_compat.lean_compositor import LeanCompositor


@pytest.fixture
def compared(monkeypatch):
    """Draws each part of a frame in both ways; what each would send to the terminal."""
    sent: list[tuple[str, str]] = []
    lean = LeanCompositor.render_partial_update

    def both(self):
        changed = set(self._dirty_regions)
        with monkeypatch.context() as stock:
            stock.setattr(LeanCompositor, "_get_renders", Compositor._get_renders)
            whole = Compositor.render_partial_update(self)
        self._dirty_regions.update(changed)
        part = lean(self)
        if isinstance(whole, ChopsUpdate) and isinstance(part, ChopsUpdate):
            console = self.root.app.console
            sent.append((part.render_segments(console), whole.render_segments(console)))
        return part

    monkeypatch.setattr(LeanCompositor, "render_partial_update", both)
    return sent


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=str)
async def test_every_frame_of_a_meeting_is_what_the_stock_one_would_be(home, compared, size):
    async with home.at_meeting(size=size) as window:
        await window.type("Anna belt elke woensdag.")
        await window.press("f2", "f2", "enter")
        await window.type("- [ ] Kees brengt de foto's mee.")
        await window.press("f6", "down", "enter", "f6", "f2", "f8", "f8", "f1", "escape")
        await window.press("ctrl+z", "ctrl+home", "shift+down", "backspace", "f6", "f6", "down")
    assert len(compared) > 10
    for part, whole in compared:
        assert part == whole


@pytest.fixture
def painted(monkeypatch):
    """A terminal that is sent what the app draws, and nothing else."""
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    real = App._display

    def showing(self, room, update):
        if isinstance(update, CompositorUpdate):
            stream.feed(update.render_segments(self.console))
        return real(self, room, update)

    monkeypatch.setattr(App, "_display", showing)
    return screen


def in_the_notes(rows: list[str]) -> list[str]:
    """The rows within their frame, but for the bottom one, which tells of the saving."""
    top = next(n for n, row in enumerate(rows) if "Notities" in row)
    return [row.rstrip() for row in rows[top + 1 : top + 8]]


@pytest.mark.parametrize(
    "keys",
    [
        ["enter", "x", "enter", "enter"],
        ["up", "up", "enter", "y"],
        ["backspace"] * 12,
        ["ctrl+home", "enter", "delete", "delete"],
        ["up", "up", "shift+up", "shift+up", "backspace"],
        ["f2", "f2", "f2", "ctrl+z", "ctrl+z"],
        ["up", "end", *"woorden die niet meer op de regel passen en dus verder gaan"],
        ["enter"] * 20,
    ],
    ids=[
        "new rows",
        "in the middle",
        "joined",
        "at the top",
        "selected",
        "cards",
        "wrap",
        "scroll",
    ],
)
async def test_the_terminal_shows_the_notes_as_they_are_after_every_key(home, painted, keys):
    async with home.at_meeting(size=(80, 24)) as window:
        await window.type("\n".join(f"regel {n}" for n in range(5)))
        notes = window.app.screen.query_one("#notes")
        for key in keys:
            await window.press(key)
            await window.settle()
            shown = painted.display
            notes.refresh()  # every row of it is made anew
            await window.settle()
            assert in_the_notes(shown) == in_the_notes(painted.display)
