"""Queries as they are typed: words, quotes, and conditions on a sentence in plain words.

    late dienst wie:Anna thema:contact fase:installatie vanaf:1-5-2026 tot:vrijdag afspraak:open

The words before the colon are those of the current language, or the English ones.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

from msgspec import Struct

from relroute_tui.domain.sentences import Query, Source, words_of_query
from relroute_tui.domain.text import fold_line
from relroute_tui.language import N_, _, words
from relroute_tui.language.typed_days import typed_day

_T = TypeVar("_T")
_ASKED: Final = re.compile(r'(?<!\S)(?P<name>[^\W\d_]+):(?:"(?P<quote>[^"]*)"?|(?P<word>\S*))')
_NAMES: Final = {
    "theme": N_("theme"),
    "who": N_("who"),
    "phase": N_("phase"),
    "first": N_("from"),
    "last": N_("to"),
    "is_open": N_("agreement"),
}
"""Word before the colon for each field of a query."""
_HOLDS: Final = {True: N_("open"), False: N_("done")}


SOURCES: Final[Mapping[Source, str]] = {
    Source.NOTES: N_("notes"),
    Source.AGREEMENT: N_("agreement"),
    Source.CONTACT: N_("contact"),
    Source.RESPONSE: N_("response"),
    Source.LOOK_BACK: N_("looking back"),
    Source.CHECK: N_("beginning or end of the meeting"),
    Source.CORRECTION: N_("addition"),
    Source.TALK: N_("talk beforehand"),
    Source.CELL: N_("text of the map"),
    Source.VIEW: N_("own view"),
}
"""Spoken name of each place in which a sentence is found."""


class TypedQuery(Struct, frozen=True):
    """Query as somebody typed it."""

    query: Query
    not_understood: tuple[str, ...] = ()
    """Conditions that were not understood, as they were typed: "theme:football"."""
    is_plain: bool = False
    """Whether there are words only."""


def typed_query(typed: str, today: date) -> TypedQuery:
    """Return what is looked for by what was typed."""
    straight = re.sub("[“”„]", '"', typed)
    found: dict[str, object] = {}
    not_understood: list[str] = []
    rest = []
    begin = 0
    for asked in _ASKED.finditer(straight):
        field = _one_called(asked["name"], _NAMES)
        if field is None:
            continue
        rest.append(straight[begin : asked.start()])
        begin = asked.end()
        text = (asked["quote"] or asked["word"] or "").strip()
        if not text:
            continue
        value = _READERS[field](text, today)
        if value is None:
            not_understood.append(asked[0])
        else:
            found[field] = value
    rest.append(straight[begin:])
    search_words = words_of_query(" ".join(rest))
    query = Query(words=search_words, **found)  # type: ignore[arg-type]
    is_plain = not found and not not_understood and '"' not in straight
    return TypedQuery(query, tuple(not_understood), is_plain)


def _one_called(typed: str, names: Mapping[_T, str]) -> _T | None:
    """Return the one with this name, in the language that is spoken now or in English."""
    wanted = fold_line(typed)
    for value, name in names.items():
        if wanted in (fold_line(_(name)), fold_line(name)):
            return value
    return None


def _beginning_with(typed: str, names: Mapping[_T, str]) -> _T | None:
    """Return the only one whose id or name begins so."""
    wanted = fold_line(typed)
    exact = [value for value, name in names.items() if wanted in _ways_to_say(value, name)]
    begun = [
        value
        for value, name in names.items()
        if any(way.startswith(wanted) for way in _ways_to_say(value, name))
    ]
    found = exact or begun
    return found[0] if len(found) == 1 else None


def _ways_to_say(value: object, name: str) -> Iterable[str]:
    return fold_line(str(value)), fold_line(_(name)), fold_line(name)


_READERS: Final[Mapping[str, Callable[[str, date], object]]] = {
    "theme": lambda typed, _today: _beginning_with(typed, words.THEMES),
    "who": lambda typed, _today: typed,
    "phase": lambda typed, _today: _beginning_with(typed, words.PHASES),
    "first": typed_day,
    "last": typed_day,
    "is_open": lambda typed, _today: _beginning_with(typed, _HOLDS),
}
