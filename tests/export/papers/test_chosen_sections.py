"""Sections of a paper: those that were chosen are on it, of the others no word is left."""

from collections.abc import Collection, Mapping
from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from family_of_swallow import CALLS, PEOPLE, START, SWALLOW, meeting_with, route_with
from msgspec.structs import replace

from relroute_tui.content.record_template import (
    RecordContent,
    RecordPart,
    RecordTemplate,
    load_record_template,
)
from relroute_tui.context.card_languages import CardLanguages
from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Outcome, Then
from relroute_tui.domain.meeting import Correction, DrawnCard
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.participant import Move, Participant, Role, Seat
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CheckIn
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.environment import read_environment, shipped
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import Heading, Paper, lines_of
from relroute_tui.export.papers.second_language import TextsIn
from relroute_tui.export.papers.sections import EVERY_SECTION, Section
from relroute_tui.export.papers.which import SECTIONS, Which, paper_about

CARD = DrawnCard("check-in/inner-weather", "What is the weather inside you?", START)
MARKS: Mapping[Section, str] = {
    Section.PRESENT: "Quilla",
    Section.TIMES: "14:00",
    Section.SPOKEN: "the harbour",
    Section.AGREEMENTS: "every Wednesday",
    Section.CHANGES: "every Sunday",
    Section.SAID: "foggy",
    Section.LOOKING_BACK: "the bicycle",
    Section.NEXT: "the library",
    Section.VIEWS: "otherwise",
    Section.CORRECTIONS: "the lamp",
    Section.AUTHOR: "Who wrote this",
    Section.WHOM_TO_ASK: "Telephone",
    Section.OPENERS: "Bram",
    Section.CARDS: "الطقس",
}
"""Words that stand in this section and in no other."""
NOTES = """\
We spoke about the harbour.

- [ ] Anna calls every Wednesday. @Anna >2026-12-16
  when: at 19:00
  if not: she texts before 18:00
"""


def template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "en")[0]


def marked_route() -> Route:
    """Return the family after a meeting in which each section has something to say."""
    before = START - timedelta(weeks=4)
    bicycle = Agreement("e-1", "Swallow mends the bicycle.", who=("Swallow",))
    old = Agreement("e-2", "Swallow phones gran.", who=("Swallow",))
    new = replace(old, id="e-3", text="Swallow phones gran every Sunday.")
    quilla = Participant("q", "Quilla", Role.GRANDPARENT, language="ar")
    meeting = meeting_with(CALLS, notes=NOTES)
    meeting = replace(
        meeting,
        seats=(*meeting.seats, Seat(quilla, (Move(START, True),))),
        cards=(CARD,),
        check_ins=(CheckIn(SWALLOW.id, 6, "foggy"),),
        corrections=(Correction(START + timedelta(days=1), "Noor", "It was the lamp."),),
    )
    day = START.date()
    views = (
        Statement(PEOPLE[1], START, "I saw it otherwise.", Subject(meeting_id="m1"), True),
        Statement(SWALLOW, START, "I would do it otherwise.", Subject(CALLS.text, "m1", CALLS.id)),
    )
    return replace(
        route_with().with_meeting(meeting),
        agreements=(
            Entered(bicycle, before),
            Entered(old, before),
            Entered(new, START, "m1"),
        ),
        look_backs=(
            LookBack("e-1", day, Outcome.PARTLY, Then.CARRIED_ON, "rain", meeting_id="m1"),
            LookBack("e-2", day, Outcome.PARTLY, Then.CHANGED, becomes="e-3", meeting_id="m1"),
        ),
        planned=(Planned(date(2026, 12, 16), at=time(9, 17), place="the library"),),
        statements=views,
    )


@pytest.fixture
def texts_in(tmp_path: Path) -> TextsIn:
    return CardLanguages(read_environment({}, sessions=tmp_path, language="en")).texts


def paper_with(which: Which, sections: Collection[Section], texts_in: TextsIn) -> Paper:
    route = marked_route()
    return paper_about(
        which,
        route,
        route.meetings[0],
        template,
        openers=Openers(("Bram",)),
        texts_in=texts_in,
        sections=sections,
    )


def all_text_in(content: bytes) -> str:
    """Return what a file says anywhere, also where no reader shows it."""
    if not is_zipfile(BytesIO(content)):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def sections_with_words_in(text: str, which: Which) -> set[Section]:
    return {section for section in SECTIONS[which] if MARKS[section] in text}


@pytest.mark.parametrize("which", Which)
def test_a_section_that_is_left_out_leaves_no_word(which: Which, texts_in: TextsIn) -> None:
    for left_out in SECTIONS[which]:
        chosen = {*SECTIONS[which]} - {left_out}
        text = "\n".join(lines_of(paper_with(which, chosen, texts_in)))
        assert sections_with_words_in(text, which) == chosen


@pytest.mark.parametrize("which", Which)
def test_nor_does_any_format_know_it(which: Which, texts_in: TextsIn) -> None:
    chosen = {*SECTIONS[which][::2]}
    paper = paper_with(which, chosen, texts_in)
    for format_ in Format:
        text = all_text_in(written(paper, format_))
        assert sections_with_words_in(text, which) == chosen


def test_a_paper_says_to_adults_what_is_not_on_it(texts_in: TextsIn) -> None:
    told = "Not on this paper: own views."
    for which in Which:
        chosen = {*SECTIONS[which]} - {Section.VIEWS}
        lines = list(lines_of(paper_with(which, chosen, texts_in)))
        assert (told in lines) is (which is not Which.CHILD)
        whole = list(lines_of(paper_with(which, EVERY_SECTION, texts_in)))
        assert whole == list(lines_of(paper_with(which, SECTIONS[which], texts_in)))
        assert not any(line.startswith("Not on this paper") for line in whole)


def test_an_organisations_own_heading_is_always_on_its_record() -> None:
    route = marked_route()
    own = RecordTemplate(
        "Ours",
        (
            RecordPart("Kept for twenty years"),
            RecordPart("Agreed", RecordContent.AGREEMENTS),
            RecordPart("Later", RecordContent.CORRECTIONS),
        ),
    )
    paper = paper_about(
        Which.RECORD, route, route.meetings[0], lambda: own, sections={Section.CORRECTIONS}
    )
    titles = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert titles == ["Kept for twenty years", "Later"]
