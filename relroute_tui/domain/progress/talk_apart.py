"""The questions of a talk apart, and its result."""

from enum import StrEnum

from msgspec.structs import replace

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.route import Route


class Asked(StrEnum):
    """The questions of a talk apart, in their order."""

    WANTED = "wanted"
    NOT_WANTED = "not-wanted"
    THEMES = "themes"
    FIRST_THEME = "first-theme"
    PRESENCE = "presence"


TALKED_WITH = (Role.YOUNG_PERSON, Role.PARENT, Role.CARER)
"""Roles with a talk apart, the young person first: what they choose leads the rest."""


def asked_of(person: Participant, prepared: Preparation | None = None) -> tuple[Asked, ...]:
    """Return what this person is asked; a young person also when to come, and the beginning.

    What somebody does not want on the table is not asked for in writing. Where it was written down
    before, it is shown, so that it can be taken away.
    """
    unwanted = (Asked.NOT_WANTED,) if prepared is not None and prepared.not_wanted else ()
    everyone = (Asked.WANTED, *unwanted, Asked.THEMES)
    if person.role is Role.YOUNG_PERSON:
        return (*everyone, Asked.FIRST_THEME, Asked.PRESENCE)
    return everyone


def people_to_talk_with(route: Route) -> tuple[Participant, ...]:
    """Return everyone with whom there is a talk apart."""
    return tuple(
        person for role in TALKED_WITH for person in route.participants if person.role is role
    )


def coming_preparation(route: Route, participant_id: str) -> Preparation | None:
    """Return what came of the talk before the coming meeting; None before it was held."""
    found = (
        prepared
        for prepared in route.preparations
        if prepared.participant_id == participant_id and not prepared.meeting_id
    )
    return next(found, None)


def with_preparation(route: Route, prepared: Preparation) -> Route:
    """Return the route with this preparation in place of an earlier one for that meeting."""
    key = (prepared.participant_id, prepared.meeting_id)
    others = (
        preparation
        for preparation in route.preparations
        if (preparation.participant_id, preparation.meeting_id) != key
    )
    return replace(route, preparations=(*others, prepared))
