"""A key that is the first letter of its word, in every language, and clashes with no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.text import fold
from relroute_tui.language import LANGUAGES, _, use, words
from relroute_tui.language.first_letters import NONE, letter_places, word_with_letter
from relroute_tui.language.questionnaire_words import EVERYDAYS, NEEDS
from relroute_tui.ui.commands import EVERYWHERE
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.questionnaire.screen import QuestionnaireScreen
from relroute_tui.ui.widgets.lettered import letters_of
from relroute_tui.ui.widgets.response_row import stance_of_letter

_WORDS = st.lists(st.text(max_size=12), max_size=7)


@given(_WORDS, st.lists(st.characters(), max_size=3))
def test_no_two_words_have_one_letter_and_each_letter_is_of_its_word(said, taken):
    places = letter_places(said, taken)
    letters = [fold(word[place]) for word, place in zip(said, places, strict=True) if place != NONE]
    assert len(letters) == len(set(letters))
    assert not set(letters) & {fold(letter) for letter in taken}
    for number, (word, place) in enumerate(zip(said, places, strict=True)):
        if place != NONE:
            assert word_with_letter(said, places, word[place]) == number
            assert word_with_letter(said, places, word[place].swapcase()) in (number, None)


@given(_WORDS)
def test_a_word_has_its_first_letter_unless_a_shorter_one_or_one_before_it_has_that(said):
    used = set()
    placed = zip(said, letter_places(said), strict=True)
    for word, place in sorted(placed, key=lambda word_and_place: len(word_and_place[0].split())):
        typed = [n for n, each in enumerate(word) if each.isalpha() and len(fold(each)) == 1]
        begins = [n for n in typed if not word[:n][-1:].isalnum()]
        first = next(iter((*begins, *typed)), NONE)
        if first != NONE and fold(word[first]) not in used:
            assert place == first
            used.add(fold(word[first]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_n_is_no_and_never_not_yet(language):
    use(language)
    assert stance_of_letter("n") is Stance.NO
    assert stance_of_letter("o") is Stance.NOT_YET


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_responses_and_answers_do_nothing_else_where_they_are_asked(language):
    use(language)
    said = [_(words.STANCES[stance]) for stance in words.STANCE_KEYS.values()]
    letters = [
        letter for letter in "abcdefghijklmnopqrstuvwxyz" if stance_of_letter(letter) is not None
    ]
    assert len(letters) == len(said)
    assert not {*letters} & letters_of((*ClosingScreen.SCREEN_COMMANDS, *EVERYWHERE))
    assert stance_of_letter(said[0][0]) is words.STANCE_KEYS["1"]
    for answers in (EVERYDAYS, NEEDS):
        named = [_(word) for word in answers.values()]
        places = letter_places(named, letters_of(EVERYWHERE))
        assert NONE not in places
        assert places[0] == 0
    assert not letters_of(QuestionnaireScreen.SCREEN_COMMANDS)
