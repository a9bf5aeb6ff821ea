"""Pages to read: what shared parenting is, for families and for facilitators, and the sources.

Each is a text in Markdown that is shown as it is written: `pages/<id>/<language>.md`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from relroute_tui.environment import shipped
from relroute_tui.language import SOURCE, languages

FOLDER: Final = "pages"
"""The folder inside a folder with decks."""
_LINK: Final = re.compile(r"\[(?P<name>[^\]]+)\]\((?:https?://|mailto:)(?P<address>[^)]+?)/?\)")


class Page(StrEnum):
    """A page to read."""

    FAMILIES = "families"
    FACILITATORS = "facilitators"
    SOURCES = "sources"


def page_text(page: Page, language: str) -> str:
    """Return a page in this language as Markdown, or in English where it has none.

    Raises ValueError for an unknown language.
    """
    if language not in languages():
        raise ValueError(language)
    folder = shipped("cards") / FOLDER / page
    written = [folder / f"{code}.md" for code in (language, SOURCE)]
    return next(path for path in written if path.is_file()).read_text(encoding="utf-8")


def page_files(folder: Path) -> Iterator[Path]:
    """Yield where the pages in a folder with decks are, in every language that there is."""
    for page in Page:
        for language in languages():
            yield folder / FOLDER / page / f"{language}.md"


def spelled_out(text: str) -> str:
    """Return the page for where no link can be opened: with every address, to be typed over."""
    return _LINK.sub(_with_address, text)


def _with_address(link: re.Match[str]) -> str:
    name, address = link["name"], link["address"]
    return f"**{name}**" if address.endswith(name) else f"**{name}** ({address})"
