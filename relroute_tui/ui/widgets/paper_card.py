"""A conversation card as a piece of paper."""

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

USUAL_FOLLOW_UPS = 3
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

    card: reactive[Card | None] = reactive(None, repaint=False)
    people: reactive[tuple[Participant, ...]] = reactive((), repaint=False)
    invitation: reactive[str] = reactive("", repaint=False)
    """What an empty table says; set before it is composed."""

    _words: "_WordsOnPaper | None" = None

    def compose(self) -> ComposeResult:
        """The sheet, with the invitation to draw a card."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(self.invitation, classes="invitation", markup=False)

    def on_mount(self) -> None:
        """There may be a card already."""
        self._write()

    def watch_card(self, card: Card | None) -> None:
        """The bar on the left has the colour of the theme."""
        classes = {f"theme-{each.value}": bool(card and card.theme is each) for each in Theme}
        self.update_classes({**classes, "-empty": card is None})
        if self.is_mounted:
            self._write()

    def watch_people(self) -> None:
        """The youngest at the table may be another now."""
        if self.is_mounted:
            self._write()

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

    def _write(self) -> None:
        """Write on the paper that is there: to make it anew for every card takes long."""
        if self.card is None:
            return
        sheet = self.query_one("#sheet", VerticalScroll)
        if self._words is None or not self._words.has_room_for(self.card):
            if self._words is not None:
                self._words.take_away()
            self._words = _WordsOnPaper(self.card)
            sheet.mount(*self._words.widgets)
        self._words.write(self.card, self.people)
        sheet.scroll_home(animate=False)
        self.call_after_refresh(self._make_room)


class _WordsOnPaper:
    """Everything that is written on a card, in the widgets that show it."""

    def __init__(self, card: Card) -> None:
        from relroute_tui.ui.widgets.large_letters import LargeLetters  # an empty table has none
        from relroute_tui.ui.widgets.picture import Picture

        self._theme = Static("", classes="theme-name", markup=False)
        self._question = Static("", classes="question", markup=False)
        self._large = LargeLetters(classes="large-question")
        rows = max(USUAL_FOLLOW_UPS, len(card.follow_ups))
        self._follow_ups = [Static("", classes="words", markup=False) for _row in range(rows)]
        self._lines = [
            Horizontal(Static("·", classes="bullet"), each, classes="follow-up")
            for each in self._follow_ups
        ]
        self._young = Static("", classes="young")
        self._picture = Picture(classes="pictogram")
        for_the_table = ForTheTable(*self._lines, self._young)
        self._below = Horizontal(for_the_table, self._picture, classes="below")

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """What lies on the sheet."""
        return self._theme, self._question, self._large, self._below

    def has_room_for(self, card: Card) -> bool:
        """Whether there is a line for each of its follow-ups."""
        return len(card.follow_ups) <= len(self._lines)

    def take_away(self) -> None:
        """Take it from the sheet."""
        for widget in self.widgets:
            widget.remove()

    def write(self, card: Card, people: tuple[Participant, ...]) -> None:
        """Write the words of a card."""
        theme = card.theme
        self._theme.update(f"{PICTOGRAMS[theme]}  {_(words.THEMES[theme])}" if theme else "")
        self._theme.set_class(theme is None, "-none")
        self._question.update(card.question)
        self._large.text = card.question
        for place, line in enumerate(self._lines):
            line.display = place < len(card.follow_ups)
            self._follow_ups[place].update(card.follow_ups[place] if line.display else "")
        wording = card.wording_for(people)
        self._young.update(_for_young(people, wording))
        self._young.display = bool(wording)
        self._picture.svg = pictogram(theme) if theme else ""
        self._picture.set_class(theme is None, "-none")


def _for_young(people: tuple[Participant, ...], wording: str) -> Content:
    young = [each.name for each in people if each.role is Role.YOUNG_PERSON]
    return Content.from_markup("[bold]$name[/]  $wording", name=" · ".join(young), wording=wording)
