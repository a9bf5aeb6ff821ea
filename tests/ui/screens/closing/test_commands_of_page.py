"""Which commands each page of a closing has, and what they are called there."""

import pytest

from relroute_tui.ui.screens.closing.commands import (
    CLOSE,
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
def test_f3_stays_among_agreements_and_f9_goes_on_from_everywhere(left: int) -> None:
    """In the closing round F3 says "rather not": nobody gets there with one F3 too many."""
    assert (NEXT.id in of_page(left)) == (left == AN_AGREEMENT)
    assert CLOSE.id in of_page(left)


def test_only_the_end_has_the_papers_and_nothing_behind_it() -> None:
    assert {PAPERS.id, SHEET.id} <= of_page(THE_END).keys()
    assert not {NEXT.id, FILL_IN.id} & of_page(THE_END).keys()
    assert not {PAPERS.id, SHEET.id} & of_page(AN_AGREEMENT).keys()


def test_responses_are_kept_only_where_that_can_be() -> None:
    assert KEEP_RESPONSES.id not in of_page(AN_AGREEMENT)
    assert KEEP_RESPONSES.id in of_page(AN_AGREEMENT, can_keep_responses=True)
