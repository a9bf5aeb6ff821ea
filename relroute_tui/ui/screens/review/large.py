"""The agreements of a meeting, one by one, so large that everyone can read them."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.dialogs.large import LargeScreen
from relroute_tui.ui.widgets.large_letters import LargeLetters

_STEPS = {"left": -1, "right": 1}


class LargeAgreements(LargeScreen):
    """Left and right go to the next agreement, any other key goes back."""

    CSS_PATH = ["../../dialogs/large.tcss"]

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(sentences[0])
        self._sentences = sentences
        self._place = 0

    def compose(self) -> ComposeResult:
        """Show the letters, and small below them which agreement it is."""
        yield from super().compose()
        yield Static(self._where, id="where", markup=False)

    @property
    def _where(self) -> str:
        where = _("Agreement {n} of {all}").format(n=self._place + 1, all=len(self._sentences))
        return f"←  {where}  →" if len(self._sentences) > 1 else where

    def on_key(self, event: Key) -> None:
        """Show another agreement at an arrow; what other keys do is `LargeScreen`'s."""
        step = _STEPS.get(event.key)
        if step is None:
            return
        event.stop()
        event.prevent_default()
        self._place = max(0, min(self._place + step, len(self._sentences) - 1))
        self.query_one(LargeLetters).text = self._sentences[self._place]
        self.say_in_small(self._sentences[self._place])
        self.query_one("#where", Static).update(self._where)
