"""The way of a route in the language of the table: its map, its contact, what comes next."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from relroute_tui.domain.agreement import Agreement, SetBy
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.phase import Module, Phase, Unfinished, Waiting
from relroute_tui.domain.progress.cells import CellState
from relroute_tui.domain.progress.planning import window
from relroute_tui.domain.progress.preparation import Presence
from relroute_tui.domain.progress.todo import Next, ToDo
from relroute_tui.domain.questionnaire.answers import Moment
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
"""Purpose of each cell of the map."""
MOMENTS: Final[Mapping[Moment, str]] = {
    Moment.START: N_("at the start"),
    Moment.MIDWAY: N_("midway"),
    Moment.END: N_("at the end"),
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
    review = agreement.review
    facts = [
        ", ".join(agreement.doers if isinstance(agreement, Agreement) else agreement.who),
        agreement.when,
        *agreement_words.said_beside(agreement),
        _("look back on {day}").format(day=dates.whole_date(review)) if review else "",
    ]
    return " · ".join(filter(None, facts))


def rhythm_sentence(phase: Phase, last_meeting: date) -> str:
    """Say between which days the next meeting fits the rhythm of this phase."""
    first, end = window(phase, last_meeting)
    return _("In this phase ({phase}), a meeting fits between {first} and {last}.").format(
        phase=_(words.PHASES[phase]),
        first=dates.day_and_month(first),
        last=dates.day_and_month(end),
    )


def planned_sentence(days: Iterable[date]) -> str:
    """Say on which days there is a meeting already."""
    days_in_words = joined(map(dates.weekday_and_day, sorted(days)))
    return _("Planned already: {days}.").format(days=days_in_words)


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


def consent_of(agreement: Agreement) -> str:
    """Say who decided; "" for what the table agreed on together."""
    return "" if agreement.set_by is SetBy.TABLE else _(SET_BY[agreement.set_by])


def lack_of_a_yes(agreement: Agreement) -> str:
    """Say that somebody does not say yes yet, and not who; "" where all do, or passed."""
    if not agreement.lacks_a_yes:
        return ""
    return _("Not everyone says yes to this yet. We go on talking about it.")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
