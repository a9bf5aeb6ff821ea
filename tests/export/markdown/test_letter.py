"""The way as a letter: from, through, to, in plain words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from relroute_tui.domain.agreement import (
    Agreement,
    Entered,
    LookBack,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.meeting import DrawnCard
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.questionnaire.model import Item, Kind, Questionnaire, ScaleWords, Section
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.export.markdown.letter import letter_about, letter_text
from relroute_tui.language import use

ANNA = Participant("a", "Anna", Role.PARENT)
SAM = Participant("s", "Sam", Role.YOUNG_PERSON)
AT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
RELY = Item("r", "Small promises", Block.TRUST, Kind.SCALE, "?", scale=ScaleWords("", "", ""))
HOPE = Item("h", "What I hope", Block.TRUST, Kind.TEXT, "?")
ASKED = (Questionnaire(Role.PARENT, "", "", (Section(Block.TRUST, "Trust", "", (RELY, HOPE)),)),)


def agreement(number: int, text: str) -> Agreement:
    return Agreement(f"m1-{number}", text)


def way() -> Route:
    route = Route("r", "Sam", Phase.EVALUATION, AT, (SAM, ANNA))
    meeting = replace(
        begin_meeting(route, "m1", 7, AT),
        agreements=(agreement(1, "Anna calls on Wednesday."), agreement(2, "Sam takes his ball.")),
        cards=(
            DrawnCard("c/1", "Which visit went well?", AT, "contact"),
            DrawnCard("c/2", "Put back.", AT, "loss", put_back=True),
        ),
        finished=AT,
    )
    return replace(
        route.with_meeting(meeting),
        agreements=(Entered(Agreement("e1", "Anna calls on Sunday."), AT),),
        look_backs=(
            LookBack("m1-1", TODAY, Outcome.PARTLY, Then.CHANGED, "a late shift", becomes="e1"),
            LookBack("m1-2", TODAY, Outcome.KEPT, Then.ENDED),
        ),
        filled=(
            Filled("a", Moment.START, {Block.TRUST: opened(3, "That Sam laughs.")}, "sealed"),
            Filled("a", Moment.END, {Block.TRUST: opened(7, "That we called.")}, "sealed"),
        ),
        planned=(Planned(date(2026, 12, 16)),),
    )


def opened(score: int, words: str) -> dict[str, Answer]:
    return {"r": Answer(score=score), "h": Answer(words=words)}


def test_the_letter_goes_from_through_to() -> None:
    text = letter_text(way(), ASKED, TODAY)
    wanted = (
        "# The way of Sam\n",
        "For Sam and Anna.",
        "## Where we came from",
        "We met for the first time on Wednesday 4 March 2026. At the table were Sam and Anna.",
        "- Anna: “That Sam laughs.”",
        "- Sam takes his ball.",
        "## What we went through",
        "We met 1 time. We talked about “Contact and visits”.",
        "- “Anna calls on Wednesday.” became “Anna calls on Sunday.”",
        "- “a late shift”",
        "What is done:",
        "## Where we are now",
        "This is what we keep doing:\n\n- Anna calls on Sunday.",
        "- Small promises: at the start 3, at the end 7",
        "- Anna: “That we called.”",
        "We meet again on Wednesday 16 December 2026.",
    )
    places = [text.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("stance", [Stance.NOT_YET, Stance.NO])
def test_what_somebody_did_not_agree_to_is_not_what_we_keep_doing(stance: Stance) -> None:
    route = way()
    (entered,) = route.agreements
    unsure = replace(entered.agreement, responses=(Response("a", stance),))
    text = letter_text(replace(route, agreements=(Entered(unsure, AT),)), ASKED, TODAY)
    assert "This is what we keep doing" not in text
    assert "This is what we go on talking about:\n\n- Anna calls on Sunday." in text


def test_a_change_of_the_day_alone_is_not_told_as_other_words() -> None:
    route = way()
    entered = tuple(
        replace(each, agreement=replace(each.agreement, text="Anna calls on Wednesday."))
        if each.agreement.id == "e1"
        else each
        for each in route.agreements
    )
    text = letter_text(replace(route, agreements=entered), ASKED, TODAY)
    assert "became" not in text
    assert "What we put in other words" not in text


def test_before_the_evaluation_it_tells_the_way_so_far() -> None:
    route = replace(way(), phase=Phase.STABILISATION)
    assert letter_about(route, ASKED, TODAY).title == "The way of Sam so far"


def test_a_card_that_was_put_back_was_not_talked_about() -> None:
    assert "Loss" not in letter_text(way(), ASKED, TODAY)


def test_what_was_taken_back_is_not_in_the_letter() -> None:
    route = way()
    closed = tuple(each.take_back(Block.TRUST) for each in route.filled)
    text = letter_text(replace(route, filled=closed), ASKED, TODAY)
    assert "laughs" not in text
    assert "Small promises" not in text


def test_a_way_that_only_begins_has_a_letter_too() -> None:
    text = letter_text(Route("r", "Sam", Phase.INSTALLATION, AT), ASKED, TODAY)
    assert "We began on Wednesday 4 March 2026." in text


def test_the_letter_speaks_dutch() -> None:
    use("nl")
    text = letter_text(way(), ASKED, TODAY)
    for each in ("Waar we vandaan komen", "Wat we meemaakten", "Waar we nu staan"):
        assert each in text


@given(words=st.text(min_size=1, max_size=60).filter(str.strip))
def test_whatever_somebody_wrote_stands_there_as_text(words: str) -> None:
    filled = Filled("a", Moment.START, {Block.TRUST: {"h": Answer(words=words)}}, "sealed")
    text = letter_text(replace(way(), filled=(filled,)), ASKED, TODAY)
    tokens = MarkdownIt("commonmark").parse(text)
    assert [each.tag for each in tokens if each.type == "heading_open"] == ["h1", "h2", "h2", "h2"]
    assert not [each for each in tokens if each.type in ("html_block", "fence", "hr")]
