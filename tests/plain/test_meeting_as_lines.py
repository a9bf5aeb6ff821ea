"""A whole meeting in lines, as somebody with a screen reader holds it: what is heard, what is kept."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace

from relroute_tui.content.practice import practice_copy
from relroute_tui.content.translations import load_translations
from relroute_tui.context import AppContext
from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.participant import AgeGroup, Participant, Role, Seat
from relroute_tui.domain.route import Route as RouteValue
from relroute_tui.environment import Environment, shipped
from relroute_tui.language import _, current, use, words
from relroute_tui.language.language_names import language_name, named_languages
from relroute_tui.language.translation_words import note_on
from relroute_tui.plain.dialogue import Dialogue, InputEnded
from relroute_tui.plain.route import Route, SaveNews
from relroute_tui.storage.archive import Archive

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))


class Script:
    """A terminal at which the answers were written down before; it keeps what was said."""

    def __init__(self, *answers: str) -> None:
        self._answers = iter(answers)
        self.heard: list[str] = []

    def write(self, line: str) -> None:
        """Keep a line."""
        assert "\n" not in line
        self.heard.append(line)

    def read(self, prompt: str, *, keeps: bool = False) -> str:
        """Answer with what comes next; at the end, the person is gone."""
        del keeps
        answer = next(self._answers, None)
        if answer is None:
            raise InputEnded
        self.heard.append(f"{prompt}{answer}")
        return answer

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.heard)


class PracticeRoute:
    """A practice family in a folder of its own."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder / "routes"
        self.folder.mkdir()
        self.route_id = practice_copy(language, self.folder)
        self._environment = Environment(
            sessions=self.folder,
            settings=folder / "settings.toml",
            private=folder,
            exports=folder / "exports",
            language=language,
            now=lambda: NOW,
            seed=lambda: 7,
        )

    def hold(self, *answers: str, meet: bool = True) -> str:
        """Hold a meeting with these answers, and return what was said."""
        context = AppContext(self._environment, Archive(self.folder, now=lambda: NOW))
        opened = context.open(self.route_id)
        script = Script(*answers)
        assert Route(Dialogue(script, SaveNews(opened)), context, opened).open(meet=meet)
        return script.text

    def put(self, route: RouteValue) -> None:
        """Change the route as it was saved."""
        opened = Archive(self.folder, now=lambda: NOW).open(self.route_id)
        opened.put(route)
        assert opened.close()

    def on_disk(self) -> RouteValue:
        """Return the route as it was saved."""
        return Archive(self.folder).load(self.route_id)


@pytest.fixture(params=["nl", "en"])
def practice(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PracticeRoute]:
    """A practice family in each language."""
    before = current()
    use(request.param)
    yield PracticeRoute(tmp_path, request.param)
    use(before)


AGREEMENT = "Anna belt Kees / calls Kees"
PEOPLE, CARD, NOTES, AGREEMENTS, NEXT_STEP, ROUND_OFF, BACK = "1", "2", "3", "4", "5", "7", "0"
OWN_VIEW = "8"


def make_agreement() -> tuple[str, ...]:
    """Make one: its words, who (the second and third), when, if not, the day."""
    return AGREEMENTS, "1", AGREEMENT, "2 3", "", "we appen / we text", "2027-01-15", BACK


def test_a_meeting_is_held_read_back_and_closed_in_lines(practice: PracticeRoute) -> None:
    people = [person.name for person in practice.on_disk().participants]
    number = len(practice.on_disk().meetings)
    responses = ["1"] * len(people)
    responses[1:2] = ["2", "als het lukt / if it works"]
    responses[-1:] = ["4", "te vroeg / too early"]
    said_back = ["", "ik bel / I call", *[""] * (len(people) - 2)]
    check_outs = ["1", "7", "", "8,5", "6", "rustig / calm", *["2"] * (len(people) - 1)]
    heard = practice.hold(
        *(PEOPLE, "1", BACK),
        *(CARD, "1", BACK),
        *(NOTES, "1", "Anna [/ vertelt", "[x] en meer", "", "2", BACK),
        *make_agreement(),
        *(NEXT_STEP, ROUND_OFF),
        *("1", *responses, *said_back),
        *("5", *check_outs),
        *("6", "30 februari", "2027-01-20"),
        *("7", "1", BACK),
    )
    for said in (*people, AGREEMENT, "als het lukt", "Anna [/ vertelt"):
        assert said in heard
    decided = heard[heard.rindex(AGREEMENT) :]
    assert "zegt hier ja op" in decided or "says yes to this yet" in decided
    route = practice.on_disk()
    assert len(route.meetings) == number + 1
    meeting = route.meetings[-1]
    assert meeting.finished == NOW
    assert meeting.turn is None and meeting.first_turn is not None
    assert "Anna [/ vertelt\n[x] en meer" in meeting.notes
    assert f"## {meeting.cards[0].question}" in meeting.notes
    assert meeting.agenda.current == 1
    (agreement,) = meeting.agreements
    assert (agreement.text, agreement.if_not) == (AGREEMENT, "we appen / we text")
    assert agreement.who == tuple(people[1:3])
    assert agreement.review is not None and agreement.review.isoformat() == "2027-01-15"
    given = {response.participant_id: response for response in agreement.responses}
    second = route.participants[1]
    assert given[second.id].stance is Stance.YES_IF
    assert given[second.id].words == "als het lukt / if it works"
    assert "ik bel / I call" in {response.said_back for response in agreement.responses}
    (first,) = (check_out for check_out in meeting.check_outs if check_out.is_given)
    assert (first.heard, first.subjects, first.way, first.score) == (7, None, 8.5, 6)
    assert first.word == "rustig / calm"
    assert route.next_meeting is not None and route.next_meeting.isoformat() == "2027-01-20"


def test_nothing_is_lost_where_somebody_is_gone_in_the_middle(practice: PracticeRoute) -> None:
    practice.hold(NOTES, "1", "een halve zin / half a sentence")
    assert practice.on_disk().meetings[-1].notes.endswith("een halve zin / half a sentence")
    practice.hold(*make_agreement(), ROUND_OFF, "1", "1", "3", "eerst rust / rest first")
    meeting = practice.on_disk().meetings[-1]
    assert meeting.finished is None
    assert [given.response.words for given in meeting.responses] == ["", "eerst rust / rest first"]
    heard = practice.hold(ROUND_OFF, "7", BACK, BACK, BACK)
    assert AGREEMENT in heard  # who was not asked yet stands between the meeting and its end
    assert practice.on_disk().meetings[-1].finished is None


def test_every_menu_says_where_one_is_and_gives_a_way_back(practice: PracticeRoute) -> None:
    for menu in (PEOPLE, CARD, NOTES, AGREEMENTS, ROUND_OFF):
        heard = practice.hold(menu, "", "99", BACK, BACK, BACK).split("\n")
        begins = [n for n, line in enumerate(heard) if line.startswith("1 ")]
        assert len(begins) == 4  # the meeting, this menu twice, the route
        assert "99" in "\n".join(heard)
        assert all(heard[begin - 1] and not heard[begin - 1][:1].isdigit() for begin in begins)


def test_what_does_not_belong_on_a_paper_is_asked_about_and_kept_where_nobody_answers(
    practice: PracticeRoute,
) -> None:
    practice.hold(
        NOTES, "1", "Bel 06-12345678 of mail oma@example.org", "1", "", "", BACK, BACK, BACK
    )
    assert practice.on_disk().meetings[-1].notes.endswith("Bel … of mail oma@example.org")
    practice.hold(NOTES, "1", "Hij heeft ADHD")
    assert practice.on_disk().meetings[-1].notes.endswith("Hij heeft ADHD")


def test_notes_are_read_in_words_without_marks(practice: PracticeRoute) -> None:
    subject = "bellen" if current() == "nl" else "calling"
    lines = (
        "## Hoe was het? / How was it?",
        "- rustig / calm",
        "> “ik / I” **nu**",
        "1. eerst / first",
        f"- [ ] Anna belt / calls @Anna #{subject} >2027-01-15",
    )
    heard = practice.hold(*(NOTES, "1", *lines, "", "2", BACK, BACK, BACK))
    read = dict(re.findall(r"^(\d+): (.*)$", heard, re.MULTILINE)[-5:])
    *words, agreement = read.values()
    assert words == ["Hoe was het? / How was it?", "rustig / calm", "“ik / I” nu", lines[3]]
    assert agreement.startswith(_("Agreement: {words}").format(words="Anna belt / calls – Anna"))
    assert not re.search(r"[\[\]@#>*]", agreement)


def test_what_was_typed_speaks_to_no_terminal(practice: PracticeRoute) -> None:
    heard = practice.hold(NOTES, "1", "a\x1b[2Jb\x07", "", "2", BACK, BACK, BACK)
    assert "\x1b" not in heard.replace("a\x1b[2Jb\x07", "")
    assert "a[2Jb" in heard


def test_a_route_that_another_window_has_can_be_read_only(practice: PracticeRoute) -> None:
    there = Archive(practice.folder).open(practice.route_id)
    try:
        heard = practice.hold("1", "0")
    finally:
        there.close()
    assert "2 " not in [line[:2] for line in heard.split("\n") if line[:1].isdigit()]


def test_somebody_new_joins_and_arrives(practice: PracticeRoute) -> None:
    people = len(practice.on_disk().participants)
    heard = practice.hold(
        *(PEOPLE, "5", "Tante Bep", "3", "3", str(people + 1), "3", str(people + 1)),
        *("6", "twaalf", "4", "moe / tired", *["", ""] * people, BACK, BACK, BACK),
    )
    meeting = practice.on_disk().meetings[-1]
    assert meeting.seats[-1].person.name == "Tante Bep"
    assert meeting.seats[-1].present
    assert "twaalf" in heard
    assert (meeting.check_ins[0].score, meeting.check_ins[0].word) == (4, "moe / tired")


@pytest.mark.parametrize("language", ["pl", "ar"])
def test_a_card_is_said_in_what_somebody_here_reads_best_too(
    practice: PracticeRoute, language: str
) -> None:
    names = [code for _name, code in named_languages()]
    place = str(names.index(language) + 2)  # below "as at the table"
    heard = practice.hold(PEOPLE, "7", "2", place, BACK, CARD, "1", BACK, BACK)
    route = practice.on_disk()
    assert route.participants[1].language == language
    assert f"{route.participants[1].name}: {language_name(language)}" in heard
    card = load_translations((shipped("cards"),), language).cards.get(
        route.meetings[-1].cards[-1].card_id
    )
    assert card is not None
    assert f"\n{card.question}\n" in heard
    assert note_on(card, language) in heard
    said = practice.hold(PEOPLE, "7", "2", "1", BACK, CARD, BACK, BACK)
    assert practice.on_disk().participants[1].language == ""
    assert note_on(card, language) not in said


def test_a_child_who_was_here_before_is_not_the_interpreter(practice: PracticeRoute) -> None:
    route = practice.on_disk()
    brother = Seat(Participant("b", "Bo", Role.SIBLING, AgeGroup.UNDER_12), guest=True)
    first = replace(route.meetings[0], seats=(*route.meetings[0].seats, brother))
    practice.put(route.with_meeting(first))
    heard = practice.hold(PEOPLE, "5", "bo", str(len(Role) - 2), BACK, BACK, BACK)
    assert _(words.NEVER_A_MINOR).format(name="bo") in heard
    assert "bo" not in practice.on_disk().meetings[-1].names


def test_an_interpreter_joins_with_a_language_and_an_own_view_is_kept_and_read_out(
    practice: PracticeRoute,
) -> None:
    roles = len(Role) - 2  # no child joins like this
    there = len(practice.on_disk().participants)
    practice.hold(PEOPLE, "5", "Olena", str(roles), "0", BACK, BACK, BACK)
    assert len(practice.on_disk().meetings[-1].seats) == there, (
        "a language is named, or nobody comes"
    )
    heard = practice.hold(
        *(PEOPLE, "5", "Olena", str(roles), "1", BACK),
        *make_agreement(),
        *(OWN_VIEW, "2", "2", "Liever later [/]"),
        *(AGREEMENTS, BACK),
        *(ROUND_OFF, "1", *["1"] * there, *["ja / yes"] * there, BACK, BACK, BACK),
    )
    route = practice.on_disk()
    meeting = route.meetings[-1]
    answered = [given.response.participant_id for given in meeting.responses]
    assert sorted(answered) == sorted(person.id for person in route.participants)
    assert all(given.response.said_back for given in meeting.responses)
    assert "Olena, " not in heard, "an interpreter is asked nothing"
    interpreter = meeting.seats[-1].person
    assert (interpreter.role, bool(interpreter.language)) == (Role.INTERPRETER, True)
    assert _(words.ABOUT_AN_INTERPRETER) in heard, "why a child never is"
    (view,) = [statement for statement in route.statements if statement.words == "Liever later [/]"]
    assert view.by == route.participants[1]
    assert (view.about.sentence, view.about.meeting_id) == (AGREEMENT, meeting.id)
    assert f"“{view.words}”" in heard.split(AGREEMENT)[-1]
