"""The conversation cards: the one on the table, and how far the deck is."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widgets import Static

from relroute_tui.domain.cards.card import Card, DeckKind, Theme
from relroute_tui.domain.participant import Participant
from relroute_tui.language import N_, _, words
from relroute_tui.ui.base.terminal_cursor import words_in_view
from relroute_tui.ui.themes import PICTOGRAMS
from relroute_tui.ui.widgets.border_subtitle import BorderSubtitle
from relroute_tui.ui.widgets.paper_card import PaperCard
from relroute_tui.ui.widgets.paper_sheet import PaperSheet

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation

_WEIGHTS = {1: N_("light"), 2: N_("medium"), 3: N_("heavy")}

MOST_SQUARES = 24


class DeckPanel(Vertical, BorderSubtitle):
    """The card as paper; below it the number of cards that had their turn, and of those to come."""

    can_focus = True
    BINDINGS = [
        Binding(key, f"scroll_card('{how}')", show=False)
        for key, how in (
            ("up", "up"),
            ("down", "down"),
            ("pageup", "page_up"),
            ("pagedown", "page_down"),
            ("home", "home"),
            ("end", "end"),
        )
    ]

    card: reactive[Card | None] = reactive(None, repaint=False)
    people: reactive[tuple[Participant, ...]] = reactive((), repaint=False)
    count: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """Number of cards that had their turn, and of those to come."""
    theme: reactive[Theme | None] = reactive(None, repaint=False)
    """The theme that was chosen; None for all."""
    deck: reactive[DeckKind] = reactive(DeckKind.THEME)
    """The kind of cards that this step of the agenda asks for."""
    names: reactive[Content | None] = reactive(None)
    """The names of all panels, where they take the place of the title."""
    translation: "reactive[CardTranslation | None]" = reactive(None, repaint=False)
    """The card in the language that somebody here reads best."""
    note: reactive[str] = reactive("", repaint=False)
    """Note on that translation."""
    why: reactive[str] = reactive("")
    """Reason why this card comes now, where there is one."""

    def compose(self) -> ComposeResult:
        """Show the strip, the card and the count."""
        self.border_title = _("Cards")
        yield Static("", classes="strip")
        yield Static("", id="why", classes="large quiet -empty", markup=False)
        paper = PaperCard(classes="large")
        paper.invitation = _("F2 draws the first card. Anyone may pass.")
        yield paper.data_bind(
            DeckPanel.card, DeckPanel.people, DeckPanel.translation, DeckPanel.note
        )
        yield Static("", id="count", classes="large")

    def watch_card(self, card: Card | None) -> None:
        """Let the strip and the border follow the card."""
        strip = Content.styled(_("no card on the table yet"), "$quiet")
        if card is not None:
            symbol = PICTOGRAMS[card.theme] if card.theme else " "
            strip = Content.assemble((symbol, "bold"), f"  {card.question}")
        self.query_one(".strip", Static).update(strip, layout=False)  # it is one row
        self.set_border_subtitle(_(_WEIGHTS[card.weight]) if card else "")

    def action_scroll_card(self, how: str) -> None:
        """Scroll to what of the card did not fit."""
        getattr(self.query_one(PaperSheet), f"scroll_{how}")(animate=False)

    def watch_why(self, why: str) -> None:
        """Show the reason above the card."""
        line = self.query_one("#why", Static)
        line.update(why)
        line.set_class(not why, "-empty")

    def watch_count(self) -> None:
        """Count again."""
        self._show_count()

    def watch_theme(self) -> None:
        """Say in the title which theme was chosen."""
        self._show_title()

    def watch_deck(self) -> None:
        """Say in the title which cards belong to this step."""
        self._show_title()

    def watch_names(self) -> None:
        """Put the names of all panels in place of the title where only one shows."""
        self._show_title()

    def _show_title(self) -> None:
        title = _(words.DECKS[self.deck])
        if self.theme:
            title = f"{PICTOGRAMS[self.theme]} {_(words.THEMES[self.theme])}"
        self.border_title = Content(title) if self.names is None else self.names

    def on_resize(self) -> None:
        """Fit the squares to the width."""
        self._show_count()

    def _show_count(self) -> None:
        drawn, left = self.count
        text = _("{drawn} done, {left} to come").format(drawn=drawn, left=left)
        room = max(0, self.content_size.width - len(text) - 4)
        squares = squares_for(drawn, left, min(room, MOST_SQUARES))
        line = Content.styled(f"{squares}  {text}", "$quiet")
        self.query_one("#count", Static).update(line, layout=False)

    @property
    def marked_place(self) -> Offset | None:
        """Place of the first words on the card."""
        place = words_in_view(self.query_one(PaperSheet))
        return None if place is None else place - self.content_region.offset

    @on(Click)
    def _open(self) -> None:
        self.focus()


def squares_for(drawn: int, left: int, room: int) -> str:
    """Return a square for each card, or for a few where there is no room for all."""
    total = drawn + left
    if total <= 0 or room <= 0:
        return ""
    shown = min(total, room)
    full = -(-drawn * shown // total)
    return "▪" * full + "▫" * (shown - full)
