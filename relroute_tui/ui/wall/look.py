"""The look of a page."""

from collections.abc import Mapping

from msgspec import Struct
from rich.style import Style
from textual.color import Color

from relroute_tui.ui.wall.pages import Small
from relroute_tui.ui.widgets.letters.cells import Colours


class Look(Struct, frozen=True):
    """The colours of a page, and the window that it is shown in."""

    paper: Color
    ink: Color
    colours: Mapping[str, str]
    """Those of the theme, by their names."""
    screen_rows: int
    true_colour: bool = True

    @property
    def of_letters(self) -> Colours:
        """The colours of large letters."""
        return Colours(self.ink, self.paper, self.true_colour)

    def style(self, small: Small) -> Style:
        """Return the style of small letters."""
        ink = self.colour(small)
        return Style(color=ink.rich_color, bgcolor=self.paper.rich_color, bold=small.is_bold)

    def colour(self, small: Small) -> Color:
        """Return the colour of small letters."""
        return Color.parse(self.colours[small.colour])

    @property
    def blank(self) -> Style:
        """Style of blank cells."""
        return Style(bgcolor=self.paper.rich_color)
