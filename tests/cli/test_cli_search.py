"""`relroute search`: every sentence with some words in it, in all routes."""

import json
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.environment import shipped


def search(*words: str | Path, sessions: Path | None = None):
    return relroute("search", *words, "--sessions", sessions or shipped("sessions"), lang="nl")


def test_each_find_shows_its_sentence_with_where_and_when() -> None:
    answer = search("late dienst", "bereik")
    assert answer.returncode == 0
    line = answer.stdout.splitlines()[0]
    route, nickname, day, source, sentence = line.split("\t")
    assert (route, nickname, day, source) == ("practice-nl", "Zwaluw", "2025-10-01", "notes")
    assert "De late dienst van Anna liep uit" in sentence


def test_another_program_gets_a_list_with_all_that_can_be_asked() -> None:
    answer = search("--who", "papa", "--open", "--json")
    (found,) = json.loads(answer.stdout)
    assert found.keys() == {
        "route", "nickname", "sentence", "source", "day", "phase", "themes", "names", "open",
        "meeting",
    }  # fmt: skip
    assert found["source"] == "contact"
    assert found["open"] is True
    assert found["phase"] == "installation"
    assert json.loads(search("nooitgezegd", "--json").stdout) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Zeg wat je zoekt"),
        (("bus", "--open", "--done"), "niet allebei"),
        (("bus", "--theme", "voetbal"), "Kies er een van"),
        (("bus", "--from", "misschien"), "--from"),
        (("bus", "--phase", "later"), "installation|stabilisation|evaluation"),
    ],
)
def test_wrong_usage_is_told_with_what_is_right(words: tuple[str, ...], sentence: str) -> None:
    answer = search(*words)
    assert answer.returncode == 2
    assert sentence in answer.stderr


def test_a_route_that_does_not_open_is_told_after_what_was_found(tmp_path: Path) -> None:
    for name in ("practice-nl.json", "practice-en.json"):
        (tmp_path / name).write_bytes((shipped("sessions") / name).read_bytes())
    (tmp_path / "practice-en.json").write_text("{", encoding="utf-8")
    answer = search("late dienst", sessions=tmp_path)
    assert answer.returncode == 1
    assert "late dienst" in answer.stdout
    assert "practice-en.json" in answer.stderr
    nothing = search("nooitgezegd")
    assert nothing.returncode == 0
    assert nothing.stdout == ""
    assert nothing.stderr
