"""The file of a questionnaire, cut into its headings with what stands below each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from relroute_tui.content.markdown import blocks, pairs_in

_KEYS: Final[Mapping[str, str]] = {
    "voor": "role",
    "for": "role",
    "soort": "kind",
    "type": "kind",
    "thema": "themes",
    "theme": "themes",
    "afspraken": "categories",
    "agreements": "categories",
    "halverwege": "midway",
    "midway": "midway",
    "einde": "end",
    "end": "end",
    "0": "0",
    "5": "5",
    "10": "10",
}
_TITLE: Final = re.compile(r"^(?P<title>.*?)\s*(?:\{#(?P<id>[^}]*)\})?$")


@dataclass(slots=True)
class Part:
    """A heading and what stands below it, with line numbers counted from 1."""

    level: str
    title: str
    line: int
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    bullets: list[tuple[str, int]] = field(default_factory=list)

    @property
    def title_and_id(self) -> tuple[str, str]:
        """What the heading says, and the id behind it; "" where there is none."""
        match = _TITLE.match(self.title)
        return (match["title"], match["id"] or "") if match else (self.title, "")

    def value(self, key: str) -> str:
        """What stands behind a key; "" where it is not there."""
        return self.fields.get(key, ("", 0))[0]

    def line_of(self, key: str) -> int:
        """Where the key stands, or else the heading."""
        return self.fields.get(key, ("", self.line))[1]

    def take(self, tag: str, content: str, line: int) -> None:
        """Keeps a paragraph or a list item: its "key: value" lines apart from its sentences."""
        if tag == "li":
            self.bullets.append((content, line))
            return
        plain = []
        for offset, row in enumerate(content.split("\n")):
            pairs = pairs_in(row, _KEYS)
            self.fields.update({key: (value, line + offset) for key, value in pairs})
            if not pairs:
                plain.append(row.strip())
        if plain:
            self.paragraphs.append(" ".join(plain))


def parts_of(text: str) -> list[Part]:
    """The parts of a questionnaire, from its title on."""
    parts: list[Part] = []
    for tag, content, line in blocks(text):
        if tag in ("h1", "h2", "h3"):
            parts.append(Part(tag, content, line))
        elif parts:
            parts[-1].take(tag, content, line)
    return parts
