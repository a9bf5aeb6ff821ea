"""A row of responses: who, and what they said."""

from typing import Final

from textual.content import Content

from relroute_tui.domain.agreement import Response
from relroute_tui.domain.participant import Participant
from relroute_tui.language import _, words
from relroute_tui.ui.themes import STANCE_SIGNS

_NAME_COLUMN: Final = 34
"""Cells."""


def response_row(
    person: Participant, response: Response | None, before: Response | None = None
) -> Content:
    """Return who this is and what they say; `before` is what they said of an earlier wording."""
    who = Content.from_markup(
        "[bold]$name[/]  [$quiet]$role[/]", name=person.name, role=words.role_of(person)
    )
    gap = Content(" " * max(2, _NAME_COLUMN - who.cell_length))
    if response is None:
        earlier = _("before: {words}").format(words=_said(before)) if before else ""
        return who + gap + Content.from_markup("[$quiet]…  $earlier[/]", earlier=earlier)
    sign, said = STANCE_SIGNS[response.stance], _said(response)
    return who + gap + Content.from_markup("[$title]$sign[/] $said", sign=sign, said=said)


def _said(response: Response) -> str:
    own = f"  “{response.words}”" if response.words else ""
    back = f"  {said_back(response)}" if response.said_back else ""
    return f"{_(words.STANCES[response.stance])}{own}{back}"


def said_back(response: Response) -> str:
    """Return what it means for this person, as they said it; "" where they did not."""
    if not response.said_back:
        return ""
    return _("in their own words: {words}").format(words=f"“{response.said_back}”")
