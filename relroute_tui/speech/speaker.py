"""Says a text with the first system here that has a voice for its language, until it is stopped."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.speech.dispatcher import DISPATCHER
from relroute_tui.speech.espeak import ESPEAK
from relroute_tui.speech.macos import MACOS
from relroute_tui.speech.system import SpeechSystem, tag
from relroute_tui.speech.windows import WINDOWS

LONGEST_LIST: Final = 10.0
"""Seconds for a list of voices: the first start of a server, or of PowerShell, takes a while."""
LONGEST_SPEECH: Final = 180.0
"""Seconds for one text."""
LONGEST_SILENCE: Final = 2.0
"""Seconds for a server to take the word that it should be silent; nobody waits for it."""
_FAILED: Final = b"error"
"""Error output of espeak-ng without a sound device; its exit status is 0 all the same."""


class Spoken(Struct, frozen=True):
    """A text and its language, a BCP 47 tag."""

    text: str
    language: str


class Outcome(StrEnum):
    """Outcome of reading a text aloud."""

    SAID = "said"
    STOPPED = "stopped"
    NO_VOICE = "no-voice"
    """Nothing here has a voice for the language."""
    NOT_HEARD = "not-heard"
    """The voice ended with an error: there is no loudspeaker, say."""


def systems_of(platform: str) -> tuple[SpeechSystem, ...]:
    """Return the systems that may be on this platform, the one to ask first in front."""
    if platform == "win32":
        return (WINDOWS,)
    return (MACOS, ESPEAK) if platform == "darwin" else (DISPATCHER, ESPEAK)


class Speaker:
    """Speaks one text at a time. `stop` may come from any thread, at any moment."""

    def __init__(
        self,
        systems: Sequence[SpeechSystem] | None = None,
        which: Callable[[str], str | None] = shutil.which,
    ) -> None:
        self._systems = systems_of(sys.platform) if systems is None else tuple(systems)
        self._which = which
        self._voices: dict[str, Mapping[str, str]] = {}
        """Voices of each program, asked for once."""
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._system: SpeechSystem | None = None
        self._turn = 0
        """Goes up with every text and every stop: a thread with an older number is silent."""
        self._speaking: int | None = None
        """The number of the text that is being read, or about to be."""

    def say(self, parts: Iterable[Spoken]) -> Outcome:
        """Say these one after the other, each with the voice of its language; return when done.

        A part without a voice is left out, unless all of them are.
        """
        with self._lock:
            self._turn += 1
            self._speaking = turn = self._turn
        try:
            outcomes = [self._say(part, turn) for part in parts if part.text.strip()]
        finally:
            with self._lock:
                if self._speaking == turn:
                    self._speaking = None
        order = (Outcome.STOPPED, Outcome.SAID, Outcome.NOT_HEARD)
        return next((outcome for outcome in order if outcome in outcomes), Outcome.NO_VOICE)

    def stop(self) -> bool:
        """Be silent at once; return whether something was being said."""
        with self._lock:
            was_speaking, self._speaking = self._speaking is not None, None
            self._turn += 1
            process, system, self._process = self._process, self._system, None
        if process is None:
            return was_speaking
        with suppress(OSError):
            process.kill()
        if system is not None and system.silence and (program := self._which(system.program)):
            threading.Thread(target=_silence, args=([program, *system.silence],)).start()
        return was_speaking

    def _say(self, part: Spoken, turn: int) -> Outcome:
        found = self._voice_for(part.language, turn)
        if self._turn != turn:
            return Outcome.STOPPED
        if found is None:
            return Outcome.NO_VOICE
        system, program, language, voice = found
        return self._speak(system, [program, *system.speak_with(language, voice)], part.text, turn)

    def _voice_for(self, language: str, turn: int) -> tuple[SpeechSystem, str, str, str] | None:
        """Return who speaks this language: a voice of just this tag, else one of the language."""
        wanted = tag(language)
        for system in self._systems:
            program = self._which(system.program)
            if program is None:
                continue
            voices = self._voices_of(system, program, turn)
            near = [
                voice for voice in voices if voice.partition("-")[0] == wanted.partition("-")[0]
            ]
            for known in (wanted, wanted.partition("-")[0], *near):
                if known in voices:
                    return system, program, known, voices[known]
        return None

    def _voices_of(self, system: SpeechSystem, program: str, turn: int) -> Mapping[str, str]:
        """Return what it has; nothing where it does not answer, or is stopped before it did."""
        if system.program in self._voices:
            return self._voices[system.program]
        command = [program, *system.ask_voices]
        try:
            ended = self._run(command, turn, LONGEST_LIST, stdout=subprocess.PIPE)
        except (OSError, subprocess.TimeoutExpired):
            ended = None
        if self._turn != turn:
            return {}
        listed = "" if ended is None else ended.stdout.decode("utf-8", "replace")
        return self._voices.setdefault(system.program, system.voices_in(listed))

    def _speak(self, system: SpeechSystem, command: Sequence[str], text: str, turn: int) -> Outcome:
        try:
            ended = self._run(
                command, turn, LONGEST_SPEECH, text=text, stderr=subprocess.PIPE, speaks_with=system
            )
        except OSError:
            return Outcome.NOT_HEARD
        except subprocess.TimeoutExpired:
            return Outcome.SAID
        if ended is None or self._turn != turn:
            return Outcome.STOPPED
        is_wrong = ended.returncode != 0 or _FAILED in ended.stderr.lower()
        return Outcome.NOT_HEARD if is_wrong else Outcome.SAID

    def _run(
        self,
        command: Sequence[str],
        turn: int,
        longest: float,
        *,
        text: str = "",
        stdout: int = subprocess.DEVNULL,
        stderr: int = subprocess.DEVNULL,
        speaks_with: SpeechSystem | None = None,
    ) -> subprocess.CompletedProcess[bytes] | None:
        """Run a program until it ends, or `stop` ends it; None where it was stopped before.

        Raises OSError, and TimeoutExpired after `longest` seconds.
        """
        with self._lock:
            if self._turn != turn:
                return None
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=stdout, stderr=stderr)
            self._process, self._system = process, speaks_with
        try:
            written, problems = process.communicate(text.encode(), timeout=longest)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        finally:
            with self._lock:
                if self._process is process:
                    self._process = None
        return subprocess.CompletedProcess(command, process.returncode, written, problems)


def _silence(command: Sequence[str]) -> None:
    """Tell a server to be silent, without waiting for it."""
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_SILENCE,
            check=False,
        )
