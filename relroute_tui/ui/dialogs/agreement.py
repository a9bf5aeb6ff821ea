"""A form for an agreement, for those who would rather pick than type."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Select
from textual.widgets.selection_list import Selection

from relroute_tui.domain.agreement import Category, Detail
from relroute_tui.domain.notes.labels import without_label
from relroute_tui.domain.notes.parsing import AgreementLine, Missing
from relroute_tui.language import N_, _, words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import problem_and_keep
from relroute_tui.ui.themes import CATEGORY_SYMBOLS
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title
from relroute_tui.ui.widgets.day_field import DayField
from relroute_tui.ui.widgets.detail_fields import MORE, DetailFields
from relroute_tui.ui.widgets.tick_list import TickList

_FIELD_FOR = {
    Missing.WHAT: "#what",
    Missing.WHO: "#who",
    Missing.WHEN: "#when",
    Missing.REVIEW: "#review",
    Missing.IF_NOT: "#if-not",
}
"""Fields in the order in which they stand in the form."""


class AgreementDialog(DetailCheckDialog[AgreementLine], UnsavedChangesGuard[AgreementLine]):
    """Agreement form: who, what, when, and what if it does not work.

    Its result is the line for the notes.
    """

    HEADING = N_("Agreement")
    ABOUT = N_(
        "Who, what, when, and what you do if it does not work: so that everyone can see later "
        "whether it happened."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (KEEP, MORE)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    may_say_nothing = True
    """Whether what will happen may stay empty, as it may in the notes."""

    def __init__(self, line: AgreementLine, names: Sequence[str], today: date) -> None:
        super().__init__()
        self._today = today
        self._line = line
        self._names = names

    def compose_body(self) -> Iterable[Widget]:
        """Show the parts of an agreement, in the order in which one would ask."""
        line = self._line
        unclear = "" if line.review else line.day_not_understood
        yield with_border_title(Input(line.text, id="what"), _("What will happen?"))
        people = TickList[str](
            *(Selection(Content(name), name, name in line.who) for name in self._names),
            id="who",
        )
        yield with_border_title(people, _("Who does it?"))
        with Horizontal(classes="pair"):
            is_in_the_sentence = Missing.WHEN not in line.missing
            when = Input(line.when, id="when")
            when.placeholder = _("the sentence above says it") if is_in_the_sentence else ""
            yield with_border_title(when, _("When, or how often?"))
            asked = DayField(line.review, self._today, name="review", written=unclear[1:])
            yield with_border_title(asked, _("When do we look back?"))
        yield with_border_title(Input(line.if_not, id="if-not"), _("And if it does not work?"))
        yield DetailFields(line)
        yield TitledSelect(
            _("What is it about?"),
            [
                (f"{_(name)}  {CATEGORY_SYMBOLS[category]}", category)
                for category, name in words.CATEGORIES.items()
            ],
            prompt=_("not chosen"),
            value=line.category or Select.NULL,
            id="category",
        )
        yield from problem_and_keep()

    def on_mount(self) -> None:
        """Start at the first field that is missing something."""
        fields = (field for lack, field in _FIELD_FOR.items() if lack in self._line.missing)
        self.query_one(next(fields, "#what")).focus()

    def action_more(self) -> None:
        """Show the fields that not every agreement needs."""
        self.query_one(DetailFields).open()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Write it in the notes."""
        review = self.query_one("#review", DayField)
        problem = review.problem(_("{words} is past. On which day do you look back?"))
        if problem:
            self.tell_problem(problem, "#review")
            return
        text = self.query_one("#what", Input).value.strip()
        if not text and not self.may_say_nothing:
            self.tell_problem(_("Say what will happen."), "#what")
            return
        category = self.query_one("#category", Select).value
        self.dismiss(
            replace(
                self._line,
                text=text,
                who=self._who(),
                when=without_label(self.query_one("#when", Input).value, Detail.WHEN),
                if_not=without_label(self.query_one("#if-not", Input).value, Detail.IF_NOT),
                category=category if isinstance(category, Category) else None,
                review=review.day,
                not_understood=tuple(self._still_unclear(category)),
                **self.query_one(DetailFields).details,
            )
        )

    def _who(self) -> tuple[str, ...]:
        """Return who does it: those who were named first stay in that order."""
        ticked: list[str] = self.query_one("#who", TickList).selected
        earlier = [name for name in self._line.who if name in ticked]
        return (*earlier, *(name for name in ticked if name not in earlier))

    def _still_unclear(self, category: object) -> Iterator[str]:
        """Yield the marks that nothing filled in here has replaced."""
        is_chosen = isinstance(category, Category) and self._line.category is None
        for mark in self._line.not_understood:
            is_asked = mark == self._line.day_not_understood and not self._line.review
            if not is_asked and not (is_chosen and mark.startswith("#")):
                yield mark
