"""A page for a colleague who takes a route over: what to know, and what to ask."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.progress.todo import things_to_do
from relroute_tui.domain.route import OpenAgreement, Route, open_agreements
from relroute_tui.export.markdown.commonmark import typed_first
from relroute_tui.export.markdown.parts import (
    everyone,
    heading,
    named,
    opening,
    section,
    text_of,
    view_line,
    written_on,
)
from relroute_tui.export.markdown.route import planned
from relroute_tui.language import N_, _, dates, ngettext, progress_words, words

_QUESTIONS: Final = (
    N_("What helps when it gets tense at this table, and what does not?"),
    N_("What did you promise that is written nowhere?"),
    N_("Whom do you call first, and who calls you?"),
    N_("When do the child, the parents and {carers} hear that it is you from now on?"),
)


def handover_text(route: Route, today: date) -> str:
    """Return the page. What nobody shared with the table is not in it."""
    return text_of(
        (
            *opening(_("What you need to know: the route of {name}"), route),
            written_on(today),
            *_where_it_stands(route),
            *section(_("Who is at the table"), map(named, route.participants)),
            *section(_("Who led the meetings"), map(named, _leaders(route))),
            *section(_("What to do next"), _to_do(route, today)),
            *section(_("Planned"), planned(route)),
            *section(
                _("What holds now"), (_agreement(route, made) for made in open_agreements(route))
            ),
            *section(_("Good to know"), _good_to_know(route)),
            *section(_("Ask whoever hands it over"), map(_, _QUESTIONS)),
        )
    )


def _where_it_stands(route: Route) -> Iterator[str]:
    yield heading(_("Where it stands"))
    sentences = [_("We are in this phase: {phase}.").format(phase=_(words.PHASES[route.phase]))]
    for end in route.earlier_ends:
        day = dates.long_date(end.on)
        sentences.append(
            _("The route was rounded off on {day}, and went on later.").format(day=day)
        )
    if route.rounded_off:
        day = dates.long_date(route.rounded_off.on)
        sentences.append(_("The route was rounded off on {day}.").format(day=day))
    if number := len(route.finished_meetings):
        last = route.finished_meetings[-1].started.date()
        sentences.append(
            ngettext(
                "There was {n} meeting, on {day}.",
                "There were {n} meetings, the last on {day}.",
                number,
            ).format(n=number, day=dates.long_date(last))
        )
    if route.unfinished:
        day = dates.long_date(route.unfinished.started.date())
        sentences.append(_("The meeting of {day} is not closed yet.").format(day=day))
    yield " ".join(sentences)


def _leaders(route: Route) -> Iterator[Participant]:
    return (person for person in everyone(route) if person.role is Role.FACILITATOR)


def _to_do(route: Route, today: date) -> Iterator[str]:
    return (
        typed_first(progress_words.to_do_sentence(to_do)) for to_do in things_to_do(route, today)
    )


def _agreement(route: Route, made: OpenAgreement) -> str:
    line = typed_first(made.agreement.text)
    if made.agreement.review:
        day = dates.long_date(made.agreement.review)
        line += " " + _("We look back: {day}").format(day=day)
    views = (f"({view_line(view)})" for view in statements_on(route, made.agreement))
    return " ".join((line, *views))


def _good_to_know(route: Route) -> Iterator[str]:
    yield typed_first(_("The people the child lives with are called here: {carers_name}."))
    if number := len(route.set_aside):
        yield ngettext(
            "{n} card is one that this family does not want to see again.",
            "{n} cards are ones that this family does not want to see again.",
            number,
        ).format(n=number)
    if any(filled.sealed for filled in route.filled):
        yield _(
            "Answers to a questionnaire that were not shared open only with their author's code. "
            "Nobody handed you that code, and nobody can."
        )
