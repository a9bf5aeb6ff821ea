"""With whom a route is shared: public keys, added and taken back."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.language import _
from relroute_tui.storage.sealing.key import is_public_key
from relroute_tui.ui.widgets.titled import titled


class ShareDialog(ModalScreen[tuple[str, ...]]):
    """Its result is the keys from now on, or nothing where all stays as it was."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, readers: tuple[str, ...]) -> None:
        super().__init__()
        self._readers = readers

    def compose(self) -> ComposeResult:
        """What it means, a field for one more, and those who can open it now."""
        with VerticalScroll(classes="dialog wide", can_focus=False) as dialog:
            dialog.border_title = Content(_("Share this route"))
            dialog.border_subtitle = Content(_("Esc: back"))
            yield Static(
                _(
                    "A colleague who gets at this folder opens the route with their own key. What "
                    "is taken back opens no more; a copy that was made before stays."
                ),
                classes="hint",
                markup=False,
            )
            key = Input(id="key", placeholder="age1…")
            yield titled(key, _("The public key of a colleague; Enter shares"))
            if self._readers:
                listed = OptionList(*(Option(each) for each in self._readers), markup=False)
                yield Static(_("Shared with; Enter takes it back:"), classes="hint", markup=False)
                yield listed
            yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """The cursor in the field."""
        self.query_one("#key").focus()

    @on(Input.Submitted)
    def _add(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        if is_public_key(typed):
            self.dismiss(tuple(sorted({*self._readers, typed})))
            return
        sentence = _("That is no public key. It begins with age1; F7 at home shows one's own.")
        self.query_one(".problem", Static).update(Content(sentence))

    @on(OptionList.OptionSelected)
    def _take_back(self, event: OptionList.OptionSelected) -> None:
        taken = self._readers[event.option_index]
        self.dismiss(tuple(each for each in self._readers if each != taken))
