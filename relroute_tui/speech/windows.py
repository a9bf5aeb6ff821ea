"""The voices of Windows, through the PowerShell that every Windows has."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.speech.system import SpeechSystem, first_of_each

_PREPARED: Final = (
    "Add-Type -AssemblyName System.Speech; "
    "[Console]::InputEncoding = [Console]::OutputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
)
_LIST: Final = (
    "$voice.GetInstalledVoices() | Where-Object Enabled | "
    "ForEach-Object { $_.VoiceInfo.Culture.Name + '|' + $_.VoiceInfo.Name }"
)
_SPEAK: Final = "$voice.SelectVoice('{voice}'); $voice.Speak([Console]::In.ReadToEnd())"
_QUIETLY: Final = ("-NoLogo", "-NoProfile", "-NonInteractive", "-Command")


def _voices_in(listed: str) -> Mapping[str, str]:
    rows = [row.strip().split("|", 1) for row in listed.splitlines() if "|" in row]
    return first_of_each([(language, name) for language, name in rows])


def _speak_with(_language: str, voice: str) -> tuple[str, ...]:
    quoted = voice.replace("'", "''")  # as PowerShell writes a quote within quotes
    return *_QUIETLY, _PREPARED + _SPEAK.format(voice=quoted)


WINDOWS: Final = SpeechSystem(
    program="powershell.exe",
    ask_voices=(*_QUIETLY, _PREPARED + _LIST),
    voices_in=_voices_in,
    speak_with=_speak_with,
)
