"""Pages to read: what shared parenting is, for whom, and where to read on."""

import re
from pathlib import Path

import pytest

from relroute_tui.content.checking import check_folder, reader_of
from relroute_tui.content.pages import Page, page_files, page_text, spelled_out
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, Rule, findings, load_rules

SITES = ("gedeeldopvoederschap.nl", "mijnkinduithuis.nl", "pleegzorg.nl", "richtlijnenjeugdhulp.nl")
WHY = {
    "nl": (
        "recht",
        "[Oo]ntwikkel|groeien",
        "bescherm|houvast",
        "omga|met elkaar om",
        "eerste",
        "kan het ook|alsnog",
    ),
    "en": (
        "right",
        "[Dd]evelop|grow",
        "protect|hold on to",
        "get on|deal",
        "first",
        "still|long time",
    ),
}
"""Headings: the right, development, protection, the relation, from the start, afterwards."""
SOURCES = 16


def _entries(language: str) -> list[str]:
    return [row for row in page_text(Page.SOURCES, language).splitlines() if row.startswith("- ")]


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_read_by_nothing_else(page: Page, language: str) -> None:
    text = page_text(page, language)
    assert text.startswith("# ")
    assert reader_of(shipped("cards") / "pages" / page / f"{language}.md") is None
    assert not list(check_folder(shipped("cards")))


@pytest.mark.parametrize("page", [Page.FAMILIES, Page.FACILITATORS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_families_and_facilitators_read_why(page: Page, language: str) -> None:
    text = page_text(page, language)
    for reason in WHY[language]:
        assert re.search(reason, text), reason
    for voice in ("jongeren", "ouders", "opvoeders") if language == "nl" else ("parents", "carers"):
        assert f"**{voice.capitalize()}:**" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_families_read_plain_words(language: str) -> None:
    rules = load_rules((shipped("cards"),), language)
    rows = page_text(Page.FAMILIES, language).replace("*", "").splitlines()
    text = [re.sub(r"^(- |\d+\. |#+ )", "", row) for row in rows if row]
    wrong = {Rule.JARGON, Rule.LONG_SENTENCE, Rule.BLAME}
    hints = [hint for row in text for hint in findings(row, rules, Kind.FOLLOW_UP)]
    assert not [hint for hint in hints if hint.rule in wrong]


@pytest.mark.parametrize("page", Page)
def test_both_languages_say_the_same_things_in_the_same_order(page: Page) -> None:
    shapes = [
        [re.match(r"(#*|-|\d\.|)", row)[0] for row in page_text(page, language).splitlines() if row]
        for language in LANGUAGES
    ]
    if page is Page.SOURCES:  # only abroad one needs to know that the sites are in Dutch
        shapes = [[mark for mark in shape if mark] for shape in shapes]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_site_article_and_address_is_there(language: str) -> None:
    text = page_text(Page.SOURCES, language)
    for each in (
        *SITES,
        "10.18352/jsi.635",
        "Journal of Social Intervention",
        "Betere samenwerking tussen ouders en opvoeders door relationele route",
        "Bij ons",
        "Samenwerken met ouders",
        "gouden regels",
        "community",
        "jeugdengezin@che.nl",
    ):
        assert each in text, each
    assert re.search("nieuwsbrief|newsletter", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_says_what_one_finds_there(language: str) -> None:
    assert len(_entries(language)) == SOURCES
    for entry in _entries(language):
        assert len(entry.rpartition(": ")[2].split()) >= 6, entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_does_not_pretend_to_be_the_official_one(language: str) -> None:
    assert re.search("geïnspireerd op|inspired by", page_text(Page.SOURCES, language))
    assert re.search("Niet de officiële|Not the official", page_text(Page.FACILITATORS, language))


def test_both_languages_point_to_the_same_places() -> None:
    links = [
        re.findall(r"\((\S+:\S+)\)", page_text(Page.SOURCES, language)) for language in LANGUAGES
    ]
    assert links[0] == links[1]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        page_text(Page.SOURCES, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_can_be_typed_over_where_no_link_can_be_opened(language: str) -> None:
    page = spelled_out(page_text(Page.SOURCES, language))
    assert "](" not in page
    assert "richtlijnenjeugdhulp.nl/pleegzorg" in page
    assert "doi.org/10.18352/jsi.635" in page
    assert "**jeugdengezin@che.nl**" in page


def test_the_page_with_the_sources_in_the_documents_names_the_same() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8").split())
    assert all(line in page for line in _entries("en"))


def test_every_file_of_a_page_is_known() -> None:
    folder = shipped("cards")
    assert set(page_files(folder)) == set((folder / "pages").rglob("*.md"))
