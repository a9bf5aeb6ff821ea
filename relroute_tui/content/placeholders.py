"""Placeholders in the text files under `cards/`: "{opvoeders}", "{doet|doen}".

A file calls a placeholder as in any language. From here on each has its one name, and
`language.carers` fills it in when the text is shown.
"""

import re
from collections.abc import Mapping
from typing import Final

from relroute_tui.content.markdown import Faults
from relroute_tui.domain.text import fold_line
from relroute_tui.language import _
from relroute_tui.language.card_words import fields, offered_placeholders

_PLACE: Final = re.compile(r"\{(?P<name>[^{}#|\n][^{}|\n]*)\}")
"""A name in braces; no id of a heading, and no words for one and for several people."""


def with_known_placeholders(text: str, faults: Faults) -> tuple[str, frozenset[int]]:
    """Return the text with each placeholder under its one name, and the lines of those unknown.

    An unknown one is a fault with its line, counted from 1, and stays in the text as it is.
    """
    if "{" not in text:
        return text, frozenset()
    known = fields(lambda words: words.placeholders)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wrong = set()
    for number, line in enumerate(lines, 1):
        for place in _PLACE.finditer(line):
            if _name_of(place, known) is None:
                wrong.add(number)
                faults.add(
                    number,
                    _("Nothing is filled in for “{word}”. Choose from: {known}."),
                    word=place[0],
                    known=", ".join(f"{{{name}}}" for name in offered_placeholders()),
                )
    put = (_PLACE.sub(lambda place: _under_its_name(place, known), line) for line in lines)
    return "\n".join(put), frozenset(wrong)


def _name_of(place: re.Match[str], known: Mapping[str, str]) -> str | None:
    return known.get(fold_line(place["name"].replace("_", " ")))


def _under_its_name(place: re.Match[str], known: Mapping[str, str]) -> str:
    name = _name_of(place, known)
    if name is None:
        return place[0]
    return f"{{{name.capitalize() if place['name'][0].isupper() else name}}}"
