"""Report on a year, on the command line: of one route, or of all in numbers."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from relroute_command import relroute

from relroute_tui.storage.archive import Archive


def report(sessions: Path, *words: str | Path, lang: str = "en"):
    return relroute("report", *words, "--sessions", sessions, lang=lang)


def test_a_report_tells_what_was_spoken_about_agreed_and_how_it_went(sessions: Path) -> None:
    text = report(sessions, "Swallow").stdout
    assert "## Contact and visits" in text
    assert "- Wednesday 1 October 2025: What do you like to do when you see each other" in text
    assert "What got in the way: “Anna's late shift ran over twice" in text
    assert "### Anna" in text


def test_a_theme_and_a_time_narrow_it_down(sessions: Path) -> None:
    words = ("Zwaluw", "--theme", "Contact en bezoek", "--to", "1 februari 2026")
    text = report(sessions, *words, lang="nl").stdout
    assert text.count("\n## ") == 2  # the theme, and how everyone came and went
    assert "2025" in text
    assert "25 februari 2026" not in text


def test_the_page_has_a_plot_with_words_for_every_line_of_numbers(
    sessions: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    assert report(sessions, "Swallow", "--format", "html", "-o", page).returncode == 0
    drawn = page.read_text("utf-8").split("<svg")[1:]
    assert len(drawn) > 20
    for each in drawn:
        svg = ElementTree.fromstring("<svg" + each.split("</svg>")[0] + "</svg>")
        words = [element.text or "" for element in svg.iter("text")]
        assert words[0].startswith("10 · ")
        assert words[-1].startswith("0 · ")
        assert svg.get("aria-label")


def test_json_says_the_same_to_another_program(sessions: Path) -> None:
    said = json.loads(report(sessions, "Swallow", "--format", "json").stdout)
    assert list(said) == ["meetings", "themes", "people"]
    outcomes = {
        look["outcome"]
        for theme in said["themes"]
        for agreement in theme["agreements"]
        for look in agreement["look_backs"]
    }
    assert outcomes == {"kept", "partly", "not-yet"}


def test_all_routes_together_say_nothing_of_fewer_than_ten(sessions: Path) -> None:
    assert "Too few families" in report(sessions).stdout
    assert json.loads(report(sessions, "--format", "json").stdout) == {
        "families": None,
        "meetings": None,
        "themes": [],
    }


def test_ten_routes_together_give_counts_without_a_name(sessions: Path, tmp_path: Path) -> None:
    from msgspec.structs import replace

    route = Archive(sessions).load("practice-en")
    many = Archive(tmp_path / "many")
    for number in range(10):
        family = replace(route, id=f"family-{number}", nickname=f"Family {number}")
        many.create(family).close()
    answer = report(tmp_path / "many")
    assert "About 10 families had a meeting." in answer.stdout
    assert "spoken about: 30 times" in answer.stdout
    assert "not yet: fewer than ten families" in answer.stdout
    assert not {"Family", "Anna", "Swallow"} & set(answer.stdout.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--theme", "weather"), "Choose one of these: knowing, "),
        (("--from", "some day"), "--from: “some day” is not one clear day."),
        (("--format", "html"), "As a page, a report is about one route."),
    ],
)
def test_what_cannot_be_asked_is_told(sessions: Path, words: tuple[str, ...], told: str) -> None:
    answer = report(sessions, *words)
    assert answer.returncode == 2
    assert told in answer.stderr
