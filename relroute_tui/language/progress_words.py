"""The way of a route in the language of the table: its map, its contact, what comes next."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Final

from relroute_tui.domain.agreement import Agreement, SetBy
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import CellState
from relroute_tui.domain.progress.phase_history import Unfinished, Waiting
from relroute_tui.domain.progress.planning import window
from relroute_tui.domain.progress.preparation import Presence
from relroute_tui.domain.progress.todo import Next, ToDo
from relroute_tui.domain.questionnaire.answers import Moment
from relroute_tui.domain.recurrence import LAST, Stretch, first_day, monthly_run
from relroute_tui.domain.route import Route, all_agreements
from relroute_tui.language import N_, _, agreement_words, dates, ngettext, words

CELL_STATES: Final[Mapping[CellState, str]] = {
    CellState.NOT_BEGUN: N_("not begun"),
    CellState.UNDER_WAY: N_("under way"),
    CellState.DONE: N_("done"),
}
PURPOSES: Final[Mapping[tuple[Phase, Module], str]] = {
    (Phase.INSTALLATION, Module.PARENTS): N_("draw up a guidance plan for the parents"),
    (Phase.INSTALLATION, Module.COOPERATION): N_("set up the cooperation"),
    (Phase.INSTALLATION, Module.CARERS): N_("draw up a guidance plan for {carers}"),
    (Phase.STABILISATION, Module.PARENTS): N_("guide the parents"),
    (Phase.STABILISATION, Module.COOPERATION): N_("stabilise the cooperation"),
    (Phase.STABILISATION, Module.CARERS): N_("guide {carers}"),
    (Phase.EVALUATION, Module.PARENTS): N_("round off the guidance of the parents"),
    (Phase.EVALUATION, Module.COOPERATION): N_("evaluate the cooperation"),
    (Phase.EVALUATION, Module.CARERS): N_("round off the guidance of {carers}"),
}
"""What each cell of the map is for."""
MOMENTS: Final[Mapping[Moment, str]] = {
    Moment.START: N_("at the start"),
    Moment.MIDWAY: N_("midway"),
    Moment.END: N_("at the end"),
}
CONTACT_KINDS: Final[Mapping[ContactKind, str]] = {
    ContactKind.VISIT: N_("visit"),
    ContactKind.AT_CARERS: N_("visit at {carers_home}"),
    ContactKind.NEUTRAL: N_("visit in a neutral place"),
    ContactKind.STAYING_OVER: N_("staying over"),
    ContactKind.PHONE: N_("phone call"),
    ContactKind.VIDEO: N_("video call"),
    ContactKind.MOMENT: N_("a moment together"),
}
EVERY: Final[Mapping[Every, str]] = {
    Every.WEEK: N_("every week"),
    Every.TWO_WEEKS: N_("every two weeks"),
    Every.FOUR_WEEKS: N_("every four weeks"),
    Every.MONTH: N_("every month"),
    Every.OTHER: N_("otherwise"),
}
NTH: Final[Mapping[int, str]] = {
    1: N_("every first {days} of the month"),
    2: N_("every second {days} of the month"),
    3: N_("every third {days} of the month"),
    4: N_("every fourth {days} of the month"),
    LAST: N_("every last {days} of the month"),
}
SET_BY: Final[Mapping[SetBy, str]] = {
    SetBy.TABLE: N_("agreed together"),
    SetBy.COURT: N_("set by the court"),
    SetBy.GUARDIAN: N_("set by the guardian"),
}
PRESENCES: Final[Mapping[Presence, str]] = {
    Presence.WHOLE: N_("the whole meeting"),
    Presence.BEGIN_AND_END: N_("at the beginning and at the end"),
    Presence.BEGIN: N_("at the beginning"),
    Presence.END: N_("at the end"),
    Presence.NOT: N_("not this time"),
}


def joined(names: Iterable[str]) -> str:
    """Join names as in "Anna, Kees and Mirjam"."""
    *others, last = (*names,) or ("",)
    if not others:
        return last
    return _("{names} and {last}").format(names=", ".join(others), last=last)


def one_of(days: Iterable[date]) -> str:
    """Write "Friday 27 November or Friday 4 December"."""
    *others, last = map(dates.weekday_and_day, days)
    if not others:
        return last
    return _("{days} or {last}").format(days=", ".join(others), last=last)


def to_do_sentence(to_do: ToDo) -> str:
    """Say what to do next, as a person would."""
    match to_do.what:
        case Next.GO_ON:
            sentence = _("The meeting of {day} is not rounded off; carry on where you left off.")
        case Next.QUESTIONNAIRES:
            sentence = ngettext(
                "{n} questionnaire to fill in.", "{n} questionnaires to fill in.", len(to_do.names)
            )
        case Next.OVERDUE:
            sentence = _("A meeting was planned for {day}; it was not held here.")
        case Next.MEETING:
            sentence = _("The next meeting is planned for {day}.")
        case Next.PLAN:
            sentence = _("No meeting is planned yet: {day} would fit.")
        case Next.PREPARE:
            sentence = ngettext(
                "{n} talk with one person alone, before the meeting.",
                "{n} talks with each person alone, before the meeting.",
                len(to_do.names),
            )
        case Next.LOOK_BACK:
            sentence = ngettext(
                "{n} agreement to look back on.", "{n} agreements to look back on.", to_do.number
            )
        case Next.CELL:
            sentence = _("To begin with in this phase: {modules}.")
        case Next.NEXT_PHASE:
            sentence = _("Everything in this phase is done; the next phase can begin.")
        case Next.ROUND_OFF:
            sentence = _("Everything in the last phase is done; the route can be rounded off.")
    return _capital(
        sentence.format(
            day=dates.weekday_and_day(to_do.day) if to_do.day else "",
            n=to_do.number or len(to_do.names),
            modules=joined(_(words.MODULES[module]) for module in to_do.modules),
        )
    )


def facts_of(agreement: Agreement | AgreementLine) -> str:
    """Say what belongs to an agreement beside its sentence, read back before people respond."""
    is_contact = isinstance(agreement, Agreement) and agreement.contact is not None
    review = agreement.review
    said = [
        "" if is_contact else ", ".join(agreement.who),  # the sentence of a contact says who
        agreement.when,
        *agreement_words.said_beside(agreement),
        _("look back on {day}").format(day=dates.whole_date(review)) if review else "",
    ]
    return " · ".join(filter(None, said))


def rhythm_sentence(phase: Phase, last_meeting: date) -> str:
    """Between which days the next meeting fits the rhythm of this phase."""
    first, end = window(phase, last_meeting)
    return _("In this phase ({phase}), a meeting fits between {first} and {last}.").format(
        phase=_(words.PHASES[phase]),
        first=dates.day_and_month(first),
        last=dates.day_and_month(end),
    )


def planned_sentence(days: Iterable[date]) -> str:
    """Say on which days there is a meeting already."""
    told = joined(map(dates.weekday_and_day, sorted(days)))
    return _("Planned already: {days}.").format(days=told)


def unfinished_sentences(route: Route, unfinished: Iterable[Unfinished], phase: Phase) -> list[str]:
    """Return what was not finished, task by task: whose questionnaire it was is not said."""
    unfinished = tuple(unfinished)
    purposes = {str(module): _(PURPOSES[phase, module]) for module in Module}
    known = {entered.agreement.id: entered.agreement.text for entered in all_agreements(route)}
    sheets = sum(thing.kind is Waiting.QUESTIONNAIRE for thing in unfinished)
    cells = (thing.of for thing in unfinished if thing.kind is Waiting.CELL)
    agreements = (thing.of for thing in unfinished if thing.kind is Waiting.AGREEMENT)
    filled_in = ngettext("{n} questionnaire to fill in", "{n} questionnaires to fill in", sheets)
    return [
        *(_("not done: {what}").format(what=purposes.get(cell, cell)) for cell in cells),
        *([filled_in.format(n=sheets)] if sheets else []),
        *(
            _("to look back on: {what}").format(what=known.get(agreement, agreement))
            for agreement in agreements
        ),
    ]


def name_of(route: Route, participant_id: str) -> str:
    """Return the name of somebody on this route, also of a person who has left the table."""
    people = [*route.participants, *(s.person for m in route.meetings for s in m.seats)]
    return next((person.name for person in people if person.id == participant_id), participant_id)


def contact_sentence(contact: Contact) -> str:
    """Write an agreement about contact in one sentence, as it is read aloud."""
    return ", ".join((between(contact), *contact_facts(contact))) + "."


def between(contact: Contact) -> str:
    """Say who sees whom, and how."""
    who, whom = joined(contact.who), joined(contact.with_whom)
    return f"{who} – {whom}: {_(CONTACT_KINDS[contact.kind])}"


def contact_facts(contact: Contact) -> tuple[str, ...]:
    """Say when, how long, where, who brings and fetches, who is there."""
    facts = [
        when_of(contact),
        long_of(contact.minutes) if contact.minutes else "",
        contact.where,
        _("{name} brings").format(name=contact.brings) if contact.brings else "",
        _("{name} picks up").format(name=contact.fetches) if contact.fetches else "",
        _("along: {names}").format(names=contact.along) if contact.along else "",
        supervised_of(contact),
    ]
    return tuple(filter(None, facts))


def supervised_of(contact: Contact) -> str:
    """Say whether somebody is there to help, and who."""
    if not contact.supervised:
        return ""
    if contact.supervised_by:
        return _("{name} is there").format(name=contact.supervised_by)
    return _("with supervision")


def when_of(contact: Contact) -> str:
    """Write "every week on Wednesday at 15:00", or what was typed."""
    if contact.every is Every.OTHER:
        return contact.how_often
    said = rhythm_of(contact)
    if contact.since and (first := first_day(contact)):
        said = _("{when}, from {day}").format(when=said, day=dates.whole_date(first))
    return f"{said} ({contact.how_often})" if contact.how_often else said


def rhythm_of(contact: Contact) -> str:
    """Return on which days and at what time it comes round, as one says it."""
    said = _days_of(contact)
    if not contact.at:
        return said
    return _("{when} at {time}").format(when=said, time=dates.clock_time(contact.at))


def _days_of(contact: Contact) -> str:
    """Return the days on which it comes round, as one says them."""
    if run := monthly_run(contact):
        said = _(NTH[run.nth]).format(days=_weekday(run.lead))
        others = joined(map(_weekday, run.others))
        return (
            _("{when}, and the {days} after it").format(when=said, days=others) if others else said
        )
    days = joined(map(_weekday, sorted(contact.weekdays)))
    every = _(EVERY[contact.every])
    return _("{every} on {days}").format(every=every, days=days) if days else every


def without_days_sentence(contacts: Iterable[Contact]) -> str:
    """Return which contacts stand on no calendar, as no day was said; empty for none."""
    told = [
        f"{joined((*contact.who, *contact.with_whom))} ({_(CONTACT_KINDS[contact.kind])})"
        for contact in contacts
    ]
    if not told:
        return ""
    sentence = _("Without a day of the week, so not in this overview: {contacts}.")
    return sentence.format(contacts="; ".join(told))


def hours_of(stretch: Stretch, at: time | None) -> str:
    """Return at what time it begins, or that it goes on and until when."""
    if stretch.is_begin:
        return begin_of(at)
    if stretch.until:
        return _("until {time}").format(time=dates.clock_time(stretch.until))
    return _("all day")


def long_of(minutes: int) -> str:
    """Write "45 minutes", "2 hours", "1 hour and 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("{n} hour", "{n} hours", hours).format(n=hours))
    if rest or not hours:
        parts.append(ngettext("{n} minute", "{n} minutes", rest).format(n=rest))
    return joined(parts)


def begin_of(at: time | None) -> str:
    """Say at what time something begins; "" where it has none."""
    return dates.clock_time(at) if at else ""


def consent_of(agreement: Agreement) -> str:
    """Say who decided; "" for what the table agreed on together."""
    return "" if agreement.set_by is SetBy.TABLE else _(SET_BY[agreement.set_by])


def _weekday(day: int) -> str:
    """Return the name of a day of the week; one that no week has, from an edited file, goes on."""
    return dates.weekdays()[(day - 1) % 7]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
