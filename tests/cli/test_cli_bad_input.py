"""Whatever goes wrong: one plain line, the right exit code, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from relroute_command import PATIENCE, ROOT, relroute, relroute_as_a_process, world

from relroute_tui.cli.command import NAMES

EVERY_COMMAND = ", ".join(NAMES)

POSIX = pytest.mark.skipif(os.name == "nt", reason="about pipes and descriptors as POSIX has them")


def one_line(answer: subprocess.CompletedProcess[str]) -> str:
    assert answer.stderr.startswith("relroute: ")
    assert answer.stderr.count("\n") == 1
    assert "Traceback" not in answer.stderr
    return answer.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("nonsense",),
            f"Choose one of these: {EVERY_COMMAND}.",
        ),
        (("--nonsense",), "“--nonsense” is not understood here."),
        (("list", "more"), "“more” is not understood here."),
        (("list", "--meet"), "“--meet” is not understood here."),
        (("list", "--json=3"), "--json takes no value."),
        (("--lang", "fr", "list"), "Write it like this: --lang nl|en."),
        (("list", "--sessions"), "Write it like this: --sessions DIR."),
        (("list", "--sessions", ""), "Write it like this: --sessions DIR."),
        (("open",), "Say which route."),
        (("export",), "Say which route."),
        (
            ("export", "Swallow", "--format", "pdf"),
            "Write it like this: --format md|html|odt|docx|json.",
        ),
        (("export", "Swallow", "-o"), "Write it like this: -o/--output FILE."),
        (("backup", ""), "Fill in DIR; it is empty."),
        (("cards",), "Choose one of these: list, check."),
        (("cards", "eat"), "Choose one of these: list, check."),
        (("list", "--sess"), "“--sess” is not understood here."),
        (("list", "--passphrase-fd", "x"), "Write it like this: --passphrase-fd N."),
        (("--passphrase-fd=0",), "“--passphrase-fd=0” is not understood here."),
        *(
            ((*words, "--passphrase-fd=0"), "“--passphrase-fd=0” is not understood here.")
            for words in (("open", "Swallow"), ("practice",), ("backup", "DIR"), ("doctor",))
        ),
    ],
)
def test_wrong_usage_is_told_with_a_hint(words: tuple[str, ...], told: str) -> None:
    answer = relroute(*words)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert one_line(answer).startswith(f"relroute: {told} ")
    assert "`relroute --help` shows what you can type." in answer.stderr


def test_wrong_usage_is_told_in_dutch() -> None:
    answer = relroute("niks", "--lang", "nl")
    assert answer.returncode == 2
    assert one_line(answer) == (
        f"relroute: Kies er een van: {EVERY_COMMAND}. Met `relroute --help` zie je wat er kan.\n"
    )


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "There is no terminal here"), ("nl", "Er is hier geen terminal")],
)
@pytest.mark.parametrize("words", [(), ("practice",), ("open", "Swallow"), ("practice", "--meet")])
def test_without_a_terminal_no_screen_opens(
    sessions: Path, words: tuple[str, ...], lang: str, told: str
) -> None:
    answer = relroute(*words, "--sessions", sessions, lang=lang)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert told in one_line(answer)


@pytest.mark.parametrize("command", [("open",), ("export",)])
def test_a_route_that_is_not_there(sessions: Path, command: tuple[str, ...]) -> None:
    for wanted in ("Nobody", "", "../practice-en", "settings", "x" * 500, "[/ Anna]"):
        answer = relroute(*command, "--sessions", sessions, "--", wanted)
        assert (answer.returncode, answer.stdout) == (1, "")
        assert "There is no such route." in one_line(answer)


def test_a_meeting_that_is_not_there_tells_which_there_are(sessions: Path) -> None:
    answer = relroute("export", "Swallow", "--meeting", "m9", "--sessions", sessions)
    assert answer.returncode == 1
    assert "This route has: m1, m2, m3, m4, m5, m6." in one_line(answer)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is damaged"),
        ("[]", "was not made by relroute"),
        ('{"about": {"1": {"format": 99}}}', "was made by a newer relroute"),
    ],
)
def test_a_file_that_is_no_route_of_ours_is_left_alone(
    sessions: Path, content: str, told: str
) -> None:
    file = sessions / "bad22222.json"
    file.write_text(content, encoding="utf-8")
    for command in ("open", "export"):
        answer = relroute(command, "bad22222", "--sessions", sessions)
        assert answer.returncode == 1
        assert told in one_line(answer)
    assert file.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("words", [(), ("list",), ("export", "Sam"), ("open", "Sam")])
def test_a_folder_that_can_not_be(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    answer = relroute(*words, "--sessions", tmp_path / "file")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert str(tmp_path / "file") in one_line(answer)


def test_a_place_for_an_export_that_can_not_be(sessions: Path, tmp_path: Path) -> None:
    route_file = sessions / "practice-en.json"
    before = route_file.read_bytes()
    for place, told in (
        (tmp_path, "is a folder. Name a file in it."),
        (tmp_path / "no" / "where.md", "Make it first."),
        (tmp_path / ("a" * 300) / "b.md", "cannot be reached. Nothing was written."),
        (route_file, "A route may be kept in"),
    ):
        answer = relroute("export", "Swallow", "-o", place, "--sessions", sessions)
        assert (answer.returncode, answer.stdout) == (1, "")
        assert told in one_line(answer)
    assert route_file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["sessions"]


@pytest.mark.parametrize("words", [("list",), ("check",)])
def test_a_folder_with_decks_that_is_not_there(words: tuple[str, ...], tmp_path: Path) -> None:
    answer = relroute("cards", *words, "--cards", tmp_path / "gone")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert str(tmp_path / "gone") in one_line(answer)


def test_a_deck_that_is_not_there_is_a_fault() -> None:
    answer = relroute("cards", "check", "nowhere.md")
    assert answer.returncode == 1
    assert answer.stdout.startswith("nowhere.md:1: This file cannot be read.")


@POSIX
def test_who_stops_reading_is_not_told_anything(sessions: Path) -> None:
    for words in (("list",), ("cards", "list"), ("export", "Swallow"), ("--help",)):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed_pipe:
            answer = subprocess.run(
                [sys.executable, "-m", "relroute_tui", *words],
                cwd=ROOT,
                env=world(RELROUTE_SESSIONS=str(sessions)),
                stdout=closed_pipe,
                stderr=subprocess.PIPE,
                check=False,
                timeout=PATIENCE,
            )
        assert (answer.returncode, answer.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("words", [("export", "Swallow"), ("--version",)], ids=lambda it: it[0])
def test_a_full_disk_behind_the_output_is_told(sessions: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "relroute_tui", *words],
            cwd=ROOT,
            env=world(RELROUTE_SESSIONS=str(sessions), RELROUTE_LANG="en"),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    assert answer.returncode == 1
    assert answer.stderr.startswith("relroute: The answer could not be written out.")
    assert answer.stderr.count("\n") == 1


@POSIX
def test_without_an_output_at_all_it_says_so(sessions: Path) -> None:
    answer = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m relroute_tui list >&-'],
        cwd=ROOT,
        env=world(RELROUTE_SESSIONS=str(sessions), RELROUTE_LANG="en"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert answer.returncode == 1
    assert answer.stderr.startswith("relroute: The answer could not be written out.")


def test_the_output_is_utf8_whatever_the_system_writes(sessions: Path) -> None:
    old = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    answer = relroute_as_a_process("export", "Zwaluw", "--sessions", sessions, lang="nl", **old)
    assert "“het ook een tekening mag zijn”" in answer.stdout
    assert "“niks”" in relroute_as_a_process("list", "niks", lang="nl", **old).stderr


@pytest.mark.parametrize(
    "words", [("list",), ("export", "Swallow"), ("versions", "Swallow"), ("backup", "DIR")]
)
def test_a_file_where_a_folder_is_asked_is_told_as_a_file(tmp_path, words) -> None:
    file = tmp_path / "routes"
    file.write_text("a text")
    words = [str(tmp_path / "stick") if word == "DIR" else word for word in words]
    answer = relroute(*words, "--sessions", file)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert one_line(answer) == (
        f"relroute: There is a file where the folder for the routes should be: {file}. "
        "Nothing was changed. Choose a folder with --sessions.\n"
    )
    assert file.read_text() == "a text"


@POSIX
def test_a_path_that_no_system_takes_is_told_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    for words in (
        ("cards", "check", tmp_path / f"{'x' * 300}.md"),
        ("cards", "check", tmp_path / "loop.md"),
        ("--cards", tmp_path / ("x" * 300), "cards", "list"),
    ):
        answer = relroute(*words)
        assert answer.returncode == 1
        assert "The program had to stop" not in answer.stderr
        assert "Traceback" not in answer.stderr


def test_a_damaged_route_without_versions_is_erased_by_its_id(sessions: Path) -> None:
    damaged = sessions / "berg2345.json"
    damaged.write_bytes(b"{")
    answer = subprocess.run(
        [sys.executable, "-m", "relroute_tui", "erase", "berg2345", "--sessions", sessions],
        cwd=ROOT,
        env=world(RELROUTE_LANG="en"),
        input="berg2345\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert answer.returncode == 0, answer.stderr
    assert not damaged.exists()
