"""The people of a route and its carers, as rows of a form."""

import re
from collections.abc import Iterable
from typing import Final

from textual.content import Content

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.route import NameProblem, name_problem
from relroute_tui.language import _, words
from relroute_tui.language.carers import forms_of
from relroute_tui.language.language_names import language_name

_ASKED_FIRST: Final = (Role.YOUNG_PERSON, Role.PARENT, Role.CARER, Role.FACILITATOR)


def likely_role(people: Iterable[Participant], carers: Carers) -> Role:
    """Return the role that the next person probably has; several carers are two, to begin with."""
    there = [person.role for person in people]
    second = (Role.CARER,) if forms_of(carers).are_several else ()
    asked = (*_ASKED_FIRST, *second)
    return next((role for role in asked if there.count(role) < asked.count(role)), Role.SUPPORTER)


def carers_choice(kind: CarersKind) -> str:
    """Return a word for the carers, as it is offered."""
    if kind is CarersKind.OWN_WORD_FOR_ONE:
        return _("one person, by a word of your own")
    if kind is CarersKind.OWN_WORD_FOR_SEVERAL:
        return _("several people, by a word of your own")
    return forms_of(Carers(kind)).carers_name


def place_of_age(typed: str) -> int | None:
    """Return the place of the age group of so many years; None where no number is typed."""
    years = re.match(r"\s*(\d{1,2})(?!\d)", typed)
    if years is None:
        return None
    groups = (AgeGroup.UNDER_12, 12), (AgeGroup.FROM_12, 18)
    group = next((group for group, below in groups if int(years[1]) < below), AgeGroup.GROWN_UP)
    return tuple(words.AGE_GROUPS).index(group)


def own_word_problem(carers: Carers) -> str:
    """Return why a family's own word for the carers cannot be used; "" where it can."""
    if not carers.kind.is_own_word:
        return ""
    problem = name_problem(carers.own_word, ())
    if problem is NameProblem.EMPTY:
        return _("Type the word that you use for them.")
    return words.name_problem_sentence(problem) if problem else ""


def person_row(person: Participant) -> Content:
    """Return somebody as one row of a list: the name, and who they are."""
    role = _(words.name_of_role(person))
    facts = [person.known_as, role]
    if person.age_group:
        facts.append(_(words.AGE_GROUPS[person.age_group]))
    if person.language:
        facts.append(language_name(person.language))
    return Content.from_markup(
        "[bold]$name[/]  [$quiet]$facts[/]",
        name=person.name,
        facts=" · ".join(filter(None, facts)),
    )
