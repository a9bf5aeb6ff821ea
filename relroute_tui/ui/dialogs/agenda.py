"""The choice of the kind of meeting today."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from relroute_tui.domain.agenda import Step
from relroute_tui.language import _, ngettext
from relroute_tui.ui.dialogs.choose import ChooseDialog

if TYPE_CHECKING:
    from relroute_tui.content.agendas import AgendaTemplate


class AgendaDialog(ChooseDialog):
    """Every agenda with its minutes. The result is the id of the one that was chosen."""

    def __init__(self, agendas: "Sequence[AgendaTemplate]", steps: tuple[Step, ...]) -> None:
        super().__init__(
            _("What kind of meeting is it?"),
            [(agenda.id, _row(agenda)) for agenda in agendas],
            next((agenda.id for agenda in agendas if agenda.steps == steps), None),
        )


def _row(agenda: "AgendaTemplate") -> Content:
    minutes = ngettext("{n} minute", "{n} minutes", agenda.minutes).format(n=agenda.minutes)
    return Content.from_markup("$title  [$quiet]$minutes[/]", title=agenda.title, minutes=minutes)
