"""Papers for a word processor: what it has to know of them beside their words."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from reading_back import odt_body

from relroute_tui.domain.cards.card import Theme
from relroute_tui.export.papers.opendocument import odt_of
from relroute_tui.export.papers.paper import (
    Bullets,
    Fact,
    Facts,
    Heading,
    Letters,
    Paper,
    Paragraph,
)
from relroute_tui.export.papers.word import docx_of

BLOCKS = (
    Heading("Part", 2, Theme.PEOPLE),
    Paragraph("A sentence.\nAnd one below it."),
    Heading("Part of a part", 3, Theme.PEOPLE),
    Bullets(("one", "two")),
    Facts((Fact("Who", "Anna"), Fact("Yes", "Kees"))),
)
KEPT = r'style:name="(\w+)"[^>]*>\s*<style:paragraph-properties[^>]*keep-together="always"'
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
each_language = pytest.mark.parametrize(
    ("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB"), ("ar", "ar")]
)


def paper(language: str = "nl", letters: Letters = Letters.ORDINARY) -> Paper:
    return Paper("Title", BLOCKS, language, letters)


def part_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as file:
        return file.read(name).decode()


def in_word(language: str = "nl", letters: Letters = Letters.ORDINARY) -> Document:
    return docx.Document(BytesIO(docx_of(paper(language, letters))))


@each_language
def test_a_word_document_is_in_its_language(language: str, locale: str) -> None:
    styles = in_word(language).styles.element
    assert {each.get(qn("w:val")) for each in styles.iter(qn("w:lang"))} == {locale}
    assert in_word(language).core_properties.language == locale


def test_a_word_document_says_nothing_of_who_made_it_and_is_on_a4() -> None:
    document = in_word()
    properties = document.core_properties
    assert (properties.title, properties.author, properties.comments) == ("Title", "", "")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (part_of(docx_of(paper()), "word/settings.xml"))
    )


def test_a_word_document_says_no_time_so_that_nothing_new_is_the_same_file() -> None:
    with zipfile.ZipFile(BytesIO(docx_of(paper()))) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx_of(paper()) == docx_of(paper())


def test_a_word_document_has_true_headings_and_bullets() -> None:
    styles = [paragraph.style.name for paragraph in in_word().paragraphs if paragraph.style]
    assert styles == [
        "Heading 1",
        "Heading 2",
        "Normal",
        "Heading 3",
        "List Bullet",
        "List Bullet",
        "Facts",
    ]


def test_no_agreement_is_parted_by_the_end_of_a_page() -> None:
    facts = in_word().paragraphs[-1]
    assert facts.text == "Who: Anna\nYes: Kees"
    assert facts.style.paragraph_format.keep_together
    content = odt_of(paper())
    *_others, last = odt_body(content).iter(f"{TEXT}p")
    assert last.get(f"{TEXT}style-name") == "Facts"
    assert {"Facts", "Heading"} <= {*re.findall(KEPT, part_of(content, "styles.xml"))}


def test_every_drawing_says_what_is_to_be_seen_on_it() -> None:
    word = in_word().element
    described = [each.get("descr") for each in word.iter(qn("wp:docPr"))]
    assert described == ["people around a child"] * 2
    odt = part_of(odt_of(paper()), "content.xml")
    assert (
        odt.count("<svg:title>people around a child</svg:title>") == odt.count("<draw:frame") == 2
    )


@each_language
def test_an_open_document_is_in_its_language(language: str, locale: str) -> None:
    content = odt_of(paper(language))
    styles = part_of(content, "styles.xml")
    assert set(re.findall(r'fo:language="(\w+)"', styles)) == {locale[:2]}
    assert f"<dc:language>{locale}</dc:language>" in part_of(content, "meta.xml")
    assert ('style:writing-mode="rl-tb"' in styles) is (language == "ar")


def test_the_headings_of_an_open_document_have_no_numbers_and_its_lists_have_bullets() -> None:
    content = odt_of(paper())
    styles = part_of(content, "styles.xml")
    assert "text:outline-style" not in styles
    assert 'text:bullet-char="•"' in styles
    body = odt_body(content)
    levels = [each.get(f"{TEXT}outline-level") for each in body.iter(f"{TEXT}h")]
    assert levels == ["1", "2", "3"]
    (listed,) = body.iter(f"{TEXT}list")
    assert [each.tag for each in listed] == [f"{TEXT}list-item"] * 2
    assert [each.tag for item in listed for each in item] == [f"{TEXT}p"] * 2


def test_a_drawing_that_comes_twice_is_kept_once() -> None:
    manifest = part_of(odt_of(paper()), "META-INF/manifest.xml")
    assert manifest.count('manifest:full-path="Pictures/people.png"') == 1


@pytest.mark.parametrize(("letters", "points"), [(Letters.SMALL, 10), (Letters.LARGE, 17)])
def test_large_print_is_large_and_small_letters_are_not_below_ten_points(
    letters: Letters, points: int
) -> None:
    assert in_word(letters=letters).styles["Normal"].font.size == Pt(points)
    assert f'fo:font-size="{points}pt"' in part_of(odt_of(paper(letters=letters)), "styles.xml")


def test_what_is_read_from_right_to_left_is_so_in_word() -> None:
    styles = in_word("ar").styles["Normal"].element
    assert styles.find(f".//{qn('w:bidi')}") is not None
    assert in_word("nl").styles["Normal"].element.find(f".//{qn('w:bidi')}") is None
