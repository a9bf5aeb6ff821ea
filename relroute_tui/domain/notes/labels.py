"""The lines below an agreement that begin with what they say: "lukt het niet: we appen".

The words of the app's own questions are understood too, in every language, indented or not, with
a colon or a question mark, as a bullet or not.
"""

import re
from functools import cache
from typing import Final

from relroute_tui.domain.agreement import Detail
from relroute_tui.domain.notes.lines import BLANK, depth_of, is_list_item, one_line, task_in
from relroute_tui.domain.text import fold
from relroute_tui.domain.vocabulary import vocabularies

_LONGEST: Final = 80
"""Characters that a label takes, at most."""
_SEPARATOR: Final = re.compile(r"[:?：？]+")
_BULLET: Final = rf"^{BLANK}*(?:[-*+•–>]{BLANK}+)*"


def labelled(line: str) -> tuple[Detail | None, str]:
    """Return which detail of an agreement a line says, and its words; no detail for none."""
    line = re.sub(_BULLET, "", line) if is_list_item(line) else line
    separator = _SEPARATOR.search(line, 0, _LONGEST)
    if separator is None or task_in(line):
        return None, ""
    detail = _details().get(_letters(line[: separator.start()]))
    return detail, one_line(line[separator.end() :]) if detail else ""


def belongs_below(line: str, indent: int) -> bool:
    """Return whether a line goes on with the agreement above it, which is indented so far."""
    if not line.strip() or task_in(line):
        return False
    is_deeper = depth_of(line) > indent and not is_list_item(line)
    return is_deeper or labelled(line)[0] is not None


def without_label(words: str, detail: Detail) -> str:
    """Return what a detail says, without its own label: people type it in its field as well."""
    label, rest = labelled(words)
    while label is detail and rest:
        words = rest
        label, rest = labelled(words)
    return words.strip()


@cache
def _details() -> dict[str, Detail]:
    """Return the detail that each label says, by the letters of the label."""
    return {
        _letters(opening + label): detail
        for vocabulary in vocabularies().values()
        for detail, labels in vocabulary.details.items()
        for label in labels
        for opening in ("", *vocabulary.openings)
    }


def _letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
