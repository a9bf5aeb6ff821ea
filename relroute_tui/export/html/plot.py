"""A small plot of one person's numbers from 0 to 10, as SVG, with words at both ends."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from relroute_tui.domain.scores import HIGHEST_SCORE, Feeling, Score, height_of
from relroute_tui.export.html.templates import Html, fill, joined
from relroute_tui.language import score_words

_FILE: Final = "plot"
_WIDTH: Final = 320
_TOP, _BOTTOM = 34, 122
"""Heights of 10 and 0 on the scale."""
_LEFT, _RIGHT = 12, _WIDTH - 12
_ABOVE, _BELOW, _LETTER = 8, 16, 11
"""Distance from a point to the number above it or below it, and the height of that."""
_MOST_LABELS: Final = 6
"""More days, or numbers, than these would lie over each other."""
_MOST_WORDS: Final = 3
"""Words at that height take more room than numbers."""


class Point(Struct, frozen=True):
    """One score, and when it was given."""

    score: Score
    when: str
    year: str = ""
    """Below it, where it is another year than that of the point before."""


def plot(points: Sequence[Point], ends: tuple[str, str], seen: str) -> Html:
    """Return the plot; `ends` are the words at 0 and at 10, `seen` says it in words.

    Points stand at equal distances: a plot tells the order of the talks, not the days between.
    """
    places = [
        (_x(number, len(points)), _y(height_of(point.score))) for number, point in enumerate(points)
    ]
    has_words = any(isinstance(point.score, Feeling) for point in points)
    shown = _labelled(len(points), _MOST_WORDS if has_words else _MOST_LABELS)
    marks = (
        fill(
            _FILE,
            "point" if number in shown else "bare-point",
            x=f"{x:g}",
            y=f"{y:g}",
            beside=f"{_number_at(y):g}",
            anchor=_anchor(x),
            year=point.year,
            score=score_words.short_score(point.score),
            when=point.when,
        )
        for number, (point, (x, y)) in enumerate(zip(points, places, strict=True))
    )
    return fill(
        _FILE,
        "plot",
        seen=seen,
        lowest=ends[0],
        highest=ends[1],
        way=" ".join(f"{x:g},{y:g}" for x, y in places),
        points=joined(marks),
    )


def _x(number: int, count: int) -> float:
    if count == 1:
        return _LEFT
    return round(_LEFT + (_RIGHT - _LEFT) * number / (count - 1), 1)


def _anchor(x: float) -> str:
    """Return where the words of a point begin, so that those at the ends stay in the picture."""
    if x == _LEFT:
        return "start"
    return "end" if x == _RIGHT else "middle"


def _y(score: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * score / HIGHEST_SCORE, 1)


def _number_at(y: float) -> float:
    """Return the height of the number of a point: above it, or below where a line crosses it."""
    return y + _BELOW if _TOP < y < _TOP + _ABOVE + _LETTER else y - _ABOVE


def _labelled(count: int, most: int) -> frozenset[int]:
    """Return which points have their number and day beside them: the ends, and some between."""
    if count <= most:
        return frozenset(range(count))
    return frozenset(round(step * (count - 1) / (most - 1)) for step in range(most))
