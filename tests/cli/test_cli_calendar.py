"""`relroute calendar ROUTE`: visits and meetings for people's own calendars."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.environment import shipped
from relroute_tui.storage.store import RouteStore


def calendar(*words: str | Path, lang: str = "nl"):
    return relroute("calendar", "practice-nl", "--sessions", shipped("sessions"), *words, lang=lang)


def test_a_calendar_goes_to_standard_output_or_into_a_file(tmp_path: Path) -> None:
    answer = calendar()
    assert answer.returncode == 0
    assert answer.stdout.startswith("BEGIN:VCALENDAR")
    assert answer.stdout.count("BEGIN:VEVENT") == 6
    path = tmp_path / "visits.ics"
    assert calendar("-o", path).stdout == ""
    written = path.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert written.count(b"BEGIN:VEVENT") == 6


@pytest.mark.parametrize(("name", "events"), [("papa", 1), ("ANNA", 5), ("Henk", 2)])
def test_it_can_be_for_one_person(name: str, events: int) -> None:
    assert calendar("--for", name).stdout.count("BEGIN:VEVENT") == events


def test_whom_nobody_knows_is_told_with_who_is_there() -> None:
    answer = calendar("--for", "Piet")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr == (
        "relroute: Niemand op deze route heet zo. "
        "Op de route staan: Zwaluw, Anna, Kees, Mirjam, Noor, Henk, papa.\n"
    )


SHIFTS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:dienst
DTSTART;TZID=Europe/Amsterdam:{year}0105T070000
DTEND;TZID=Europe/Amsterdam:{year}0105T150000
RRULE:FREQ=WEEKLY
SUMMARY:Vroege dienst afdeling geheim
END:VEVENT
BEGIN:VEVENT
DTSTART:{year}0105T070000
RRULE:FREQ=HOURLY
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    folder.mkdir()
    name = "practice-nl.json"
    (folder / name).write_bytes((shipped("sessions") / name).read_bytes())
    return folder


def read(sessions: Path, file: Path, *words: str):
    return relroute(
        "calendar", "practice-nl", "--read", file, *words, "--sessions", sessions, lang="nl"
    )


def test_of_a_calendar_that_is_read_nothing_is_kept_but_the_times(sessions: Path) -> None:
    file = sessions.parent / "shifts.ics"
    file.write_text(SHIFTS.format(year=datetime.now(UTC).year), encoding="utf-8")
    answer = read(sessions, file, "--as", "anna")
    assert answer.returncode == 0, answer.stderr
    told, left_out = answer.stdout.splitlines()
    assert "waarop Anna niet kan" in told
    assert left_out.startswith("1 ding")
    kept = (sessions / "practice-nl.json").read_text(encoding="utf-8")
    assert "geheim" not in kept
    assert "Vroege" not in kept
    (busy,) = RouteStore(sessions / "practice-nl.json").load().busy
    assert 55 <= len(busy.times) <= 60


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "is geen agendabestand"),
        (SHIFTS.encode()[:90], "maar niet een hele"),
        (b"x" * 3_000_000, "meer dan een jaar"),
        (None, "Er is geen bestand"),
    ],
    ids=("text", "cut off", "large", "not there"),
)
def test_a_file_that_is_no_calendar_is_one_sentence_and_changes_nothing(
    sessions: Path, content: bytes | None, sentence: str
) -> None:
    before = (sessions / "practice-nl.json").read_bytes()
    file = sessions.parent / "shifts.ics"
    if content is not None:
        file.write_bytes(content)
    answer = read(sessions, file, "--as", "Anna")
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert sentence in answer.stderr
    assert "Er is niets veranderd" in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert (sessions / "practice-nl.json").read_bytes() == before


def test_whose_calendar_it_is_has_to_be_said(sessions: Path) -> None:
    file = sessions.parent / "shifts.ics"
    file.write_text(SHIFTS, encoding="utf-8")
    assert read(sessions, file).returncode == 2
    unknown = read(sessions, file, "--as", "Piet")
    assert unknown.returncode == 1
    assert "Niemand op deze route heet zo" in unknown.stderr


def test_a_month_is_a_page_to_print(tmp_path: Path) -> None:
    path = tmp_path / "december.html"
    assert calendar("--month", "2026-12", "--for", "Zwaluw", "-o", path).returncode == 0
    html = path.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "december 2026, voor Zwaluw" in html
    wrong = calendar("--month", "december")
    assert wrong.returncode == 2
    assert "Schrijf het als 2026-12." in wrong.stderr
