"""Two fields for a new pass phrase, and what is wrong with what was typed in them."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from relroute_tui.language import _
from relroute_tui.storage.sealing.vault import SHORTEST
from relroute_tui.ui.widgets.border_title import with_border_title


def pass_phrase_fields() -> Iterable[Widget]:
    """Make the fields: the pass phrase, and the same once more."""
    yield with_border_title(
        Input(password=True, id="pass-phrase"), _("A pass phrase, best of four words or more")
    )
    yield with_border_title(Input(password=True, id="again"), _("The same again"))


def typed_pass_phrase(screen: Widget) -> tuple[str, str]:
    """Return what was typed, and what is wrong with it; one of the two is empty."""
    first = screen.query_one("#pass-phrase", Input)
    again = screen.query_one("#again", Input)
    if len(first.value) < SHORTEST:
        first.focus()
        return "", _("That is too short to keep anybody out: use a few words.")
    if not again.value:
        again.focus()
        return "", _("Type the same again, so that a slip does not lock you out.")
    if first.value != again.value:
        first.value = again.value = ""  # either can hold the slip, and nobody sees which
        first.focus()
        return "", _("Those two are not the same. Type it twice again.")
    return first.value, ""
