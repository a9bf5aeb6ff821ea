"""A year of one route, as a page of HTML that needs nothing else and prints on A4."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from relroute_tui.domain.progress.report import Followed, PersonReport, Report, ThemeReport
from relroute_tui.domain.progress.scores_over_time import ScoreLine
from relroute_tui.domain.questionnaire.comparison import Change
from relroute_tui.domain.route import Route
from relroute_tui.export.html.plot import Point, plot
from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.language import _, current, dates, score_words
from relroute_tui.language.look_back_words import looked_back_sentence
from relroute_tui.language.progress_words import MOMENTS
from relroute_tui.language.questionnaire_words import said_in
from relroute_tui.language.report_words import ENDS, meetings_sentence, theme_name
from relroute_tui.language.statement_words import view_of

_SHEET: Final = "report"


def report_html(route: Route, report: Report, today: date) -> str:
    """Return what a period shows of one route."""
    title = _("What the journey shows, on the route of {name}").format(name=route.nickname)
    body = fill(
        _SHEET,
        "report",
        title=title,
        about=_("As it was on {day}.").format(day=dates.long_date(today)),
        meetings=meetings_sentence(report.meetings),
        themes=joined(map(_theme, report.themes)),
        people=_people(report.people),
    )
    return page(_SHEET, current(), title, body)


def _theme(report: ThemeReport) -> Html:
    name = theme_name(report.theme)
    return fill(_SHEET, "theme", name=name, parts=joined(_theme_parts(report)))


def _theme_parts(report: ThemeReport) -> Iterator[Html]:
    if report.spoken_of:
        spoken = (f"{dates.long_date(card.day)}: {card.question}" for card in report.spoken_of)
        yield _list(_("Spoken about"), map(_item, spoken))
    if report.agreements:
        yield _list(_("Agreed, and how it went"), map(_followed, report.agreements))


def _followed(followed: Followed) -> Html:
    agreed = _("{sentence} (agreed on {day})").format(
        sentence=followed.made.agreement.text, day=dates.long_date(followed.first_on)
    )
    views = (f"{view_of(view)}: “{view.words.strip()}”" for view in followed.views)
    return _item(agreed, (*map(looked_back_sentence, followed.look_backs), *views))


def _list(title: str, items: Iterable[Html]) -> Html:
    return fill(_SHEET, "list", title=title, items=joined(items))


def _item(text: str, below: Iterable[str] = ()) -> Html:
    items = joined(_item(line) for line in below)
    inner = fill(_SHEET, "below", items=items) if items else Html()
    return fill(_SHEET, "item", text=text, below=inner)


def _people(people: Iterable[PersonReport]) -> Html:
    shown = joined(map(_person, people))
    if not shown:
        return Html()
    return fill(
        _SHEET,
        "people",
        title=_("How everyone came and went"),
        about=_("Each number stands beside that person's own earlier ones. Nothing is added up."),
        people=shown,
    )


def _person(report: PersonReport) -> Html:
    plotted = [change for change in report.changes if change.item.scale is not None]
    in_words = [_item(_in_words(change)) for change in report.changes if change not in plotted]
    return fill(
        _SHEET,
        "person",
        name=report.person.name,
        words=fill(_SHEET, "items", items=joined(in_words)) if in_words else Html(),
        plots=joined((*map(_scores, report.scores), *map(_change, plotted))),
    )


def _in_words(change: Change) -> str:
    """Say how the faces that somebody pointed at went on."""
    steps = (
        f"{_(MOMENTS[moment])} {', '.join(said_in(answer, change.item))}"
        for moment, answer in change.answers
    )
    return f"{change.item.title}: {' → '.join(steps)}"


def _scores(line: ScoreLine) -> Html:
    lowest, highest = ENDS[line.scale]
    title = _(score_words.SCALES[line.scale])
    years = [None, *(point.day.year for point in line.points)]
    points = [
        Point(
            point.score,
            dates.short_day(point.day),
            "" if point.day.year == before else str(point.day.year),
        )
        for before, point in zip(years, line.points, strict=False)
    ]
    return _plotted(title, points, (_(lowest), _(highest)))


def _change(change: Change) -> Html:
    points = [Point(answer.score or 0, _(MOMENTS[moment])) for moment, answer in change.answers]
    assert change.item.scale is not None
    ends = change.item.scale.lowest, change.item.scale.highest
    return _plotted(change.item.title, points, ends)


def _plotted(title: str, points: list[Point], ends: tuple[str, str]) -> Html:
    seen = ", ".join(f"{point.when} {score_words.score_text(point.score)}" for point in points)
    picture = plot(points, ends, f"{title}: {seen}")
    return fill(_SHEET, "plot", title=title, picture=picture)
