"""The choice of the theme of the next cards."""

from collections.abc import Mapping

from textual.content import Content

from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import _, ngettext, words
from relroute_tui.ui.dialogs.choose import ChooseDialog
from relroute_tui.ui.themes import PICTOGRAMS


class ThemeDialog(ChooseDialog):
    """All themes, or one of them; with how many cards each has left at this table.

    The result is the theme's id, or an empty text for all.
    """

    def __init__(self, left: Mapping[Theme | None, int], chosen: Theme | None) -> None:
        super().__init__(
            _("Which theme?"),
            [(theme.value if theme else "", _row(theme, count)) for theme, count in left.items()],
            chosen.value if chosen else "",
        )


def _row(theme: Theme | None, count: int) -> Content:
    cards = ngettext("{n} card", "{n} cards", count).format(n=count) if count else _("no cards now")
    return Content.from_markup(
        "[bold $title]$symbol[/]  $name  [$quiet]$cards[/]",
        symbol=PICTOGRAMS[theme] if theme else "·",
        name=_(words.THEMES[theme]) if theme else _("All themes"),
        cards=cards,
    )
