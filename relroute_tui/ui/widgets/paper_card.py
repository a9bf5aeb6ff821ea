"""A conversation card as a piece of paper."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.domain.cards import Card, Theme
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.language import _, words
from relroute_tui.pictograms import pictogram
from relroute_tui.ui.themes import PICTOGRAMS

SPACIOUS = (58, 30)
"""Cells: a sheet as wide and as high as this shows its question in large letters."""
PICTOGRAM = (20, 10)
"""Cells: the room that the pictogram wants beneath the words."""


class ForTheTable(Vertical):
    """What stands beneath the question. It says how far down it reaches, once that is known."""

    class Laid(Message):
        """The words have their place."""

    def on_resize(self) -> None:
        """After every layout that changed it."""
        self.post_message(self.Laid())


class PaperCard(Vertical):
    """The card on the table: theme, question, follow-ups and the wording for the youngest."""

    card: reactive[Card | None] = reactive(None, recompose=True)
    people: reactive[tuple[Participant, ...]] = reactive((), recompose=True)
    invitation: reactive[str] = reactive("", recompose=True)
    """What an empty table says."""

    def compose(self) -> ComposeResult:
        """The words of the card, or the invitation to draw one."""
        with VerticalScroll(id="sheet", can_focus=False):
            if self.card is None:
                yield Static(self.invitation, classes="invitation", markup=False)
            else:
                yield from self._words_of(self.card)

    def watch_card(self, card: Card | None) -> None:
        """The bar on the left has the colour of the theme."""
        classes = {f"theme-{each.value}": bool(card and card.theme is each) for each in Theme}
        self.update_classes({**classes, "-empty": card is None})

    def on_resize(self, event: Resize) -> None:
        """On a large sheet the question can be read from across the room."""
        width, height = SPACIOUS
        self.set_class(event.size.width >= width and event.size.height >= height, "-spacious")

    @on(ForTheTable.Laid)
    def _make_room(self) -> None:
        """The pictogram comes beneath the words where these leave room for it."""
        width, height = PICTOGRAM
        sheet = self.query_one("#sheet").region
        free = sheet.bottom - self.query_one(ForTheTable).region.bottom
        self.set_class(free >= height and sheet.width >= width, "-roomy")

    def _words_of(self, card: Card) -> Iterable[Widget]:
        from relroute_tui.ui.widgets.large_letters import LargeLetters  # an empty table has none
        from relroute_tui.ui.widgets.picture import Picture

        if card.theme:
            name = f"{PICTOGRAMS[card.theme]}  {_(words.THEMES[card.theme])}"
            yield Static(name, classes="theme-name", markup=False)
        yield Static(card.question, classes="question", markup=False)
        yield LargeLetters(card.question, classes="large-question")
        with Horizontal(classes="below"):
            with ForTheTable():
                yield from self._follow_ups(card)
            picture = Picture(classes="pictogram")
            picture.svg = pictogram(card.theme) if card.theme else ""
            yield picture

    def _follow_ups(self, card: Card) -> Iterable[Widget]:
        for follow_up in card.follow_ups:
            with Horizontal(classes="follow-up"):
                yield Static("·", classes="bullet")
                yield Static(follow_up, classes="words", markup=False)
        wording = card.wording_for(self.people)
        if wording:
            yield Static(self._for_young(wording), classes="young")

    def _for_young(self, wording: str) -> Content:
        young = [each.name for each in self.people if each.role is Role.YOUNG_PERSON]
        return Content.from_markup(
            "[bold]$name[/]  $wording", name=" · ".join(young), wording=wording
        )
