"""`relroute calendar ROUTE`: visits and meetings for people's own calendars."""

from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui.environment import shipped


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
