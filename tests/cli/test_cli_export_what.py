"""`relroute export ROUTE --what …`: the route, its contact, the comparison, its agreements."""

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


def test_what_does_not_exist_is_told_with_what_does() -> None:
    answer = relroute("export", "practice-nl", "--what", "everything")
    assert answer.returncode == 2
    assert "route|contact|comparison|agreements|letter|child-letter|meeting" in answer.stderr
