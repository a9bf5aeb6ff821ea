"""`relroute export ROUTE --what …`: the route, its contact, the comparison, its agreements."""

import zipfile
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.environment import shipped


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("route", "# De route van "),
        ("contact", "# Contact op de route van "),
        ("comparison", "# Naast elkaar, op de route van "),
        ("agreements", "# De afspraken van de route van "),
        ("meeting", ": gesprek 6, "),
    ],
)
def test_each_part_of_a_route_can_be_taken_along(what: str, expected: str) -> None:
    answer = relroute(
        "export", "practice-nl", "--what", what, "--sessions", shipped("sessions"), "--lang", "nl"
    )
    assert answer.returncode == 0
    assert expected in answer.stdout.splitlines()[0]
    assert answer.stderr == ""


@pytest.mark.parametrize(("language", "word"), [("nl", "oma"), ("en", "gran")])
def test_everything_that_is_taken_along_calls_the_carers_by_the_word_of_the_route(
    language: str, word: str, tmp_path: Path
) -> None:
    def written(*words: str | Path) -> str:
        route = f"practice-gran-{language}"
        answer = relroute(words[0], route, *words[1:], "--sessions", sessions, lang=language)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    sessions, book = shipped("sessions"), tmp_path / "book.epub"
    whats = (
        "route",
        "contact",
        "comparison",
        "agreements",
        "letter",
        "child-letter",
        "handover",
        "meeting",
    )
    texts = [written("export", "--what", what) for what in whats]
    texts += [written("export", "--paper", paper) for paper in ("child", "family", "record")]
    texts += [written("report"), written("calendar")]
    written("book", "-o", book)
    with zipfile.ZipFile(book) as pages:
        texts += [pages.read(name).decode() for name in pages.namelist() if "html" in name]
    assert sum(word in text.casefold() for text in texts) >= 8
    for text in texts:
        assert "{carer" not in text.casefold()
        assert "{opvoeder" not in text.casefold()
        for other in ("pleegouder", "foster parent"):
            assert other not in text.casefold()


def test_what_does_not_exist_is_told_with_what_does() -> None:
    answer = relroute("export", "practice-nl", "--what", "everything")
    assert answer.returncode == 2
    assert (
        "route|contact|comparison|agreements|letter|child-letter|handover|meeting" in answer.stderr
    )
