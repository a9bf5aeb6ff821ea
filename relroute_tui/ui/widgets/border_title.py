"""Fields with their question in the border, so that it is in view whenever the field is."""

from collections.abc import Iterable
from typing import TypeVar

from rich.text import Text
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Select
from textual.widgets.select import NoSelection

from relroute_tui.language import _
from relroute_tui.ui.widgets.typed_choice import place_by_name

Field = TypeVar("Field", bound=Widget)
Choice = TypeVar("Choice")


def with_border_title(field: Field, question: str) -> Field:
    """Return `field` with its question in its border."""
    field.border_title = Content(question)
    return field


class TitledSelect(Select[Choice]):
    """A choice from a list; the border belongs to the part that shows what was chosen."""

    def __init__(
        self,
        question: str,
        choices: Iterable[tuple[str, Choice]],
        *,
        value: Choice | NoSelection = Select.NULL,
        prompt: str = "",
        id: str,
    ) -> None:
        """`prompt` stands there while nothing is chosen; without one, something always is.

        The names of the choices are text, never markup. They are `Text` and not `Content`, for
        only in those does `Select` find what somebody types.
        """
        named = [(Text(name), choice) for name, choice in choices]
        super().__init__(named, prompt=prompt, value=value, allow_blank=bool(prompt), id=id)
        self._question = question
        self._names = tuple(name.plain for name, _choice in named)
        self._choices = tuple(choice for _name, choice in named)
        self._typed = ""
        """What was typed while the list was closed."""

    def on_key(self, event: Key) -> None:
        """Choose what somebody types while the list is closed, or say that it is not there."""
        letter = event.character or ""
        if self.expanded or not letter.isalnum():
            self._tell_typed("")
            return
        event.stop()
        typed = self._typed + letter
        place = place_by_name(self._names, typed)
        self._tell_typed(typed, is_found=place is not None)
        if place is not None:
            self.value = self._choices[place]

    def on_descendant_blur(self) -> None:
        """Begin anew the next time."""
        self._tell_typed("")

    def _tell_typed(self, typed: str, *, is_found: bool = True) -> None:
        self._typed = typed
        not_there = "" if is_found else _("“{typed}” is not in this list").format(typed=typed)
        self.query_one("SelectCurrent").border_subtitle = Content(not_there)

    def on_mount(self) -> None:
        """Give the question its place."""
        with_border_title(self.query_one("SelectCurrent"), self._question)
