"""Hints about personal details in words that go to the wall or on papers.

They never keep anybody from going on. Nothing that is typed is kept or written for them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import LEAVE_OUT, Command, bindings_of
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:  # loaded once somebody types
    from relroute_tui.domain.detail_patterns import DetailWords
    from relroute_tui.ui.base.personal_details import PersonalDetails, TypedIn

Result = TypeVar("Result")


class DetailWordsRead(Message):
    """The words by which personal details are noticed were read."""

    def __init__(self, languages: "tuple[DetailWords, ...]", field: "TypedIn") -> None:
        super().__init__()
        self.languages = languages
        self.field = field


class DetailCheckScreen(CommandScreen[Result]):
    """Screen that looks for personal details in every field but those for secrets.

    It has to come after other bases, as Textual takes styles from the first.
    """

    BINDINGS = bindings_of((LEAVE_OUT,))
    MORE_COMMANDS: ClassVar[tuple[Command, ...]] = (LEAVE_OUT,)
    WATCHES_FIELDS: ClassVar[bool] = True
    """Whether it looks after each key; otherwise the screen calls `look_for_details` itself."""

    _details: "PersonalDetails | None" = None
    """Made once somebody types."""

    def look_for_details(self, field: "TypedIn", rows: Sequence[int] = ()) -> None:
        """Notice what was typed last in this field, and what came in these other rows."""
        if self._details is None:
            from relroute_tui.ui.base.personal_details import PersonalDetails

            today = datetime.now().astimezone().date()
            self._details = PersonalDetails(today, self.ask_about_detail)
            self.run_worker(lambda: self._read_words(field), thread=True)
        self._details.look(field, rows)

    def _read_words(self, field: "TypedIn") -> None:
        from relroute_tui.ui.base.personal_details import words_to_notice

        self.post_message(DetailWordsRead(words_to_notice(), field))

    @on(DetailWordsRead)
    def _know_words(self, message: DetailWordsRead) -> None:
        if self._details is not None:
            self._details.know(message.languages)
            self._details.look(message.field)

    def ask_about_detail(self, question: str) -> None:
        """Ask in a line of its own whether something is to be left out; "" asks nothing more."""
        lines = self.query(DetailQuestion)
        for line in lines:
            line.update(Content(question))
            line.display = bool(question)
        if question and not lines:
            self.mount(DetailQuestion(Content(question)), before=self.query_one(KeyFooter))

    def action_leave_out(self) -> None:
        """Leave out what was noticed last."""
        if self._details is None or not self._details.leave_out():
            self.tell(_("Nothing was noticed here that could be left out."))

    @on(DescendantFocus)
    def _watch(self, event: DescendantFocus) -> None:
        """Look at the field itself: what it sends may be stopped on its way here."""
        field = event.widget
        if not self.WATCHES_FIELDS:
            return
        if isinstance(field, TextArea):
            self.watch(field, "selection", self._look_where_one_types, init=False)
        elif isinstance(field, Input) and not field.password:
            self.watch(field, "value", self._look_where_one_types, init=False)

    def _look_where_one_types(self) -> None:
        field = self.focused
        if isinstance(field, Input | TextArea):
            self.call_later(self.look_for_details, field)  # its cursor moves after its words


class DetailQuestion(Static):
    """Question whether something that was typed is to be left out."""

    DEFAULT_CSS = """
    DetailQuestion {
        width: 1fr;
        height: 1;
        padding: 0 2;
        color: $plain;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """
