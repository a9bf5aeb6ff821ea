"""What stands at home while there is no route yet."""

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Button, Static

from relroute_tui.language import _


class Welcome(Vertical):
    """A friendly page with the ways to begin."""

    def compose(self) -> ComposeResult:
        """Show what will be here, and the buttons `#practice`, `#new` and `#why`."""
        yield Static(_("Welcome"), classes="title")
        yield Static(
            _(
                "This is where the routes of the families will be: who is at the table, the "
                "meetings, and what was agreed. There are none yet."
            ),
            markup=False,
        )
        with Center(), Horizontal(classes="buttons"):
            yield Button(_("Look at a practice family"), id="practice", compact=False)
            yield Button(_("Begin a route"), id="new", compact=False)
        with Center(classes="more"), Horizontal(classes="buttons"):
            yield Button(_("What is shared parenting?"), id="why", compact=False)
        yield Static(
            _(
                "A route is a working copy, not the official file. Use nicknames; "
                "no full names, no numbers, no addresses."
            ),
            classes="quiet",
            markup=False,
        )
