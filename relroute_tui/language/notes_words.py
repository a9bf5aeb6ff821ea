"""Sentences about notes that are being written, and notes as they are read."""

from datetime import date, timedelta

from relroute_tui.domain.days.written import written_date
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.lines import split_lines, words_of
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.language import _, current, words
from relroute_tui.language.progress_words import facts_of

_LOOK_BACK_AFTER = timedelta(weeks=4)


def not_clear(mark: str, today: date | None = None) -> str:
    """Return what is not clear about a mark in an agreement, and what to type in its place."""
    if mark.startswith(">"):
        day = written_date((today or date(2026, 11, 17)) + _LOOK_BACK_AFTER, current())
        return _("“{mark}” is not a day: write it as >{day}").format(mark=mark, day=day)
    if mark.startswith("@"):
        return _("nobody at this table is called “{mark}”").format(mark=mark)
    return _("“{mark}” is not clear: # and one subject that the form knows").format(mark=mark)


def notes_as_read(meeting: Meeting) -> str:
    """Return the notes, still as Markdown, with each agreement in words in place of its marks."""
    lines = split_lines(meeting.notes)
    for agreement in reversed(meeting.agreement_lines()):
        lines[agreement.line : agreement.line + agreement.height] = [line_as_read(agreement)]
    return "\n".join(lines)


def lines_in_words(meeting: Meeting) -> dict[int, str]:
    """Return the notes without marks, each line by its place from 0; none that holds no word."""
    lines = dict(enumerate(map(words_of, split_lines(meeting.notes))))
    for agreement in meeting.agreement_lines():
        for place in range(agreement.line, agreement.line + agreement.height):
            del lines[place]
        words = words_of(line_as_read(agreement))
        lines[agreement.line] = _("Agreement: {words}").format(words=words)
    return {place: words for place, words in sorted(lines.items()) if words.strip()}


def line_as_read(agreement: AgreementLine) -> str:
    """Return the one line for an agreement: what its marks and its details say stands behind it.

    A mark that was not understood stays as it was typed.
    """
    text = " ".join(filter(None, (agreement.text, *agreement.not_understood)))
    about = _(words.CATEGORIES[agreement.category]) if agreement.category else ""
    facts = " · ".join(filter(None, (facts_of(agreement), about)))
    return f"{agreement.begin} {' – '.join(filter(None, (text, facts)))}"
