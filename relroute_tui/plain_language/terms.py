"""Terms of a word list, and their places in a sentence."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from relroute_tui.plain_language.model import Vagueness
from relroute_tui.plain_language.text import Word

GAP = 8
"""Words that may stand where a term has "...", and between the parts of a verb that splits."""

SHORTEST_PART = 3
"""Letters that another word has at least when it is glued to a term with "*"."""


ENDING = "*"
"""Before the end of a word that may begin in any way: "wat *er" finds "wat rustiger"."""

Slot = tuple[str, ...]
"""Forms that one word of a term may take."""


class Entry(Struct, frozen=True):
    """Information about a term, from one line of a word list."""

    alternatives: tuple[str, ...] = ()
    vagueness: Vagueness | None = None
    """Only in a list for agreements."""


class Pattern(Struct, frozen=True):
    """One way to write a term: for each word, the forms that it may take."""

    slots: tuple[Slot, ...]
    """A handful of forms each, which as a set would take six times the memory."""
    entry: Entry
    gap: int = 0
    """Slot before which other words may come; 0: before none."""
    closing: frozenset[str] | None = None
    """If given: the last word closes its clause, or one of these follows."""
    beside: tuple[str, ...] = ()
    """If given: it counts only where one of these stands in the same sentence."""


class Match(Struct, frozen=True):
    """A term that was found in a sentence."""

    places: tuple[int, ...]
    """Positions of the words in the sentence, counted from 0."""
    entry: Entry

    def starts(self, words: Sequence[Word]) -> frozenset[int]:
        """Return where its words begin in the text."""
        return frozenset(words[place].start for place in self.places)


class Terms(Struct, frozen=True):
    """Every term of the lists, found by the first word of each; made once."""

    by_first: Mapping[str, Sequence[Pattern]] = field(default_factory=dict)
    beginnings: Mapping[str, Entry] = field(default_factory=dict)
    """Terms with something glued behind: evaluatie*."""
    endings: Mapping[str, Entry] = field(default_factory=dict)
    """Terms with something glued before: *plaatsing."""
    allowed: Mapping[str, Sequence[Pattern]] = field(default_factory=dict)
    """Words that are fine, whatever the lists say."""

    def matches(self, words: Sequence[Word], free: Collection[int] = ()) -> tuple[Match, ...]:
        """Return the terms in a sentence, the longest at each place, none within another.

        The words at the places `free` are names: they are never a term.
        """
        taken = set(free)
        allowed = self._allowed(words)
        found = []
        for place in range(len(words)):
            best = self._longest(words, place, taken)
            if best is not None and not _is_allowed(best.places, allowed):
                taken.update(best.places)
                found.append(best)
        return tuple(found)

    def is_fine(self, form: str) -> bool:
        """Return whether the lists say of this word by itself that it is fine."""
        patterns = self.allowed.get(form, ())
        return any(len(pattern.slots) == 1 and not pattern.beside for pattern in patterns)

    def _allowed(self, words: Sequence[Word]) -> Mapping[int, tuple[int, ...]]:
        """Return, for each place of a word that is fine, all places of that word."""
        # "Lego-kasteel" says "lego" too.
        forms = {part for word in words for part in (word.form, *word.form.split("-"))}
        return {
            index: places
            for place, word in enumerate(words)
            for pattern in self.allowed.get(word.form, ())
            if not pattern.beside or not forms.isdisjoint(pattern.beside)
            for places in [_places(pattern, words, place)]
            for index in places
        }

    def _longest(self, words: Sequence[Word], place: int, taken: set[int]) -> Match | None:
        if place in taken:
            return None
        form = words[place].form
        matches = [
            Match(places, pattern.entry)
            for pattern in self.by_first.get(form, ())
            if (places := _places(pattern, words, place)) and taken.isdisjoint(places)
        ]
        if matches:
            return max(matches, key=lambda match: len(match.places))
        entry = self._glued(form)
        return Match((place,), entry) if entry else None

    def _glued(self, form: str) -> Entry | None:
        for cut in range(len(form) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            entry = self.beginnings.get(form[:cut]) or self.endings.get(form[-cut:])
            if entry:
                return entry
        return None


NO_TERMS = Terms()


def index(patterns: Iterable[Pattern]) -> Mapping[str, Sequence[Pattern]]:
    """Return the patterns under every form of their first word."""
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        alone = (pattern,)
        for form in pattern.slots[0]:
            found[form] = found[form] + alone if form in found else alone
    return found


def _is_allowed(places: tuple[int, ...], allowed: Mapping[int, tuple[int, ...]]) -> bool:
    """Return whether a word that is fine has a part in this; a longer term still counts.

    "As soon as" is fine, "as soon as possible" is not.
    """
    return any(
        place in allowed and (len(places) <= len(allowed[place]) or set(allowed[place]) - {*places})
        for place in places
    )


def _places(pattern: Pattern, words: Sequence[Word], place: int) -> tuple[int, ...]:
    """Return where the slots of a pattern are filled from the word at `place` on, or nothing."""
    clause = words[place].clause
    places = [place]
    for number, slot in enumerate(pattern.slots[1:], start=1):
        first = places[-1] + 1
        last = first + (GAP if number == pattern.gap else 0)
        for there in range(first, min(last + 1, len(words))):
            if words[there].clause == clause and _fills(words[there].form, slot):
                places.append(there)
                break
        else:
            return ()
    return tuple(places) if _closes(pattern, words, places[-1]) else ()


def _fills(form: str, slot: Slot) -> bool:
    if slot[0].startswith(ENDING):
        ending = slot[0].removeprefix(ENDING)
        return form.endswith(ending) and len(form) >= len(ending) + SHORTEST_PART
    return form in slot


def _closes(pattern: Pattern, words: Sequence[Word], last: int) -> bool:
    if pattern.closing is None or last + 1 == len(words):
        return True
    following = words[last + 1]
    return following.clause != words[last].clause or following.form in pattern.closing
