"""Family's sheet: what it says, and what it leaves out."""

from datetime import date, time, timedelta
from itertools import pairwise

from family_of_swallow import CALLS, START, SWALLOW, meeting_with, route_with
from msgspec.structs import replace

from relroute_tui.content.record_template import RecordTemplate
from relroute_tui.domain.agreement import Entered, LookBack, Outcome, SetBy, Then
from relroute_tui.domain.attendance import with_move
from relroute_tui.domain.meeting import Correction
from relroute_tui.domain.participant import AgeGroup, Role
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.export.markdown.meetings import meeting_text
from relroute_tui.export.papers.child import child_paper
from relroute_tui.export.papers.family import family_paper
from relroute_tui.export.papers.paper import Heading, lines_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import use


def lines(route: Route) -> list[str]:
    return list(lines_of(family_paper(route, route.meetings[-1])))


def test_an_agreement_says_who_and_when_and_what_if_it_does_not_work() -> None:
    said = lines(route_with(CALLS))
    at = said.index("Anna calls every Wednesday.")
    assert said[at + 1 : at + 5] == [
        "Who: Anna",
        "When: at 19:00",
        "If it does not work: she texts before 18:00",
        "We look back: Wednesday 16 December 2026",
    ]


def test_one_day_to_look_back_on_all_is_said_once() -> None:
    other = replace(CALLS, id="m1-2", text="Kees sends a photo.")
    said = lines(route_with(CALLS, other))
    assert "We look back on all of these on Wednesday 16 December 2026." in said
    assert sum("16 December" in line for line in said) == 1
    later = replace(other, review=date(2026, 12, 30))
    said = lines(route_with(CALLS, later))
    assert "We look back: Wednesday 30 December 2026" in said
    assert not any("on all of these" in line for line in said)


def test_who_decides_who_pays_and_who_is_told_stand_beside_it() -> None:
    said = lines(route_with(replace(CALLS, decides="Anna", pays="Henk", told="the teacher")))
    assert {"Who decides: Anna", "Who pays: Henk", "Who is told: the teacher"} <= {*said}


def test_a_no_is_as_plain_as_a_yes() -> None:
    said = lines(route_with(CALLS))
    assert "Yes: Swallow; Anna: “I set an alarm”" in said
    assert "No: Kees: “not at dinner”" in said
    assert "Was not there: Noor" in said


def test_who_left_before_people_responded_is_said_to_have_left() -> None:
    route = route_with(CALLS)
    (meeting,) = route.meetings
    meeting = replace(meeting, agenda=meeting.agenda.next_step(START))
    meeting = with_move(meeting, "a", START + timedelta(minutes=20))
    said = lines(route.with_meeting(meeting))
    assert "Anna (mother, left the table at 14:20)" in said[1]
    young = replace(meeting.seats[0].person, role=Role.YOUNG_PERSON, age_group=AgeGroup.UNDER_12)
    seats = (replace(meeting.seats[0], person=young), *meeting.seats[1:])
    said = lines(route.with_meeting(replace(meeting, seats=seats)))
    assert f"{young.name} (child)" in said[1]


def test_what_a_court_decided_is_not_shown_as_agreed() -> None:
    said = lines(route_with(replace(CALLS, set_by=SetBy.COURT, responses=())))
    assert "Decided: set by the court; nobody is asked to agree to it" in said


def test_it_says_the_next_day_with_its_hour_and_place_and_whom_to_ask() -> None:
    planned = (Planned(date(2026, 12, 16), at=time(15, 30), place="at school"),)
    said = lines(replace(route_with(CALLS), planned=planned))
    assert "Wednesday 16 December 2026 at 15:30, at school" in said
    assert said[-1].startswith("Ring or message Noor (facilitator). Telephone: …")


def test_where_one_side_is_not_enough_the_first_says_when_we_meet_and_whom_to_ask() -> None:
    def titles(agreements: int) -> list[str]:
        made = (replace(CALLS, id=f"m1-{n}", text=f"Anna calls {n}.") for n in range(agreements))
        paper = paper_about(Which.FAMILY, route := route_with(*made), route.meetings[0], never)
        return [block.text for block in paper.blocks if isinstance(block, Heading)]

    ask = "Does something not work, or do you have a question?"
    assert titles(2)[0] == "Our agreements"
    assert titles(2)[-2:] == ["When we meet again", ask]
    assert titles(12)[:3] == ["When we meet again", ask, "Our agreements"]
    assert titles(12)[-1] == "Anna calls 11."


def never() -> RecordTemplate:
    raise AssertionError("only the record has a template")


def test_a_paper_of_an_earlier_meeting_proposes_no_day_that_is_past() -> None:
    route = route_with(CALLS)
    later = replace(meeting_with(), id="m2", started=START + timedelta(weeks=4))
    said = list(lines_of(family_paper(route.with_meeting(later), route.meetings[0])))
    assert "When we meet again" not in said


def test_a_day_to_come_stays_on_the_papers_while_the_next_meeting_is_open() -> None:
    planned = Planned(date(2026, 12, 22))
    route = replace(route_with(CALLS), planned=(planned,))
    for days, is_there in ((4, True), (48, False)):  # it begins before that day, or on it
        begun = begin_meeting(route, "m2", 1, START + timedelta(days=days))
        route_now = route.with_meeting(begun)
        for said in (
            lines_of(family_paper(route_now, route.meetings[0])),
            lines_of(child_paper(route_now, route.meetings[0], SWALLOW)),
        ):
            assert ("Tuesday 22 December 2026" in list(said)) is is_there
        text = meeting_text(route_now, route.meetings[0])
        assert ("22 December 2026" in text) is is_there


def test_it_looks_back_without_blame_and_says_what_was_changed() -> None:
    new = replace(CALLS, id="e1", text="Anna calls every Thursday.")
    earlier = replace(meeting_with(CALLS, replace(CALLS, id="m1-2", text="A photo each week.")))
    route = replace(
        route_with().with_meeting(earlier),
        look_backs=(
            LookBack("m1-1", date(2026, 12, 2), Outcome.PARTLY, Then.CHANGED, "", "e1", "m2"),
            LookBack("m1-2", date(2026, 12, 2), Outcome.NOT_YET, Then.ENDED, "no phone", "", "m2"),
        ),
        agreements=(Entered(new, START + timedelta(weeks=4), "m2"),),
    )
    second = replace(meeting_with(), id="m2", started=START + timedelta(weeks=4))
    said = lines(route.with_meeting(second))
    at = said.index("Anna calls every Thursday.")
    assert said[at + 1] == "Changed; it was: “Anna calls every Wednesday.”"
    assert said[said.index("Not yet: A photo each week.") + 1] == "What got in the way: “no phone”"


def test_a_meeting_without_agreements_says_so_and_one_that_goes_on_too() -> None:
    route = route_with()
    assert "No agreements were made this time." in lines(route)
    going_on = replace(route.meetings[0], finished=None)
    assert "This meeting is not closed yet." in lines(route.with_meeting(going_on))[1]


def test_no_line_stands_twice_and_no_heading_skips_a_level() -> None:
    paper = family_paper(route := route_with(CALLS), route.meetings[0])
    said = list(lines_of(paper))
    assert len(said) == len(set(said))
    levels = [1, *(block.level for block in paper.blocks if isinstance(block, Heading))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_is_in_dutch_where_dutch_is_spoken() -> None:
    use("nl")
    paper = family_paper(route := route_with(CALLS), route.meetings[0])
    assert paper.title == "Wat we afspraken op woensdag 4 november 2026"
    assert paper.language == "nl"
    assert "Nee: Kees: “not at dinner”" in lines(route)
    assert "Nog niet iedereen zegt hier ja op. We praten er verder over." in lines(route)


def test_what_was_added_later_is_on_it_with_who_said_it() -> None:
    route = route_with(CALLS)
    added = Correction(START + timedelta(days=2), "Anna", "I said twice a week.")
    said = lines(route.with_meeting(replace(route.meetings[0], corrections=(added,))))
    assert "Anna, Friday 6 November 2026: I said twice a week." in said
