"""A dumbbell plot in letters: where people stand on one scale, readable without any colour.

            Anna
    0 ──┼───●═══════════■───┼── 10
                        Kees

Who stands above the line has one mark, who stands below it the other.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from rich.cells import cell_len

ABOVE: Final = "●"
BELOW: Final = "■"
_AXIS, _TICK, _BAR = "─", "┼", "═"


class Dot(Struct, frozen=True):
    """Somebody's place."""

    name: str
    place: int
    above: bool
    """Whether the name stands above the line."""


def dumbbell(
    dots: Sequence[Dot], places: int, width: int, ends: tuple[str, str] = ("", "")
) -> tuple[str, ...]:
    """Return the lines of the plot: names above, the line itself, names below.

    `places` is how many there are on the scale, `width` the cells for the line without its ends.
    """
    step = max(1, (width - 1) // (places - 1))
    axis = _axis(dots, places, step)
    first, last = ends
    margin = cell_len(first) + 1 if first else 0
    length = step * (places - 1) + 1
    lines = [
        *reversed(_names([dot for dot in dots if dot.above], step, length)),
        f"{first} {axis} {last}".strip() if first else axis,
        *_names([dot for dot in dots if not dot.above], step, length),
    ]
    blank = " " * margin
    return tuple(line if axis in line else (blank + line).rstrip() for line in lines)


def _axis(dots: Sequence[Dot], places: int, step: int) -> str:
    length = step * (places - 1) + 1
    cells = [_TICK if at % step == 0 else _AXIS for at in range(length)]
    taken = {dot.place for dot in dots}
    if taken:
        for at in range(min(taken) * step, max(taken) * step + 1):
            cells[at] = _BAR
    for place in taken:
        sides = {dot.above for dot in dots if dot.place == place}
        at = place * step
        if len(sides) > 1:  # two at the same place touch
            at = min(at, length - 2)
            cells[at : at + 2] = [ABOVE, BELOW]
        else:
            cells[at] = ABOVE if sides == {True} else BELOW
    return "".join(cells)


def _names(dots: Iterable[Dot], step: int, length: int) -> list[str]:
    """Put the names at their places, on as many lines as they need.

    The one next to the axis first.
    """
    at_place: dict[int, list[str]] = {}
    for dot in dots:
        at_place.setdefault(dot.place, []).append(dot.name)
    lines: list[str] = []
    for place, names in sorted(at_place.items()):
        name = ", ".join(names)
        start = max(0, min(place * step - cell_len(name) // 2, length - cell_len(name)))
        for number, line in enumerate(lines):
            if start > cell_len(line):
                lines[number] = line + " " * (start - cell_len(line)) + name
                break
        else:
            lines.append(" " * start + name)
    return lines
