"""The question whom the child lives with: a word from the list, or one of the family's own."""

from collections.abc import Iterable

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, OptionList

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.language import _
from relroute_tui.language.carers import call
from relroute_tui.ui.screens.route.people import carers_choice
from relroute_tui.ui.widgets.typed_choice import TypedChoice


class LivesWith(Vertical):
    """List of words for the carers, and a field for a word that is not in it."""

    def __init__(self, answered: Carers, *, id: str) -> None:
        super().__init__(id=id)
        self._answered = answered

    def compose(self) -> Iterable[Widget]:
        """Show the list, and below it the field."""
        yield TypedChoice(*map(carers_choice, CarersKind), id="carers")
        yield Input(
            self._answered.own_word,
            id="own-word",
            placeholder=_("The word, such as: the neighbours"),
            select_on_focus=False,
        )

    def on_mount(self) -> None:
        """Mark the answer that there is."""
        kind = tuple(CarersKind).index(self._answered.kind)
        self.query_one("#carers", OptionList).highlighted = kind

    @property
    def _own_word(self) -> Input:
        return self.query_one("#own-word", Input)

    @property
    def carers(self) -> Carers:
        """Word for the carers, as it is answered now."""
        kind = tuple(CarersKind)[self.query_one("#carers", OptionList).highlighted or 0]
        return Carers(kind, one_line(self._own_word.value) if kind.is_own_word else "")

    @on(OptionList.OptionHighlighted, "#carers")
    @on(Input.Changed, "#own-word")
    def _call_carers(self) -> None:
        """Use the word here already, and ask for it where it is one of their own."""
        call(self.carers)
        self._own_word.display = self.carers.kind.is_own_word

    @on(TypedChoice.NotFound, "#carers")
    def _take_own_word(self, message: TypedChoice.NotFound) -> None:
        """Take a word that is not in the list as the family's own."""
        message.listed.highlighted = list(CarersKind).index(CarersKind.OWN_WORD_FOR_ONE)
        field = self._own_word
        field.value = message.typed
        self.call_after_refresh(field.scroll_visible, animate=False)

    def asks_for_own_word(self) -> bool:
        """Go to the field where a word is still to be typed; return whether it is."""
        is_asked = self.carers.kind.is_own_word and not self.carers.own_word
        if is_asked:
            self._own_word.focus()
        return is_asked
