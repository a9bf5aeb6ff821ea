"""Report on a period: of one route, and what many routes may show together."""

from datetime import date, timedelta

import pytest
from any_route import AFTERNOON, any_route, finished_meeting, small_route
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category, LookBack, Outcome, Then
from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.meeting import DrawnCard
from relroute_tui.domain.progress.report import Followed, Period, Report, ThemeReport, report_on
from relroute_tui.domain.progress.report_counts import FEWEST_FAMILIES, ROUNDED_TO, counts_of
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.domain.scores import CheckOut

CARDS = (
    Card("contact/doing", "Doing", "What do you like to do?", Theme.CONTACT),
    Card(
        "informed/reach",
        "Reach",
        "A text or a call?",
        Theme.INFORMED,
        categories=(Category.CALLING, Category.UPDATES),
    ),
)
QUESTION = CARDS[0].question
AGREED = "- [ ] Anna belt Sam elke woensdag. @Anna\n"


def route_with(notes: str, *cards: Card, category: Category | None = None) -> Route:
    """A route with one meeting with these notes and cards, in which Anna agreed to call."""
    route = small_route(meetings=0)
    meeting = finished_meeting(route, 1, notes)
    drawn = tuple(DrawnCard(c.id, c.question, AFTERNOON, c.theme or "") for c in cards)
    agreements = tuple(replace(agreement, category=category) for agreement in meeting.agreements)
    return route.with_meeting(replace(meeting, cards=drawn, agreements=agreements))


def themes_of(route: Route, **wanted: object) -> list[Theme | None]:
    """Return the themes with an agreement, in their order."""
    report = report_on(route, Period(), CARDS, **wanted)
    return [theme.theme for theme in report.themes if theme.agreements]


def test_a_card_that_was_talked_about_stands_at_its_theme_with_its_day():
    report = report_on(route_with("", *CARDS), Period(), CARDS)
    spoken = {each.theme: [card.question for card in each.spoken_of] for each in report.themes}
    assert spoken[Theme.CONTACT] == [QUESTION]
    assert report.themes[0].spoken_of[0].day == report.meetings[0]


def test_a_card_of_before_themes_were_kept_has_that_of_its_deck():
    route = route_with("", CARDS[0])
    meeting = route.meetings[0]
    old = replace(meeting, cards=tuple(replace(card, theme="") for card in meeting.cards))
    report = report_on(route.with_meeting(old), Period(), CARDS)
    assert report.themes[0].theme is Theme.CONTACT


def test_an_agreement_below_a_card_has_the_theme_of_that_card():
    notes = f"## {QUESTION}\n\n{AGREED}\n## {CARDS[1].question}\n\nNiets.\n"
    assert themes_of(route_with(notes, *CARDS, category=Category.CALLING)) == [Theme.CONTACT]


def test_elsewhere_it_has_that_of_a_card_which_leads_to_such_agreements():
    notes = f"## Afspraken\n\n{AGREED}"
    assert themes_of(route_with(notes, *CARDS, category=Category.CALLING)) == [Theme.INFORMED]


def test_it_has_a_theme_by_what_it_is_about_where_no_such_card_was_there():
    assert themes_of(route_with(AGREED, category=Category.UPDATES)) == [Theme.INFORMED]
    assert themes_of(route_with(AGREED)) == [None]


def test_how_it_went_is_counted_in_the_period_alone():
    route = small_route(meetings=1)
    day = AFTERNOON.date()
    looks = (
        LookBack("m1-1", day + timedelta(100), Outcome.PARTLY, Then.CARRIED_ON, "de bus was laat"),
        LookBack("m1-1", day + timedelta(200), Outcome.KEPT, Then.ENDED),
    )
    route = replace(route, look_backs=looks)
    early = report_on(route, Period(last=day + timedelta(150)), CARDS).themes[0]
    late = report_on(route, Period(first=day + timedelta(150)), CARDS).themes[0]
    assert [early.times(each) for each in Outcome] == [0, 1, 0]
    assert [late.times(each) for each in Outcome] == [1, 0, 0]
    assert early.agreements[0].look_backs[0].in_the_way == "de bus was laat"


def test_numbers_stay_those_of_one_person():
    route = small_route(meetings=1)
    meeting = replace(route.meetings[0], check_outs=(CheckOut("p1", 3), CheckOut("p2", 9)))
    report = report_on(route.with_meeting(meeting), Period(), CARDS)
    shown = {each.person.name: each.scores[0].points[0].score for each in report.people}
    assert shown == {"Sam": 3, "Anna": 9}


@settings(max_examples=examples(8), deadline=None)
@given(route=any_route(), first=st.dates(), last=st.dates())
def test_any_route_has_a_report_in_any_period(route, first, last):
    period = Period(first, last)
    report = report_on(route, period, CARDS)
    days = [card.day for theme in report.themes for card in theme.spoken_of]
    days += [look.on for theme in report.themes for a in theme.agreements for look in a.look_backs]
    assert all(period.holds(day) for day in (*report.meetings, *days))


OUTCOMES = st.lists(st.sampled_from(Outcome), max_size=4)
AGREEMENT = small_route(meetings=1).meetings[0].agreements[0]


def _report(days: list[date], theme: Theme, outcomes: list[Outcome]) -> Report:
    made = OpenAgreement(AGREEMENT, AFTERNOON.date(), None, ())
    looks = tuple(LookBack("a", AFTERNOON.date(), outcome, Then.CARRIED_ON) for outcome in outcomes)
    agreements = (Followed(made, AFTERNOON.date(), looks),) if outcomes else ()
    return Report(tuple(days), (ThemeReport(theme, (), agreements),), ())


reports = st.lists(
    st.builds(
        _report, st.lists(st.dates(), max_size=3), st.sampled_from(list(Theme)[:3]), OUTCOMES
    ),
    max_size=40,
)


@settings(max_examples=examples(20), deadline=None)
@given(reports=reports)
def test_no_number_is_said_to_which_fewer_than_ten_families_add(reports):
    counts = counts_of(reports)
    for shown in counts.themes:
        for outcome, number in zip(Outcome, (shown.kept, shown.partly, shown.not_yet), strict=True):
            times = [
                theme.times(outcome)
                for report in reports
                for theme in report.themes
                if theme.theme is shown.theme
            ]
            families = sum(each > 0 for each in times)
            assert (number is None) == (families < FEWEST_FAMILIES)
            if number is not None:
                assert number % ROUNDED_TO == 0
                assert abs(number - sum(times)) < ROUNDED_TO
    met = sum(bool(report.meetings) for report in reports)
    assert (counts.families is None) == (met < FEWEST_FAMILIES)


@settings(max_examples=examples(8), deadline=None)
@given(
    days=st.lists(st.integers(0, 700), min_size=1, max_size=30),
    begin=st.integers(0, 700),
    length=st.integers(0, 700),
    theme=st.sampled_from([(), (Theme.CONTACT,), (Theme.LOSS,)]),
)
def test_no_filter_gets_below_ten_families(days, begin, length, theme):
    first = date(2025, 1, 1) + timedelta(begin)
    period = Period(first, first + timedelta(length))
    families = []
    for number, day in enumerate(days):
        route = route_with(AGREED, CARDS[0])
        at = AFTERNOON + timedelta(day - 400)
        meeting = replace(route.meetings[0], id=f"m{number}", started=at)
        families.append(replace(route, meetings=(meeting,)))
    counts = counts_of(report_on(family, period, CARDS, themes=theme) for family in families)
    there = sum(period.holds(family.meetings[0].started.date()) for family in families)
    if there < FEWEST_FAMILIES:
        assert (counts.families, counts.meetings, counts.themes) == (None, None, ())


@pytest.mark.parametrize("families", [9, 10])
def test_ten_families_are_enough(families):
    report = _report([date(2026, 1, 1)], Theme.CONTACT, [Outcome.KEPT])
    counts = counts_of([report] * families)
    assert counts.families == (None if families < FEWEST_FAMILIES else 10)
