"""Record for the file: in the organisation's own order, with nothing that was said left out."""

from datetime import timedelta

from family_of_swallow import CALLS, START, meeting_with, route_with
from msgspec.structs import replace

from relroute_tui.content.record_template import (
    RecordContent,
    RecordPart,
    RecordTemplate,
    load_record_template,
)
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.attendance import with_move
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Correction, DrawnCard
from relroute_tui.domain.route import Route
from relroute_tui.environment import shipped
from relroute_tui.export.papers.notes import blocks_of
from relroute_tui.export.papers.paper import Bullets, Heading, Paragraph, lines_of
from relroute_tui.export.papers.record import record_paper

NOTES = """# Before we began

Tea, and **a cake**.
Swallow had baked it.

## What do you like to do together?

- Anna: pancakes
  with syrup
* Kees: nothing
> and that is fine, says @Anna #pause

- [ ] Anna calls every Wednesday. @Anna #calling >2026-12-16
  when: at 19:00
  if not: she texts before 18:00

16. december is far away
---
1. one
"""
CARD = DrawnCard("contact/a", "What do you like to do together?", START, Theme.CONTACT.value)
AGREED = replace(CALLS, category=Category.CALLING)


def lines(route: Route, template: RecordTemplate | None = None) -> list[str]:
    shipped_one = load_record_template((shipped("cards"),), "en")[0]
    return list(lines_of(record_paper(route, route.meetings[-1], template or shipped_one)))


def noted() -> Route:
    route = route_with(AGREED, notes=NOTES)
    other = DrawnCard("contact/b", "What is hard?", START, Theme.CONTACT.value)
    return route.with_meeting(replace(route.meetings[0], cards=(CARD, other)))


def test_it_says_who_was_there_and_from_when_to_when() -> None:
    said = lines(route_with(CALLS))
    assert "Noor (facilitator)" in said
    assert "Wednesday 4 November 2026, from 14:00 to 15:00." in said


def test_who_was_not_there_is_told_so() -> None:
    route = route_with()
    away = with_move(replace(route.meetings[0], finished=None), "a", START)
    said = lines(route.with_meeting(away))
    assert "Anna (mother): was not there" in said
    assert "Wednesday 4 November 2026, from 14:00; not closed yet." in said


def test_what_was_said_stands_below_its_card_and_step_without_marks() -> None:
    said = lines(noted())
    assert "Contact and visits: What do you like to do together?" in said
    assert "Anna: pancakes\nwith syrup" in said
    assert "Tea, and a cake.\nSwallow had baked it." in said
    assert any(line.endswith("and that is fine, says Anna pause") for line in said)
    assert "16. december is far away" in said and "1. one" in said
    assert said[said.index("Also on the table") + 1] == "Contact and visits: What is hard?"
    assert any(line.startswith("The steps: ") for line in said)
    assert not [line for line in said if {"@", "#", ">", "["} & {*line} or line.startswith("- ")]


def test_an_agreement_stands_in_it_once_with_everyones_answer() -> None:
    said = lines(noted())
    assert sum("Anna calls every Wednesday." in line for line in said) == 1
    assert "Agreement 1." in said and "Agreement 1: Anna calls every Wednesday." in said
    assert "No: Kees: “not at dinner”" in said


def test_notes_that_say_something_else_than_the_agreements_are_kept_in_words() -> None:
    said = lines(route_with(replace(AGREED, text="Anna rings."), notes=NOTES))
    words = next(line for line in said if line.startswith("Anna calls every Wednesday."))
    assert "at 19:00" in words and "she texts before 18:00" in words and "@" not in words


def test_what_was_added_later_has_a_name_and_a_day_and_the_author_is_last() -> None:
    route = route_with()
    added = Correction(START + timedelta(days=2), "Anna", "I see it otherwise.")
    said = lines(route.with_meeting(replace(route.meetings[0], corrections=(added,))))
    assert "Anna, Friday 6 November 2026: I see it otherwise." in said
    assert said[-1] == "Noor (facilitator)"


def test_what_is_empty_says_so_and_an_earlier_meeting_knows_the_next() -> None:
    route = route_with()
    said = lines(route)
    assert said[said.index("Agreements") + 1] == "Nothing."
    assert said[said.index("Next meeting") + 1] == "No day was chosen yet."
    later = replace(meeting_with(), id="m2", started=START + timedelta(weeks=4))
    route = route.with_meeting(later)
    shipped_one = load_record_template((shipped("cards"),), "en")[0]
    earlier = list(lines_of(record_paper(route, route.meetings[0], shipped_one)))
    assert earlier[earlier.index("Next meeting") + 1] == "Wednesday 2 December 2026"


def test_an_organisation_has_its_own_headings_in_its_own_order() -> None:
    template = RecordTemplate(
        "Our record",
        (
            RecordPart("Conclusions", RecordContent.AGREEMENTS, texts=("As agreed.",)),
            RecordPart("Our own heading", texts=("Kept for twenty years.",), bullets=("one",)),
            RecordPart("Those present", RecordContent.PRESENT, level=3),
        ),
    )
    said = lines(route_with(), template)
    assert said[0] == "Our record"
    assert said[2:8] == [
        "Conclusions",
        "As agreed.",
        "Nothing.",
        "Our own heading",
        "Kept for twenty years.",
        "one",
    ]
    assert said[8] == "Those present"


def test_markdown_becomes_words_of_a_heading_a_list_or_a_paragraph() -> None:
    text = "# One\n### Two ##\n\n- a\n- b\nc\n  d\n===\n> e"
    assert list(blocks_of(text.split("\n"), 3)) == [
        Heading("One", 3),
        Heading("Two", 4),
        Bullets(("a", "b")),
        Paragraph("c\nd"),
        Paragraph("e"),
    ]
