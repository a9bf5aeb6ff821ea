"""A person's own view goes wherever the thing goes that it is about, in every format."""

import json
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from any_route import texts
from examples import examples
from family_of_swallow import CALLS, PEOPLE, START, SWALLOW, route_with
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace
from reading_back import lines_in_docx, lines_in_html, lines_in_markdown, lines_in_odt

from relroute_tui.content.record_template import (
    RecordContent,
    RecordTemplate,
    load_record_template,
)
from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Outcome, Then
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.progress.report import Period, report_on
from relroute_tui.domain.progress.statements import with_statement
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.search import Search
from relroute_tui.domain.sentences import Query, Source, sentences_found
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.domain.text import fold_line
from relroute_tui.environment import shipped
from relroute_tui.export.book.chapters import chapters_of
from relroute_tui.export.book.epub import Book, epub_of
from relroute_tui.export.calendar.writing import calendar_of
from relroute_tui.export.html.report import report_html
from relroute_tui.export.markdown.agreements import agreements_text
from relroute_tui.export.markdown.child_letter import child_letter_about
from relroute_tui.export.markdown.contact import contact_text
from relroute_tui.export.markdown.family_letter import letter_about
from relroute_tui.export.markdown.handover import handover_text
from relroute_tui.export.markdown.letter import letter_text
from relroute_tui.export.markdown.meetings import meeting_text
from relroute_tui.export.markdown.person import people_called, person_text
from relroute_tui.export.markdown.report import report_text
from relroute_tui.export.markdown.route import route_text
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import clean, lines_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.export.report_json import report_json
from relroute_tui.storage.route_json import json_of

ANNA, KEES = PEOPLE[1], PEOPLE[2]
TODAY = date(2026, 12, 24)
NOTES = "We spoke about the summer.\n"
VISIT = Agreement(
    "e-visit",
    "Swallow sees Anna.",
    ("Anna",),
    contact=Contact(("Swallow",), ("Anna",), weekdays=(3,)),
)
MEETING = Subject(meeting_id="m1")
SENTENCE = Subject("We spoke about the summer.", "m1")
CALL = Subject(CALLS.text, "m1", CALLS.id)
CONTACT = Subject(VISIT.text, "", VISIT.id)
SUBJECTS = (MEETING, SENTENCE, CALL, CONTACT)


def route_seen_by(*views: Statement) -> Route:
    entered = Entered(VISIT, START + timedelta(days=1))
    route = replace(route_with(CALLS, notes=NOTES), agreements=(entered,))
    for view in views:
        route = with_statement(route, view)
    return route


def view(about: Subject, words: str, by=ANNA, **more: bool) -> Statement:
    return Statement(by, START + timedelta(days=2), words, about, **more)


def template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "en")[0]


def paper(which: Which, route: Route, template_=template):
    return paper_about(which, route, route.meetings[0], template_)


def on(which: Which, route: Route) -> str:
    return "\n".join(lines_of(paper(which, route)))


def test_each_text_has_the_views_on_what_it_holds():
    said = {subject: f"view {number}" for number, subject in enumerate(SUBJECTS)}
    route = route_seen_by(*(view(subject, words) for subject, words in said.items()))
    meeting = route.meetings[0]
    held = {
        meeting_text(route, meeting): (MEETING, SENTENCE, CALL),
        on(Which.RECORD, route): (MEETING, SENTENCE, CALL),
        on(Which.FAMILY, route): (MEETING, SENTENCE, CALL),
        agreements_text(route, TODAY): (CALL, CONTACT),
        contact_text(route, TODAY): (CONTACT,),
        letter_text(letter_about(route, (), TODAY)): (MEETING, CALL, CONTACT),
        handover_text(route, TODAY): (CALL, CONTACT),
        route_text(route, (), TODAY): SUBJECTS,
        person_text(route, people_called(route, "Anna"), (), TODAY): SUBJECTS,
        json_of(route).decode(): SUBJECTS,
    }
    for text, subjects in held.items():
        for subject, words in said.items():
            assert (words in text) == (subject in subjects), (subject, text)
        assert not subjects or "Anna" in text
    assert f"“{SENTENCE.sentence}”" in on(Which.RECORD, route)


def test_a_report_and_a_calendar_have_the_views_on_the_agreements_in_them():
    words = 'Wednesdays are "hard", [/] & late; <b>'
    route = route_seen_by(
        view(CALL, words),
        view(CONTACT, words, KEES),
        view(CONTACT, "To the child.", for_child=True),
    )
    report = report_on(route, Period(), ())
    made = json.loads(report_json(report))["themes"]
    told = [
        view for theme in made for agreement in theme["agreements"] for view in agreement["views"]
    ]
    assert [(each["name"], each["words"]) for each in told] == [
        ("Anna", words),
        ("Kees", words),
        ("Anna", "To the child."),
    ]
    assert sum(words in line for line in lines_in_markdown(report_text(route, report, TODAY))) == 2
    assert sum(words in line for line in lines_in_html(report_html(route, report, TODAY))) == 2
    for names, has_both in (((), True), (("Anna",), True), (("Swallow",), False)):
        (event,) = Calendar.from_ical(calendar_of(route, {}, START, names)).events
        told_there = str(event["description"])
        assert (words in told_there) is has_both, names
        assert "Own view of Anna (mother)" in told_there
        assert "“To the child.”" in told_there
    assert event["last-modified"].dt == START + timedelta(days=2)


def test_the_book_itself_has_what_is_for_the_child_and_no_more():
    route = route_seen_by(
        view(CALL, "Wednesdays & [x] are <nice>.", SWALLOW), view(CALL, "Not for a child.")
    )
    book = epub_of(Book("s", "The book", "", chapters_of(route, SWALLOW, ())), START)
    with ZipFile(BytesIO(book)) as parts:
        pages = "\n".join(
            unescape(parts.read(name).decode()) for name in parts.namelist() if "xhtml" in name
        )
    assert "Wednesdays & [x] are <nice>." in pages
    assert "Not for a child." not in pages


@pytest.mark.parametrize("format_", Format)
@settings(max_examples=examples(5), deadline=None)
@given(words=texts.filter(clean), about=st.sampled_from(SUBJECTS[:3]))
def test_the_words_of_a_view_are_in_every_format_whatever_they_are(format_, words, about):
    read = {
        Format.MARKDOWN: lambda content: lines_in_markdown(content.decode()),
        Format.HTML: lambda content: lines_in_html(content.decode()),
        Format.OPEN_DOCUMENT: lines_in_odt,
        Format.WORD: lines_in_docx,
    }[format_]
    route = route_seen_by(view(about, words))
    for which in (Which.FAMILY, Which.RECORD):
        lines = "\n".join(read(written(paper(which, route), format_)))
        assert clean(f"“{words.strip()}”") in lines


@settings(max_examples=examples(5), deadline=None)
@given(words=texts.filter(fold_line), about=st.sampled_from(SUBJECTS))
def test_a_search_finds_a_view_by_any_of_its_words(words, about):
    route = route_seen_by(view(about, words))
    word = fold_line(words).split()[0]
    found = list(sentences_found(route, Query(words=(word,), who="Anna")))
    assert words in [each.text for each in found if each.source is Source.VIEW]
    if about is not CONTACT:
        assert [each.number for each in Search().said(route, words.split()[0])] == [1]


def test_a_record_without_a_heading_for_views_has_them_below_the_corrections():
    whole = template()
    bare = replace(
        whole, parts=tuple(part for part in whole.parts if part.filled is not RecordContent.VIEWS)
    )
    route = route_seen_by(view(MEETING, "I see it my way."))
    lines = [*lines_of(paper(Which.RECORD, route, lambda: bare))]
    assert sum("I see it my way." in line for line in lines) == 1


def test_an_agreement_that_is_looked_back_on_takes_its_views_along():
    route = route_seen_by(view(CALL, "Mornings would be better."))
    later = begin_meeting(route, "m2", 2, START + timedelta(weeks=4))
    for then in (Then.CARRIED_ON, Then.ENDED, Then.CHANGED):
        looked = LookBack(
            CALLS.id, later.started.date(), Outcome.PARTLY, then, becomes="e-new", meeting_id="m2"
        )
        new = Entered(Agreement("e-new", "Anna calls at noon."), later.started, "m2")
        after = replace(
            route.with_meeting(replace(later, finished=later.started)),
            look_backs=(looked,),
            agreements=(*route.agreements, *((new,) if then is Then.CHANGED else ())),
        )
        assert "Mornings would be better." in meeting_text(after, after.meetings[1])
        for which in (Which.FAMILY, Which.RECORD):
            lines = lines_of(paper_about(which, after, after.meetings[1], template))
            assert "Mornings would be better." in "\n".join(lines), (which, then)


def test_a_child_takes_home_its_own_views_and_only_what_others_meant_for_it():
    own, closed = view(CALL, "Wednesdays are nice.", SWALLOW), view(CALL, "Not for a child.")
    meant = view(MEETING, "I was glad to be there.", KEES, for_child=True)
    about_notes = view(SENTENCE, "About the notes.", KEES, for_child=True)
    route = route_seen_by(own, closed, meant, about_notes)
    book = "\n".join(
        line for chapter in chapters_of(route, SWALLOW, ()) for line in lines_of(chapter)
    )
    letter = letter_text(child_letter_about(route, (), TODAY))
    for text in (on(Which.CHILD, route), book, letter):
        assert "Wednesdays are nice." in text
        assert "I was glad to be there." in text
        assert "Not for a child." not in text
        assert "About the notes." not in text


def test_what_a_child_says_of_a_matter_that_is_not_on_its_page_is_there_all_the_same():
    money = Agreement("m1-2", "Kees pays the trip.", ("Kees",))
    own = view(Subject(money.text, "m1", money.id), "I want to pay half.", SWALLOW)
    route = with_statement(route_with(CALLS, money), own)
    assert "I want to pay half." in on(Which.CHILD, route)
    assert "I want to pay half." in letter_text(child_letter_about(route, (), TODAY))
