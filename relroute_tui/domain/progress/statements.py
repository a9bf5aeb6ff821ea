"""The own views of a route: where each stands, and that none goes."""

from collections.abc import Iterable

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.lines import MIGHT_BE_TASK, split_lines, words_begin
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.decisions import decisions_of
from relroute_tui.domain.route import OpenAgreement, Route, all_agreements, everybody
from relroute_tui.domain.statement import Statement, Subject


def agreement_subject(made: OpenAgreement) -> Subject:
    """Return an agreement as what a view stands beside."""
    meeting_id = made.meeting.id if made.meeting else ""
    return Subject(made.agreement.text, meeting_id, made.agreement.id)


def meeting_subjects(route: Route, meeting: Meeting) -> tuple[Subject, ...]:
    """Return what a view on a meeting can be about: the whole, each agreement and sentence."""
    decided = decisions_of(route, meeting)
    looked_back = (seen.agreement for seen in (*decided.carried_on, *decided.ended))
    agreements = tuple(
        _subject_of(agreement, meeting) for agreement in (*decided.hold_from_now_on, *looked_back)
    )
    lines = (line for line in split_lines(meeting.notes) if not MIGHT_BE_TASK.search(line))
    sentences = dict.fromkeys(line[words_begin(line) :].strip() for line in lines)
    return (
        Subject(meeting_id=meeting.id),
        *agreements,
        *(Subject(words, meeting.id) for words in sentences if words),
    )


def _subject_of(agreement: Agreement, meeting: Meeting) -> Subject:
    """Return an agreement as a subject; one that is in open notes has no id that will hold."""
    is_made_here = agreement.id.startswith(f"{meeting.id}-")
    is_record = meeting.finished is not None or not is_made_here
    return Subject(agreement.text, meeting.id, agreement.id if is_record else "")


def people_with_a_view(route: Route) -> tuple[Participant, ...]:
    """Return everyone who is or was on the route, once; an interpreter has no view of their own."""
    people = {person.id: person for person in reversed(everybody(route))}
    order = dict.fromkeys(person.id for person in everybody(route))
    return tuple(people[person_id] for person_id in order if people[person_id].role.takes_part)


def with_statement(route: Route, statement: Statement) -> Route:
    """Return the route with one view more; the same one is not added twice."""
    if statement in route.statements:
        return route
    return replace(route, statements=(*route.statements, statement))


def statements_beside(route: Route, subject: Subject) -> tuple[Statement, ...]:
    """Return the views that stand beside exactly this, oldest first."""
    if subject.agreement_id:
        agreement = Agreement(subject.agreement_id, subject.sentence)
        return statements_on(route, agreement)
    return tuple(statement for statement in route.statements if statement.about == subject)


def statements_on(route: Route, agreement: Agreement) -> tuple[Statement, ...]:
    """Return the views beside an agreement, oldest first."""
    return tuple(
        statement for statement in route.statements if statement.about.is_agreement(agreement)
    )


def other_statements(
    route: Route, meeting: Meeting, shown: Iterable[Agreement] | None = None
) -> tuple[Statement, ...]:
    """Return the views of a meeting that stand beside none of the agreements that are shown.

    Those are all that were made or changed in it, where `shown` does not say otherwise.
    """
    at_meeting = [
        statement for statement in route.statements if statement.about.meeting_id == meeting.id
    ]
    if not at_meeting:
        return ()
    shown = decisions_of(route, meeting).hold_from_now_on if shown is None else tuple(shown)
    return tuple(statement for statement in at_meeting if not _is_on_any(statement, shown))


def statements_without_place(route: Route) -> tuple[Statement, ...]:
    """Return the views whose meeting and agreement are not on the route: what holds still."""
    if not route.statements:
        return ()
    meetings = {meeting.id for meeting in route.meetings}
    agreements = [made.agreement for made in all_agreements(route)]
    return tuple(
        statement
        for statement in route.statements
        if statement.about.meeting_id not in meetings and not _is_on_any(statement, agreements)
    )


def for_child(statements: Iterable[Statement], child: Participant) -> tuple[Statement, ...]:
    """Return which of these are the child's own, or may stand on what the child takes home."""
    return tuple(
        statement for statement in statements if statement.for_child or statement.by.id == child.id
    )


def _is_on_any(statement: Statement, agreements: Iterable[Agreement]) -> bool:
    return any(statement.about.is_agreement(agreement) for agreement in agreements)
