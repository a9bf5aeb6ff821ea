"""Fields with their question in the border, so that it is in view whenever the field is."""

from collections.abc import Iterable
from typing import TypeVar

from rich.text import Text
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select
from textual.widgets.select import NoSelection

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

    def on_mount(self) -> None:
        """Give the question its place."""
        with_border_title(self.query_one("SelectCurrent"), self._question)
