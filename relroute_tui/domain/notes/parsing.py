"""The minutes of a meeting are Markdown; an agreement is a task line in them.

    - [ ] Anna belt Sam elke woensdag om 19.00 uur. @Anna #bellen >15-12-2026
      lukt het niet: we appen Noor voor 18.00 uur

`@` says who, `#` about what, `>` the day to look back; all three may be left out. Indented below
may stand its details: when, what we do if it does not work, who decides, who pays, who is told.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import takewhile

from msgspec import Struct

from relroute_tui.domain.agreement import Category, Detail, details_of
from relroute_tui.domain.notes.labels import belongs_below, labelled
from relroute_tui.domain.notes.lines import (
    MIGHT_BE_TASK,
    split_lines,
    task_in,
    without_quote,
)
from relroute_tui.domain.notes.marks import marks_in
from relroute_tui.domain.notes.names import joined_names
from relroute_tui.domain.vocabulary import categories_by_hashtag, time_expression


class Missing(StrEnum):
    """A part that an agreement lacks. A hint, never a block."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    IF_NOT = "if-not"
    REVIEW = "review"


class AgreementLine(Struct, frozen=True):
    """An agreement as it stands in the notes now."""

    line: int
    """Position of its task line, counted from 0."""
    text: str
    who: tuple[str, ...] = ()
    when: str = ""
    if_not: str = ""
    decides: str = ""
    pays: str = ""
    told: str = ""
    category: Category | None = None
    review: date | None = None
    not_understood: tuple[str, ...] = ()
    """Marks that look meant but say nothing: a day that is none or a second one, an unknown name.

    As they were typed; to be told with a remedy, and no part of `text`.
    """
    height: int = 1
    """Number of lines that it takes in the notes."""
    begin: str = "- [ ]"
    """Start of its line: the indent, the list marker and the box."""

    @property
    def says_when(self) -> bool:
        """Whether the line or the sentence itself says when or how often."""
        return bool(self.when or time_expression().search(self.text))

    @property
    def day_not_understood(self) -> str:
        """The mark that was meant for the day to look back, as it was typed."""
        return next((mark for mark in self.not_understood if mark.startswith(">")), "")

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Details that are still to be asked for, in the order in which one would ask."""
        present = {
            Missing.WHAT: bool(self.text),
            Missing.WHO: bool(self.who),
            Missing.WHEN: self.says_when,
            Missing.IF_NOT: bool(self.if_not),
            Missing.REVIEW: self.review is not None,
        }
        return tuple(part for part, is_there in present.items() if not is_there)

    @property
    def wording(self) -> tuple[str, ...]:
        """The words that people respond to. When these change, everyone is asked again.

        A later kind of detail is in it only where it is said, with its name: responses that were
        given before the kind was known still belong to their words.
        """
        details = details_of(self)
        at_first = details.pop(Detail.WHEN, ""), details.pop(Detail.IF_NOT, "")
        later = (f"{detail}: {words}" for detail, words in details.items())
        return (self.text, *self.who, *at_first, *later)


def agreement_lines(
    notes: str, names: Sequence[str], on: date | None = None
) -> tuple[AgreementLine, ...]:
    """Return the agreements in the notes, top to bottom.

    `names` are the nicknames at the table; only those can follow an `@`. `on` is the day on which
    they were written: a day such as "in two weeks" counts from it.
    """
    if MIGHT_BE_TASK.search(notes) is None:
        return ()
    return agreements_in(split_lines(notes), names, on)


def agreements_in(
    lines: Sequence[str],
    names: Sequence[str],
    on: date | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[AgreementLine, ...]:
    """Return the agreements as `agreement_lines` does, in notes that are split into lines.

    With `start` and `end` only those whose task line is one of lines[start:end].
    """
    names = tuple(filter(None, names))
    found = []
    for number in range(start, len(lines) if end is None else end):
        task = task_in(lines[number]) if "[" in lines[number] else None
        if task:
            found.append(_read(number, task, tuple(_details(lines, number + 1, task)), names, on))
    return tuple(found)


def _day_at(on: date | None, text: str) -> tuple[date | None, int]:
    from relroute_tui.domain.days.in_notes import day_at  # many notes name no day

    return day_at(text, today=on)


def _details(lines: Sequence[str], start: int, task: re.Match[str]) -> Iterator[str]:
    """Return the lines below a task line that go on with it."""
    indent = len(task["indent"].expandtabs(4))
    as_read = without_quote if task["quote"] else str
    below = (as_read(lines[number]) for number in range(start, len(lines)))
    return takewhile(lambda line: belongs_below(line, indent), below)


def _read(
    number: int,
    task: re.Match[str],
    details: Sequence[str],
    names: Sequence[str],
    on: date | None,
) -> AgreementLine:
    parts = dict.fromkeys(Detail, "")
    sentence = [task["body"] or ""]
    for line in details:
        detail, words = labelled(line)
        if detail:
            parts[detail] = " ".join(filter(None, (parts[detail], words)))
        else:
            sentence.append(line)
    marks = marks_in(sentence, names, categories_by_hashtag(), partial(_day_at, on))
    return AgreementLine(
        line=number,
        text=marks.text,
        who=marks.who or joined_names(marks.text, names)[0],
        when=parts[Detail.WHEN],
        if_not=parts[Detail.IF_NOT],
        decides=parts[Detail.DECIDES],
        pays=parts[Detail.PAYS],
        told=parts[Detail.TOLD],
        category=marks.category,
        review=marks.review,
        not_understood=marks.not_understood,
        height=1 + len(details),
        begin=task["begin"],
    )
