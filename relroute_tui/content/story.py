"""Reads the picture story: eight pictures, and for each a sentence and what is to be seen.

    ## 1 Two homes {#two-homes}

    Two homes, one child, and in each home people who care about the child.

    picture: A child stands between two houses …

The words are in `nl.md` and `en.md`, which may be edited; the picture that goes with a heading is
`<number>-<id>.svg` in the same folder. A field may be called as in any language.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, parts_of, tell_unused
from relroute_tui.language import _
from relroute_tui.language.card_words import fields

FOLDER: Final = "story"
"""The folder inside a folder with decks."""
_NUMBER: Final = re.compile(r"^(?P<number>\d{1,3})\b")


class Panel(Struct, frozen=True):
    """One picture of the story and its words in one language."""

    id: str
    """The same in every language."""
    number: int
    """Its place in the story, counted from 1."""
    sentence: str
    """Text below the picture."""
    alternative: str
    """Description of the picture, for people who cannot see it."""
    svg_path: Path


class StoryError(Exception):
    """The story cannot be shown: where it goes wrong, and a sentence that says how to fix it."""

    def __init__(self, path: Path, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.line = line
        """Counted from 1."""
        self.sentence = sentence
        """Sentence in the language of the screen."""


def load_story(folder: Path, language: str) -> tuple[Panel, ...]:
    """Return the panels in this folder with the words of one language, in their order.

    Raises StoryError for a text or a picture that is missing or cannot be read.
    """
    path = folder / f"{language}.md"
    if not os.access(path, os.R_OK):
        sentence = _(
            "The text of the story cannot be read. Check that it is there and open to you."
        )
        raise StoryError(path, 1, sentence)
    panels, faults = read_story(path)
    if faults:
        raise StoryError(faults[0].path, faults[0].line, faults[0].sentence)
    return panels


def read_story(path: Path) -> tuple[tuple[Panel, ...], tuple[DeckFault, ...]]:
    """Return the panels in this file that are right, and what is wrong with the others."""
    text, faults = text_of(path)
    return ((), faults) if text is None else parse_story(text, path)


def parse_story(text: str, path: Path) -> tuple[tuple[Panel, ...], tuple[DeckFault, ...]]:
    """Read a story as `read_story` does, from its text; `path` says where its pictures are."""
    faults = Faults(path)
    panels: dict[int, Panel] = {}
    for part in _panels_in(text, faults):
        panel = _panel(part, faults)
        if panel is not None and panel.number in panels:
            faults.add(part.line, _("Two pictures have this number. Give each its own."))
        elif panel is not None:
            panels[panel.number] = panel
    if not panels and not faults:
        faults.add(1, _("There is no picture in this story. One starts with “## 1 Title {{#id}}”."))
    return tuple(panels[number] for number in sorted(panels)), faults.found


def read_picture(panel: Panel) -> str:
    """Return the SVG text of a panel. Raises StoryError when it cannot be read."""
    text, faults = text_of(panel.svg_path)
    if text is None:
        sentence = _("This picture cannot be read. Put its file back.")
        raise StoryError(panel.svg_path, faults[0].line, sentence)
    return text


def _panels_in(text: str, faults: Faults) -> Sequence[Part]:
    """Return the parts of a story that are panels: all but its title."""
    known = fields(lambda words: words.story_fields)
    parts = parts_of(text, faults, known, continued=True)
    for number, part in enumerate(parts):
        if part.level == "h1" and number:
            faults.add(part.line, _("A story has one title. A picture starts with “##”."))
        elif part.level == "h1":
            tell_unused(part, faults, (), paragraphs=0, bullets=False)
    return [part for part in parts if part.level != "h1"]


def _panel(part: Part, faults: Faults) -> Panel | None:
    before = len(faults)
    match = _NUMBER.match(part.title)
    if match is None or not part.has_good_id:
        faults.add(part.line, _("This heading has no number or no id. Write “## 1 Title {{#id}}”."))
        return None
    if not part.paragraphs:
        faults.add(part.line, _("The sentence is missing. Write it below the heading."))
    if not part.value("picture"):
        faults.add(part.line, _("What is to be seen is missing. Write it after “picture:”."))
    tell_unused(part, faults, {"picture"}, paragraphs=1, bullets=False)
    svg_path = faults.path.parent / f"{match['number']}-{part.id}.svg"
    if not svg_path.is_file():
        faults.add(
            part.line,
            _("The picture {name} is not there. Put its file back in this folder."),
            name=svg_path.name,
        )
    if part.is_misread or len(faults) != before:
        return None
    sentence, alternative = part.paragraphs[0].text, part.value("picture")
    return Panel(part.id or "", int(match["number"]), sentence, alternative, svg_path)
