"""Child's page: to "you", and nothing on it that is not meant for the child."""

from datetime import date, timedelta

import pytest
from family_of_swallow import CALLS, PEOPLE, START, SWALLOW, meeting_with, route_with
from msgspec.structs import replace

from relroute_tui.domain.agreement import (
    Agreement,
    Category,
    Entered,
    LookBack,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.attendance import with_move
from relroute_tui.domain.contact import Contact, ContactKind
from relroute_tui.domain.meeting import Correction, DrawnCard, with_check_in, with_check_out
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CheckIn, CheckOut
from relroute_tui.export.for_child import children_of
from relroute_tui.export.papers.child import child_paper
from relroute_tui.export.papers.html import html_of
from relroute_tui.export.papers.paper import Heading, lines_of
from relroute_tui.language import use
from relroute_tui.language.contact_words import contact_sentence

YOUNG = replace(SWALLOW, age_group=AgeGroup.UNDER_12)
UNHEARD = (Response("s", Stance.NOT_PRESENT), Response("k", Stance.NO, "not in my house"))
each_age = pytest.mark.parametrize("child", [SWALLOW, YOUNG], ids=["12+", "under 12"])


def lines(route: Route, child: Participant = SWALLOW) -> list[str]:
    return list(lines_of(child_paper(route, route.meetings[-1], child)))


@each_age
def test_it_says_who_was_there_what_was_agreed_and_what_you_said(child: Participant) -> None:
    said = lines(route_with(CALLS), child)
    assert said[0] == "For Swallow"
    assert {"You", "Anna (mother)", "Anna calls every Wednesday."} <= {*said}
    at = said.index("Anna calls every Wednesday.")
    assert said[at + 1 : at + 4] == [
        "Who does it: Anna",
        "When: at 19:00",
        "If it does not work: she texts before 18:00",
    ]
    assert "You said: Yes" in said


@each_age
def test_who_passed_is_not_told_so_in_the_words_of_a_file(child: Participant) -> None:
    def said(words: str) -> list[str]:
        passed = Response("s", Stance.PASSES, words)
        return lines(route_with(replace(CALLS, responses=(passed,))), child)

    assert "You said: Nothing; that is fine too." in said("")
    assert "You said: “ask me later”" in said("ask me later")


@each_age
def test_what_others_said_is_not_on_it_but_a_no_is_not_hidden(child: Participant) -> None:
    said = lines(route_with(CALLS), child)
    assert "Not everyone says yes to this yet. We go on talking about it." in said
    assert "dinner" not in " ".join(said) and "alarm" not in " ".join(said)


def test_who_decides_and_pays_is_for_who_is_older_and_heard_it() -> None:
    agreement = replace(CALLS, decides="the guardian", pays="Henk")
    unheard = replace(agreement, who=("Swallow",), responses=UNHEARD)
    for child, made, is_there in (
        (SWALLOW, agreement, True),
        (YOUNG, agreement, False),
        (SWALLOW, unheard, False),
    ):
        said = lines(route_with(made), child)
        assert made.text in said
        assert ("Who pays: Henk" in said) is is_there


def test_who_does_something_is_called_you() -> None:
    said = lines(route_with(replace(CALLS, who=("Anna", "Swallow"))))
    assert "Who does it: Anna and you" in said


@each_age
def test_what_you_came_and_left_with_is_in_your_own_words(child: Participant) -> None:
    meeting = with_check_in(meeting_with(), CheckIn("s", 6, "tired"))
    meeting = with_check_out(meeting, CheckOut("s", 8, "cake", heard=9))
    meeting = with_check_out(meeting, CheckOut("a", 3, "worried"))
    said = lines(route_with().with_meeting(meeting), child)
    assert "When you came: 6 – “tired”" in said
    assert "I was heard: 9" in said
    assert "When you left: “cake”" in said
    assert "worried" not in " ".join(said)


@each_age
@pytest.mark.parametrize(
    "agreement",
    [
        Agreement("m1-1", "Kees rings the guardian about dad.", ("Kees",), responses=UNHEARD),
        Agreement(
            "m1-1",
            "Kees pays Swallow's bike.",
            ("Kees",),
            category=Category.MONEY,
            responses=UNHEARD,
        ),
        Agreement(
            "m1-1",
            "Swallow hears nothing of it yet.",
            ("Swallow",),
            category=Category.TELLING,
            responses=UNHEARD,
        ),
        Agreement(
            "m1-1",
            "Anna and Kees ring on Mondays.",
            ("Anna", "Kees"),
            category=Category.UPDATES,
            responses=(Response("s", Stance.YES),),
        ),
    ],
    ids=lambda agreement: agreement.text,
)
def test_an_agreement_between_adults_is_not_on_it(agreement: Agreement, child: Participant) -> None:
    said = " ".join(lines(route_with(agreement), child))
    assert "Kees rings" not in said and agreement.text not in said
    assert "not in my house" not in said
    assert "This time we agreed nothing new that is about you." in said


@each_age
def test_what_you_do_yourself_is_on_it_also_where_you_were_not_there(child: Participant) -> None:
    agreement = Agreement(
        "m1-1", "Swallow feeds the dog.", ("Swallow",), if_not="Kees says why", responses=UNHEARD
    )
    said = lines(route_with(agreement), child)
    assert "Swallow feeds the dog." in said
    assert "Kees says why" not in " ".join(said)


@each_age
def test_a_visit_is_on_it_without_what_is_for_adults(child: Participant) -> None:
    contact = Contact(("Swallow",), ("dad",), weekdays=(6,), supervised=True)
    agreement = Agreement(
        "m1-1",
        contact_sentence(contact),
        contact=contact,
        responses=UNHEARD,
        if_not="ring the court",
    )
    said = lines(route_with(agreement), child)
    assert "You see dad every week on Saturday." in said
    assert not [line for line in said if "someone there" in line or "court" in line]
    with_noor = replace(contact, supervised_by="Noor")
    said = lines(
        route_with(replace(agreement, contact=with_noor, text=contact_sentence(with_noor))), child
    )
    assert "You see dad every week on Saturday. Noor is there too." in said


def test_who_sees_whom_is_told_in_sentences_without_losing_what_was_typed() -> None:
    contact = Contact(
        ("Swallow",),
        ("dad",),
        ContactKind.AT_CARERS,
        weekdays=(6,),
        how_often="not in the holidays",
        brings="Kees",
        since=START.date() + timedelta(days=1),
    )
    with_sparrow = replace(contact, who=("Swallow", "Sparrow"), since=None, how_often="", brings="")
    of_anna = Contact(("Anna",), ("swallow",), weekdays=(7,))
    with_anna = replace(of_anna, kind=ContactKind.STAYING_OVER)
    agreements = [
        Agreement("m1-4", contact_sentence(of_anna), contact=of_anna),
        Agreement("m1-5", contact_sentence(with_anna), contact=with_anna),
        Agreement("m1-1", contact_sentence(contact), contact=contact),
        Agreement("m1-2", contact_sentence(with_sparrow), contact=with_sparrow),
        Agreement("m1-3", "Saturdays with dad, as long as we like.", contact=contact),
    ]
    said = lines(route_with(*agreements))
    assert (
        "You see dad every week on Saturday (not in the holidays), at the carers'. Kees brings you."
        in said
    )
    assert [line for line in said if line.startswith("Starting on")] == [
        "Starting on: Saturday 7 November 2026"
    ]
    assert "Swallow and Sparrow see dad every week on Saturday, at the carers'." in said
    assert "You see Anna every week on Sunday." in said
    assert "Anna stays the night with swallow every week on Sunday." in said
    assert "Saturdays with dad, as long as we like." in said


@each_age
def test_nothing_of_notes_cards_talks_apart_answers_or_corrections_is_on_it(
    child: Participant,
) -> None:
    secret = "the trial is in May"
    meeting = replace(
        meeting_with(CALLS, notes=secret),
        cards=(DrawnCard("contact/a", secret, START),),
        corrections=(Correction(START, "Anna", secret),),
    )
    route = replace(
        route_with().with_meeting(meeting),
        preparations=(
            Preparation("a", START.date(), meeting_id="m1", wanted=secret, not_wanted=secret),
        ),
        filled=(Filled("a", Moment.START, {Block.ROLE: {"role": Answer(words=secret)}}),),
        look_backs=(
            LookBack("m1-1", START.date(), Outcome.PARTLY, Then.CARRIED_ON, secret, "", "m1"),
        ),
    )
    assert secret not in " ".join(lines(route, child))
    assert "Partly: Anna calls every Wednesday." in lines(route, child)


def test_what_was_changed_is_told_with_what_it_was() -> None:
    new = replace(CALLS, id="e1", text="Anna calls every Thursday.")
    later = replace(meeting_with(), id="m2", started=START + timedelta(weeks=4))
    route = replace(
        route_with(CALLS).with_meeting(later),
        look_backs=(
            LookBack("m1-1", date(2026, 12, 2), Outcome.PARTLY, Then.CHANGED, "", "e1", "m2"),
        ),
        agreements=(Entered(new, START + timedelta(weeks=4), "m2"),),
    )
    assert "Changed; it was: “Anna calls every Wednesday.”" in lines(route)


@each_age
def test_the_next_meeting_is_on_it_only_where_the_child_is_invited(child: Participant) -> None:
    route = route_with(CALLS)
    for invited, is_there in (((), True), (("s", "a"), True), (("a", "k"), False)):
        planned = (Planned(date(2026, 12, 16), invited=invited),)
        said = lines(replace(route, planned=planned), child)
        assert ("Wednesday 16 December 2026" in said) is is_there


def test_the_page_for_under_12_has_drawings_beside_agreements_and_says_less() -> None:
    route = route_with(replace(CALLS, category=Category.CALLING))
    for child, drawn in ((YOUNG, True), (SWALLOW, False)):
        paper = child_paper(route, route.meetings[0], child)
        headings = [block for block in paper.blocks if isinstance(block, Heading)]
        assert all(heading.pictogram for heading in headings if heading.level == 2)
        assert [bool(each.pictogram) for each in headings if each.level == 3] == [drawn]
        assert ("We look back" in " ".join(lines_of(paper))) is not drawn
        assert html_of(paper).count('role="img" aria-label="') == html_of(paper).count("<svg")


@each_age
def test_a_child_that_was_not_there_is_told_so(child: Participant) -> None:
    route = route_with()
    away = with_move(replace(route.meetings[0], finished=None), "s", START)
    said = lines(route.with_meeting(away), child)
    assert "ou were not there" in said[1]
    assert "You" not in said


def test_the_child_of_the_route_is_first_and_there_is_always_one() -> None:
    sister = Participant("p", "Sparrow", Role.YOUNG_PERSON, AgeGroup.UNDER_12)
    route = replace(route_with(), participants=(sister, *PEOPLE))
    assert [child.name for child in children_of(route, route.meetings[0])] == ["Swallow", "Sparrow"]
    alone = replace(route_with(), participants=PEOPLE[1:], nickname="Wren")
    meeting = replace(route.meetings[0], seats=route.meetings[0].seats[1:])
    assert [child.name for child in children_of(alone, meeting)] == ["Wren"]


def test_it_says_je_in_dutch() -> None:
    use("nl")
    said = lines(route_with(replace(CALLS, who=("Swallow",))), YOUNG)
    assert {"Voor Swallow", "Jij", "Wie doet het: jij", "Jij zei: Ja"} <= {*said}
