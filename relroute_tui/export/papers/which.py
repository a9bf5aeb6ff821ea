"""The papers of one meeting and the sections of each, by their names on the command line."""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from relroute_tui.content.record_template import RecordContent, RecordTemplate
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.export.papers.paper import Letters, Paper, spoken
from relroute_tui.export.papers.sections import (
    EVERY_SECTION,
    Section,
    not_on_it,
    with_chosen_views,
)
from relroute_tui.language import current
from relroute_tui.language.filled_sentences import Sentence

if TYPE_CHECKING:
    from relroute_tui.export.papers.second_language import TextsIn
    from relroute_tui.export.papers.second_texts import SecondTexts


class Which(StrEnum):
    """Audience of a paper."""

    CHILD = "child"
    FAMILY = "family"
    RECORD = "record"


SECTIONS: Final[Mapping[Which, tuple[Section, ...]]] = {
    Which.CHILD: (
        Section.PRESENT,
        Section.AGREEMENTS,
        Section.SAID,
        Section.VIEWS,
        Section.LOOKING_BACK,
        Section.NEXT,
        Section.WHOM_TO_ASK,
    ),
    Which.FAMILY: (
        Section.PRESENT,
        Section.AGREEMENTS,
        Section.LOOKING_BACK,
        Section.VIEWS,
        Section.CORRECTIONS,
        Section.NEXT,
        Section.WHOM_TO_ASK,
        Section.OPENERS,
        Section.CARDS,
    ),
    Which.RECORD: tuple(map(Section, RecordContent)),
}
"""Sections that can be chosen on each paper, in the order in which they appear there."""


def sections_offered(
    which: Which, meeting: Meeting, openers: Openers | None
) -> tuple[Section, ...]:
    """Return what can be chosen on a paper of this meeting."""
    from relroute_tui.export.papers.second_language import languages_there

    is_empty = {
        Section.OPENERS: openers is None,
        Section.CARDS: not languages_there(meeting, current()),
    }
    return tuple(section for section in SECTIONS[which] if not is_empty.get(section))


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
    sections: Collection[Section] = EVERY_SECTION,
) -> Paper:
    """Return one paper of a meeting, in the language that is spoken, perhaps in large print.

    Of its sections those are on it that were chosen; what adults get says which are not.

    The template is read only for the record. `child` is whose page it is; without one it is the
    page of the child of the route. `openers` are told to the family, where they are known. What
    goes home is also in the languages that people read best, as far as `texts_in` has them.
    """
    route = with_chosen_views(route, sections)
    match which:
        case Which.CHILD:
            from relroute_tui.export.for_child import children_of
            from relroute_tui.export.papers.child import child_paper

            child = child or children_of(route, meeting)[0]
            paper = child_paper(route, meeting, child, sections)
            if texts_in is not None and child.language not in ("", paper.language):
                from relroute_tui.export.papers.second_language import in_languages

                paper = in_languages(paper, _seconds((child.language,), texts_in))
        case Which.FAMILY:
            paper = sheet_for_home(
                route,
                meeting,
                openers=openers,
                texts_in=texts_in,
                sections=sections,
                large=large,
            )
        case Which.RECORD:
            from relroute_tui.export.papers.record import record_paper

            left_out = not_on_it(sections_offered(which, meeting, openers), sections)
            paper = _below(left_out, record_paper(route, meeting, template(), sections))
            if texts_in is not None:
                paper = _record_also_in(paper, meeting, texts_in)
    return replace(paper, letters=Letters.LARGE) if large else paper


def sheet_for_home(
    route: Route,
    meeting: Meeting,
    *,
    openers: Openers | None = None,
    texts_in: "TextsIn | None" = None,
    sections: Collection[Section] = EVERY_SECTION,
    large: bool = False,
) -> Paper:
    """Return the family's paper: on one side, or with more room where it takes two anyhow."""
    from relroute_tui.export.papers.family import family_paper
    from relroute_tui.export.papers.paper import on_few_sides, sides_of

    left_out = tuple(not_on_it(sections_offered(Which.FAMILY, meeting, openers), sections))

    def made(*, is_long: bool) -> Paper:
        paper = family_paper(route, meeting, openers, sections, is_long=is_long)
        paper = _below(left_out, paper)
        if texts_in is not None:
            paper = _in_those_of_the_family(paper, meeting, texts_in, sections)
        return replace(paper, letters=Letters.LARGE) if large else on_few_sides(paper)

    paper = made(is_long=False)
    return paper if sides_of(paper) == 1 else made(is_long=True)


def _below(said: Iterable[Sentence], paper: Paper) -> Paper:
    """Return the paper with sentences above all that stands on it."""
    return replace(paper, blocks=(*map(spoken, said), *paper.blocks))


def _in_those_of_the_family(
    paper: Paper, meeting: Meeting, texts_in: "TextsIn", sections: Collection[Section]
) -> Paper:
    from relroute_tui.export.papers.second_language import (
        in_languages,
        languages_there,
        with_cards,
    )

    seconds = _seconds(languages_there(meeting, paper.language), texts_in)
    if Section.CARDS in sections:
        paper = with_cards(paper, meeting, seconds)
    return in_languages(paper, seconds)


def _record_also_in(paper: Paper, meeting: Meeting, texts_in: "TextsIn") -> Paper:
    """Return the record with its cards too: their questions stand in it as headings."""
    from relroute_tui.export.papers.second_language import (
        in_languages,
        languages_there,
        on_cards_in,
    )

    seconds = _seconds(languages_there(meeting, paper.language), texts_in)
    return in_languages(paper, seconds, partial(on_cards_in, meeting))


def _seconds(languages: Iterable[str], texts_in: "TextsIn") -> "tuple[SecondTexts, ...]":
    return tuple(filter(None, map(texts_in, languages)))
