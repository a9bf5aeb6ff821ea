"""The computer reads the card or the agreement, and any key makes it stop."""

import threading
from collections.abc import Iterable

import pytest

from relroute_tui.speech.speaker import Outcome, Spoken
from relroute_tui.ui import reading_aloud

pytestmark = pytest.mark.usefixtures("quick_saving")
READ_ALOUD = "alt+y"


class FakeSpeaker:
    """Says a text until it is stopped."""

    def __init__(self) -> None:
        self.said: list[list[Spoken]] = []
        self.outcome: Outcome | None = None
        """Return what came of it at once, or None where it goes on until it is stopped."""
        self._stopped = threading.Event()
        self.is_speaking = False

    def say(self, parts: Iterable[Spoken]) -> Outcome:
        self.said.append([part for part in parts if part.text])
        if self.outcome is not None:
            return self.outcome
        stopped, self.is_speaking = self._stopped, True
        stopped.wait(60)
        return Outcome.STOPPED

    def stop(self) -> bool:
        was_speaking, self.is_speaking = self.is_speaking, False
        self._stopped.set()
        self._stopped = threading.Event()
        return was_speaking


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> FakeSpeaker:
    fake = FakeSpeaker()
    monkeypatch.setattr(reading_aloud, "Speaker", lambda: fake)
    return fake


async def test_the_card_and_the_agreement_are_read_until_a_key(one_family, speaker):
    async with one_family.at_meeting() as window:
        await window.press(READ_ALOUD)
        await window.hears("Er ligt nog geen kaart")
        assert speaker.said == []

        await window.press("f2")
        for key in ("f8", READ_ALOUD, "x"):
            before = len(speaker.said)
            window.strike(READ_ALOUD)
            await window.until(lambda: speaker.is_speaking)
            await window.press(key)
            assert not speaker.is_speaking
            assert len(speaker.said) == before + 1
            if key == "f8":
                await window.press("f8")
        question = window.app.screen.controller.question
        (first, youngest) = speaker.said[-1]
        assert (first.text, first.language) == (question, "nl")
        assert youngest.language == "nl"
        assert window.notes.endswith("x")

        speaker.outcome = Outcome.NO_VOICE
        await window.press(READ_ALOUD)
        await window.hears("Deze computer heeft geen stem voor deze taal.")
        await window.type("\n- [ ] Anna belt Zwaluw om 19.00 uur. @Anna")
        await window.round_off()
        speaker.outcome = Outcome.NOT_HEARD
        await window.press(READ_ALOUD)
        await window.hears("De stem gaf geen geluid.")
        assert [part.text for part in speaker.said[-1]] == ["Anna belt Zwaluw om 19 uur. Anna"]
        before = len(speaker.said)
        await window.press("f9", READ_ALOUD)
        assert len(speaker.said) == before
