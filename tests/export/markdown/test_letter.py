"""Letter about the way: from, through, to, in plain words."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from relroute_tui.content.practice import Family, route_id_of
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.agreement import (
    Agreement,
    Entered,
    LookBack,
    Outcome,
    Response,
    SetBy,
    Stance,
    Then,
)
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.meeting import DrawnCard
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.questionnaire.model import Item, Kind, Questionnaire, ScaleWords, Section
from relroute_tui.domain.route import Route, all_agreements, begin_meeting
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.child_letter import child_letter_about, child_of
from relroute_tui.export.markdown.family_letter import letter_about
from relroute_tui.export.markdown.letter import Letter, agreement_in_letter, letter_text
from relroute_tui.language import LANGUAGES, use
from relroute_tui.storage.archive import Archive

Write = Callable[[Route, tuple[Questionnaire, ...], date], Letter]
ANNA = Participant("a", "Anna", Role.PARENT)
SAM = Participant("s", "Sam", Role.YOUNG_PERSON)
AT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
RELY = Item(
    "r",
    "Small promises",
    Block.TRUST,
    Kind.SCALE,
    "?",
    scale=ScaleWords("never", "sometimes", "always"),
)
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
            Filled("a", Moment.END, {Block.TRUST: opened(8, "That we called.")}, "sealed"),
        ),
        planned=(Planned(date(2026, 12, 16)),),
    )


def opened(score: int, words: str) -> dict[str, Answer]:
    return {"r": Answer(score=score), "h": Answer(words=words)}


def text_of(route: Route) -> str:
    return letter_text(letter_about(route, ASKED, TODAY))


def test_the_letter_goes_from_through_to() -> None:
    text = text_of(way())
    wanted = (
        "# Sam's journey\n",
        "Tuesday 24 November 2026",
        "Dear Sam and Anna,",
        "## Where we came from",
        "We met for the first time on Wednesday 4 March 2026. At the table were Sam and Anna.",
        "At the start Anna wrote:\n\n- about “What I hope”: “That Sam laughs.”",
        "## What we went through",
        "We met once. We talked about “Contact and visits”.",
        "This is done:\n\n- Sam takes his ball.",
        "“a late shift”",
        "## Where we are now",
        "- Anna calls on Sunday. Before that it was: “Anna calls on Wednesday.”",
        "- Small promises: at first Anna said “sometimes”, and now nearly “always”.",
        "Now Anna writes:\n\n- about “What I hope”: “That we called.”",
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
    text = text_of(replace(route, agreements=(Entered(unsure, AT),)))
    assert "This is what we keep doing" not in text
    assert "We go on talking about it:\n\n- Anna calls on Sunday." in text


def test_a_change_of_the_day_alone_is_not_told_as_other_words() -> None:
    route = way()
    entered = tuple(
        replace(made, agreement=replace(made.agreement, text="Anna calls on Wednesday."))
        if made.agreement.id == "e1"
        else made
        for made in route.agreements
    )
    text = text_of(replace(route, agreements=entered))
    assert text.count("Anna calls on Wednesday.") == 1
    assert "Before that it was" not in text


def test_before_the_evaluation_it_tells_the_way_so_far() -> None:
    route = replace(way(), phase=Phase.STABILISATION)
    assert str(letter_about(route, ASKED, TODAY).title) == "Sam's journey so far"


def test_a_card_that_was_put_back_was_not_talked_about() -> None:
    assert "Loss" not in text_of(way())


def test_what_was_taken_back_is_not_in_the_letter() -> None:
    route = way()
    closed = tuple(each.take_back(Block.TRUST) for each in route.filled)
    text = text_of(replace(route, filled=closed))
    assert "laughs" not in text
    assert "Small promises" not in text


def test_a_way_that_only_begins_has_a_letter_too() -> None:
    text = text_of(Route("r", "Sam", Phase.INSTALLATION, AT))
    assert "We began on Wednesday 4 March 2026." in text


def test_the_letter_speaks_dutch() -> None:
    use("nl")
    text = text_of(way())
    for each in ("Waar we vandaan komen", "Wat we meemaakten", "Waar we nu staan"):
        assert each in text


VISIT = Contact(
    ("Sam",),
    ("Anna",),
    every=Every.TWO_WEEKS,
    weekdays=(5,),
    at=time(15, 30),
    minutes=90,
    where="at Anna's",
    brings="Kees",
    fetches="Kees",
    along="Pim, Noor",
)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (
            VISIT,
            "Sam sees Anna every two weeks on Friday at 15:30, at Anna's. It takes 1 hour and "
            "30 minutes. Kees brings Sam, and Kees picks Sam up. Pim and Noor come along too.",
        ),
        (replace(VISIT, kind=ContactKind.PHONE, who=("Sam", "Pim"), where="", minutes=None), ""),
        (
            replace(
                VISIT,
                kind=ContactKind.STAYING_OVER,
                every=Every.FOUR_WEEKS,
                weekdays=(6,),
                at=time(11),
                minutes=29 * 60,
                brings="",
                fetches="",
                along="",
            ),
            "Sam stays the night with Anna every four weeks on Saturday at 11:00, "
            "until Sunday at 16:00.",
        ),
        (
            Contact(("Sam", "Pim"), ("dad",), every=Every.OTHER, how_often="now and then"),
            "Sam and Pim see dad now and then.",
        ),
        (
            Contact(("Sam",), ("dad",), supervised=True),
            "Sam sees dad every week. Somebody is there",
        ),
    ],
)
def test_who_sees_whom_is_told_in_sentences(contact: Contact, said: str) -> None:
    text = agreement_in_letter(Agreement("c", "a telegram", contact=contact)).text
    assert text.startswith(said)
    assert "–" not in text
    assert "  " not in text
    assert text.endswith(".")


def test_what_the_court_decided_is_told_as_that() -> None:
    text = agreement_in_letter(Agreement("c", "", contact=VISIT, set_by=SetBy.COURT)).text
    assert text.endswith("The court decided this.")


def test_the_child_is_told_as_you() -> None:
    text = agreement_in_letter(Agreement("c", "", contact=VISIT), to=SAM).text
    assert text.startswith("You see Anna")
    assert "Kees brings you, and Kees picks you up." in text


def practice(who: Family, language: str) -> tuple[Route, tuple[Questionnaire, ...]]:
    use(language)
    route = Archive(shipped("sessions")).load(route_id_of(who, language))
    return route, load_questionnaires((shipped("cards"),), language).questionnaires


@pytest.mark.parametrize("write", [letter_about, child_letter_about])
@pytest.mark.parametrize("who", Family)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_a_letter_twice(write: Write, who: Family, language: str) -> None:
    route, asked = practice(who, language)
    text = letter_text(write(route, asked, TODAY))
    rows = [row for row in text.splitlines() if row]
    assert len(rows) == len(set(rows))
    for made in all_agreements(route):
        assert text.count(agreement_in_letter(made.agreement).text) <= 1


@pytest.mark.parametrize("who", Family)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_says_scales_in_words(who: Family, language: str) -> None:
    route, asked = practice(who, language)
    rows = letter_text(letter_about(route, asked, TODAY)).splitlines()
    assert not [row for row in rows if re.search(r"(start|begin|now|nu) \d", row)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_to_a_child_holds_no_word_of_anybody_elses_answers(language: str) -> None:
    route, asked = practice(Family.FOSTER, language)
    child = child_of(route)
    text = letter_text(child_letter_about(route, asked, TODAY))
    assert child.name == route.nickname
    for filled in route.filled:
        for answers in filled.released.values():
            for answer in filter(lambda each: each.words, answers.values()):
                if filled.participant_id != child.id:
                    assert answer.words not in text.split("\n")
                    assert f"“{answer.words}”" not in text
    for look_back in route.look_backs:
        assert not look_back.in_the_way or look_back.in_the_way not in text
    assert re.search("Het komt niet door jou|It is not your fault", text)


def test_a_child_that_was_not_there_is_told_so() -> None:
    route = way()
    [meeting] = route.meetings
    seats = tuple(seat for seat in meeting.seats if seat.person.id != "s")
    route = route.with_meeting(replace(meeting, seats=seats))
    text = letter_text(child_letter_about(route, ASKED, TODAY))
    assert "You were not there; Anna were." not in text
    assert "You were not there." in text


@given(words=st.text(min_size=1, max_size=60).filter(str.strip))
def test_whatever_somebody_wrote_stands_there_as_text(words: str) -> None:
    filled = Filled("a", Moment.START, {Block.TRUST: {"h": Answer(words=words)}}, "sealed")
    text = text_of(replace(way(), filled=(filled,)))
    tokens = MarkdownIt("commonmark").parse(text)
    assert [token.tag for token in tokens if token.type == "heading_open"] == [
        "h1",
        "h2",
        "h2",
        "h2",
    ]
    assert not [token for token in tokens if token.type in ("html_block", "fence", "hr")]
