"""A few typed letters find commands in the palette."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relroute_tui.domain.text import fold
from relroute_tui.ui.matching import find_words

TIPS = (
    "De beurt gaat naar de volgende",
    "Begin een gesprek, of ga verder waar je was",
    "Lees de afspraken groot, een voor een",
    "Zoek in alle gesprekken van deze route",
    "Wis deze route en alles wat ervan over is",
)


def found(query: str) -> list[str]:
    """The sentences that are found, the best first."""
    scored = [(match.score, tip) for tip in TIPS if (match := find_words(query, tip))]
    return [tip for _score, tip in sorted(scored, key=lambda pair: -pair[0])]


@pytest.mark.parametrize(
    ("query", "first", "number"),
    [
        ("gespr", "Zoek in alle gesprekken", 2),
        ("beurt", "De beurt", 1),
        ("GROOT afspr", "Lees de afspraken groot", 1),
        ("route", "Zoek in alle gesprekken van deze route", 2),
        ("prekken", "Zoek in alle gesprekken", 1),
        ("bgn", "", 0),
        ("wisroute", "", 0),
        ("beurt afspraak", "", 0),
        ("", "", 0),
    ],
)
def test_words_are_found_from_their_start_and_scattered_letters_never(query, first, number):
    tips = found(query)
    assert len(tips) == number
    assert not tips or tips[0].startswith(first)


def test_the_start_of_a_word_goes_before_its_middle_and_accents_make_no_difference():
    start, middle = find_words("een", "Lees een kaart"), find_words("een", "Iedereen leest")
    assert start
    assert middle
    assert start.score > middle.score
    accented = find_words("idee", "Een idéé")
    assert accented
    assert accented.places == ((4, 8),)


@given(some.text("aeéßÉ b-ﬁ", max_size=4), some.text("aeéßÉ b-ﬁ", max_size=12))
def test_what_is_marked_is_what_was_typed(query, text):
    match = find_words(query, text)
    if match is not None:
        assert 0 < match.score <= 1
        typed = fold(query).split()
        assert len(match.places) == len(typed)
        for word, (start, end) in zip(typed, match.places, strict=True):
            assert fold(text[start:end]).startswith(word)
