"""Reads the picture story: eight pictures, and for each a sentence and what is to be seen.

    ## 1 Two homes {#two-homes}

    Two homes, one child, and in each home people who care about the child.

    picture: A child stands between two houses …

The words are in `nl.md` and `en.md`, which may be edited; the picture that goes with a heading is
`<number>-<id>.svg` in the same folder. The field may be called `picture` or `beeld` in either.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from relroute_tui.language import _

LARGEST_FILE = 1_000_000
"""Bytes. The story is two pages; a file beyond this was put in the folder by mistake."""

_HEADING = re.compile(r"^##\s+(?P<number>\d+)\b[^{]*\{#(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$")
_ALTERNATIVE = re.compile(r"^(?:beeld|picture)\s*:\s*", re.IGNORECASE)


class Panel(Struct, frozen=True):
    """One picture of the story and its words in one language."""

    id: str
    """The same in every language."""
    number: int
    """Its place in the story, counted from 1."""
    sentence: str
    """What stands below the picture."""
    alternative: str
    """What is to be seen, for whoever can not see the picture."""
    svg_path: Path


class StoryError(Exception):
    """The story can not be shown: where it goes wrong, and a sentence that says how to mend it."""

    def __init__(self, path: Path, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.line = line
        """Counted from 1."""
        self.sentence = sentence
        """In the language of now."""


def load_story(folder: Path, language: str) -> tuple[Panel, ...]:
    """The panels in this folder with the words of one language, in the order of their numbers.

    Raises StoryError for a text or a picture that is missing or can not be read.
    """
    path = folder / f"{language}.md"
    panels: dict[int, Panel] = {}
    for line, heading, paragraphs in _parts(_text(path)):
        panel = _panel(path, line, heading, paragraphs)
        if panel.number in panels:
            raise StoryError(path, line, _("Two pictures have this number. Give each its own."))
        panels[panel.number] = panel
    if not panels:
        sentence = _("There is no picture in this story. One starts with “## 1 Title {#id}”.")
        raise StoryError(path, 1, sentence)
    return tuple(panels[number] for number in sorted(panels))


def read_picture(panel: Panel) -> str:
    """The SVG text of a panel. Raises StoryError when it can not be read."""
    return _read(panel.svg_path, _("This picture cannot be read. Put its file back."))


def _text(path: Path) -> str:
    return _read(
        path, _("The text of the story cannot be read. Check that it is there and open to you.")
    )


def _read(path: Path, missing: str) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StoryError(path, 1, missing) from error
    if len(content) > LARGEST_FILE:
        raise StoryError(path, 1, _("This file is too large for the story."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = _("This file is not UTF-8 text. Save it as UTF-8 in your editor.")
        raise StoryError(path, 1, sentence) from error


def _parts(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Each heading with its line, counted from 1, and the paragraphs below it."""
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith("## ")]
    for start, end in pairwise([*starts, len(lines)]):
        below = "\n".join(line.strip() for line in lines[start + 1 : end])
        paragraphs = [" ".join(part.split()) for part in below.split("\n\n")]
        yield start + 1, lines[start], [part for part in paragraphs if part]


def _panel(path: Path, line: int, heading: str, paragraphs: list[str]) -> Panel:
    match = _HEADING.match(heading)
    if match is None:
        sentence = _("This heading has no number or no id. Write “## 1 Title {#id}”.")
        raise StoryError(path, line, sentence)
    told = [part for part in paragraphs if not _ALTERNATIVE.match(part)]
    seen = [_ALTERNATIVE.sub("", part) for part in paragraphs if _ALTERNATIVE.match(part)]
    if not told:
        raise StoryError(path, line, _("The sentence is missing. Write it below the heading."))
    if not seen or not seen[0]:
        sentence = _("What is to be seen is missing. Write it after “picture:”.")
        raise StoryError(path, line, sentence)
    svg_path = path.parent / f"{match['number']}-{match['id']}.svg"
    if not svg_path.is_file():
        sentence = _("The picture {name} is not there. Put its file back in this folder.")
        raise StoryError(path, line, sentence.format(name=svg_path.name))
    return Panel(match["id"], int(match["number"]), told[0], seen[0], svg_path)
