"""Letters for a choice of a few answers: the first of its word, where no other answer has it."""

from collections.abc import Collection, Iterator, Sequence

from relroute_tui.domain.text import fold

NONE = -1
"""Place in a word all of whose letters stand for something else."""


def letter_places(words: Sequence[str], taken: Collection[str] = ()) -> tuple[int, ...]:
    """Return for each word the place of the letter that stands for it, or NONE.

    No two have the same letter, and none has one that is `taken`. A word keeps its first letter
    unless one of fewer words has that, so that n is "no" and not "not yet", or one before it; then
    it is the first letter of its next words, or any other.
    """
    used = {fold(letter) for letter in taken}
    places = [NONE] * len(words)
    for number, word in sorted(enumerate(words), key=lambda numbered: len(numbered[1].split())):
        first = next(_letters(word), NONE)
        if first != NONE and fold(word[first]) not in used:
            places[number] = first
            used.add(fold(word[first]))
    for number, word in enumerate(words):
        if places[number] == NONE:
            free = (place for place in _letters(word) if fold(word[place]) not in used)
            places[number] = next(free, NONE)
            if places[number] != NONE:
                used.add(fold(word[places[number]]))
    return tuple(places)


def word_with_letter(words: Sequence[str], places: Sequence[int], typed: str | None) -> int | None:
    """Return the place of the word that a typed letter stands for."""
    for number, (word, place) in enumerate(zip(words, places, strict=True)):
        if typed and place != NONE and fold(word[place]) == fold(typed):
            return number
    return None


def _letters(word: str) -> Iterator[int]:
    """Yield the places of the letters that a key can stand for: the first of each word first."""
    can_be_typed = [
        place for place, letter in enumerate(word) if letter.isalpha() and len(fold(letter)) == 1
    ]
    begins = [place for place in can_be_typed if not place or not word[place - 1].isalnum()]
    yield from dict.fromkeys((*begins, *can_be_typed))
