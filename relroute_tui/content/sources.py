"""The literature and the websites behind this app, as a page of Markdown."""

import re

from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES

_LINK = re.compile(r"\[(?P<name>[^\]]+)\]\(https?://(?P<address>[^)]+?)/?\)")


def sources_text(language: str) -> str:
    """The page in this language, as Markdown. Raises ValueError for an unknown language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return (shipped("cards") / "sources" / f"{language}.md").read_text(encoding="utf-8")


def spelled_out(text: str) -> str:
    """The page for where a link can not be opened: every address stands there to be typed over."""
    return _LINK.sub(_with_address, text)


def _with_address(link: re.Match[str]) -> str:
    name, address = link["name"], link["address"]
    return f"**{name}**" if address.endswith(name) else f"**{name}** ({address})"
