"""The small drawing of each theme, in the style of the picture story."""

from functools import cache

from relroute_tui.domain.cards.card import Theme
from relroute_tui.environment import shipped


@cache
def pictogram(theme: Theme) -> str:
    """Return the drawing as SVG; "" where there is no file, and the theme has only its symbol."""
    try:
        return (shipped("cards") / "pictograms" / f"{theme.value}.svg").read_text(encoding="utf-8")
    except OSError:
        return ""
