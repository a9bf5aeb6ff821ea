"""The contact of a route, as Markdown: what was agreed, this week, this month, each phase."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from relroute_tui.domain.progress.calendar import (
    Occasion,
    contact_agreements_in,
    month_after,
    occasions,
    week_of,
    without_days,
)
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.progress.todo import contact_agreements, phases_so_far
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.export.markdown.parts import (
    agreement_facts,
    bulleted,
    everyone,
    heading,
    opening,
    response_line,
    section,
    text_of,
    views_beside,
    written_on,
)
from relroute_tui.language import _, contact_words, dates, words


def contact_text(route: Route, today: date) -> str:
    """Return the contact of a route on one page."""
    return text_of(
        (
            *opening(_("Contact on the route of {name}"), route),
            written_on(today),
            *contact_parts(route, today),
        )
    )


def contact_parts(route: Route, today: date) -> Iterator[str]:
    """Yield the agreements about contact, the week, the month, the phases."""
    yield heading(_("Who sees whom"))
    held = contact_agreements(route)
    if not held:
        yield _("Nothing was written down about contact yet.")
        return
    for agreement in held:
        yield from _agreed(route, agreement)
    week = week_of(today)
    yield from section(_("This week"), _days(occasions(route, week[0], week[-1])))
    last = month_after(today.replace(day=1)) - timedelta(days=1)
    month = _("In {month}").format(month=dates.month_and_year(today))
    yield from section(month, _days(occasions(route, today.replace(day=1), last)))
    if sentence := contact_words.without_days_sentence(without_days(route)):
        yield typed(sentence)
    yield heading(_("In each phase"))
    for stay in phases_so_far(route):
        yield f"### {_phase(stay.first, stay.last, _(words.PHASES[stay.phase]))}"
        found = contact_agreements_in(route, stay)
        yield bulleted(typed_first(entry.agreement.text) for entry in found) or _("Nothing yet.")


def _phase(first: date, last: date | None, name: str) -> str:
    if last is None:
        return _("{phase}, since {day}").format(phase=name, day=dates.long_date(first))
    return _("{phase}, until {day}").format(phase=name, day=dates.long_date(last))


def _agreed(route: Route, made: OpenAgreement) -> Iterator[str]:
    agreement = made.agreement
    contact = agreement.contact
    assert contact is not None
    yield f"### {typed_in_heading(contact_words.between(contact))}"
    facts = [typed_first(fact) for fact in contact_words.contact_facts(contact)]
    yield bulleted((*facts, *agreement_facts(agreement)))
    responses = [response_line(everyone(route), response) for response in agreement.responses]
    if responses:
        yield _("What everyone said:")
        yield bulleted(responses)
    yield from views_beside(statements_on(route, agreement))


def _days(found: Sequence[Occasion]) -> Iterator[str]:
    for entry in found:
        at = contact_words.hours_of(entry.occurrence, entry.contact.at)
        when = " ".join(filter(None, (dates.weekday_and_day(entry.day), at)))
        said = typed(contact_words.between(entry.contact))
        if entry.is_called_off:
            said += f" ({contact_words.off_words(entry.moved_to)})"
        yield f"{when}: {said}"
