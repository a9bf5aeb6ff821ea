"""A route goes from one folder to another as JSON, on the command line."""

import json
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.storage.archive import Archive


@pytest.fixture
def exported(sessions: Path, tmp_path: Path) -> Path:
    """English practice family as JSON."""
    file = tmp_path / "swallow.json"
    words = ("export", "Swallow", "--format", "json", "-o", file, "--sessions", sessions)
    assert relroute(*words).returncode == 0
    return file


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere"


def test_all_of_a_route_is_imported_under_a_new_id(
    exported: Path, sessions: Path, elsewhere: Path
) -> None:
    answer = relroute("import", exported, "--sessions", elsewhere)
    assert (answer.returncode, answer.stderr) == (0, "")
    (found,) = Archive(elsewhere).listing().routes
    assert found.id in answer.stdout

    def content(folder: Path) -> object:
        name = ("export", "Swallow", "--format", "json", "--sessions", folder)
        document = json.loads(relroute(*name).stdout)
        return document["route"].pop("id"), document

    (first_id, first), (second_id, second) = content(sessions), content(elsewhere)
    assert first == second
    assert first_id != second_id


def test_a_nickname_that_is_there_needs_another(exported: Path, sessions: Path) -> None:
    refused = relroute("import", exported, "--sessions", sessions)
    assert refused.returncode == 1
    assert "--nickname" in refused.stderr
    assert "Nothing was imported" in refused.stderr
    assert relroute("import", exported, "--nickname", "Finch", "--sessions", sessions).stdout
    assert {route.nickname for route in Archive(sessions).listing().routes} == {
        "Swallow",
        "Zwaluw",
        "Finch",
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no file"),
        ("no JSON", "holds no route as JSON"),
        ('{"format": 999, "route": {}}', "newer relroute"),
        ('{"format": 3, "route": {"id": 7}}', "$.route.id"),
    ],
)
def test_what_is_no_route_is_told_in_a_line_and_nothing_is_made(
    content: str | None, words: str, tmp_path: Path, elsewhere: Path
) -> None:
    file = tmp_path / "from-somebody.json"
    if content is not None:
        file.write_text(content, "utf-8")
    answer = relroute("import", file, "--sessions", elsewhere)
    assert answer.returncode == 1
    assert words in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert not elsewhere.exists()


def test_json_is_of_a_whole_route(sessions: Path) -> None:
    words = ("export", "Swallow", "--format", "json", "--what", "letter", "--sessions", sessions)
    assert relroute(*words).returncode == 2


def test_a_file_must_be_named(elsewhere: Path) -> None:
    assert relroute("import", "--sessions", elsewhere).returncode == 2
