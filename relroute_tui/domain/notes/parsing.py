"""The minutes of a meeting are Markdown; an agreement is a task line in them.

    - [ ] Anna belt Sam elke woensdag om 19.00 uur. @Anna #bellen >15-12-2026
      lukt het niet: we appen Noor voor 18.00 uur

`@` says who, `#` about what, `>` the day to look back; all three may be left out. Indented below
may stand when it happens and what we do if it does not work.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.notes.dates import parse_date, written_date
from relroute_tui.domain.vocabulary import (
    VOCABULARIES,
    categories_by_hashtag,
    time_expression,
)

TASK = re.compile(r"^(?P<begin>(?P<indent>[ \t]*)[-*+][ \t]+\[[ xX]\])(?:[ \t]+(?P<body>.*))?$")
_MIGHT_BE_TASK = re.compile(r"(?:^|[\r\n])[ \t]*[-*+][ \t]+\[[ xX]\]")
_HASHTAG = re.compile(r"(?<!\S)#(?P<word>\w+)")
_REVIEW = re.compile(r"(?<!\S)>(?P<date>\d[\d-]*)(?=\s|$)")
_MENTION = re.compile(r"(?<!\S)@")
_AND = re.compile(r"(?:\s*,\s*|\s+)(?:(?:en|and)\s+|&\s*)?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]")


class Missing(StrEnum):
    """What an agreement does not say yet. A hint, never a block."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    IF_NOT = "if-not"
    REVIEW = "review"


class AgreementLine(Struct, frozen=True):
    """An agreement as it stands in the notes now."""

    line: int
    """Where its task line is, counted from 0."""
    text: str
    who: tuple[str, ...] = ()
    when: str = ""
    if_not: str = ""
    category: Category | None = None
    review: date | None = None
    not_understood: tuple[str, ...] = ()
    """Marks that look meant but say nothing: a day that is none or a second one, an unknown name.

    They stand in `text` as they were typed.
    """
    height: int = 1
    """How many lines of the notes it takes."""
    begin: str = "- [ ]"
    """What its line begins with: the indent, the sign of the list and the box."""

    @property
    def says_when(self) -> bool:
        """Whether the line or the sentence itself says when or how often."""
        return bool(self.when or time_expression().search(self.text))

    @property
    def day_not_understood(self) -> str:
        """A mark that was meant for the day to look back; it stands in `text` as it was typed."""
        return next((mark for mark in self.not_understood if mark.startswith(">")), "")

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is still to be asked for, in the order in which one would ask."""
        said = {
            Missing.WHAT: bool(self.text),
            Missing.WHO: bool(self.who),
            Missing.WHEN: self.says_when,
            Missing.IF_NOT: bool(self.if_not),
            Missing.REVIEW: self.review is not None,
        }
        return tuple(part for part, is_said in said.items() if not is_said)

    @property
    def wording(self) -> tuple[str, ...]:
        """The words that people respond to. When these change, everyone is asked again."""
        return (self.text, *self.who, self.when, self.if_not)


def agreement_lines(notes: str, names: Sequence[str]) -> tuple[AgreementLine, ...]:
    """The agreements in the notes, top to bottom.

    `names` are the nicknames at the table; only those can follow an `@`.
    """
    if _MIGHT_BE_TASK.search(notes) is None:
        return ()
    return agreements_in(split_lines(notes), names)


def agreements_in(
    lines: Sequence[str], names: Sequence[str], start: int = 0, end: int | None = None
) -> tuple[AgreementLine, ...]:
    """As `agreement_lines`, for notes that were split into lines already.

    With `start` and `end` only those whose task line is one of lines[start:end].
    """
    found = []
    for number in range(start, len(lines) if end is None else end):
        task = TASK.match(lines[number])
        if task:
            details = tuple(_details(lines, number + 1, len(task["indent"].expandtabs(4))))
            found.append(_read(number, task, details, names))
    return tuple(found)


def split_lines(notes: str) -> list[str]:
    """The lines: a line feed, a return or both end one, and no other sign does."""
    return notes.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _details(lines: Sequence[str], start: int, indent: int) -> Iterator[str]:
    for line in lines[start:]:
        stripped = line.strip()
        depth = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if not stripped or depth <= indent or _LIST_ITEM.match(line):
            return
        yield stripped


def _read(
    number: int, task: re.Match[str], details: tuple[str, ...], names: Sequence[str]
) -> AgreementLine:
    said = {"when": "", "if_not": ""}
    loose = []
    for detail in details:
        part, words = _labelled(detail)
        if part:
            said[part] = " ".join(filter(None, (said[part], words)))
        else:
            loose.append(detail)
    sentence = "\n".join((task["body"] or "", *loose))
    sentence, category, unknown_tags = _take_category(sentence)
    sentence, review, no_dates = _take_review(sentence)
    sentence, who, unknown_names = _take_mentions(sentence, names)
    text = _SPACES.sub(" ", sentence).strip()
    return AgreementLine(
        line=number,
        text=text,
        who=who or _subject(text, names),
        when=said["when"],
        if_not=said["if_not"],
        category=category,
        review=review,
        not_understood=(*unknown_names, *unknown_tags, *no_dates),
        height=1 + len(details),
        begin=task["begin"],
    )


def _labelled(detail: str) -> tuple[str, str]:
    head, colon, words = detail.partition(":")
    if colon:
        label = _SPACES.sub(" ", head).strip().casefold()
        for vocabulary in VOCABULARIES.values():
            if label == vocabulary.if_not:
                return "if_not", _SPACES.sub(" ", words).strip()
            if label == vocabulary.when:
                return "when", _SPACES.sub(" ", words).strip()
    return "", ""


def _take_mentions(text: str, names: Sequence[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Lift every `@name` behind the sentence out; one amid it stays as a name.

    The longest name wins, so "Oma Ans" is not taken for "Oma".
    """
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    who: list[str] = []
    unknown: list[str] = []
    kept: list[str] = []
    mentioned: set[int] = set()
    rest = text
    while at := _MENTION.search(rest):
        after = rest[at.end() :]
        kept.append(rest[: at.start()])
        name = next((name for name in longest_first if _opens_with(after, name)), None)
        if name is None:
            word = after.split(maxsplit=1)[0] if after[:1].strip() else ""
            kept.append("@" + word)
            rest = after[len(word) :]
            unknown.append("@" + word)
        else:
            mentioned.add(len(kept))
            kept.append(after[: len(name)])
            rest = after[len(name) :]
            if name not in who:
                who.append(name)
    kept.append(rest)
    is_behind = True  # whether nothing but marks comes until the end of the line
    for place in reversed(range(len(kept))):
        if place not in mentioned:
            in_line, line_feed, _next_line = kept[place].partition("\n")
            is_behind = _is_marks(in_line) and (is_behind or bool(line_feed))
        elif is_behind:
            kept[place] = ""
    return "".join(kept), tuple(who), tuple(unknown)


def _is_marks(text: str) -> bool:
    return all(word[0] in "@#>" for word in text.split())


def _opens_with(text: str, name: str) -> bool:
    ends_here = not text[len(name) : len(name) + 1].isalnum()
    return ends_here and text[: len(name)].casefold() == name.casefold()


def _take_category(text: str) -> tuple[str, Category | None, tuple[str, ...]]:
    known = categories_by_hashtag()
    found: Category | None = None
    unknown: list[str] = []

    def lift(match: re.Match[str]) -> str:
        nonlocal found
        category = known.get(match["word"].casefold())
        if category is None or found is not None:
            unknown.append(match[0])
            return match[0]
        found = category
        return ""

    return _HASHTAG.sub(lift, text), found, tuple(unknown)


def _take_review(text: str) -> tuple[str, date | None, tuple[str, ...]]:
    found: date | None = None
    no_dates: list[str] = []

    def lift(match: re.Match[str]) -> str:
        nonlocal found
        day = parse_date(match["date"])
        if day is None or found is not None:
            no_dates.append(match[0])
            return match[0]
        found = day
        return ""

    return _REVIEW.sub(lift, text), found, tuple(no_dates)


def _subject(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Who a sentence starts with: "Anna belt …" and "Anna en Kees brengen …" need no @Anna."""
    who: list[str] = []
    rest = text
    while True:
        starts = [name for name in names if name and _opens_with(rest, name)]
        if not starts:
            return tuple(who)
        name = max(starts, key=len)
        who += [name] if name not in who else []
        joined = _AND.match(rest[len(name) :])
        if joined is None:
            return tuple(who)
        rest = rest[len(name) + joined.end() :]


def task_line(agreement: AgreementLine, language: str) -> tuple[str, ...]:
    """The lines of the notes that say this agreement, in the words of `language`."""
    vocabulary = VOCABULARIES[language]
    marks = [f"@{name}" for name in agreement.who]
    if agreement.category:
        marks.append(f"#{vocabulary.hashtags[agreement.category]}")
    if agreement.review:
        marks.append(f">{written_date(agreement.review, language)}")
    first = " ".join(filter(None, (agreement.begin, one_line(agreement.text), *marks)))
    labelled = ((vocabulary.when, agreement.when), (vocabulary.if_not, agreement.if_not))
    indent = agreement.begin[: -len(agreement.begin.lstrip())] + "  "
    return (first, *(f"{indent}{label}: {one_line(words)}" for label, words in labelled if words))


def one_line(text: str) -> str:
    """The words of a text with one space between them."""
    return _SPACES.sub(" ", text).strip()


def with_agreement(notes: str, at: int, height: int, lines: Sequence[str]) -> str:
    """The notes with `height` lines from line `at` replaced by the lines of an agreement."""
    all_lines = split_lines(notes)
    all_lines[at : at + height] = lines
    return "\n".join(all_lines)
