"""The answers that are always there: don't know, and rather not say."""

from collections.abc import Mapping

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from relroute_tui.domain.questionnaire.answers import Silence
from relroute_tui.language import _
from relroute_tui.language.questionnaire_words import SILENCES


class Silences(Static):
    """One line, the same under every question; a mark says which one was chosen."""

    silence: reactive[Silence | None] = reactive(None)

    class Chosen(Message):
        """Somebody pointed at one."""

        def __init__(self, silence: Silence) -> None:
            super().__init__()
            self.silence = silence

    def __init__(self, keys: Mapping[Silence, str], id: str | None = None) -> None:
        """`keys` is what says each that may be given, as it is shown."""
        super().__init__(id=id)
        self._keys = keys

    def render(self) -> Content:
        """Show each with its key."""
        return Content("      ").join(self._one(silence) for silence in self._keys)

    def _one(self, silence: Silence) -> Content:
        chosen = silence is self.silence
        return Content.from_markup(
            f"[@click=choose('{silence.value}')][bold $now]$key[/]  $symbol $word[/]",
            key=self._keys[silence],
            symbol="●" if chosen else "○",
            word=_(SILENCES[silence]),
        )

    def action_choose(self, silence: str) -> None:
        """Choose by pointing."""
        self.post_message(self.Chosen(Silence(silence)))
