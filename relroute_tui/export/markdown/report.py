"""A year of one route or of many, as Markdown."""

from collections.abc import Iterator
from datetime import date

from relroute_tui.domain.progress.report import Followed, PersonReport, Report, ThemeReport
from relroute_tui.domain.progress.report_counts import Counts, ThemeCounts
from relroute_tui.domain.progress.scores_over_time import ScoreLine
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.commonmark import typed, typed_in_heading
from relroute_tui.export.markdown.comparison import change_line
from relroute_tui.export.markdown.parts import (
    bulleted,
    heading,
    looks_back,
    opening,
    text_of,
    view_line,
    written_on,
)
from relroute_tui.language import _, dates, ngettext, score_words
from relroute_tui.language.report_words import (
    FEW_FAMILIES,
    count_sentences,
    meetings_sentence,
    theme_name,
)


def report_text(route: Route, report: Report, today: date) -> str:
    """Return what a period shows of one route."""
    return text_of(
        (
            *opening(_("What the journey shows, on the route of {name}"), route),
            written_on(today),
            meetings_sentence(report.meetings),
            *(part for theme in report.themes for part in _theme(theme)),
            *_people(report),
        )
    )


def counts_text(counts: Counts, today: date) -> str:
    """Return what a period shows of many routes: numbers, and no name."""
    return text_of(
        (
            "# " + _("What all routes show together"),
            written_on(today),
            *_counts(counts),
        )
    )


def _theme(report: ThemeReport) -> Iterator[str]:
    yield heading(theme_name(report.theme))
    if report.spoken_of:
        yield _("Spoken about:")
        yield bulleted(
            f"{dates.long_date(card.day)}: {typed(card.question)}" for card in report.spoken_of
        )
    if report.agreements:
        yield _("Agreed, and how it went:")
        yield bulleted(map(_followed, report.agreements))


def _followed(followed: Followed) -> str:
    agreed = _("{sentence} (agreed on {day})").format(
        sentence=typed(followed.made.agreement.text), day=dates.long_date(followed.first_on)
    )
    views = map(view_line, followed.views)
    return "\n  - ".join((agreed, *looks_back(followed.look_backs), *views))


def _people(report: Report) -> Iterator[str]:
    if not report.people:
        return
    yield heading(_("How everyone came and went"))
    yield _("Each number stands beside that person's own earlier ones. Nothing is added up.")
    for person in report.people:
        yield f"### {typed_in_heading(person.person.name)}"
        yield bulleted(_lines(person))


def _lines(person: PersonReport) -> Iterator[str]:
    yield from map(_scores, person.scores)
    yield from map(change_line, person.changes)


def _scores(line: ScoreLine) -> str:
    given = ", ".join(
        f"{dates.short_date(point.day)} {score_words.score_text(point.score)}"
        for point in line.points
    )
    return f"{_(score_words.SCALES[line.scale])}: {given}"


def _counts(counts: Counts) -> Iterator[str]:
    if counts.families is None:
        yield _(FEW_FAMILIES)
        return
    yield ngettext(
        "About {n} family had a meeting.", "About {n} families had a meeting.", counts.families
    ).format(n=counts.families)
    for row in counts.themes:
        yield from _theme_counts(row)
    yield _("Each number comes from ten families or more, and is rounded to fives.")


def _theme_counts(counts: ThemeCounts) -> Iterator[str]:
    yield heading(theme_name(counts.theme))
    yield bulleted(count_sentences(counts))
