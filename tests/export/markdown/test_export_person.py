"""Everything that a route holds by and about one person, for their right to see it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.busy import Busy, BusyTime
from relroute_tui.domain.meeting import Correction
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Answer, Block, Face, Filled, Moment, Silence
from relroute_tui.domain.questionnaire.model import (
    FaceWord,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
)
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckOut
from relroute_tui.export.markdown.person import people_called, person_text
from relroute_tui.language import use
from relroute_tui.language.language_names import language_name

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ANNA = Participant("p2", "Anna", Role.PARENT, known_as="moeder")
KEES = Participant("p3", "Kees", Role.CARER)


def a_route(notes: str = "Anna vertelde over de tuin.\nKees luisterde.\n") -> Route:
    route = Route("fjord234", "Sam", Phase.STABILISATION, NOW, (ANNA, KEES))
    meeting = begin_meeting(route, "m1", 1, NOW)
    responses = (
        Response("p2", Stance.NOT_YET, "eerst rustig aan"),
        Response("p3", Stance.YES, "graag"),
    )
    meeting = replace(
        meeting,
        notes=notes,
        finished=NOW,
        agreements=(Agreement("m1-1", "Kees belt op vrijdag.", ("Kees",), responses=responses),),
        check_outs=(CheckOut("p2", 7, "opgelucht"), CheckOut("p3", 4, "moe")),
        corrections=(
            Correction(NOW, "Anna", "Het was de achtertuin."),
            Correction(NOW, "Noor", "Niets over wie dan ook."),
        ),
    )
    looks = (
        LookBack("m1-1", date(2026, 5, 1), Outcome.PARTLY, Then.ENDED, "de telefoon was leeg"),
    )
    return replace(route, meetings=(meeting,), look_backs=looks)


ROLE = Item(
    "role-1",
    "My role",
    Block.ROLE,
    Kind.SCALE,
    "How much are you seen?",
    scale=ScaleWords("no", "half", "yes"),
)
TODAY_ITEM = Item(
    "today",
    "Today",
    Block.CHILD,
    Kind.FACES,
    "How are you?",
    end="How are you now?",
    faces=(FaceWord(Face.SAD, "down"),),
)
HOME = Item("home", "Home", Block.CHILD, Kind.TEXT, "What is home?")
PARENTS = Questionnaire(
    Role.PARENT,
    "Parents",
    "",
    (
        Section(Block.ROLE, "Role", "", (ROLE,)),
        Section(Block.CHILD, "Child", "", (TODAY_ITEM, HOME)),
    ),
)


def about(name: str, route: Route) -> str:
    return person_text(route, people_called(route, name), (PARENTS,), TODAY)


def test_it_holds_what_the_person_said_and_what_is_said_of_them():
    text = about("Anna", a_route())
    for words in (
        "About Anna, on the route of Sam",
        "Anna vertelde over de tuin.",
        "Kees belt op vrijdag.",
        "eerst rustig aan",
        "7 – “opgelucht”",
        "Het was de achtertuin.",
        "de telefoon was leeg",
        "was there",
    ):
        assert words in text


def test_it_holds_nothing_of_what_others_said_for_themselves():
    text = about("Anna", a_route())
    for words in ("graag", "moe”", "Kees luisterde", "wie dan ook"):
        assert words not in text


def test_a_person_is_found_by_an_earlier_name_and_shown_under_every_name():
    route = a_route()
    route = replace(route, participants=(replace(ANNA, name="Annie"), KEES))
    assert about("anna ", route) == about("Annie", route)
    assert "Anna vertelde" in about("Annie", route)


def test_what_the_family_calls_someone_is_looked_for_too():
    assert "Moeder lachte." in about("Anna", a_route("Moeder lachte.\n"))


@pytest.mark.parametrize("line", ["Hannah kwam ook.", "Annabel belde.", "xAnna"])
def test_another_word_that_holds_the_name_is_not_the_name(line):
    assert line not in about("Anna", a_route(line))


def test_a_person_is_found_however_the_name_is_spelled():
    zoe = Participant("p4", "Zoë", Role.PARENT)
    route = replace(a_route("Zoe\u0308 belde.\nZOE's fiets.\n"), participants=(zoe, KEES))
    for name in ("Zoë", "zoe", "Zoe\u0308"):
        assert people_called(route, name) == (zoe,)
    text = about("zoe", route)
    assert "belde." in text and "fiets." in text


def test_of_two_who_differ_by_an_accent_each_gets_only_their_own():
    zoe = Participant("p4", "Zoe", Role.PARENT)
    accented = Participant("p5", "Zoë", Role.CARER)
    route = replace(a_route(), participants=(zoe, accented))
    assert people_called(route, "Zoe\u0308") == (accented,)
    assert people_called(route, "ZOE") == (zoe,)


def test_own_answers_are_there_as_far_as_they_were_released_and_no_others():
    filled = (
        Filled("p2", Moment.START, {Block.ROLE: {"role-1": Answer(score=3, words="gezien")}}),
        Filled("p3", Moment.START, {Block.ROLE: {"role-1": Answer(score=9, words="trots")}}),
    )
    prepared = (
        Preparation("p2", TODAY, wanted="de vakantie"),
        Preparation("p3", TODAY, wanted="de school"),
    )
    text = about("Anna", replace(a_route(), filled=filled, preparations=prepared))
    assert "gezien" in text
    assert "de vakantie" in text
    assert "trots" not in text
    assert "de school" not in text


def test_a_face_and_a_silence_are_answers_to_read_as_any_other():
    released = {
        Block.CHILD: {
            "today": Answer(face=Face.SAD),
            "home": Answer(silence=Silence.RATHER_NOT),
            "bed": Answer(silence=Silence.DONT_KNOW),
        }
    }
    text = about("Anna", replace(a_route(), filled=(Filled("p2", Moment.START, released),)))
    assert "- “How are you?” down" in text
    assert "- “What is home?” rather not say" in text
    assert "- To a question that is not asked any more: don't know" in text
    assert "no answer" not in text


def test_an_answer_stands_below_the_question_of_its_moment_and_never_below_an_id():
    released = {
        Block.CHILD: {"today": Answer(face=Face.SAD), "gone-by": Answer(words="veel")},
        Block.ROLE: {"role-1": Answer(score=8)},
    }
    text = about("Anna", replace(a_route(), filled=(Filled("p2", Moment.END, released),)))
    assert text.index("“How much are you seen?” 8") < text.index("“How are you now?” down")
    assert "“veel”" in text
    for item_id in ("role-1", "today", "gone-by"):
        assert item_id not in text


def test_an_agreement_in_the_notes_is_not_told_twice_and_not_in_raw_marks():
    notes = "# Anna over thuis\n- [ ] Kees belt op vrijdag. @Kees @Anna #bellen\n- Anna lachte.\n"
    text = about("Anna", a_route(notes))
    assert "- \\# Anna over thuis\n- \\- Anna lachte.\n" in text
    assert text.count("Kees belt op vrijdag.") == 1
    assert "@Kees" not in text and "[ ]" not in text
    open_still = a_route(notes)
    meeting = replace(open_still.meetings[0], finished=None, agreements=())
    text = about("Anna", replace(open_still, meetings=(meeting,)))
    assert "Kees belt op vrijdag. Kees Anna" in text


def test_nobody_of_that_name_is_nobody():
    assert people_called(a_route(), "Piet") == ()


def test_it_is_written_in_dutch_too():
    use("nl")
    assert "Over Anna, op de route van Sam" in about("Anna", a_route())


@given(name=st.text(min_size=1, max_size=12), notes=st.text(max_size=60))
def test_whatever_is_typed_stays_text_below_one_title(name, notes):
    person = replace(ANNA, name=name)
    route = replace(a_route(f"{name} {notes}"), participants=(person, KEES))
    text = person_text(route, (person,), (PARENTS,), TODAY)
    titles = [token for token in MarkdownIt().parse(text) if token.tag == "h1"]
    assert len(titles) == 2  # where it opens, and where it closes


@pytest.mark.parametrize("line", ["> Anna zei: nee", "# Anna", "- [ ] Anna belt.", "1. Anna eerst"])
def test_a_line_of_the_notes_is_text_with_all_its_signs(line: str):
    text = about("Anna", a_route(notes=line))
    html = MarkdownIt("commonmark").render(text)
    assert f"<li>{escapeHtml(line)}</li>" in html


def test_when_a_calendar_says_that_somebody_cannot_is_in_it_and_of_nobody_else() -> None:
    shift = BusyTime(datetime(2026, 12, 1, 6, tzinfo=UTC), datetime(2026, 12, 1, 14, tzinfo=UTC))
    other = BusyTime(datetime(2026, 12, 9, 6, tzinfo=UTC), datetime(2026, 12, 9, 14, tzinfo=UTC))
    busy = (Busy(ANNA.id, shift.begin, (shift,)), Busy(KEES.id, shift.begin, (other,)))
    text = about("Anna", replace(a_route(), busy=busy))
    assert "When Anna cannot" in text
    assert "07:00 – " in text
    assert "15:00" in text
    assert "9 Dec" not in text


def test_what_somebody_reads_best_is_told():
    route = a_route()
    now = replace(route, participants=(replace(ANNA, language="uk"), KEES))
    reads_best = language_name("uk")
    assert reads_best in person_text(now, people_called(now, "Anna"), (), TODAY)
    assert reads_best not in person_text(route, people_called(route, "Anna"), (), TODAY)
