"""Speech Dispatcher: the voice that somebody on Linux chose for their screen reader.

It starts a server, which stays and goes on speaking after its client has ended.
"""

import re
from collections.abc import Mapping
from typing import Final

from relroute_tui.speech.system import SpeechSystem, first_of_each

_COLUMNS: Final = re.compile(r"\s{2,}")
_NAME_AND_LANGUAGE: Final = 2


def _voices_in(listed: str) -> Mapping[str, str]:
    rows = [_COLUMNS.split(row.strip()) for row in listed.splitlines()[1:]]
    return first_of_each([(row[1], row[0]) for row in rows if len(row) >= _NAME_AND_LANGUAGE])


def _speak_with(language: str, _voice: str) -> tuple[str, ...]:
    return "--wait", "--pipe-mode", "--language", language.partition("-")[0]


DISPATCHER: Final = SpeechSystem(
    program="spd-say",
    ask_voices=("--list-synthesis-voices",),
    voices_in=_voices_in,
    speak_with=_speak_with,
    silence=("--cancel",),
)
