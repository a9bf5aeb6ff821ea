"""Words of the picture story, and what is told when they cannot be read."""

import shutil
from pathlib import Path

import pytest

from relroute_tui.content.markdown import LARGEST_FILE
from relroute_tui.content.story import Panel, StoryError, load_story, read_picture
from relroute_tui.language import LANGUAGES

STORY = Path(__file__).parents[2] / "cards" / "story"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STORY, tmp_path / "story"))


def fault(folder: Path, text: str) -> StoryError:
    (folder / "en.md").write_text(text, encoding="utf-8")
    with pytest.raises(StoryError) as raised:
        load_story(folder, "en")
    return raised.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_has_eight_panels(language: str) -> None:
    panels = load_story(STORY, language)
    assert [panel.number for panel in panels] == list(range(1, 9))
    assert all("<svg" in read_picture(panel) for panel in panels)


def test_both_languages_tell_the_same_panels() -> None:
    told = [
        [(p.number, p.id, p.svg_path) for p in load_story(STORY, language)]
        for language in LANGUAGES
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_one_sentence_of_at_most_fifteen_words(language: str) -> None:
    for panel in load_story(STORY, language):
        assert len(panel.sentence.split()) <= 15, panel.sentence
        assert panel.sentence.endswith(".") and panel.sentence.count(".") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_alternative_says_more_than_the_sentence(language: str) -> None:
    for panel in load_story(STORY, language):
        assert len(panel.alternative.split()) > len(panel.sentence.split())


def test_a_panel_is_read_as_it_is_written(folder: Path) -> None:
    (folder / "en.md").write_text(
        "# Story\n\n## 1 Two homes {#two-homes}\n\nOne\nsentence.\n\nBeeld: What is\nto be seen.\n",
        encoding="utf-8",
    )
    assert load_story(folder, "en") == (
        Panel("two-homes", 1, "One sentence.", "What is to be seen.", folder / "1-two-homes.svg"),
    )


def test_a_missing_text_is_told_with_its_path(folder: Path) -> None:
    with pytest.raises(StoryError) as raised:
        load_story(folder, "fr")
    assert raised.value.path == folder / "fr.md"
    assert "cannot be read" in raised.value.sentence


def test_a_missing_picture_is_told_by_its_name(folder: Path) -> None:
    (folder / "3-on-paper.svg").unlink()
    with pytest.raises(StoryError) as raised:
        load_story(folder, "nl")
    assert "3-on-paper.svg" in raised.value.sentence
    assert raised.value.line > 1


def test_a_picture_that_goes_away_later_is_told_too(folder: Path) -> None:
    panel = load_story(folder, "nl")[0]
    panel.svg_path.unlink()
    with pytest.raises(StoryError, match="Put its file back"):
        read_picture(panel)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# Only a title\n", 1, "no picture in this story"),
        ("# S\n\n## Two homes\n\nA.\n\npicture: B.\n", 3, "no number or no id"),
        ("## 1 T {#two-homes}\n\npicture: B.\n", 1, "The sentence is missing"),
        ("## 1 T {#two-homes}\n\nA.\n", 1, "What is to be seen is missing"),
        ("## 1 T {#two-homes}\n\nA.\n\npicture:\n", 1, "What is to be seen is missing"),
        ("## 1 T {#two-homes}\n\nA.\n\nbeeld: B.\n" * 2, 6, "Two pictures have this number"),
    ],
)
def test_a_fault_points_to_its_line(folder: Path, text: str, line: int, words: str) -> None:
    found = fault(folder, text)
    assert (found.path, found.line) == (folder / "en.md", line)
    assert words in found.sentence


def test_a_text_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "en.md").write_bytes("## 1 Één {#two-homes}".encode("latin-1"))
    with pytest.raises(StoryError, match="UTF-8"):
        load_story(folder, "en")


def test_a_file_put_there_by_mistake_is_told(folder: Path) -> None:
    assert "too large" in fault(folder, "x" * (LARGEST_FILE + 1)).sentence
