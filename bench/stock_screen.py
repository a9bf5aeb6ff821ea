"""For comparison: a stock Textual screen with the panels of a meeting, and nothing of ours.

F2 puts another text where the card would be, and a heading into the notes.
"""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static, TextArea

PEOPLE = ("Merel  12 or older", "Anna  moeder", "Kees  pleegvader", "Noor  facilitator")
CARD = """Question {n}: what would you like to ask each other?

· And who would help?

· When is it a good day?

Merel  What do you want to know about {n}?"""


class StockScreen(App[None]):
    """Three panels side by side, a strip beneath them and a line of keys."""

    CSS = """
    .panel { border: round $primary; }
    #people { width: 28; }
    #deck { width: 4fr; }
    #notes { width: 5fr; }
    #agreements { height: 6; }
    #table { height: 1fr; }
    .line { height: 1; }
    """

    BINDINGS = [("f2", "card", "card")]

    def compose(self) -> ComposeResult:
        yield Static("The route of Lijster", classes="line")
        yield Static("Say hello", classes="line")
        with Horizontal(id="table"):
            with Vertical(id="people", classes="panel"):
                yield OptionList(*PEOPLE)
            with Vertical(id="deck", classes="panel"):
                yield Static("", classes="line")
                yield Static("F2 draws the first card.", id="card", markup=False)
                yield Static("0 done, 57 to come", id="count", classes="line")
            text = Path(sys.argv[1]).read_text(encoding="utf-8")
            yield TextArea(text, id="notes", classes="panel")
        with Vertical(id="agreements", classes="panel"):
            yield OptionList("1 Anna calls every Wednesday.")
        yield Static("F1 help  F2 card  F9 round off", classes="line")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self.cards = 0

    def action_card(self) -> None:
        self.cards += 1
        card = CARD.format(n=self.cards)
        self.query_one("#card", Static).update(card, layout=False)
        self.query_one("#count", Static).update(f"{self.cards} done, 1 to come", layout=False)
        self.query_one(TextArea).insert(f"\n\n## {card.splitlines()[0]}\n\n")


StockScreen().run()
