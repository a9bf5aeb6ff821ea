"""The rows of the comparison."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.scores_over_time import ScoreLine
from relroute_tui.domain.questionnaire.answers import Answer, Everyday, Need
from relroute_tui.domain.questionnaire.comparison import Change, Compared, Mark, OpenedAnswers
from relroute_tui.domain.questionnaire.first_themes import FirstTheme
from relroute_tui.domain.questionnaire.model import (
    HIGHEST,
    LOWEST,
    TALK_FROM,
    Item,
    Kind,
    ScaleWords,
)
from relroute_tui.language import _, dates, score_words, words
from relroute_tui.language.comparison_words import because
from relroute_tui.language.progress_words import MOMENTS, joined
from relroute_tui.language.questionnaire_words import NEEDS, said_in
from relroute_tui.ui.screens.compare.dumbbell import Dot, dumbbell
from relroute_tui.ui.themes import PICTOGRAMS

_WIDEST = 81
"""Cells for a line: farther apart the eye loses its place."""
_PLACES = HIGHEST - LOWEST + 1

Names = Mapping[str, str]
"""The nickname of each participant, by id."""


def heading(sentence: str) -> Content:
    """Return a heading over what follows."""
    return Content.from_markup("[bold $title]$sentence[/]", sentence=sentence)


def side_by_side(found: Sequence[Compared], names: Names, width: int) -> Iterator[Content]:
    """Show everything that both sides released: first what is worth a talk."""
    scales = [compared for compared in found if compared.pair.parents.kind is Kind.SCALE]
    talk = [scale for scale in scales if scale.is_to_talk_about]
    rest = [scale for scale in scales if not scale.is_to_talk_about]
    needs = [compared for compared in found if compared.pair.parents.kind is Kind.NEED]
    yield from _part(
        _("{n} points or more between you here: worth a talk").format(n=TALK_FROM),
        (_scale(scale, names, width) for scale in talk),
    )
    yield from _part(_("You nearly agree here"), (_scale(scale, names, width) for scale in rest))
    yield from _part(_("Help that people want"), (_need(need, names, width) for need in needs))
    yield from _part(_("Everyday things to talk about"), _everyday(found, names))
    yield from _part(_("In your own words"), _own_words(found, names))


def _part(sentence: str, rows: Iterable[Content]) -> Iterator[Content]:
    rows = list(rows)
    if rows:
        yield heading(sentence)
        yield from rows


def _scale(compared: Compared, names: Names, width: int) -> Content:
    dots = [_dot(mark, names) for mark in compared.marks]
    return _plot(compared.pair.parents.title, dots, _PLACES, compared.pair.scales, width)


def _need(compared: Compared, names: Names, width: int) -> Content:
    dots = [_dot(mark, names) for mark in compared.marks]
    none, some, much = (_(word) for word in NEEDS.values())
    plot = _plot(
        compared.pair.parents.title, dots, len(Need), [ScaleWords(none, some, much)], width
    )
    whom = [
        Content.from_markup(
            "\n  [$quiet]$name:[/] $words", name=names[m.participant_id], words=m.answer.words
        )
        for m in compared.marks
        if m.answer.words
    ]
    return plot + Content("").join(whom)


def _dot(mark: Mark, names: Names) -> Dot:
    return Dot(names[mark.participant_id], mark.place or 0, above=mark.role is Role.PARENT)


def _plot(
    title: str, dots: Sequence[Dot], places: int, scales: Sequence[ScaleWords], width: int
) -> Content:
    """Draw one line; below it the words of its scale, of each side where they differ."""
    numbers = (str(LOWEST), str(HIGHEST)) if places == _PLACES else ("", "")
    room = max(places * 2, min(_WIDEST, width - 8))
    lines = dumbbell(dots, places, room, numbers)
    longest = max(cell_len(line) for line in lines)
    margin = 2 if numbers[0] else 0
    length = (room - 1) // (places - 1) * (places - 1) + 1
    room_below = length if length > 20 else longest
    below = (" " * margin + _ends(scale, room_below) for scale in scales)
    text = "\n".join((*lines, *below))
    plot = Content("\n".join("  " + line for line in text.split("\n")))
    return (
        Content.styled(title, "bold")
        + Content("\n")
        + plot.highlight_regex(r"[●■═]+", style="bold $now").highlight_regex(
            r"[─┼]+", style="$quiet"
        )
    )


def _ends(scale: ScaleWords, length: int) -> str:
    """Return the words at the ends, and in the middle where there is room."""
    low, middle, high = scale.lowest, scale.middle, scale.highest
    start = (length - cell_len(middle)) // 2
    end = length - cell_len(high)
    if start > cell_len(low) + 1 and start + cell_len(middle) + 1 < end:
        low += " " * (start - cell_len(low)) + middle
    gap = length - cell_len(low) - cell_len(high)
    return low + " " * gap + high if gap >= 2 else f"{low} … {high}"


def _everyday(found: Iterable[Compared], names: Names) -> Iterator[Content]:
    for compared in found:
        for category in compared.pair.parents.categories:
            wanting = [
                names[mark.participant_id]
                for mark in compared.marks
                if (category, Everyday.LETS_TALK) in mark.answer.everyday
            ]
            if wanting:
                yield Content.from_markup(
                    "  · $category   [$quiet]$names[/]",
                    category=_(words.CATEGORIES[category]),
                    names=joined(wanting),
                )


def _own_words(found: Iterable[Compared], names: Names) -> Iterator[Content]:
    for compared in found:
        if compared.pair.parents.kind is Kind.TEXT:
            rows = [
                Content.from_markup(
                    "\n  [$quiet]$name:[/] $words",
                    name=names[mark.participant_id],
                    words=mark.answer.words,
                )
                for mark in compared.marks
            ]
            yield Content.styled(compared.pair.parents.title, "bold") + Content("").join(rows)


def told_by_children(found: Iterable[OpenedAnswers], names: Names) -> Iterator[Content]:
    """Show what a young person opened to the table, in their own words and in those of a face."""
    for child in found:
        yield from _part(
            _("What {name} wants to tell").format(name=names[child.participant_id]),
            (
                Content.from_markup(
                    "[bold]$title[/]\n  $words", title=item.title, words=_in_words(item, answer)
                )
                for item, answer in child.answers
            ),
        )


def _in_words(item: Item, answer: Answer) -> str:
    return "\n  ".join(filter(None, (*said_in(answer, item), answer.words)))


def changed(
    people: Iterable[tuple[Participant, Sequence[Change]]], width: int
) -> Iterator[Content]:
    """Show the change from the start to now, person by person: each only beside oneself."""
    for person, found in people:
        yield from _part(
            _("{name}: from then to now").format(name=person.name),
            (_change(change, width) for change in found),
        )


def scored(
    people: Iterable[tuple[Participant, Sequence[ScoreLine]]], width: int
) -> Iterator[Content]:
    """Return the numbers of check-in and check-out, person by person: never averaged."""
    for person, lines in people:
        yield from _part(
            _("{name}: from meeting to meeting").format(name=person.name),
            (_score_line(line, width) for line in lines),
        )


def _score_line(line: ScoreLine, width: int) -> Content:
    points = [
        Content.from_markup(
            "[$quiet]$day[/] [bold]$score[/]",
            day=dates.short_date(point.day),
            score=score_words.score_text(point.score),
        )
        for point in line.points
    ]
    title = Content.styled(_(score_words.SCALES[line.scale]), "bold")
    rows = Content("   ").join(points).wrap(max(1, width - 2))
    return Content("\n").join([title, *(row.pad_left(2) for row in rows)])


def _change(change: Change, width: int) -> Content:
    if change.item.kind is Kind.FACES:
        return _faces(change)
    last = change.answers[-1][0]
    dots = [
        Dot(_(MOMENTS[moment]), answer.score or 0, above=moment is not last)
        for moment, answer in change.answers
    ]
    scales = [change.item.scale] if change.item.scale else []
    return _plot(change.item.title, dots, _PLACES, scales, width)


def _faces(change: Change) -> Content:
    rows = [
        Content.from_markup(
            "\n  [$quiet]$moment:[/] $words",
            moment=_(MOMENTS[moment]),
            words=_in_words(change.item, answer),
        )
        for moment, answer in change.answers
    ]
    return Content.styled(change.item.title, "bold") + Content("").join(rows)


def theme_rows(themes: Iterable[FirstTheme]) -> Iterator[Content]:
    """Show the themes to begin with, each with its reason."""
    for number, theme in enumerate(themes, 1):
        yield Content.from_markup(
            "[bold]$n[/]  [$title]$symbol[/] [bold]$name[/]\n[$quiet]$why[/]\n",
            n=str(number),
            symbol=PICTOGRAMS[theme.theme],
            name=_(words.THEMES[theme.theme]),
            why=because(theme),
        )
