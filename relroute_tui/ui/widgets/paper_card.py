"""A conversation card as a piece of paper."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.participant import Participant
from relroute_tui.ui.widgets.paper_sheet import PaperSheet

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation


class PaperCard(Horizontal):
    """The card that was drawn: a bar in the colour of its theme, and the sheet."""

    BLANK = True

    card: reactive[Card | None] = reactive(None, repaint=False)
    people: reactive[tuple[Participant, ...]] = reactive((), repaint=False)
    translation: "reactive[CardTranslation | None]" = reactive(None, repaint=False)
    """The card in a second language."""
    note: reactive[str] = reactive("", repaint=False)
    """Note on that, in one quiet line."""
    invitation: reactive[str] = reactive("", repaint=False)
    """Text that is shown as long as no card has been drawn."""

    def compose(self) -> ComposeResult:
        """Compose the bar and the sheet."""
        yield ThemeBar(classes="-empty")
        sheet = PaperSheet(id="sheet", classes="-empty")
        yield sheet.data_bind(
            PaperCard.card,
            PaperCard.people,
            PaperCard.translation,
            PaperCard.note,
            PaperCard.invitation,
        )

    def watch_card(self, card: Card | None) -> None:
        """Give the bar on the left the colour of the theme."""
        for bar in self.query(ThemeBar):
            bar.theme = card.theme if card else None
            bar.set_class(card is None, "-empty")


class ThemeBar(Widget):
    """Bar whose colour says, from across the room, what the card is about."""

    BLANK = True

    theme: reactive[Theme | None] = reactive(None)

    def watch_theme(self) -> None:
        """Colour the bar for another card."""
        self._colour()

    def notify_style_update(self) -> None:
        """Colour the bar in another theme of the app."""
        super().notify_style_update()
        self._colour()

    def _colour(self) -> None:
        name = f"theme-{self.theme.value}" if self.theme else ""
        self.styles.background = self.app.theme_variables[name] if name else None
