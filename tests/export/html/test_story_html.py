"""Story on paper: one file, eight figures, nothing that comes from elsewhere."""

import re
from html import unescape
from pathlib import Path

import pytest

from relroute_tui.content.story import Panel, StoryError, load_story, read_picture
from relroute_tui.export.html.story import story_html
from relroute_tui.language import LANGUAGES

STORY = Path(__file__).parents[3] / "cards" / "story"
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 8">{}</svg>'


def page(language: str) -> str:
    panels = load_story(STORY, language)
    return story_html(panels, [read_picture(panel) for panel in panels], language)


def panel(**words: str) -> Panel:
    told = {"sentence": "A sentence.", "alternative": "A picture."} | words
    return Panel("two-homes", 1, told["sentence"], told["alternative"], Path("1-two-homes.svg"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_eight_figures_on_two_pages(language: str) -> None:
    html = page(language)
    assert html.count("<figure") == html.count("<svg") == 8
    assert [part.count("<figure") for part in html.split('<div class="page">')] == [0, 4, 4]
    assert f'<html lang="{language}">' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_needs_nothing_from_elsewhere(language: str) -> None:
    html = page(language)
    assert not re.search(r"https?:|src=|href|@import|<script|<link|data:", html)
    assert html.count("url(") == html.count("url(#")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_is_there_once_and_every_reference_finds_its_own(language: str) -> None:
    html = page(language)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    referred = re.findall(r"url\(#([^)]+)\)", html) + re.findall(r'aria-labelledby="([^"]+)"', html)
    assert referred and set(referred) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_and_alternatives_are_in_the_language_asked_for(language: str) -> None:
    html = page(language)
    for told in load_story(STORY, language):
        assert told.sentence in unescape(html)
        assert f'<desc id="panel-{told.number}-seen">{told.alternative}</desc>' in html
    assert "<title id" not in html


def test_what_people_write_stays_text() -> None:
    html = story_html([panel(sentence="<b>&", alternative="</desc><i>")], [EMPTY.format("")], "nl")
    assert "<b>" not in html and "<i>" not in html
    assert "&lt;b&gt;&amp;" in html and "&lt;/desc&gt;&lt;i&gt;" in html


@pytest.mark.parametrize(
    "drawn",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/a.png"/>',
        '<g onclick="alert(1)"/>',
        '<rect style="fill: url(https://example.org)"/>',
        '<rect fill="url(https://example.org/#a"/>',
        '<rect fill="u\\72l(https://example.org/#a)"/>',
        "<text>words</text>",
        "<style>@import 'https://example.org'</style>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">alert</p></foreignObject>',
    ],
)
def test_a_picture_brings_shapes_and_nothing_else(drawn: str) -> None:
    html = story_html([panel()], [EMPTY.format(drawn + '<path d="M0 0"/>')], "en")
    assert not re.search(r"alert|example|words|@import", html)
    assert '<path d="M0 0"' in html


@pytest.mark.parametrize("svg", ["<svg", "", "<p/>"])
def test_half_a_picture_is_told(svg: str) -> None:
    with pytest.raises(StoryError, match="not a whole SVG") as raised:
        story_html([panel()], [svg], "en")
    assert raised.value.path == Path("1-two-homes.svg")


def test_as_many_pictures_as_panels() -> None:
    with pytest.raises(ValueError, match="shorter"):
        story_html([panel()], [], "en")
