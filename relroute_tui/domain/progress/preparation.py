"""The talk apart, before a meeting: what somebody wants on the table, and what not."""

from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.domain.cards.card import Theme

MOST_WISHES: Final = 3
"""Number of themes that somebody may wish for at most."""


class Presence(StrEnum):
    """Whether and when a young person wants to be at the table."""

    WHOLE = "whole"
    BEGIN_AND_END = "begin-and-end"
    BEGIN = "begin"
    END = "end"
    NOT = "not"


class Preparation(Struct, frozen=True):
    """The result of the talk with one person. Everyone at the table may read it."""

    participant_id: str
    on: date
    wanted: str = ""
    """Subjects that this person wants on the table."""
    not_wanted: str = ""
    """Subjects that this person does not want on the table."""
    themes: tuple[Theme, ...] = ()
    """Wishes for the agenda, at most MOST_WISHES."""
    first_theme: Theme | None = None
    """The theme to begin with: the choice of the young person."""
    presence: Presence | None = None
    """Only for a young person; None when nobody asked yet."""
    meeting_id: str = ""
    """The meeting that it was for; empty for the coming one."""
