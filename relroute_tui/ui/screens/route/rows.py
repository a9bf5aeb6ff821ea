"""What the lists of a route say of a meeting, a plan and an agreement."""

from textual.content import Content

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.language import _, dates, ngettext, progress_words, words


def facts_about(route: Route) -> Content:
    """Who is at the table, the phase, the next meeting, and what was set aside."""
    people = ", ".join(f"{person.name} ({words.role_of(person)})" for person in route.participants)
    facts = [_("phase: {phase}").format(phase=_(words.PHASES[route.phase]))]
    if route.next_meeting:
        facts.append(
            _("we meet again on {day}").format(day=dates.weekday_and_day(route.next_meeting))
        )
    if route.set_aside:
        number = len(route.set_aside)
        facts.append(ngettext("{n} card set aside", "{n} cards set aside", number).format(n=number))
    return Content.from_markup("$people\n[$quiet]$facts[/]", people=people, facts=" · ".join(facts))


def planned_row(planned: Planned, agenda: str) -> Content:
    """A meeting that is to come, with the name of its agenda."""
    return Content.from_markup(
        "[$now]◇[/] [bold]$planned[/] · $day\n[$quiet]$agenda[/]",
        planned=_("planned"),
        day=dates.long_date(planned.day),
        agenda=agenda,
    )


def meeting_row(route: Route, meeting: Meeting) -> Content:
    """A meeting that was held, or that is not rounded off."""
    number = len(meeting.agreements)
    made = ngettext("{n} agreement", "{n} agreements", number).format(n=number)
    there = ", ".join(seat.person.name for seat in meeting.seats if seat.was_there)
    state = ""
    if meeting.finished is None:
        state = _("not rounded off; Enter goes on where you were")
        made = ""
    return Content.from_markup(
        "[bold]$number[/] · $day   [$now]$state[/]\n[$quiet]$facts[/]",
        number=_("meeting {n}").format(n=route.number_of(meeting)),
        day=dates.long_date(meeting.started.date()),
        state=state,
        facts=" · ".join(filter(None, (made, there))),
    )


def agreement_row(each: OpenAgreement) -> Content:
    """An agreement that still holds: its words, and who, until when, how it went last."""
    agreement = each.agreement
    facts = [progress_words.consent_of(agreement), ", ".join(agreement.who)]
    if agreement.review:
        facts.append(_("look back {day}").format(day=dates.short_date(agreement.review)))
    if each.look_backs:
        last = each.look_backs[-1]
        facts.append(f"{dates.day_and_month(last.on)}: {_(words.OUTCOMES[last.outcome])}")
    if agreement.has_dissent:
        facts.append(_("not everyone said yes"))
    return Content.from_markup(
        "$text\n[$quiet]$facts[/]", text=agreement.text, facts=" · ".join(filter(None, facts))
    )
