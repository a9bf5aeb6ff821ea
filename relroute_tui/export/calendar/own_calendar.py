"""Somebody's own calendar, read from its file: what is kept of it, and what is said of that."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from relroute_tui.domain.participant import Participant
from relroute_tui.export.calendar.reading import LARGEST, NotRead, Problem, TimesRead, times_in
from relroute_tui.language import N_, _, ngettext
from relroute_tui.storage.files import read_start

_NOT_READ: Final[Mapping[Problem, str]] = {
    Problem.NO_FILE: N_("There is no file {path}. Nothing was changed. Look at its name again."),
    Problem.NOT_READABLE: N_(
        "{path} cannot be read. Nothing was changed. Is it a file that you may read?"
    ),
    Problem.NO_CALENDAR: N_("{path} is no calendar file. Nothing was changed. Name an .ics file."),
    Problem.DAMAGED: N_(
        "{path} is a calendar, but not a whole one. Nothing was changed. "
        "Write it out of that calendar again."
    ),
    Problem.TOO_LARGE: N_(
        "{path} holds more than a year of shifts or holidays. Nothing was changed. "
        "Write out only the calendar with those."
    ),
}


def times_in_file(path: Path, today: date) -> TimesRead:
    """Return the times from today on in a calendar file. Raises NotRead."""
    try:
        content = read_start(path, LARGEST + 1)
    except FileNotFoundError:
        raise NotRead(Problem.NO_FILE) from None
    except (OSError, ValueError):  # a folder, no permission, or no file can be called so
        raise NotRead(Problem.NOT_READABLE) from None
    return times_in(content, today)


def not_read_sentence(problem: Problem, path: Path) -> str:
    """Say why nothing was read, that nothing was changed, and what to do now."""
    return _(_NOT_READ[problem]).format(path=path)


def read_sentences(person: Participant, found: TimesRead) -> Iterator[str]:
    """Say how many times are kept, and whether anything was left out."""
    number = len(found.times)
    sentence = ngettext(
        "{n} time at which {name} cannot is kept; nothing else of the calendar is.",
        "{n} times at which {name} cannot are kept; nothing else of the calendar is.",
        number,
    )
    yield sentence.format(n=number, name=person.name)
    if found.passed_over:
        sentence = ngettext(
            "{n} thing in it comes round in a way that is not read here, and was left out.",
            "{n} things in it come round in a way that is not read here, and were left out.",
            found.passed_over,
        )
        yield sentence.format(n=found.passed_over)
