"""A paper in two languages: what is fixed on it, and the cards; never what people said."""

import re
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from babel.dates import format_date
from family_of_swallow import CALLS, START, route_with
from msgspec.structs import replace

from relroute_tui.content.decks import load_decks
from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.content.translations import load_sentences
from relroute_tui.context.card_languages import CardLanguages
from relroute_tui.domain.meeting import DrawnCard
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route
from relroute_tui.environment import read_environment, shipped
from relroute_tui.export.book.chapters import chapters_of
from relroute_tui.export.for_child import children_on
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import (
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
    lines_of,
)
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import _, use
from relroute_tui.language.paper_sentences import PAPER_IDS, PAPER_SENTENCES, places_in, places_of

WEATHER = "Welk weer is het vandaag bij jou vanbinnen?"


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    use("nl")
    yield
    use("en")


def reading(**languages: str) -> Route:
    """Return the family, of whom some read another language best, after a meeting with one card."""
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
    """Return each translated text with what stands above it."""
    return {
        above.text: block.text
        for above, block in zip(paper.blocks, paper.blocks[1:], strict=False)
        if isinstance(block, Translated) and isinstance(above, Heading | Paragraph)
    }


def untranslated(paper: Paper) -> Paper:
    """Return the paper without what stands behind its own words in another language."""

    def alone(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(replace(fact, other_labels=(), other_texts=()) for fact in facts)

    blocks = (
        Facts(alone(block.facts)) if isinstance(block, Facts) else block for block in paper.blocks
    )
    return replace(paper, blocks=tuple(blocks))


def test_the_familys_sheet_has_its_titles_and_the_cards_in_what_somebody_there_reads(tmp_path):
    paper = paper_of(Which.FAMILY, reading(Anna="ar"), tmp_path)
    below = pairs(paper)
    assert below["Onze afspraken"] == "اتفاقاتنا"
    assert below["De kaarten waar we over praatten"] == "البطاقات التي تحدثنا عنها"
    assert below[WEATHER] == "كيف هو الطقس في داخلكم اليوم؟"
    title, first, second, *_rest = paper.blocks
    assert isinstance(title, Translated) and isinstance(first, Translated)
    assert "هذه الترجمة مسودة" in first.text
    assert isinstance(second, Paragraph)
    assert second.text.endswith("nog niet nagekeken door wie de taal spreekt.")


def test_what_people_said_stands_there_once_and_as_they_said_it(tmp_path):
    alone = list(lines_of(paper_of(Which.FAMILY, reading(), tmp_path)))
    paper = paper_of(Which.FAMILY, reading(Anna="uk", Kees="pl"), tmp_path)
    both = list(lines_of(untranslated(paper)))
    assert [line for line in alone if line in both] == alone
    assert sum("“I set an alarm”" in line for line in both) == 1
    assert {"Наші домовленості", "Nasze ustalenia"} <= set(both)
    assert len(both) > len(alone)


def test_three_languages_say_everything_once_in_the_order_in_which_people_sit(tmp_path):
    route = reading(Anna="ar", Kees="uk", Noor="pl")
    family, record = (paper_of(which, route, tmp_path) for which in (Which.FAMILY, Which.RECORD))
    for about in (family.blocks[3:8], record.blocks[:5]):
        assert [type(block) for block in about] == [*[Translated] * 3, *[Paragraph] * 2]
        languages = [block.language for block in about if isinstance(block, Translated)]
        assert languages == ["ar", "uk", "pl"]
    said = list(lines_of(paper_of(Which.FAMILY, route, tmp_path)))
    assert len(said) == len(set(said))
    at = said.index("Onze afspraken")
    assert said[at + 1 : at + 4] == ["اتفاقاتنا", "Наші домовленості", "Nasze ustalenia"]


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
    paper = paper_of(Which.FAMILY, reading(Kees="en"), tmp_path)
    below = pairs(paper)
    assert "Wanneer · When: at 19:00" in lines_of(paper)
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

    alone, both = record(), untranslated(record(Anna="uk"))
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
        assert set(lines_of(before)) <= set(lines_of(untranslated(paper)))
    child = children_on(reading())[0]
    for route in (reading(), reading(Anna="ar")):
        chapters = chapters_of(route, child, cards, texts_in)
        assert not any(
            isinstance(block, Translated) for chapter in chapters for block in chapter.blocks
        )


def test_a_text_from_right_to_left_is_marked_as_such_in_every_format(tmp_path):
    paper = paper_of(Which.FAMILY, reading(Anna="ar", Kees="uk"), tmp_path)
    html = written(paper, Format.HTML).decode()
    assert '<p lang="ar" dir="rtl" class="translated title">اتفاقاتنا</p>' in html
    assert '<p lang="uk" dir="ltr" class="translated title">Наші домовленості</p>' in html
    with ZipFile(BytesIO(written(paper, Format.WORD))) as word:
        text = word.read("word/document.xml").decode()
    _heading, *runs = text.partition("Onze afspraken")[2].partition("</w:p>")[0].split("<w:br/>")
    assert "<w:tab/>" in runs[0]
    assert '<w:rStyle w:val="TitleBelow"/><w:rtl/><w:lang w:bidi="ar"/>' in runs[0]
    assert "\u2067اتفاقاتنا\u2069" in runs[0]
    assert '<w:lang w:val="uk"/>' in runs[1] and "Наші домовленості" in runs[1]
    paragraph = text.partition("لم نختر يومًا بعد")[0].rpartition("<w:p>")[2]
    assert "<w:bidi/>" in paragraph
    assert '<w:rtl/><w:lang w:bidi="ar"/>' in paragraph
    with ZipFile(BytesIO(written(paper, Format.OPEN_DOCUMENT))) as document:
        content = document.read("content.xml").decode()
        styles = document.read("styles.xml").decode()
    title = content.partition("Onze afspraken")[2].partition("</text:h>")[0]
    in_arabic = '<text:span text:style-name="TranslatedTitle_ar">\u2067اتفاقاتنا\u2069</text:span>'
    assert f"<text:line-break/><text:tab/>{in_arabic}<text:line-break/>" in title
    assert '<text:p text:style-name="Translated_ar">لم نختر يومًا بعد.</text:p>' in content
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


def planned(**languages: str) -> Route:
    """Return the family, with a next day, an hour and a place."""
    plan = Planned(date(2026, 12, 15), at=time(14, 30), place="at Kees and Mirjam's")
    return replace(reading(**languages), planned=(plan,))


def test_sentences_with_a_day_or_a_name_are_in_both_languages_with_the_names_as_they_were_typed(
    tmp_path,
):
    paper = paper_of(Which.FAMILY, planned(Anna="pl"), tmp_path)
    below = list(pairs(paper).values())
    assert "Co ustaliliśmy: środa, 4 listopada 2026" in {
        block.text for block in paper.blocks if isinstance(block, Translated)
    }
    (opening,) = [text for text in below if "Przy stole" in text]
    assert opening.startswith(
        "Droga: Swallow, spotkanie 1. Przy stole: Swallow (młoda osoba), Anna (mother), "
        "Kees (foster father), Noor (prowadzi rozmowę)."
    )
    assert opening.endswith("nie oficjalne akta.")
    assert "Wtorek, 15 grudnia 2026, godz. 14:30" in below
    assert any(
        text.startswith("Można zadzwonić lub napisać: Noor (prowadzi rozmowę). Telefon: …")
        for text in below
    )
    facts = {
        fact.label: (
            [other.text for other in fact.other_labels],
            [other.text for other in fact.other_texts],
        )
        for block in paper.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }
    assert facts["Ja"] == (["Tak"], [])
    assert facts["Nee"] == (["Nie"], [])
    assert facts["Wanneer"] == (["Kiedy"], []), "what somebody said is not translated"
    assert facts["We kijken terug"] == (["Wrócimy do tego"], ["środa, 16 grudnia 2026"])


def test_a_name_keeps_its_own_direction_among_words_from_right_to_left_and_the_other_way(tmp_path):
    for name, language, expected in (
        (
            "Anna [x] de Wit",
            "ar",
            "حول الطاولة: \u2068Swallow\u2069 (شاب أو شابة)، \u2068Anna [x] de Wit\u2069 (",
        ),
        ("نور", "pl", "Swallow (młoda osoba), \u2068نور\u2069 (mother), Kees ("),
        ("{day} {0.x}", "tr", "Masadakiler: Swallow (genç), {day} {0.x} (mother), Kees ("),
    ):
        route = reading(Anna=language)
        seats = tuple(
            replace(seat, person=replace(seat.person, name=name)) if seat.person.id == "a" else seat
            for seat in route.meetings[0].seats
        )
        route = route.with_meeting(replace(route.meetings[0], seats=seats))
        paper = paper_of(Which.FAMILY, route, tmp_path)
        assert any(expected in text for text in pairs(paper).values()), pairs(paper)
        assert sum(name in line for line in lines_of(paper)) >= 2


def test_the_childs_page_and_the_letters_say_day_and_people_in_both(tmp_path):
    page = pairs(paper_of(Which.CHILD, planned(Swallow="tr"), tmp_path)).values()
    assert "Buluştuk: 4 Kasım 2026 Çarşamba. Seninle ilgili olarak çıkan sonuç bu." in page
    assert "15 Aralık 2026 Salı, saat 14:30" in page
    assert any(
        text.endswith("Bunu söyleyebileceğin kişiler: Noor (görüşmeyi yürütür).") for text in page
    )
    texts_in = CardLanguages(read_environment({}, sessions=tmp_path, language="nl")).texts
    for what, who, expected in (
        (What.LETTER, "Anna", "Наступна зустріч: вівторок, 15 грудня 2026\u202fр."),
        (What.LETTER, "Kees", "Шлях до сьогодні: Swallow"),
        (What.CHILD_LETTER, "Swallow", "За столом: ти, а також Anna, Kees, Noor."),
        (What.CHILD_LETTER, "Swallow", "Лист для: Swallow"),
    ):
        route = planned(**{who: "uk"})
        route = route.with_meeting(replace(route.meetings[0], finished=START))
        letter = text_about(what, route, lambda: (), START.date(), texts_in)
        assert expected in letter.replace("\\", ""), letter


@pytest.mark.parametrize("language", ["uk", "pl", "tr", "ar", "nl", "en"])
def test_a_day_is_written_as_unicode_says_that_the_language_writes_it(language: str, tmp_path):
    use("en" if language == "nl" else "nl")
    texts = CardLanguages(read_environment({}, sessions=tmp_path, language="nl")).texts(language)
    assert texts is not None
    for month in range(1, 13):
        day = date(2026, month, 2 * month)
        written = re.sub("[\u2066\u2069]", "", texts.day(day)).replace("\u00a0", " ")
        official = format_date(day, "full", locale="en_GB" if language == "en" else language)
        if language in ("nl", "en"):  # the catalogues leave out a comma that speech has not either
            written, official = written.replace(",", ""), official.replace(",", "")
        assert written == official


@pytest.mark.parametrize("language", ["uk", "pl", "tr", "ar"])
def test_no_fixed_sentence_is_missing_in_a_language_that_comes_along(language: str):
    sentences = load_sentences([shipped("cards")], language)
    assert sentences.texts.keys() == set(PAPER_IDS)
    assert not sentences.is_checked
    for key, text in sentences.texts.items():
        assert places_in(text) == places_of(key), key
    assert len({_(sentence) for sentence in PAPER_SENTENCES.values()}) == len(PAPER_SENTENCES)
