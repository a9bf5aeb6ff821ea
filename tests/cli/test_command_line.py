"""Command line, as a script or a person uses it."""

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import relroute_command
from relroute_command import relroute_as_a_process

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.storage.archive import Archive

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    """A folder with one route that had a meeting, and one that had none."""
    archive = Archive(tmp_path / "sessions")
    archive.prepare()
    people = (Participant("a", "[/ Anna]", Role.PARENT), Participant("n", "Noor", Role.FACILITATOR))
    for route_id, nickname in (("zwaluw", "Zwaluw"), ("mus", "Mus")):
        route = Route(route_id, nickname, Phase.STABILISATION, NOW, people)
        if route_id == "zwaluw":
            meeting = begin_meeting(route, "m1", 1, NOW)
            route = route.with_meeting(meeting)
        archive.create(route).close()
    return tmp_path / "sessions"


def relroute(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command where no language is asked for but by the words and the variables."""
    unset = {"LANG": "", "LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": ""}
    return relroute_command.relroute(*words, **{"lang": "", **unset, **variables})


def tells(answer: subprocess.CompletedProcess[str], code: int = 1) -> str:
    """Return the one plain line of a command that did not do what was asked."""
    assert answer.returncode == code, answer.stderr
    assert "Traceback" not in answer.stderr
    (line,) = answer.stderr.splitlines()
    assert line.startswith("relroute: ")
    return line


def test_it_says_its_version() -> None:
    answer = relroute("--version")
    assert (answer.returncode, answer.stdout) == (0, "relroute 0.1.0\n")


def test_a_process_of_its_own_says_the_same(sessions: Path) -> None:
    for words in (
        ("--version",),
        ("list", "--json"),
        ("export", "zwaluw"),
        ("list", "x"),
        ("open",),
    ):
        there = relroute_as_a_process(*words, RELROUTE_SESSIONS=str(sessions))
        here = relroute(*words, lang="en", RELROUTE_SESSIONS=str(sessions))
        assert there.returncode == here.returncode
        assert (there.stdout, there.stderr) == (here.stdout, here.stderr)


@pytest.mark.parametrize(
    ("words", "variables", "says"),
    [
        (("--help", "--lang", "nl"), {}, "gebruik: relroute"),
        (("--lang=nl", "--help"), {}, "opdrachten"),
        (("--help",), {"RELROUTE_LANG": "nl"}, "gebruik: relroute"),
        (("--help",), {"LANG": "nl_NL.UTF-8"}, "gebruik: relroute"),
        (("--help",), {"LANG": "de_DE.UTF-8"}, "usage: relroute"),
        (("export", "--help"), {"LANG": "C"}, "usage: relroute export"),
    ],
)
def test_help_is_there_in_both_languages(
    words: tuple[str, ...], variables: dict[str, str], says: str
) -> None:
    answer = relroute(*words, **variables)
    assert answer.returncode == 0
    assert says in answer.stdout


def test_every_command_of_the_contract_has_help() -> None:
    for command in ("open", "practice", "list", "export", "cards"):
        answer = relroute(command, "--help", "--lang", "nl")
        assert answer.returncode == 0
        assert f"gebruik: relroute {command}" in answer.stdout
        assert "--sessions" in answer.stdout


def test_list_has_a_line_for_each_route(sessions: Path) -> None:
    answer = relroute("list", "--sessions", sessions)
    assert answer.stdout.splitlines() == [
        "mus\tMus\tstabilisation\t-\t0",
        "zwaluw\tZwaluw\tstabilisation\t2026-11-24\t0",
    ]


def test_list_can_be_read_by_another_program(sessions: Path) -> None:
    routes = json.loads(relroute("--sessions", sessions, "list", "--json").stdout)
    assert routes[1] == {
        "id": "zwaluw",
        "nickname": "Zwaluw",
        "phase": "stabilisation",
        "last_meeting": "2026-11-24",
        "next_meeting": None,
        "open_agreements": 0,
        "unfinished_since": NOW.isoformat(),
    }


def test_the_folder_may_be_named_in_a_variable(sessions: Path) -> None:
    assert "Zwaluw" in relroute("list", RELROUTE_SESSIONS=str(sessions)).stdout


def test_export_writes_to_standard_output_or_a_file(sessions: Path, tmp_path: Path) -> None:
    shown = relroute("export", "zwaluw", "--sessions", sessions)
    assert shown.returncode == 0
    assert shown.stdout.startswith("# ")
    file = tmp_path / "out.md"
    written = relroute("export", "Zwaluw", "--sessions", sessions, "--meeting", "m1", "-o", file)
    assert (written.returncode, written.stdout) == (0, "")
    assert file.read_text(encoding="utf-8") == shown.stdout
    assert relroute("export", "zwaluw", "--sessions", sessions, "--meeting", "all").stdout


def test_export_speaks_the_language_that_was_asked(sessions: Path) -> None:
    dutch = relroute("export", "zwaluw", "--sessions", sessions, "--lang", "nl").stdout
    assert "De route van Zwaluw" in dutch


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("open", "nobody"), "Die route is er niet"),
        (("export", "nobody"), "Die route is er niet"),
        (("export", "../../etc/passwd"), "Die route is er niet"),
        (("export", "Mus"), "nog geen gesprek"),
        (("export", "zwaluw", "--meeting", "m9"), "m1"),
    ],
)
def test_what_can_not_be_done_is_one_line(
    sessions: Path, words: tuple[str, ...], says: str
) -> None:
    assert says in tells(relroute(*words, "--sessions", sessions, "--lang", "nl"))


def test_a_folder_is_not_a_file_to_write_to(sessions: Path, tmp_path: Path) -> None:
    answer = relroute("export", "zwaluw", "--sessions", sessions, "-o", tmp_path)
    assert "is a folder" in tells(answer)


def test_a_file_in_the_place_of_the_folder_is_one_line(tmp_path: Path) -> None:
    place = tmp_path / "sessions"
    place.write_text("no folder")
    assert str(place) in tells(relroute("list", "--sessions", place))
    assert place.read_text() == "no folder"


def test_a_damaged_route_is_told_and_the_others_are_listed(sessions: Path) -> None:
    (sessions / "broken.json").write_bytes(b'{"half')
    answer = relroute("list", "--sessions", sessions)
    assert len(answer.stdout.splitlines()) == 2
    assert "broken.json" in tells(answer)
    assert (sessions / "broken.json").read_bytes() == b'{"half'
    assert "damaged" in tells(relroute("export", "broken", "--sessions", sessions))


@pytest.mark.parametrize("words", [(), ("open", "zwaluw"), ("practice",), ("practice", "--meet")])
def test_without_a_terminal_there_is_one_line(sessions: Path, words: tuple[str, ...]) -> None:
    answer = relroute(*words, "--sessions", sessions)
    assert "no terminal" in tells(answer)


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("list", "--nonsense"),
        ("open",),
        ("export",),
        ("cards",),
        ("--lang", "fr", "list"),
    ],
)
def test_wrong_usage_is_one_line_and_code_two(words: tuple[str, ...]) -> None:
    for language in ("nl", "en"):
        assert "--help" in tells(relroute(*words, RELROUTE_LANG=language), code=2)


def test_cards_are_listed_with_everything_on_them() -> None:
    assert "contact/good-visit\tcontact\t1\t" in relroute("cards", "list", "--lang", "nl").stdout
    cards = json.loads(relroute("cards", "list", "--json").stdout)
    card = next(each for each in cards if each["id"] == "contact/good-visit")
    assert {"theme", "weight", "question", "follow_ups", "for_child", "categories"} <= set(card)


def test_a_faulty_deck_is_told_with_file_and_line(tmp_path: Path) -> None:
    deck = tmp_path / "mine.md"
    deck.write_text("# Mine\ntheme: nonsense\n\n## A card\n\nWhat helps?\n", encoding="utf-8")
    answer = relroute("cards", "check", deck)
    assert answer.returncode == 1
    assert f"{deck}:2: " in answer.stdout


def test_decks_of_an_own_folder_join_in(tmp_path: Path) -> None:
    deck = tmp_path / "mine.md"
    deck.write_text("# Mine\ntheme: contact\n\n## A card {#own}\n\nWhat helps?\n", encoding="utf-8")
    assert "mine/own" in relroute("cards", "list", "--cards", tmp_path).stdout


def test_the_picture_story_is_one_file_to_print(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    assert relroute("export", "--story", "-o", file, "--lang", "nl").returncode == 0
    html = file.read_text(encoding="utf-8")
    assert html.count("<svg") == 8
    assert "http" not in html.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("side", ["parents", "carers", "child"])
def test_a_questionnaire_is_one_file_to_print_for_each_moment(tmp_path: Path, side: str) -> None:
    file = tmp_path / "form.html"
    assert relroute("export", "--form", side, "-o", file, "--lang", "nl").returncode == 0
    html = file.read_text(encoding="utf-8")
    assert "Overslaan mag" in html
    assert "http" not in html.replace("http://www.w3.org/", "")
    later = relroute("export", "--form", side, "--moment", "end", "--lang", "nl")
    assert "aan het eind" in later.stdout.casefold()


def test_the_check_reads_questionnaires_and_agendas_too(tmp_path: Path) -> None:
    agendas = tmp_path / "agendas"
    agendas.mkdir()
    (agendas / "nl.md").write_text("# Samen {#joint}\n\n## Soep {#soup}\nminuten: 5\n", "utf-8")
    for path in (tmp_path, agendas / "nl.md"):
        answer = relroute("cards", "check", path)
        assert answer.returncode == 1
        assert f"{agendas / 'nl.md'}:3: " in answer.stdout


def test_a_reader_that_stops_reading_is_no_error() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "relroute_tui", "cards", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() in (0, 120)


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        (["--version"], {"textual", "rich", "tinydb", "markdown_it", "PIL"}),
        (["list"], {"textual", "rich", "tinydb", "markdown_it", "PIL"}),
        (["cards", "list"], {"textual", "rich", "tinydb", "PIL"}),
        (["export", "zwaluw"], {"textual", "rich", "PIL"}),
    ],
)
def test_what_opens_no_screen_does_not_load_one(
    sessions: Path, words: list[str], forbidden: set[str]
) -> None:
    program = (
        "import sys\n"
        "from relroute_tui.cli.main import main\n"
        f"try: main({[*words, '--sessions', str(sessions)]!r})\n"
        "except SystemExit: pass\n"
        "print('\\n@', *{name.split('.')[0] for name in sys.modules})"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert not forbidden & set(answer.stdout.split("\n@ ")[-1].split())


QUESTION = "# Mijn\nthema: contact\n\n## Een kaart {#een}\n\nWat vind je van de poespas?\n"


def test_one_deck_is_checked_with_the_words_beside_it(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "nl.txt").write_text("poespas = drukte\n", encoding="utf-8")
    (tmp_path / "nl").mkdir()
    for deck in (tmp_path / "mine.md", tmp_path / "nl" / "mine.md"):
        deck.write_text(QUESTION, encoding="utf-8")
        answer = relroute("cards", "check", deck, "--lang", "en")
        assert answer.returncode == 0
        assert f"{deck}:6: “poespas” is a hard word. Plainer: drukte." in answer.stdout


@pytest.mark.parametrize(
    "place", ["mine.md", "nl/deeper/mine.md", "xx/mine.md", "nl/mine.markdown", "agendas/mine.md"]
)
def test_a_deck_that_lies_where_nothing_reads_it_is_never_in_order(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "en").mkdir()
    deck = tmp_path / place
    deck.parent.mkdir(parents=True, exist_ok=True)
    deck.write_text("# Broken\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("What is here.\n", encoding="utf-8")
    answer = relroute("cards", "check", tmp_path)
    assert answer.returncode == 1
    assert [line.split(" ")[0] for line in answer.stdout.splitlines()] == [f"{deck}:1:"]
    assert "in order" not in answer.stdout


def test_a_broken_deck_beside_language_folders_is_told_with_the_folder(tmp_path: Path) -> None:
    for folder in ("en", "nl"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.md").write_text("# Mine\n\n### Kaart\n", encoding="utf-8")
    answer = relroute("cards", "check", tmp_path, "--lang", "en")
    assert answer.returncode == 1
    assert {line.split(":")[0] for line in answer.stdout.splitlines()} == {
        str(tmp_path / "en" / "mine.md"),
        str(tmp_path / "nl" / "mine.md"),
    }


@pytest.mark.parametrize("folder", ["templates", "story"])
def test_the_check_reads_templates_and_the_story_too(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    file = tmp_path / folder / "nl.md"
    file.write_text("# Titel\n\n<div>weg</div>\n", encoding="utf-8")
    for path in (tmp_path, file):
        answer = relroute("cards", "check", path)
        assert answer.returncode == 1
        assert answer.stdout.startswith(f"{file}:")
