"""A whole route on paper: what it holds, and what it never holds."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

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
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.domain.progress.todo import with_phase
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment, Sheet
from relroute_tui.domain.questionnaire.model import Kind, released_answers
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.language import use
from relroute_tui.storage.archive import Archive

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
TODAY = NOW.date()
PEOPLE = (
    Participant("s", "Sam", Role.YOUNG_PERSON),
    Participant("a", "Anna", Role.PARENT, known_as="mother"),
    Participant("k", "Kees", Role.CARER),
)
MARK = "ZEG-HET-NIEMAND"


@pytest.fixture(autouse=True)
def english():
    use("en")


@pytest.fixture(scope="module")
def questionnaires():
    return load_questionnaires((shipped("cards"),), "en").questionnaires


def small_route() -> Route:
    return Route("fjord234", "Sam", Phase.INSTALLATION, NOW - timedelta(days=90), PEOPLE)


def text(what: What, route: Route, questionnaires=()) -> str:
    return text_about(what, route, lambda: questionnaires, TODAY)


def marked_sheet(questionnaire, who: str) -> Sheet:
    """A sheet in which every answer bears a mark of its own block."""
    answers = {
        item.id: Answer(
            words=f"{MARK}-{section.block}-{who}",
            score=(2 if who == "a" else 9) if item.kind is Kind.SCALE else None,
        )
        for section in questionnaire.sections
        for item in section.items
    }
    return Sheet(who, Moment.START, answers)


def test_no_text_and_no_file_ever_holds_an_answer_that_was_not_released(questionnaires, tmp_path):
    by_role = {questionnaire.role: questionnaire for questionnaire in questionnaires}
    looked_at = marks = 0
    for opened in [frozenset(), *({block} for block in Block), frozenset(Block) - {Block.OWN}]:
        filled = []
        for person in PEOPLE[1:]:
            sheet = marked_sheet(by_role[person.role], person.id)
            released = released_answers(by_role[person.role], sheet, opened)
            filled.append(Filled(person.id, Moment.START, released, "sealed", TODAY))
            marks += len(sheet.answers)
        route = replace(small_route(), filled=tuple(filled))
        closed = [f"{MARK}-{block}-" for block in set(Block) - set(opened)]
        archive = Archive(tmp_path / f"{looked_at}")
        archive.prepare()
        archive.create(route).close()
        texts = [text(what, route, questionnaires) for what in What]
        texts.append(meetings_text(route, route.meetings))
        texts += [path.read_text("utf-8") for path in (tmp_path / f"{looked_at}").glob("*.json")]
        for each in texts:
            looked_at += 1
            assert not [mark for mark in closed if mark in each]
    print(f"{marks} marked answers, {looked_at} texts and files: no unreleased one in any")  # noqa: T201
    assert looked_at


def test_what_both_released_stands_side_by_side_the_differences_first(questionnaires):
    by_role = {questionnaire.role: questionnaire for questionnaire in questionnaires}
    filled = []
    for who, role in (("a", Role.PARENT), ("k", Role.CARER)):
        sheet = marked_sheet(by_role[role], who)
        released = released_answers(by_role[role], sheet, [Block.INFORMATION])
        filled.append(Filled(who, Moment.START, released, finished=TODAY))
    written = text(What.COMPARISON, replace(small_route(), filled=tuple(filled)), questionnaires)
    assert "– you see this differently:" in written
    assert "- Talk about this: 7 apart" in written
    assert "- Anna (mother): 2" in written


def test_without_released_answers_the_comparison_says_so(questionnaires):
    written = text(What.COMPARISON, small_route(), questionnaires)
    assert "There are no answers yet that both sides shared." in written


def test_the_map_its_texts_and_what_comes_next_stand_in_the_route():
    cell = Cell(Phase.INSTALLATION, Module.PARENTS, CellState.DONE, TODAY, "Anna phones Noor.")
    route = with_phase(replace(small_route(), cells=(cell,)), Phase.STABILISATION, NOW)
    route = replace(route, planned=(Planned(date(2026, 12, 16)),))
    written = text(What.ROUTE, route)
    assert (
        "| installation | draw up a guidance plan for the parents: done, 24 Nov 2026 |" in written
    )
    assert "- The next meeting is planned for Wednesday 16 December." in written
    assert "from installation to stabilisation. Still open then: not done: set up" in written
    assert "## Installation, parents\n\nAnna phones Noor." in written


def test_a_heading_in_the_text_of_a_cell_stays_below_ours():
    cell = Cell(
        Phase.INSTALLATION, Module.PARENTS, CellState.DONE, TODAY, "# Plan\n\n## Bellen\nEen\n===\n"
    )
    written = text(What.ROUTE, replace(small_route(), cells=(cell,)))
    lines = [line for line in written.splitlines() if line.startswith("#")]
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    below = lines[lines.index("## Installation, parents") + 1 :][:3]
    assert below == ["### Plan", "#### Bellen", "### Een"]


def test_what_people_prepared_stands_in_the_route():
    prepared = Preparation(
        "s", TODAY, "the bike", "school", (Theme.CONTACT,), Theme.WAYS, Presence.BEGIN_AND_END
    )
    written = text(What.ROUTE, replace(small_route(), preparations=(prepared,)))
    assert "wants to talk about: “the bike”; would rather not talk about: “school”" in written
    assert (
        "first: Customs, faith and celebrations; wants to be there: at the beginning and" in written
    )


def with_history() -> Route:
    route = small_route()
    meeting = begin_meeting(route, "m1", 1, NOW - timedelta(days=60))
    old = Agreement("m1-1", "Anna calls on Wednesday.", responses=(Response("a", Stance.YES),))
    done = Agreement("m1-2", "Kees buys a bell.")
    held = replace(meeting, agreements=(old, done), finished=NOW - timedelta(days=60))
    new = Agreement(
        "w1", "Anna calls on Thursday.", responses=(Response("s", Stance.NO, "too early"),)
    )
    looks = (
        LookBack("m1-1", TODAY, Outcome.PARTLY, Then.CHANGED, "late shifts", "w1"),
        LookBack("m1-2", TODAY, Outcome.KEPT, Then.ENDED),
    )
    return replace(route.with_meeting(held), look_backs=looks, agreements=(Entered(new, NOW),))


def test_an_agreement_has_its_whole_history_with_the_responses_to_its_words():
    written = text(What.AGREEMENTS, with_history())
    still, done = written.split("## What is done")
    assert "### 1. Anna calls on Thursday." in still
    assert "- Sam (young person): no – “too early”" in still
    before = still.split("Before that it said:")[1]
    assert "“Anna calls on Wednesday.”" in before
    assert "- Made in meeting 1, Friday 25 September 2026" in before
    assert "partly; we change it. What got in the way: “late shifts”" in before
    assert "### 2. Kees buys a bell." in done


def test_contact_is_told_by_week_and_month_and_what_a_court_set_is_marked():
    visit = Contact(
        ("Sam",), ("dad",), ContactKind.NEUTRAL, Every.WEEK, (3,), time(15), 60, where="the centre"
    )
    agreement = Agreement("c1", "Sam – dad.", contact=visit, set_by=SetBy.COURT, if_not="a week on")
    route = replace(small_route(), agreements=(Entered(agreement, NOW),))
    written = text(What.CONTACT, route)
    assert "### Sam – dad: visit in a neutral place" in written
    assert "- Set by the court; nobody is asked to agree to it" in written
    assert "- If it does not work: a week on" in written
    assert "- Wednesday 25 November 15:00: Sam – dad: visit in a neutral place" in written
    assert "### installation, since" in written


def test_whatever_was_typed_stays_what_it_was():
    nasty = "# no heading\n- [ ] <b>x</b> [/ Anna] {name} `"
    cell = Cell(Phase.EVALUATION, Module.CARERS, CellState.UNDER_WAY, TODAY, "```\nopen")
    contact = Contact((nasty,), (nasty,), where=nasty, brings=nasty)
    route = replace(
        with_history(),
        nickname="Sam",
        cells=(cell,),
        preparations=(Preparation("s", TODAY, nasty, nasty),),
        agreements=(
            *with_history().agreements,
            Entered(Agreement("c1", nasty, if_not=nasty, contact=contact), NOW),
        ),
    )
    for what in What:
        tokens = MarkdownIt("commonmark").parse(text(what, route))
        assert "html_block" not in {token.type for token in tokens}
        headings = [t.tag for t in tokens if t.type == "heading_open" and t.tag == "h1"]
        assert len(headings) == (2 if what is What.ROUTE else 1)


@pytest.mark.parametrize("name", ["<b>A", "[Anna](x)", "![a](b)", "*Anna*", "# Anna"])
def test_a_name_is_text_in_what_to_do_next(name: str) -> None:
    people = (replace(PEOPLE[0], name=name), *PEOPLE[1:])
    route = Route("fjord234", "Sam", Phase.INSTALLATION, NOW, people)
    text = text_about(What.ROUTE, route, lambda: (), TODAY)
    kinds = {
        child.type
        for token in MarkdownIt("commonmark").parse(text)
        for child in token.children or ()
    }
    assert kinds <= {"text", "softbreak", "hardbreak", "text_special"}


def test_a_sign_that_a_terminal_obeys_is_in_no_text() -> None:
    evil = "Anna\x1b]0;PWNED\x07\x1b[2J\x9bm belt.\tNiet\u00e9"
    route = Route("fjord234", f"Sam{evil}", Phase.INSTALLATION, NOW, PEOPLE)
    meeting = replace(begin_meeting(route, "m-1", 7, NOW), notes=f"- [ ] {evil}\n{evil}")
    route = route.with_meeting(meeting)
    for what in What:
        text = text_about(what, route, lambda: (), TODAY)
        assert not {"\x1b", "\x07", "\x9b"} & set(text)
    text = meetings_text(route, route.meetings)
    assert not {"\x1b", "\x07", "\x9b"} & set(text)
    assert "belt.\tNiet\u00e9" in text
