"""Every sentence on a screen, in the language of the people at the table.

Sentences are written in English where they are used, inside `_(…)`; the catalogues in `locale/`
translate them. `N_(…)` marks a sentence that is looked up later, when the language is known.
"""

import gettext as _gettext
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nl", "en")
"""The languages that are complete; the first letters of a locale pick one."""

_SOURCE: Final = "en"
_chosen = _SOURCE


def use(language: str) -> None:
    """Speak `language` from now on. Raises ValueError for one that is not in LANGUAGES."""
    global _chosen  # noqa: PLW0603 - one process speaks one language at a time
    if language not in LANGUAGES:
        raise ValueError(language)
    _chosen = language


def current() -> str:
    """The language that is spoken now."""
    return _chosen


def _(sentence: str) -> str:
    """The sentence in the language of now."""
    return _catalogue(_chosen).gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """The sentence that goes with this number; fill the number in afterwards."""
    return _catalogue(_chosen).ngettext(one, many, number)


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a sentence for the catalogues and leave it as it is."""
    return sentence


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == _SOURCE:
        return _gettext.NullTranslations()
    compiled = Path(__file__).parent / "locale" / language / "LC_MESSAGES" / "relroute.mo"
    with compiled.open("rb") as file:
        return _gettext.GNUTranslations(file)
