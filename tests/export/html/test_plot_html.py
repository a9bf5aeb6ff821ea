"""A small plot of one person's numbers, as it is read on paper."""

import re

from relroute_tui.export.html.plot import Point, plot

LETTER = 10


def test_no_line_goes_through_a_number() -> None:
    lines = {34, 122}
    for score in (half / 2 for half in range(21)):
        drawn = plot((Point(score, "4 nov"),), ("not good", "good"), "numbers")
        (baseline,) = map(float, re.findall(r'class="number" x="[^"]*" y="([^"]*)"', drawn))
        assert {f'y1="{line}"' in drawn for line in lines} == {True}
        assert not any(baseline - LETTER < line < baseline for line in lines), score
