"""The notes of a meeting beside its agreements: no agreement stands in a text twice."""

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.lines import split_lines, task_in
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.progress.decisions import Decisions, agreements_in


def notes_beside_agreements(meeting: Meeting, decided: Decisions, instead: str) -> str:
    """Return the notes with a sentence in place of each agreement that was made.

    `instead` is that sentence, with `{n}` for the number of the agreement among those that hold
    from now on. A mark that was not understood stays with it: nothing that somebody typed is lost.
    """
    lines = split_lines(meeting.notes)
    agreed = [line for line in meeting.agreement_lines() if line.text]
    numbers = _numbers_in_notes(meeting, decided)
    closed_with = [agreement.text for agreement in agreements_in(meeting)]
    if [line.text for line in agreed] != closed_with or len(numbers) < len(agreed):
        return meeting.notes  # what was closed with is something else: then nothing is left out
    for line, number in reversed(list(zip(agreed, numbers, strict=True))):
        replacement = instead.format(n=number)
        lines[line.line : line.line + line.height] = [_in_place_of(line, replacement)]
    return "\n".join(lines)


def _numbers_in_notes(meeting: Meeting, decided: Decisions) -> list[int]:
    """Return under which number each agreement in the notes stands, from top to bottom."""
    left = list(enumerate(decided.hold_from_now_on, 1))
    numbers = []
    for agreement in agreements_in(meeting):
        found = next((pair for pair in left if pair[1] == agreement), None)
        if found:
            left.remove(found)
            numbers.append(found[0])
    return numbers


def _in_place_of(line: AgreementLine, replacement: str) -> str:
    """Return a bullet as deep as the line of the agreement was."""
    task = task_in(line.begin)
    depth = f"{task['quote']}{task['indent']}" if task else ""
    return f"{depth}- {' '.join((replacement, *line.not_understood))}"
