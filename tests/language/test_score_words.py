"""Words for how people arrive and leave."""

import pytest

from relroute_tui.domain.scores import CheckIn, CheckOut, Feeling, Score
from relroute_tui.language import use
from relroute_tui.language.score_words import arrival_heading, leaving_heading


@pytest.mark.parametrize(
    ("score", "end"),
    [(7, ", van 0 tot 10"), (0, ", van 0 tot 10"), (Feeling.GLAD_FACE, ""), (Feeling.SO_SO, ""), (None, "")],
)  # fmt: skip
def test_only_of_numbers_the_heading_says_from_where_to_where(score: Score | None, end: str):
    use("nl")
    faces = CheckIn("p1", Feeling.SAD_FACE)
    assert arrival_heading([faces, CheckIn("p2", score)]) == f"Hoe we aan tafel kwamen{end}"
    assert leaving_heading([CheckOut("p1", heard=score)]) == f"Hoe we weggingen{end}"
