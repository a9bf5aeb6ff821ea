"""Texts of a route that can be taken along, each by its name on the command line."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.domain.route import Route
from relroute_tui.language import current

if TYPE_CHECKING:
    from relroute_tui.export.papers.second_language import TextsIn


class What(StrEnum):
    """The texts of a route; one meeting has a text of its own."""

    ROUTE = "route"
    CONTACT = "contact"
    COMPARISON = "comparison"
    AGREEMENTS = "agreements"
    LETTER = "letter"
    CHILD_LETTER = "child-letter"
    HANDOVER = "handover"


def text_about(
    what: What,
    route: Route,
    questionnaires: Callable[[], Sequence[Questionnaire]],
    today: date,
    texts_in: "TextsIn | None" = None,
) -> str:
    """Return one of these texts as Markdown; questionnaires are read only where they are needed.

    A letter is also in the languages that people read best, as far as `texts_in` has them.
    """
    match what:
        case What.ROUTE:
            from relroute_tui.export.markdown.route import route_text

            return route_text(route, questionnaires(), today)
        case What.CONTACT:
            from relroute_tui.export.markdown.contact import contact_text

            return contact_text(route, today)
        case What.COMPARISON:
            from relroute_tui.export.markdown.comparison import comparison_text

            return comparison_text(route, questionnaires(), today)
        case What.AGREEMENTS:
            from relroute_tui.export.markdown.agreements import agreements_text

            return agreements_text(route, today)
        case What.HANDOVER:
            from relroute_tui.export.markdown.handover import handover_text

            return handover_text(route, today)
        case What.LETTER | What.CHILD_LETTER:
            return _letter(what, route, questionnaires(), today, texts_in)


def _letter(
    what: What,
    route: Route,
    questionnaires: Sequence[Questionnaire],
    today: date,
    texts_in: "TextsIn | None",
) -> str:
    from relroute_tui.export.markdown.family_letter import letter_about
    from relroute_tui.export.markdown.letter import letter_text

    if what is What.LETTER:
        letter, readers = letter_about(route, questionnaires, today), route.participants
    else:
        from relroute_tui.export.markdown.child_letter import child_letter_about, child_of

        letter, readers = child_letter_about(route, questionnaires, today), (child_of(route),)
    languages = dict.fromkeys(
        person.language for person in readers if person.language not in ("", current())
    )
    seconds = map(texts_in, languages) if texts_in is not None else ()
    return letter_text(letter, tuple(filter(None, seconds)))
