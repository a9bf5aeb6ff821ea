"""Three fields that come with one key: who decides, who pays and who is told."""

from collections.abc import Mapping
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from relroute_tui.domain.agreement import Agreement, Detail, details_of
from relroute_tui.domain.notes.labels import without_label
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.language import N_, _
from relroute_tui.ui.commands import Command
from relroute_tui.ui.widgets.border_title import with_border_title

MORE: Final = Command(
    "detail_fields.more",
    "more",
    ("f2",),
    N_("more questions"),
    N_("Also say who decides, who pays and who is told"),
)
_QUESTIONS: Final[Mapping[Detail, str]] = {
    Detail.DECIDES: N_("Who decides about this?"),
    Detail.PAYS: N_("Who pays?"),
    Detail.TOLD: N_("Who is told?"),
}


class DetailFields(Vertical):
    """Fields that come into view on request, or where one of them is filled in."""

    DEFAULT_CSS = """
    DetailFields {
        height: auto;
        display: none;
    }
    DetailFields.-open {
        display: block;
    }
    """

    def __init__(self, agreement: Agreement | AgreementLine) -> None:
        super().__init__()
        self._details = details_of(agreement)
        self.set_class(bool(self._details.keys() & _QUESTIONS.keys()), "-open")

    def compose(self) -> ComposeResult:
        """Show a field for each."""
        for detail, question in _QUESTIONS.items():
            field = Input(self._details.get(detail, ""), id=detail)
            yield with_border_title(field, _(question))

    def open(self) -> None:
        """Show the fields, and begin at the first."""
        self.add_class("-open")
        self.query_one(Input).focus()

    @property
    def details(self) -> dict[str, str]:
        """Values of the fields, by the name of the field of an agreement."""
        return {
            str(detail): without_label(self.query_one(f"#{detail}", Input).value, detail)
            for detail in _QUESTIONS
        }
