"""Questions, line by line, about details that do not belong on a wall or on a paper."""

from collections.abc import Callable
from datetime import date

from relroute_tui.domain.personal_details import details_in
from relroute_tui.language import _, detail_words
from relroute_tui.language.detail_questions import DETAIL_QUESTIONS, LEFT_OUT


def without_details(line: str, today: date, leaves_out: Callable[[str], bool]) -> str:
    """Return the line without the details that somebody leaves out, asked about one by one."""
    kept, end = "", 0
    for detail in details_in(line, detail_words(), today):
        question = _(DETAIL_QUESTIONS[detail.kind])
        words = line[detail.start : detail.end]
        leaves = leaves_out(f"{question} {words}")
        kept += line[end : detail.start] + (LEFT_OUT if leaves else words)
        end = detail.end
    return kept + line[end:]
