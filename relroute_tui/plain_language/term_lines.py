"""Reads one line of a word list: `term; other form = plainer word; another`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from relroute_tui.language.grammar import Inflection, SeparableVerbs
from relroute_tui.plain_language.terms import ENDING, Entry, Pattern, Slot
from relroute_tui.plain_language.text import split_forms

ALLOWED: Final = "!"
BESIDE: Final = "&"
_SHORTEST_TO_INFLECT = 4
"""Letters. Shorter words of a phrase are small words: als, dat, the."""
_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")


class TermError(ValueError):
    """A term that cannot be read as it is written."""


@dataclass(slots=True)
class TermForms:
    """The patterns of one term, and the words that may be glued to others."""

    patterns: list[Pattern] = field(default_factory=list)
    beginnings: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)


def term_forms(term: str, entry: Entry, inflection: Inflection) -> TermForms:
    """Return how a term may be written. Raises TermError when it says nothing to look for."""
    quoted = len(term) > 2 and term[0] in '"“„' and term[-1] in '"”“'
    exact = quoted or "." in term.replace("...", "") or len(term) < 3  # m.b.t. has no plural
    bare = term.strip('"“”„').strip()
    plain = bare.strip("*").strip()
    inside = plain.replace(f" {ENDING}", " ").replace("|", "")
    if ENDING in inside or "=" in plain or not split_forms(inside):
        raise TermError(term)
    found = TermForms()
    if "|" in plain:
        part, bar, verb = (piece.strip() for piece in plain.partition("|"))
        if not (part and verb) or bar in verb or inflection.separable is None:
            raise TermError(term)
        found.patterns = list(_separable_verb(part, verb, entry, inflection.separable))
        return found
    found.patterns = [_phrase(plain, entry, inflection, exact)]
    if bare != plain:
        _glue(found, bare, plain, inflection, exact)
    return found


def _glue(found: TermForms, bare: str, plain: str, inflection: Inflection, exact: bool) -> None:
    words = split_forms(plain)
    if len(words) > 1:
        raise TermError(bare)
    forms = (words[0],) if exact else inflection.forms(words[0])
    if bare.startswith("*"):
        found.endings.update(forms)
    if bare.endswith("*"):
        # Only the word itself: its plural never stands before another word without being it.
        found.beginnings.add(words[0])


def _phrase(term: str, entry: Entry, inflection: Inflection, exact: bool) -> Pattern:
    before, *after = _GAP.split(term)
    head = tuple(_slots(before, inflection, exact=exact, opens=True))
    tail = tuple(_slots(" ".join(after), inflection, exact=exact, opens=False))
    if len(after) > 1 or (after and not (head and tail)):
        raise TermError(term)
    return Pattern((*head, *tail), entry, gap=len(head) if after else 0)


def _slots(text: str, inflection: Inflection, *, exact: bool, opens: bool) -> Iterator[Slot]:
    """Yield what may stand at each place: "als/zodra", "rustig" and its forms, "*er".

    `opens`: whether the first of these words opens the term, and so may be short and inflected.
    """

    def forms(word: str, *, is_first: bool = False) -> Slot:
        is_small = not is_first and len(word) < _SHORTEST_TO_INFLECT
        return (word,) if exact or is_small else inflection.forms(word)

    for place, part in enumerate(text.split()):
        if part.startswith(ENDING):
            yield (part,)
        elif "/" in part and not exact:
            yield tuple(form for word in split_forms(part) for form in forms(word))
        else:
            for number, word in enumerate(split_forms(part)):
                yield forms(word, is_first=opens and not place + number)


def _separable_verb(part: str, verb: str, entry: Entry, verbs: SeparableVerbs) -> Iterator[Pattern]:
    """Yield how such a verb is written: teruggekoppeld, terug te koppelen, koppelt … terug."""
    alone = (part,)
    finite = verbs.finite(verb)
    whole = {*(part + form for form in finite), *verbs.participles(part, verb)}
    closing = verbs.after_clause if part in verbs.other_words else None
    yield Pattern((tuple(whole),), entry)
    yield Pattern((alone, (verbs.infinitive_marker,), (verb,)), entry)
    yield Pattern((finite, alone), entry, gap=1, closing=closing)
