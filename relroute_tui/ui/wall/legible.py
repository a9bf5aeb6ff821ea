"""Heights of letters on a television that can be read from the sofa.

Everything is calculated for a 40 inch screen, sixteen to nine, which the window fills. It is
49.8 cm high, so a row of a window with 24 rows is 49.8 / 24 = 2.1 cm high.
"""

from typing import Final

from relroute_tui.ui.widgets.letters.drawing import OWN_CAPITAL

SCREEN: Final = 49.8
"""Centimetres from the top to the bottom."""
LARGE: Final = 2.4
"""Centimetres of a capital that is read from across a room without effort."""
READABLE: Final = 1.2
"""Centimetres of a capital that is read from a sofa, three metres away: three times as high as
what good eyes can just tell apart."""


def centimetres(rows: float, screen_rows: int) -> float:
    """Return the height in centimetres of so many rows in a window with `screen_rows` rows."""
    return rows * SCREEN / max(1, screen_rows)


def own_letters_are_readable(screen_rows: int) -> bool:
    """Return whether a terminal's own letters can be read from the sofa in such a window."""
    return centimetres(OWN_CAPITAL, screen_rows) >= READABLE
