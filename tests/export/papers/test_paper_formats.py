"""A paper in each format: every word of it is found again, whatever people typed."""

import re
from collections.abc import Callable
from itertools import chain, pairwise, product

import pytest
from any_route import NASTY, any_route, texts
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from reading_back import lines_in_docx, lines_in_html, lines_in_markdown, lines_in_odt, page_of

from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.context.card_languages import CardLanguages
from relroute_tui.domain.route import Route
from relroute_tui.environment import read_environment, shipped
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.html import html_of
from relroute_tui.export.papers.paper import (
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Letters,
    Paper,
    Paragraph,
    Translated,
    clean,
    lines_of,
    on_few_sides,
    paper_of,
    sides_of,
)
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import LANGUAGES, use
from relroute_tui.storage.archive import Archive

READERS: dict[Format, Callable[[bytes], list[str]]] = {
    Format.MARKDOWN: lambda content: lines_in_markdown(content.decode()),
    Format.HTML: lambda content: lines_in_html(content.decode()),
    Format.OPEN_DOCUMENT: lines_in_odt,
    Format.WORD: lines_in_docx,
}
READ_BEST = st.sampled_from(("", "nl", "ar", "uk"))


def template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "en")[0]


def blocks() -> st.SearchStrategy[Block]:
    lists = st.lists(texts, max_size=3).map(tuple)
    translated = st.builds(
        Translated, st.sampled_from(["نعم", "Хто"]), st.sampled_from(["ar", "uk"])
    )
    others = st.lists(translated, max_size=2).map(tuple)
    facts = st.builds(Fact, st.just("Who"), texts, other_labels=others, other_texts=others)
    return st.one_of(
        st.builds(Heading, texts, st.integers(2, 6)),
        st.builds(Paragraph, texts),
        st.builds(Translated, texts, st.sampled_from(["ar", "uk"])),
        st.builds(Bullets, lists),
        st.builds(Facts, st.lists(facts, max_size=3).map(tuple), st.booleans()),
    )


def in_other_languages() -> st.SearchStrategy[tuple[Block, ...]]:
    """A heading, and below it what it is in other languages."""
    title = st.builds(
        Translated,
        st.sampled_from(["نعم", "Хто", 60 * "و", "السبت، \u20661\u2069"]),
        st.sampled_from(["ar", "uk"]),
        st.just(True),
    )
    others = st.lists(title, min_size=1, max_size=2)
    return st.builds(lambda level, all_: (Heading("Who", level), *all_), st.integers(2, 6), others)


def papers() -> st.SearchStrategy[Paper]:
    parts = st.one_of(blocks().map(lambda each: (each,)), in_other_languages())
    return st.builds(paper_of, texts, st.lists(parts, max_size=6).map(chain.from_iterable))


@pytest.mark.parametrize("format_", Format)
@settings(max_examples=examples(6))
@given(paper=papers())
def test_every_line_of_any_paper_is_found_again(format_: Format, paper: Paper) -> None:
    assert READERS[format_](written(paper, format_)) == list(lines_of(paper))


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_clean_and_keeps_its_words(text: str) -> None:
    cleaned = clean(f"before {text} after")
    assert cleaned.startswith("before") and cleaned.endswith("after")
    assert re.findall(r"[^\W_]+", cleaned)[1:-1] == re.findall(r"[^\W_]+", text)
    assert not set(cleaned) & {chr(code) for code in (*range(10), *range(11, 32), 127)}


def assert_read_back(route: Route, language: str, *formats: Format) -> None:
    """Read every paper back; everyone who was there reads this language best."""
    texts_in = CardLanguages(read_environment({}, language="en")).texts
    for which, meeting in product(Which, route.meetings):
        seats = tuple(
            replace(seat, person=replace(seat.person, language=language)) for seat in meeting.seats
        )
        read = replace(meeting, seats=seats)
        paper = paper_about(which, route.with_meeting(read), read, template, texts_in=texts_in)
        for format_ in formats:
            assert READERS[format_](written(paper, format_)) == list(lines_of(paper))


@settings(max_examples=examples(5))
@given(route=any_route(), language=READ_BEST)
def test_the_papers_of_any_route_say_all_that_is_on_them(route: Route, language: str) -> None:
    assert_read_back(route, language, Format.MARKDOWN, Format.HTML)


@pytest.mark.long
@settings(max_examples=1000)
@given(route=any_route(), language=READ_BEST)
def test_the_papers_of_a_thousand_routes_say_all_that_is_on_them(
    route: Route, language: str
) -> None:
    assert_read_back(route, language, *Format)


@pytest.mark.parametrize("which", Which)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_its_headings_follow_each_other(
    language: str, which: Which
) -> None:
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    for meeting in route.meetings:
        page = page_of(html_of(paper_about(which, route, meeting, template)))
        assert page.tags[0] == ("html", {"lang": language})
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert {"main", "title"} <= {tag for tag, _ in page.tags}


def test_a_page_is_read_from_the_side_from_which_its_language_is_read() -> None:
    assert 'dir="ltr"' in html_of(Paper("Title", (), "nl"))
    assert 'dir="rtl"' in html_of(Paper("Title", (), "ar"))


def test_a_page_fetches_nothing_and_prints_on_a4() -> None:
    page = html_of(Paper("Title", (Paragraph("Words."),), "nl"))
    assert "size: A4" in page
    assert not re.search(r"https?:|url\(|@import|<script|<link", page)


@pytest.mark.parametrize("letters", Letters)
def test_a_page_has_the_letters_that_its_paper_has(letters: Letters) -> None:
    assert f'class="{letters}"' in html_of(Paper("Title", (), "nl", letters))


def test_letters_are_small_only_where_that_saves_a_side() -> None:
    def of(words: int) -> Paper:
        return Paper("Title", (Paragraph("Words. " * words),), "nl")

    assert on_few_sides(of(9)) == of(9)
    assert sides_of(on_few_sides(of(800))) == 1
    assert on_few_sides(of(800)).letters is Letters.SMALL
    assert on_few_sides(of(1_100)) == of(1_100)
    assert sides_of(of(1_100)) == 2


def test_headings_follow_each_other_whatever_was_asked() -> None:
    paper = paper_of("Title", (Heading("One", 5), Heading("Two", 5), Heading("Three", 2)))
    assert [block.level for block in paper.blocks if isinstance(block, Heading)] == [2, 3, 2]
