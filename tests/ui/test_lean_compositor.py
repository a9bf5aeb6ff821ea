"""A frame that leaves out what did not change shows the same as one that draws everything."""

import pytest
from textual._compositor import ChopsUpdate, Compositor

from relroute_tui.ui.lean_compositor import LeanCompositor


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
