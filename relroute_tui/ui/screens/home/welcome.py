"""The page at home while there is no route yet."""

from collections.abc import Iterable
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import HELP, PALETTE
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.keyboard.names import shown_key

WAYS: Final = (
    (
        "practice",
        N_("Try a meeting with a practice family"),
        N_("On a copy that is thrown away. A short tour shows the keys."),
    ),
    (
        "new",
        N_("Begin a route of your own"),
        N_("Five short questions. Nicknames only; no full names, no numbers, no addresses."),
    ),
    (
        "why",
        N_("Read what shared parenting is, and why"),
        N_("A page for families, and one for facilitators."),
    ),
)
"""The ways to begin: the id of the button, its label, and what to expect."""


class Welcome(Vertical):
    """A friendly page with the ways to begin."""

    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Show what will be here, and the buttons `#practice`, `#new` and `#why`."""
        yield Static(_("Welcome"), classes="title")
        yield Static(
            _(
                "This is where the routes of the families will be: who is at the table, the "
                "meetings, and what was agreed. There are none yet. What would you like to do?"
            ),
            id="none-yet",
            markup=False,
        )
        for way, name, about in WAYS:
            yield from self._way(way, name, about)
        yield Static(
            _(
                "Does a function key do nothing here? {palette} finds all that you can do, and "
                "{help} is help wherever nobody types."
            ).format(palette=key_for(PALETTE), help=shown_key(HELP.letter)),
            id="second-keys",
            classes="quiet",
            markup=False,
        )

    def _way(self, way: str, name: str, about: str) -> Iterable[Widget]:
        yield Button(_(name), id=way)
        yield Static(_(about), classes="quiet", markup=False)
