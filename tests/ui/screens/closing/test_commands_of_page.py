"""Which commands each page of a closing has, and what they are called there."""

import pytest

from relroute_tui.ui.screens.closing.commands import (
    CLOSING_COMMANDS,
    FILL_IN,
    KEEP_RESPONSES,
    NEXT,
    PAPERS,
    SHEET,
    commands_of_page,
)

AN_AGREEMENT, THE_LAST_AGREEMENT, THE_ROUND, THE_END = 3, 1, 0, -1


def of_page(left: int, *, can_keep_responses: bool = False) -> dict[str, str]:
    """Return the commands of a page: the id of each, and its name."""
    found = commands_of_page(CLOSING_COMMANDS, left, can_keep_responses=can_keep_responses)
    return {command.id: command.name for command in found}


@pytest.mark.parametrize("left", [AN_AGREEMENT, THE_LAST_AGREEMENT, THE_ROUND, THE_END])
def test_at_most_one_key_is_said_to_go_on(left: int) -> None:
    assert list(of_page(left).values()).count("go on") == (left in (THE_LAST_AGREEMENT, THE_ROUND))


def test_only_the_end_has_the_papers_and_nothing_behind_it() -> None:
    assert {PAPERS.id, SHEET.id} <= of_page(THE_END).keys()
    assert not {NEXT.id, FILL_IN.id} & of_page(THE_END).keys()
    assert not {PAPERS.id, SHEET.id} & of_page(AN_AGREEMENT).keys()


def test_responses_are_kept_only_where_that_can_be() -> None:
    assert KEEP_RESPONSES.id not in of_page(AN_AGREEMENT)
    assert KEEP_RESPONSES.id in of_page(AN_AGREEMENT, can_keep_responses=True)
