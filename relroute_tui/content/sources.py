"""The literature and the websites behind this app, as a page of Markdown."""

import re

from relroute_tui.environment import shipped
from relroute_tui.language import SOURCE, languages

_LINK = re.compile(r"\[(?P<name>[^\]]+)\]\(https?://(?P<address>[^)]+?)/?\)")


def sources_text(language: str) -> str:
    """Return the page in this language as Markdown, or in English where it has none.

    Raises ValueError for an unknown language.
    """
    if language not in languages():
        raise ValueError(language)
    folder = shipped("cards") / "sources"
    written = [folder / f"{code}.md" for code in (language, SOURCE)]
    return next(path for path in written if path.is_file()).read_text(encoding="utf-8")


def spelled_out(text: str) -> str:
    """Return the page for where no link can be opened: with every address, to be typed over."""
    return _LINK.sub(_with_address, text)


def _with_address(link: re.Match[str]) -> str:
    name, address = link["name"], link["address"]
    return f"**{name}**" if address.endswith(name) else f"**{name}** ({address})"
