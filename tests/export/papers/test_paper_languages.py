"""A paper in two languages: what is fixed on it, and the cards; never what people said."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from family_of_swallow import CALLS, START, route_with
from msgspec.structs import replace

from relroute_tui.content.decks import load_decks
from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.content.translations import load_sentences
from relroute_tui.context.card_languages import CardLanguages
from relroute_tui.domain.meeting import DrawnCard
from relroute_tui.domain.route import Route
from relroute_tui.environment import read_environment, shipped
from relroute_tui.export.book.chapters import chapters_of
from relroute_tui.export.for_child import children_on
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import Heading, Paper, Paragraph, Translated, lines_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import _, use
from relroute_tui.language.paper_sentences import PAPER_SENTENCES

WEATHER = "Welk weer is het vandaag bij jou vanbinnen?"


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    use("nl")
    yield
    use("en")


def reading(**languages: str) -> Route:
    """The family, of whom some read another language best, after a meeting with one card."""
    route = route_with(CALLS)
    (meeting,) = route.meetings
    seats = tuple(
        replace(seat, person=replace(seat.person, language=languages.get(seat.person.name, "")))
        for seat in meeting.seats
    )
    card = DrawnCard("check-in/inner-weather", WEATHER, START)
    meeting = replace(meeting, seats=seats, cards=(card,))
    people = tuple(seat.person for seat in seats)
    return replace(route, participants=people).with_meeting(meeting)


def paper_of(which: Which, route: Route, tmp_path) -> Paper:
    environment = read_environment({}, sessions=tmp_path, language="nl")
    texts_in = CardLanguages(environment).texts
    return paper_about(which, route, route.meetings[0], record_template, texts_in=texts_in)


def record_template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "nl")[0]


def pairs(paper: Paper) -> dict[str, str]:
    """What stands above each translated text, and that text."""
    return {
        above.text: block.text
        for above, block in zip(paper.blocks, paper.blocks[1:], strict=False)
        if isinstance(block, Translated) and isinstance(above, Heading | Paragraph)
    }


def test_the_familys_sheet_has_its_titles_and_the_cards_in_what_somebody_there_reads(tmp_path):
    paper = paper_of(Which.FAMILY, reading(Anna="ar"), tmp_path)
    below = pairs(paper)
    assert below["Onze afspraken"] == "اتفاقاتنا"
    assert below["De kaarten waar we over praatten"] == "البطاقات التي تحدثنا عنها"
    assert below[WEATHER] == "كيف هو الطقس في داخلكم اليوم؟"
    first, second, *_rest = paper.blocks
    assert isinstance(first, Translated)
    assert "هذه الترجمة مسودة" in first.text
    assert isinstance(second, Paragraph)
    assert second.text.endswith("nog niet nagekeken door wie de taal spreekt.")


def test_what_people_said_stands_there_once_and_as_they_said_it(tmp_path):
    alone = list(lines_of(paper_of(Which.FAMILY, reading(), tmp_path)))
    both = list(lines_of(paper_of(Which.FAMILY, reading(Anna="uk", Kees="pl"), tmp_path)))
    assert [line for line in alone if line in both] == alone
    assert sum("“I set an alarm”" in line for line in both) == 1
    assert {"Наші домовленості", "Nasze ustalenia"} <= set(both)
    assert len(both) > len(alone)


def test_the_childs_page_is_in_the_childs_own_language_alone(tmp_path):
    route = reading(Anna="ar", Swallow="tr")
    paper = paper_of(Which.CHILD, route, tmp_path)
    assert {block.language for block in paper.blocks if isinstance(block, Translated)} == {"tr"}
    assert pairs(paper)[_("Who was there")] == "Kimler vardı"
    assert any(
        block.text.startswith("Başka bir şey")
        for block in paper.blocks[3:]
        if isinstance(block, Translated)
    )
    others = paper_of(Which.CHILD, reading(Anna="ar"), tmp_path)
    assert not any(isinstance(block, Translated) for block in others.blocks)


def test_english_comes_beside_dutch_from_the_catalogues_and_nothing_where_there_is_none(tmp_path):
    below = pairs(paper_of(Which.FAMILY, reading(Kees="en"), tmp_path))
    assert below["Onze afspraken"] == "Our agreements"
    assert below[WEATHER] == "What is the weather like inside you today?"
    alone = paper_of(Which.FAMILY, reading(), tmp_path)
    assert paper_of(Which.FAMILY, reading(Kees="ti"), tmp_path) == alone


def test_the_record_has_its_cards_in_both_and_nothing_that_people_said(tmp_path):
    def record(**languages: str) -> Paper:
        route = reading(**languages)
        notes = f"## {WEATHER}\n\nWindstil."
        return paper_of(
            Which.RECORD, route.with_meeting(replace(route.meetings[0], notes=notes)), tmp_path
        )

    alone, both = record(), record(Anna="uk")
    added = [block for block in both.blocks if block not in alone.blocks]
    assert [block for block in both.blocks if block in alone.blocks] == list(alone.blocks)
    assert "Яка сьогодні погода у вас на душі?" in {block.text for block in added}
    assert all(isinstance(block, Translated) for block in [added[0], *added[2:]])


@pytest.mark.parametrize(
    ("what", "who", "other"),
    [(What.LETTER, "Anna", "Swallow"), (What.CHILD_LETTER, "Swallow", "Anna")],
)
def test_a_letter_is_also_in_what_its_readers_read_best(what: What, who: str, other: str, tmp_path):
    def letter(**languages: str) -> list[str]:
        texts_in = CardLanguages(read_environment({}, sessions=tmp_path, language="nl")).texts
        return (
            text_about(what, reading(**languages), lambda: (), START.date(), texts_in)
            .strip()
            .split("\n\n")
        )

    alone, both = letter(), letter(**{who: "ar"})
    assert [part for part in both if part in alone] == alone
    translated = [part for part in both if part not in alone]
    assert "كلام الناس غير مترجَم." in translated[0]
    assert {"ما مررنا به", "ما اتفقنا عليه بشأنك"} & {
        part.strip("\u2067\u2069# ") for part in translated
    }
    assert len(translated) > 3
    if what is What.CHILD_LETTER:
        assert letter(**{other: "ar"}) == alone


def test_the_book_has_the_words_of_the_child_for_the_cards_too(tmp_path):
    environment = read_environment({}, sessions=tmp_path, language="nl")
    cards = load_decks((shipped("cards"),), "nl").cards
    route = replace(reading(Swallow="pl"), rounded_off=None)
    meeting = route.meetings[0]
    route = route.with_meeting(replace(meeting, finished=START))
    child = children_on(route)[0]
    texts_in = CardLanguages(environment).texts
    first, told, last = chapters_of(route, child, cards, texts_in)
    alone = chapters_of(route, child, cards)
    assert pairs(first)[_("Who went along with you")] == "Kto szedł razem z tobą"
    said = {block.text for block in told.blocks if isinstance(block, Translated)}
    assert texts_in("pl").cards["check-in/inner-weather"].for_12_up in said
    assert "Możesz zapytać:" in {
        block.text for block in last.blocks if isinstance(block, Translated)
    }
    for paper, before in zip((first, told, last), alone, strict=True):
        assert set(lines_of(before)) <= set(lines_of(paper))
    child = children_on(reading())[0]
    for route in (reading(), reading(Anna="ar")):
        chapters = chapters_of(route, child, cards, texts_in)
        assert not any(isinstance(block, Translated) for each in chapters for block in each.blocks)


def test_a_text_from_right_to_left_is_marked_as_such_in_every_format(tmp_path):
    paper = paper_of(Which.FAMILY, reading(Anna="ar", Kees="uk"), tmp_path)
    html = written(paper, Format.HTML).decode()
    assert '<p lang="ar" dir="rtl" class="translated">اتفاقاتنا</p>' in html
    assert '<p lang="uk" dir="ltr" class="translated">Наші домовленості</p>' in html
    with ZipFile(BytesIO(written(paper, Format.WORD))) as word:
        text = word.read("word/document.xml").decode()
    before, _found, after = text.partition("اتفاقاتنا")
    paragraph = before.rpartition("<w:p>")[2] + after.partition("</w:p>")[0]
    assert "<w:bidi/>" in paragraph
    assert '<w:rtl/><w:lang w:bidi="ar"/>' in paragraph
    with ZipFile(BytesIO(written(paper, Format.OPEN_DOCUMENT))) as document:
        content = document.read("content.xml").decode()
        styles = document.read("styles.xml").decode()
    assert '<text:p text:style-name="Translated_ar">اتفاقاتنا</text:p>' in content
    own = styles.partition('style:name="Translated_ar"')[2].partition("</style:style>")[0]
    assert 'style:writing-mode="rl-tb"' in own
    assert 'style:language-complex="ar"' in own
    assert "\nاتفاقاتنا\n" in written(paper, Format.MARKDOWN).decode()


def test_a_paper_is_a_draft_as_long_as_anything_on_it_may_be_one(tmp_path):
    came_along = shipped("cards") / "translations" / "pl"
    own = tmp_path / "cards" / "translations" / "pl"
    own.mkdir(parents=True)
    environment = replace(read_environment({}, language="nl"), cards=(tmp_path / "cards",))

    def is_checked() -> bool:
        texts = CardLanguages(environment).texts("pl")
        return texts is not None and texts.is_checked

    one = "# Papiery\nvertaald: Ewa\nnagekeken: Jan\n\n## {#agreements}\n\nNasze ustalenia\n"
    (own / "papers.md").write_text(one, encoding="utf-8")
    assert not is_checked(), "the other sentences came along, and nobody read those"
    for path in came_along.glob("*.md"):
        head, _drafted, rest = path.read_text(encoding="utf-8").partition("(concept)")
        (own / path.name).write_text(f"{head}\nnagekeken: Jan{rest}", encoding="utf-8")
        assert is_checked() == (len([*own.iterdir()]) == len([*came_along.glob("*.md")])), path


@pytest.mark.parametrize("language", ["uk", "pl", "tr", "ar"])
def test_no_fixed_sentence_is_missing_in_a_language_that_comes_along(language: str):
    sentences = load_sentences([shipped("cards")], language)
    assert sentences.texts.keys() == PAPER_SENTENCES.keys()
    assert not sentences.is_checked
    assert len({_(each) for each in PAPER_SENTENCES.values()}) == len(PAPER_SENTENCES)
