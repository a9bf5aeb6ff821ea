"""`relroute export ROUTE --paper …`: what goes home from one meeting."""

import re
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.environment import shipped

PAPERS = {"child": "Voor Zwaluw", "family": "Wat we afspraken op", "record": "Verslag van"}
BEGINNINGS = {"md": b"# ", "html": b"<!doctype html>", "odt": b"PK", "docx": b"PK"}


def export(*words: str | Path):
    return relroute(
        "export", "practice-nl", *words, "--sessions", shipped("sessions"), "--lang", "nl"
    )


@pytest.mark.parametrize("format_", BEGINNINGS)
def test_a_paper_is_written_in_each_format(tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"paper.{format_}"
    answer = export("--paper", "record", "--format", format_, "-o", file)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert file.read_bytes().startswith(BEGINNINGS[format_])


def test_there_is_a_paper_for_each() -> None:
    for paper, title in PAPERS.items():
        assert export("--paper", paper).stdout.startswith(f"# {title}")


def test_a_paper_without_a_file_is_told_at_once() -> None:
    answer = export("--paper", "family", "--meeting", "1")
    assert answer.returncode == 0
    assert answer.stdout.startswith("# Wat we afspraken op woensdag 27 augustus 2025\n")


def test_large_print_is_a_choice() -> None:
    assert 'class="large"' in export("--paper", "family", "--format", "html", "--large").stdout


@pytest.mark.parametrize("format_", BEGINNINGS)
def test_only_the_sections_that_are_asked_for_are_on_it(tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"paper.{format_}"
    words = ("--paper", "family", "--what", "Next, whom-to-ask", "--format", format_, "-o", file)
    assert export(*words).stderr == ""
    whole = tmp_path / f"whole.{format_}"
    export("--paper", "family", "--format", format_, "-o", whole)
    assert len(file.read_bytes()) < len(whole.read_bytes())
    if format_ == "md":
        titles = re.findall("^## (.*)", file.read_text("utf-8"), re.MULTILINE)
        assert titles == ["Wanneer we elkaar weer spreken", "Lukt iets niet, of heb je een vraag?"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--paper", "poster"), "--paper child|family|record"),
        (("--paper", "family", "--meeting", "all"), "Een papier gaat over één gesprek"),
        (("--paper", "family", "--person", "Anna"), "Alleen het blad van een kind"),
        (("--paper", "child", "--person", "Anna"), "Er is: Zwaluw."),
        (("--format", "html"), "--paper"),
        (("--large",), "--paper"),
        (("--paper", "family", "--format", "docx"), "-o FILE"),
        (("--paper", "family", "--format", "json"), "Een papier is voor mensen"),
        (("--paper", "family", "--what", "next,author"), "“author” is geen deel van dit papier."),
        (("--paper", "child", "--what", ""), "present, agreements, said"),
        (("--what", "next"), "--what route|"),
        (("--paper", "family", "--meeting", "99"), "Dat gesprek is er niet"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(words: tuple[str, ...], expected: str) -> None:
    answer = export(*words)
    assert answer.returncode in (1, 2)
    assert expected in answer.stderr
    assert answer.stdout == ""


def test_a_template_with_a_fault_is_told_and_ours_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "record"
    folder.mkdir(parents=True)
    (folder / "nl.md").write_text("# Ons verslag", "utf-8")
    answer = export("--paper", "record", "--cards", tmp_path)
    assert answer.returncode == 0
    assert answer.stdout.startswith("# Verslag van een afstemmingsgesprek\n")
    assert f"{folder / 'nl.md'}:1: “agreements” staat er niet in." in answer.stderr
