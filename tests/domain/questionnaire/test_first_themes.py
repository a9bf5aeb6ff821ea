"""Themes that come first in the next meeting, and why."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.questionnaire.comparison import Compared, Mark, Pair
from relroute_tui.domain.questionnaire.first_themes import first_themes, with_first_themes
from relroute_tui.domain.questionnaire.model import Item, Kind
from relroute_tui.domain.route import Route
from relroute_tui.language.comparison_words import because

SAM = Participant("s", "Sam", Role.YOUNG_PERSON)
ANNA = Participant("a", "Anna", Role.PARENT)
KEES = Participant("k", "Kees", Role.CARER)
TODAY = date(2026, 11, 24)
ROUTE = Route("r", "Sam", Phase.INSTALLATION, datetime(2026, 1, 1, tzinfo=UTC), (SAM, ANNA, KEES))
NEWS = Item("n", "News", Block.INFORMATION, Kind.SCALE, "?", themes=(Theme.INFORMED,))
VISITS = Item("v", "Visits", Block.CONTACT, Kind.SCALE, "?", themes=(Theme.CONTACT,))


def apart(item: Item, one: int, other: int) -> Compared:
    marks = (Mark("a", Role.PARENT, Answer(score=one)), Mark("k", Role.CARER, Answer(score=other)))
    return Compared(Pair(item, item), marks)


def test_the_young_persons_choice_then_the_differences_then_the_wishes() -> None:
    route = replace(
        ROUTE,
        preparations=(
            Preparation("a", TODAY, themes=(Theme.LOSS, Theme.CONTACT)),
            Preparation("s", TODAY, first_theme=Theme.WAYS),
            Preparation("k", TODAY, themes=(Theme.ROLES,), meeting_id="an-earlier-one"),
        ),
        filled=(
            Filled("k", Moment.START, {Block.WISHES: {"w": Answer(themes=(Theme.KNOWING,))}}),
            Filled("k", Moment.END, {Block.WISHES: {"w": Answer(themes=(Theme.ROLES,))}}),
        ),
    )
    found = first_themes(route, [apart(NEWS, 2, 5), apart(VISITS, 0, 10)], Moment.START)
    assert [(each.theme, because(each)) for each in found] == [
        (Theme.WAYS, "because Sam chose it to begin with"),
        (Theme.INFORMED, "because you see this differently: “News”"),
        (
            Theme.CONTACT,
            "because you see this differently: “Visits”; because Anna would like to talk about it",
        ),
        (Theme.LOSS, "because Anna would like to talk about it"),
        (Theme.KNOWING, "because Kees would like to talk about it"),
    ]


def test_two_points_apart_suggest_nothing() -> None:
    assert first_themes(ROUTE, [apart(NEWS, 2, 4)], Moment.START) == ()


def test_the_next_planned_meeting_gets_them_and_no_other() -> None:
    past, soon, later = (Planned(date(2026, month, 1)) for month in (10, 12, 12))
    later = replace(later, day=date(2027, 1, 1))
    route = replace(ROUTE, planned=(past, soon, later))
    themes = first_themes(route, [apart(NEWS, 2, 5)], Moment.START)
    changed, plan = with_first_themes(route, themes, TODAY)
    assert plan == replace(soon, themes=(Theme.INFORMED,))
    assert changed.planned == (past, plan, later)


def test_where_none_is_planned_the_rhythm_proposes_a_day() -> None:
    changed, plan = with_first_themes(ROUTE, [], TODAY)
    assert changed.planned == (plan,)
    assert plan.day > TODAY
