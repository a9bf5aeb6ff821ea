"""The rows of a report."""

from collections.abc import Iterable, Iterator
from typing import Final

from textual.content import Content

from relroute_tui.domain.agreement import LookBack, Outcome
from relroute_tui.domain.progress.report import Followed, PersonReport, Report, ThemeReport
from relroute_tui.domain.progress.scores_over_time import ScoreLine, ScorePoint
from relroute_tui.domain.scores import HIGHEST_SCORE, height_of
from relroute_tui.domain.statement import Statement
from relroute_tui.language import _, dates, score_words, words
from relroute_tui.language.report_words import ENDS, meetings_sentence, theme_name
from relroute_tui.language.statement_words import view_of
from relroute_tui.ui.screens.compare.rows import changed, heading
from relroute_tui.ui.themes import PICTOGRAMS
from relroute_tui.ui.widgets.hanging_indent import hanging_indent

_TRACK: Final = 2 * HIGHEST_SCORE + 1
"""Cells from 0 to 10."""
_DAY: Final = 13
"""Cells for a day and the air behind it."""
_SYMBOLS: Final = {Outcome.KEPT: "●", Outcome.PARTLY: "◐", Outcome.NOT_YET: "○"}


def report_rows(report: Report, width: int) -> Iterator[Content]:
    """Show the whole report in lines of this width."""
    yield from Content.styled(meetings_sentence(report.meetings), "$quiet").wrap(width)
    for theme in report.themes:
        yield Content()
        yield from _theme(theme, width)
    for person in report.people:
        yield Content()
        yield from _person(person, width)


def _theme(report: ThemeReport, width: int) -> Iterator[Content]:
    symbol = PICTOGRAMS[report.theme] if report.theme else "·"
    yield heading(f"{symbol}  {theme_name(report.theme)}")
    for card in report.spoken_of:
        day = Content.styled(f"{dates.short_date(card.day)}: ", "$quiet")
        yield from hanging_indent(Content("   "), day + Content(card.question), width)
    for followed in report.agreements:
        yield from _agreement(followed, width)


def _agreement(followed: Followed, width: int) -> Iterator[Content]:
    text = Content.styled(followed.made.agreement.text, "bold")
    yield from hanging_indent(Content(" □ "), text, width)
    for look_back in followed.look_backs:
        yield from hanging_indent(
            Content.styled(f"   {_SYMBOLS[look_back.outcome]} ", "$title"), _went(look_back), width
        )
    for view in followed.views:
        yield from hanging_indent(Content("     "), _view(view), width)


def _view(view: Statement) -> Content:
    return Content.styled(f"{view_of(view)}: ", "$quiet") + Content(f"“{view.words.strip()}”")


def _went(look_back: LookBack) -> Content:
    went = Content.from_markup(
        "[$quiet]$day:[/] $outcome",
        day=dates.short_date(look_back.on),
        outcome=_(words.OUTCOMES[look_back.outcome]),
    )
    if not look_back.in_the_way:
        return went
    return went + Content(f" – “{look_back.in_the_way}”")


def _person(report: PersonReport, width: int) -> Iterator[Content]:
    if report.scores:
        name = report.person.name
        yield heading(_("{name}: from meeting to meeting").format(name=name))
        for line in report.scores:
            yield from _scores(line, width)
    yield from _spaced(changed([(report.person, report.changes)], width))


def _scores(line: ScoreLine, width: int) -> Iterator[Content]:
    """Show each score of a scale on a track of its own, below the words at both ends."""
    yield Content.styled(_(score_words.SCALES[line.scale]), "bold")
    lowest, highest = map(_, ENDS[line.scale])
    longest = max(len(score_words.score_text(point.score)) for point in line.points)
    if width < _DAY + _TRACK + 1 + longest:
        yield from Content.styled(f"0 {lowest} – 10 {highest}", "$quiet").wrap(width)
        for point in line.points:
            yield _day(point) + Content.styled(score_words.score_text(point.score), "bold")
        return
    ends = lowest.ljust(_TRACK - len(highest)) + highest
    yield Content(" " * _DAY) + Content.styled(ends, "$quiet")
    for point in line.points:
        yield _day(point) + _track(point)


def _day(point: ScorePoint) -> Content:
    return Content.styled(dates.short_date(point.day).ljust(_DAY), "$quiet")


def _track(point: ScorePoint) -> Content:
    before = round(height_of(point.score) * (_TRACK - 1) / HIGHEST_SCORE)
    return Content.from_markup(
        "[$line]$before[/][$title]●[/][$line]$after[/] [bold]$score[/]",
        before="─" * before,
        after="─" * (_TRACK - 1 - before),
        score=score_words.score_text(point.score),
    )


def _spaced(rows: Iterable[Content]) -> Iterator[Content]:
    for row in rows:
        yield Content()
        yield row
