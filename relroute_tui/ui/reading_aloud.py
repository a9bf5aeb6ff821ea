"""Reading aloud for a screen that asks for it, until the next key."""

from collections.abc import Sequence
from functools import partial

from textual.app import App
from textual.events import Event

from relroute_tui.language import _
from relroute_tui.language.speaking import as_spoken
from relroute_tui.speech.speaker import Outcome, Speaker, Spoken


class Reader:
    """The one voice of this window. It keeps nothing of what it said."""

    def __init__(self, app: App[None], speaker: Speaker | None = None) -> None:
        self._app = app
        self._speaker = speaker or Speaker()
        self._key: Event | None = None
        """The last key that came; a key comes to the app once more where nobody took it."""
        self._was_stopped = False
        """Whether that key made it stop."""

    def take_key(self, key: Event) -> None:
        """Be silent at a key, and know for the rest of it that this is what the key did."""
        if key is not self._key:
            self._key, self._was_stopped = key, self._speaker.stop()

    def stop(self) -> None:
        """Be silent, as the app ends."""
        self._speaker.stop()

    def read(self, parts: Sequence[tuple[str, str]]) -> None:
        """Read these in a thread, unless the same key has just made it stop."""
        if not self._was_stopped:
            self._app.run_worker(partial(self._say, tuple(parts)), thread=True, exit_on_error=False)

    def _say(self, parts: Sequence[tuple[str, str]]) -> None:
        spoken = [Spoken(as_spoken(text, language), language) for text, language in parts]
        problem = {
            Outcome.NO_VOICE: _("This computer has no voice for this language."),
            Outcome.NOT_HEARD: _("The voice gave no sound. Is there a loudspeaker?"),
        }.get(self._speaker.say(spoken))
        if problem:
            self._app.call_from_thread(self._app.notify, problem, markup=False)
