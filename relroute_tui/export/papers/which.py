"""The papers of one meeting, each by its name on the command line."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.content.record_template import RecordTemplate
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.export.papers.paper import Letters, Paper

if TYPE_CHECKING:
    from relroute_tui.export.papers.second_language import TextsIn


class Which(StrEnum):
    """For whom a paper is."""

    CHILD = "child"
    FAMILY = "family"
    RECORD = "record"


def paper_about(
    which: Which,
    route: Route,
    meeting: Meeting,
    template: Callable[[], RecordTemplate],
    *,
    child: Participant | None = None,
    large: bool = False,
    openers: Openers | None = None,
    texts_in: "TextsIn | None" = None,
) -> Paper:
    """Return one paper of a meeting, in the language that is spoken, perhaps in large print.

    The template is read only for the record. `child` is whose page it is; without one it is the
    page of the child of the route. `openers` are told to the family, where they are known. What
    goes home is also in the languages that people read best, as far as `texts_in` has them.
    """
    match which:
        case Which.CHILD:
            from relroute_tui.export.papers.child import child_paper, children_of

            child = child or children_of(route, meeting)[0]
            paper = child_paper(route, meeting, child)
            if texts_in is not None and child.language not in ("", paper.language):
                paper = _also_in(paper, (child.language,), texts_in)
        case Which.FAMILY:
            from relroute_tui.export.papers.family import family_paper

            paper = family_paper(route, meeting, openers)
            if texts_in is not None:
                paper = _in_those_of_the_family(paper, meeting, texts_in)
        case Which.RECORD:
            from relroute_tui.export.papers.record import record_paper

            paper = record_paper(route, meeting, template())
    return replace(paper, letters=Letters.LARGE) if large else paper


def _in_those_of_the_family(paper: Paper, meeting: Meeting, texts_in: "TextsIn") -> Paper:
    from relroute_tui.export.papers.paper import on_one_sheet
    from relroute_tui.export.papers.second_language import languages_there, with_cards

    languages = languages_there(meeting, paper.language)
    for texts in filter(None, map(texts_in, languages)):
        paper = with_cards(paper, meeting, texts)
    return on_one_sheet(_also_in(paper, languages, texts_in))


def _also_in(paper: Paper, languages: Iterable[str], texts_in: "TextsIn") -> Paper:
    from relroute_tui.export.papers.second_language import in_two_languages

    for texts in filter(None, map(texts_in, languages)):
        paper = in_two_languages(paper, texts)
    return paper
