"""The literature and the websites behind this app, as a page of Markdown."""

from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES


def sources_text(language: str) -> str:
    """The page in this language, as Markdown. Raises ValueError for an unknown language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return (shipped("cards") / "sources" / f"{language}.md").read_text(encoding="utf-8")
