"""Voices of every system, played by small programs: who is asked, what is handed over, and stopping."""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from relroute_tui.speech import speaker
from relroute_tui.speech.dispatcher import DISPATCHER
from relroute_tui.speech.espeak import ESPEAK
from relroute_tui.speech.macos import MACOS
from relroute_tui.speech.speaker import Outcome, Speaker, Spoken, systems_of
from relroute_tui.speech.system import SpeechSystem
from relroute_tui.speech.windows import WINDOWS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script stands for each program")
PATIENCE = 60.0

LISTS = {
    ESPEAK: """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  en-gb           --/M      English_(Great_Britain) gmw/en         (en 2)
 5  nl              --/M      Dutch              gmw/nl
 7  pl              --/M      polish-mbrola      mb/mb-pl1
""",
    DISPATCHER: """                     NAME                 LANGUAGE                  VARIANT
                    Dutch                       nl                     none
  English (Great Britain)                    en-GB                     none
""",
    MACOS: """Daniel              en_GB    # Hello! My name is Daniel.
Eddy (Dutch (Netherlands)) nl_NL    # Hallo! Ik heet Eddy.
Xander              nl_NL    # Hallo! Ik heet Xander.
""",
    WINDOWS: "nl-NL|Microsoft Frank\r\nen-GB|Microsoft Hazel Desktop\r\n",
}
"""Answers about their voices, as they were seen or are documented."""
SPOKEN_WITH = {
    ESPEAK: ["-v", "nl"],
    DISPATCHER: ["--language", "nl"],
    MACOS: ["-v", "Eddy (Dutch (Netherlands))"],
    WINDOWS: ["Microsoft Frank"],
}
PROGRAM = """#!{python}
import json, os, pathlib, sys, time
folder = pathlib.Path(__file__).parent
asked = sys.argv[1:] == {ask}
heard = "" if asked or "--cancel" in sys.argv else sys.stdin.buffer.read().decode()
number = len(list(folder.glob("call-*")))
started = folder / f"call-{{number}}"
started.with_suffix(".new").write_text(json.dumps([sys.argv[1:], heard, os.getpid()]))
started.with_suffix(".new").rename(started)
if asked and (folder / "hangs").exists():
    time.sleep(600)
elif asked:
    sys.stdout.buffer.write({listed}.encode())
elif "for ever" in heard:
    time.sleep(600)
elif "no loudspeaker" in heard:
    sys.stderr.write("error: No such file or directory")
"""


class Computer:
    """A computer on which one system can speak."""

    def __init__(self, folder: Path, system: SpeechSystem) -> None:
        self._folder = folder
        program = folder / system.program
        ask, listed = repr(list(system.ask_voices)), repr(LISTS[system])
        program.write_text(PROGRAM.format(python=sys.executable, ask=ask, listed=listed))
        program.chmod(0o755)
        self.speaker = Speaker([system], self._which)

    def hang(self, *, at_its_list: bool) -> None:
        """Let the program say nothing of its voices, or answer again."""
        mark = self._folder / "hangs"
        mark.touch() if at_its_list else mark.unlink()

    def _which(self, name: str) -> str | None:
        path = self._folder / name
        return str(path) if path.is_file() else None

    @property
    def calls(self) -> list[tuple[list[str], str, int]]:
        """Return what was asked of the program: its arguments, what it read, and its process."""
        return [json.loads(path.read_text()) for path in sorted(self._folder.glob("call-?"))]


@pytest.fixture(params=LISTS, ids=lambda system: system.program)
def system(request: pytest.FixtureRequest) -> SpeechSystem:
    """Each of the systems."""
    found = request.param
    assert isinstance(found, SpeechSystem)
    return found


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_text_goes_to_a_voice_of_its_language_and_never_among_the_arguments(
    tmp_path: Path, system: SpeechSystem
) -> None:
    computer = Computer(tmp_path, system)
    text = "Anna belt; $(rm) “één” <s>"
    assert computer.speaker.say([Spoken(text, "nl-BE")]) is Outcome.SAID
    assert computer.speaker.say([Spoken("Hello", "en"), Spoken("", "en")]) is Outcome.SAID
    (asked, _, _), (arguments, heard, _), (in_english, hello, _) = computer.calls
    assert asked == list(system.ask_voices)
    assert heard == text
    assert hello == "Hello"
    said_with = " ".join(arguments)
    assert all(part in said_with for part in SPOKEN_WITH[system])
    assert "Anna" not in said_with and "Hello" not in " ".join(in_english)


def test_where_there_is_no_voice_nothing_is_started(tmp_path: Path, system: SpeechSystem) -> None:
    computer = Computer(tmp_path, system)
    assert computer.speaker.say([Spoken("ሰላም", "ti")]) is Outcome.NO_VOICE
    assert computer.speaker.say([Spoken("dzień dobry", "pl")]) is Outcome.NO_VOICE
    assert len(computer.calls) == 1
    assert Speaker([system], lambda _name: None).say([Spoken("a", "nl")]) is Outcome.NO_VOICE


def test_it_is_stopped_at_once_and_says_the_next_text_all_the_same(
    tmp_path: Path, system: SpeechSystem
) -> None:
    computer, outcomes = Computer(tmp_path, system), []
    parts = [Spoken("for ever", "nl"), Spoken("not any more", "nl")]
    thread = threading.Thread(target=lambda: outcomes.append(computer.speaker.say(parts)))
    thread.start()
    wait_until(lambda: len(computer.calls) == 2)
    assert computer.speaker.stop()
    thread.join(PATIENCE)
    assert outcomes == [Outcome.STOPPED]
    assert not computer.speaker.stop()
    if system.silence:
        wait_until(lambda: list(system.silence) in [call[0] for call in computer.calls])
    assert computer.speaker.say([Spoken("again", "nl")]) is Outcome.SAID
    assert "not any more" not in [call[1] for call in computer.calls]


def test_a_program_that_hangs_before_it_speaks_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaker, "LONGEST_LIST", 10 * PATIENCE)
    computer, outcomes = Computer(tmp_path, ESPEAK), []
    computer.hang(at_its_list=True)
    parts = [Spoken("hello", "en")]
    thread = threading.Thread(
        target=lambda: outcomes.append(computer.speaker.say(parts)), daemon=True
    )
    thread.start()
    wait_until(lambda: computer.calls)
    assert computer.speaker.stop()
    thread.join(PATIENCE)
    assert outcomes == [Outcome.STOPPED]
    computer.hang(at_its_list=False)
    assert computer.speaker.say(parts) is Outcome.SAID


def test_a_voice_without_a_loudspeaker_is_not_taken_for_heard(
    tmp_path: Path, system: SpeechSystem
) -> None:
    computer = Computer(tmp_path, system)
    assert computer.speaker.say([Spoken("no loudspeaker", "nl")]) is Outcome.NOT_HEARD


def test_each_platform_has_its_own_and_linux_asks_the_chosen_voice_first() -> None:
    assert systems_of("win32") == (WINDOWS,)
    assert systems_of("darwin")[0] is MACOS
    assert systems_of("linux") == (DISPATCHER, ESPEAK)
