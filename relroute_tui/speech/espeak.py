"""espeak-ng: small, quick, and on many a Linux laptop already."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.speech.system import SpeechSystem, first_of_each

_LANGUAGE, _FILE = 1, 4
"""Columns of its list of voices; a name there may have blanks, written as `_`."""
_ANOTHER_PROGRAM: Final = "mb/"
"""Voices of mbrola are listed where that is not installed, and then say nothing."""


def _voices_in(listed: str) -> Mapping[str, str]:
    rows = [row.split() for row in listed.splitlines()[1:]]
    return first_of_each(
        [
            (row[_LANGUAGE], row[_LANGUAGE])
            for row in rows
            if len(row) > _FILE and not row[_FILE].startswith(_ANOTHER_PROGRAM)
        ]
    )


def _speak_with(_language: str, voice: str) -> tuple[str, ...]:
    return "-v", voice, "-b", "1", "--stdin"


ESPEAK: Final = SpeechSystem(
    program="espeak-ng",
    ask_voices=("--voices",),
    voices_in=_voices_in,
    speak_with=_speak_with,
)
