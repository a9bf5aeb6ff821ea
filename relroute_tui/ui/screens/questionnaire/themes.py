"""Wishes for the agenda: a few of the themes."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import _, words
from relroute_tui.ui.themes import PICTOGRAMS


class ThemeList(OptionList):
    """The themes of the cards; Space chooses one or takes it away. At most `most` at a time."""

    BINDINGS = [Binding("space", "choose_or_leave", show=False)]

    class Chosen(Message):
        """Other themes were chosen."""

        def __init__(self, themes: tuple[Theme, ...]) -> None:
            super().__init__()
            self.themes = themes

    class TooMany(Message):
        """One more was wanted than there can be."""

        def __init__(self, most: int) -> None:
            super().__init__()
            self.most = most

    def __init__(self, chosen: Sequence[Theme], most: int, *, id: str | None = None) -> None:
        self._chosen = tuple(chosen)
        self._most = most
        super().__init__(*(Option(self._row(theme)) for theme in Theme), id=id, markup=False)
        first = list(Theme).index(self._chosen[0]) if self._chosen else 0
        self.highlighted = first

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Chosen themes, in the order of choosing."""
        return self._chosen

    def choose(self, themes: Sequence[Theme]) -> None:
        """Show these as chosen."""
        self._chosen = tuple(themes)
        for place, theme in enumerate(Theme):
            self.replace_option_prompt_at_index(place, self._row(theme))

    def action_choose_or_leave(self) -> None:
        """Choose the marked theme, or take it away."""
        if self.highlighted is None:
            return
        theme = list(Theme)[self.highlighted]
        if theme in self._chosen:
            self.choose([chosen for chosen in self._chosen if chosen is not theme])
        elif self._most == 1:
            self.choose((theme,))
        elif len(self._chosen) >= self._most:
            self.post_message(self.TooMany(self._most))
            return
        else:
            self.choose((*self._chosen, theme))
        self.post_message(self.Chosen(self._chosen))

    def _row(self, theme: Theme) -> Content:
        return Content.from_markup(
            "[$now]$symbol[/] [$title]$pictogram[/] $name",
            symbol="●" if theme in self._chosen else "○",
            pictogram=PICTOGRAMS[theme],
            name=_(words.THEMES[theme]),
        )
