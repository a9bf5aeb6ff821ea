"""The history of the agreements as Markdown: where each was made, and how it went on."""

from collections.abc import Iterator
from datetime import date

from relroute_tui.domain.agreement import Then
from relroute_tui.domain.progress.agreement_history import first_wordings, wordings_of
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.export.markdown.commonmark import typed, typed_in_heading
from relroute_tui.export.markdown.parts import (
    agreement_facts,
    bulleted,
    everyone,
    heading,
    looks_back,
    opening,
    response_line,
    text_of,
    views_beside,
    written_on,
)
from relroute_tui.language import _, dates


def agreements_text(route: Route, today: date) -> str:
    """Return every agreement of the route with its whole history, those that still hold first."""
    return text_of(
        (
            *opening(_("The agreements of the route of {name}"), route),
            written_on(today),
            *agreements_parts(route),
        )
    )


def agreements_parts(route: Route) -> Iterator[str]:
    """Yield the agreements that still hold, then those that are done."""
    histories = [wordings_of(route, made.agreement.id) for made in first_wordings(route)]
    still_open = [history for history in histories if _is_open(history[-1])]
    done = [history for history in histories if not _is_open(history[-1])]
    yield heading(_("What still holds"))
    if not still_open:
        yield _("None at the moment.")
    for number, history in enumerate(still_open, 1):
        yield from _history(route, number, history)
    if done:
        yield heading(_("What is done"))
    for number, history in enumerate(done, len(still_open) + 1):
        yield from _history(route, number, history)


def _is_open(made: OpenAgreement) -> bool:
    return not made.look_backs or made.look_backs[-1].then is Then.CARRIED_ON


def _history(route: Route, number: int, wordings: tuple[OpenAgreement, ...]) -> Iterator[str]:
    *earlier, now = wordings
    yield f"### {number}. {typed_in_heading(now.agreement.text)}"
    if earlier:
        yield from _wording(route, now)
        yield _("Before that it said:")
    for version in reversed(earlier):
        yield f"“{typed(version.agreement.text)}”"
        yield from _wording(route, version)
    if not earlier:
        yield from _wording(route, now)


def _wording(route: Route, made: OpenAgreement) -> Iterator[str]:
    agreement = made.agreement
    facts = (made_in(route, made), *agreement_facts(agreement), *looks_back(made.look_backs))
    yield bulleted(facts)
    responses = bulleted(
        response_line(everyone(route), response) for response in agreement.responses
    )
    if responses:
        yield _("What everyone said:")
        yield responses
    yield from views_beside(statements_on(route, agreement))


def made_in(route: Route, made: OpenAgreement) -> str:
    """Return where an agreement was made."""
    day = dates.long_date(made.on)
    if made.meeting is None:
        return _("Made on {day}, between meetings").format(day=day)
    return _("Made in meeting {n}, {day}").format(n=route.number_of(made.meeting), day=day)
