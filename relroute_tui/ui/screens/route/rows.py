"""The rows of a route's lists: meetings, plans and agreements."""

import re
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.phase import RoundedOff
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.domain.search import MeetingText
from relroute_tui.domain.statement import Statement
from relroute_tui.domain.text import fold
from relroute_tui.language import _, dates, ngettext, progress_words, words
from relroute_tui.language.opener_words import openers_in_short
from relroute_tui.language.statement_words import whose_views
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.screens.route.commands import MEET, PLAN

LONGEST_PASSAGE: Final = 160
"""Letters of a sentence that a search found: two lines or three."""
_WORD: Final = re.compile(r"\S+")


def facts_about(route: Route, openers: Openers | None = None) -> Content:
    """Return who is at the table, an open meeting, the phase, the next date, and cards."""
    people = ", ".join(f"{person.name} ({words.role_of(person)})" for person in route.participants)
    facts = [_("phase: {phase}").format(phase=_(words.PHASES[route.phase]))]
    if route.unfinished:
        sentence = _("the meeting of {day} is still open: {key} goes on with it")
        day = dates.day_and_month(meeting_day(route.unfinished))
        facts.insert(0, sentence.format(day=day, key=key_or_palette(MEET)))
    for end in route.earlier_ends:
        day = dates.long_date(end.on)
        facts += _end(_("rounded off before on {day}").format(day=day), end)
    if route.rounded_off:
        day = dates.long_date(route.rounded_off.on)
        facts += _end(_("rounded off on {day}").format(day=day), route.rounded_off)
    elif route.next_meeting:
        facts.append(
            _("we meet again on {day}").format(day=dates.weekday_and_day(route.next_meeting))
        )
    elif route.lacks_next_meeting:
        facts.append(_("no next date yet: {key}").format(key=key_or_palette(PLAN)))
    if route.set_aside:
        number = len(route.set_aside)
        facts.append(ngettext("{n} card set aside", "{n} cards set aside", number).format(n=number))
    if openers is not None:
        facts.append(openers_in_short(openers))
    return Content.from_markup("$people\n[$quiet]$facts[/]", people=people, facts=" · ".join(facts))


def _end(told: str, end: RoundedOff) -> list[str]:
    return [told, f"“{end.words}”"] if end.words else [told]


def planned_row(route: Route, planned: Planned, agenda: str) -> Content:
    """Return a meeting that is to come, with the name of its agenda."""
    return Content.from_markup(
        "[$now]◇[/] [bold]$planned[/] · $day\n[$quiet]$agenda[/]",
        planned=_("planned"),
        day=dates.long_date(planned.day),
        agenda=" · ".join(filter(None, (*_when_and_where(planned), _who(route, planned), agenda))),
    )


def _when_and_where(planned: Planned) -> tuple[str, ...]:
    return (dates.clock_time(planned.at) if planned.at else "", planned.place)


def _who(route: Route, planned: Planned) -> str:
    return ", ".join(
        participant.name for participant in route.participants if participant.id in planned.invited
    )


def found_row(said: MeetingText, words: Sequence[str]) -> Content:
    """Return a meeting that a search found, with the passage in which the words stand."""
    passage = Content(shortened(said.passage_with(words), words))
    for match in _WORD.finditer(passage.plain):
        if _has_any(match.group(), words):
            passage = passage.stylize("bold $now", match.start(), match.end())
    number = _("meeting {n}").format(n=said.number)
    head = Content.from_markup(
        "[bold]$number[/] · $day\n",
        number=number,
        day=dates.long_date(meeting_day(said.meeting)),
    )
    return head + passage


def shortened(passage: str, words: Sequence[str]) -> str:
    """Return the passage cut to a few lines, with the first of these words in it."""
    if len(passage) <= LONGEST_PASSAGE:
        return passage
    marked = (
        match for match in _WORD.finditer(passage) if any(w in fold(match.group()) for w in words)
    )
    first = next(marked, None)
    start = max(0, (first.start() if first else 0) - LONGEST_PASSAGE // 3)
    end = start + LONGEST_PASSAGE
    return ("… " if start else "") + passage[start:end] + (" …" if end < len(passage) else "")


def _has_any(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return any(word in folded for word in words)


def meeting_row(route: Route, meeting: Meeting) -> Content:
    """Return a meeting that was held, or that is not rounded off."""
    number = len(meeting.agreements)
    made = ngettext("{n} agreement", "{n} agreements", number).format(n=number)
    there = ", ".join(seat.person.name for seat in meeting.seats if seat.was_there)
    state = ""
    if meeting.finished is None:
        state = _("not rounded off; Enter carries on where you left off")
        made = ""
    return Content.from_markup(
        "[bold]$number[/] · $day   [$now]$state[/]\n[$quiet]$facts[/]",
        number=_("meeting {n}").format(n=route.number_of(meeting)),
        day=dates.long_date(meeting.started.date()),
        state=state,
        facts=" · ".join(filter(None, (made, there))),
    )


def agreement_row(agreed: OpenAgreement, views: Sequence[Statement] = ()) -> Content:
    """Return an agreement that still holds: its words, who does it, how it went, whose views.

    That somebody does not say yes yet stands on a row of its own: beside the names of those who do
    it, it would point at them. Who said what stands with its history, one key away.
    """
    agreement = agreed.agreement
    facts = [", ".join(agreement.doers)]
    if agreement.review:
        facts.append(_("look back {day}").format(day=dates.short_date(agreement.review)))
    if agreed.look_backs:
        last = agreed.look_backs[-1]
        facts.append(f"{dates.day_and_month(last.on)}: {_(words.OUTCOMES[last.outcome])}")
    facts.append(progress_words.consent_of(agreement))
    facts.append(whose_views(views))
    said = (" · ".join(filter(None, facts)), progress_words.lack_of_a_yes(agreement))
    rows = (Content.from_markup("\n[$quiet]$x[/]", x=sentence) for sentence in said if sentence)
    return Content("").join((Content(agreement.text), *rows))
