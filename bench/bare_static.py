"""The reference for a second window: a Textual app that is nothing but one stock `Static`."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        yield Static("Vandaag")


Bare().run()
