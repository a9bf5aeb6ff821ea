"""The voices of macOS."""

import re
from collections.abc import Mapping
from typing import Final

from relroute_tui.speech.system import SpeechSystem, first_of_each

_VOICE: Final = re.compile(r"^(?P<name>.+?)\s+(?P<language>[a-z]{2,3}[_-]\w+)\s+#", re.MULTILINE)


def _voices_in(listed: str) -> Mapping[str, str]:
    return first_of_each([(voice["language"], voice["name"]) for voice in _VOICE.finditer(listed)])


def _speak_with(_language: str, voice: str) -> tuple[str, ...]:
    return "-v", voice, "-f", "-"


MACOS: Final = SpeechSystem(
    program="say", ask_voices=("-v", "?"), voices_in=_voices_in, speak_with=_speak_with
)
