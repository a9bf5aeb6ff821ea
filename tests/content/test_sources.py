"""The sources page: where this comes from, and where to read on."""

import re
from pathlib import Path

import pytest

from relroute_tui.content.sources import sources_text, spelled_out
from relroute_tui.language import LANGUAGES

SITES = ("gedeeldopvoederschap.nl", "mijnkinduithuis.nl", "pleegzorg.nl", "richtlijnenjeugdhulp.nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_site_and_article_is_there(language: str) -> None:
    text = sources_text(language)
    for each in (*SITES, "10.18352/jsi.635", "Schep", "Samenwerken met ouders"):
        assert each in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_says_what_one_finds_there(language: str) -> None:
    entries = [row for row in sources_text(language).splitlines() if row.startswith("- ")]
    assert len(entries) == 7
    for entry in entries:
        assert len(entry.partition("): ")[2].split()) >= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_does_not_pretend_to_be_the_official_one(language: str) -> None:
    text = sources_text(language)
    assert re.search("geïnspireerd op|inspired by", text)
    assert not re.search("offici", text)


def test_both_languages_point_to_the_same_places() -> None:
    links = [re.findall(r"\((https://[^)]+)\)", sources_text(each)) for each in LANGUAGES]
    assert links[0] == links[1]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        sources_text("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_can_be_typed_over_where_no_link_can_be_opened(language: str) -> None:
    page = spelled_out(sources_text(language))
    assert "](" not in page
    assert "richtlijnenjeugdhulp.nl/pleegzorg" in page
    assert "doi.org/10.18352/jsi.635" in page


def test_the_page_with_the_sources_names_the_same() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8").split())
    sources = [line for line in sources_text("en").splitlines() if line.startswith("- ")]
    assert len(sources) == 7
    assert all(line in page for line in sources)
