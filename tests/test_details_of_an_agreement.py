"""No field of an agreement is lost on its way: notes, file, versions, two laptops, paper, screen.

The words are found by looking at the fields, so a field that is added one day is here at once.
"""

from datetime import date, timedelta

import pytest
from any_route import AFTERNOON, anything, small_route, typed
from examples import examples
from hypothesis import given, settings
from msgspec.structs import fields, replace

from relroute_tui.content.record_template import load_record_template
from relroute_tui.domain.agreement import Agreement, Detail, Entered, details_of
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.notes.parsing import AgreementLine, agreement_lines
from relroute_tui.domain.notes.wording import agreement_of, as_line, reworded
from relroute_tui.domain.notes.writing import task_line
from relroute_tui.domain.route import Route, all_agreements
from relroute_tui.domain.search import Search
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.export.markdown.person import person_text
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.export.papers.markdown import markdown_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import LANGUAGES, agreement_words, use
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import restore, versions_of

IN_OWN_WORDS = {name: f"woord {name}" for name in ("text", *Detail)}
"""Something in every field that holds words, different in each."""
FULL = replace(Agreement("m9-1", "", ("Anna",), review=date(2026, 12, 16)), **IN_OWN_WORDS)
SHARED = {field.name for field in fields(Agreement)} & {f.name for f in fields(AgreementLine)}
TODAY = date(2026, 11, 24)


def with_agreement(agreement: Agreement) -> Route:
    """A route on which it was made at the closing, and once more as one about contact."""
    route = small_route()
    *earlier, last = route.meetings
    contact = replace(agreement, id="w-1", contact=Contact(("Sam",), ("Anna",)))
    return replace(
        route,
        meetings=(*earlier, replace(last, agreements=(agreement,))),
        agreements=(Entered(contact, AFTERNOON + timedelta(weeks=9)),),
    )


def test_every_field_with_words_is_one_that_is_looked_at_here():
    hints = Agreement.__annotations__
    assert {name for name, kind in hints.items() if kind is str} == {"id", *IN_OWN_WORDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_notes_say_is_what_the_agreement_says_and_back(language):
    lines = task_line(as_line(FULL), language)
    (read,) = agreement_lines("\n".join(lines), ("Anna",))
    agreement = agreement_of(read, FULL.id, FULL.responses)
    assert agreement == FULL
    assert task_line(as_line(agreement), language) == lines


@settings(max_examples=examples(10), deadline=None)
@given(anything(Agreement))
def test_an_agreement_and_its_line_say_the_same_in_every_field_that_both_have(agreement):
    line = as_line(agreement)
    assert {name: getattr(line, name) for name in SHARED} == {
        name: getattr(agreement, name) for name in SHARED
    }
    assert reworded(agreement, line, agreement.id, agreement.responses) == agreement


def test_a_change_of_any_word_asks_everyone_again_and_none_that_was_not_there_before_does():
    line = as_line(FULL)
    for name in IN_OWN_WORDS:
        assert replace(line, **{name: "iets anders"}).wording != line.wording
    before = AgreementLine(0, "Anna belt.", ("Anna",), "woensdag", "we appen")
    assert before.wording == ("Anna belt.", "Anna", "woensdag", "we appen")
    assert replace(before, decides="Noor").wording != replace(before, pays="Noor").wording


def test_it_is_saved_opened_found_and_put_back_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    route = with_agreement(FULL)
    archive = Archive(tmp_path / "sessions")
    archive.prepare()
    archive.create(route).close()
    assert archive.load(route.id) == route
    opened = archive.open(route.id)
    opened.put(typed(with_agreement(Agreement("m9-1", "Iets anders.")), "later"))
    assert opened.save_now()
    opened.close()
    restore(archive, route.id, versions_of(archive, route.id)[0].name)
    assert archive.load(route.id) == route
    for words in IN_OWN_WORDS.values():
        assert Search().said(route, words)


@pytest.mark.parametrize("name", IN_OWN_WORDS)
def test_two_laptops_keep_what_only_one_of_them_has(name):
    whole, bare = with_agreement(FULL), with_agreement(replace(FULL, **{name: ""}))
    for one, other in ((whole, bare), (bare, whole)):
        kept = all_agreements(merge_routes(one, other))
        assert any(getattr(made.agreement, name) == IN_OWN_WORDS[name] for made in kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_that_says_what_if_not_says_everything(language):
    use(language)
    route = with_agreement(FULL)
    template, _faults = load_record_template((shipped("cards"),), language)
    papers = [text_about(what, route, tuple, TODAY) for what in What]
    papers += [
        *(
            markdown_of(paper_about(which, route, route.meetings[-1], lambda: template))
            for which in Which
        ),
        meetings_text(route, route.meetings),
        person_text(route, route.participants[1:2], (), TODAY),
    ]
    those = [paper for paper in papers if IN_OWN_WORDS[Detail.IF_NOT] in paper]
    assert len(those) >= 5
    for paper in those:
        for label, said in agreement_words.labelled_details(FULL):
            assert label in paper
            assert said in paper


def test_a_detail_that_was_left_out_is_nowhere():
    assert details_of(Agreement("a-1", "Anna belt.")) == {}
    assert not list(agreement_words.details_in_sentences(Agreement("a-1", "Anna belt.")))
