"""The choice of a practice family."""

from collections.abc import Callable

from textual.app import App
from textual.content import Content

from relroute_tui.content.practice import FAMILIES, Family
from relroute_tui.language import _
from relroute_tui.ui.dialogs.choose import ChooseDialog


def choose_practice_family(app: App[None], go: Callable[[Family | None], None]) -> None:
    """Ask which family, and go on with the answer; None where nobody was chosen."""
    choices = [(family.value, Content(_(about))) for family, about in FAMILIES.items()]

    def chosen(family: str | None) -> None:
        go(Family(family) if family else None)

    app.push_screen(ChooseDialog(_("Which practice family?"), choices), chosen)
