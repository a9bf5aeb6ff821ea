"""Words are compared as people read them, however they were typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.text import (
    closest,
    fold,
    folded_words,
    same_words,
    sort_key,
    spelling,
    starts_with,
)

SAME = [
    ("Zoë", "ZOE"),
    ("Zoë", "Zoe\u0308"),
    ("Zoe\u0308", "zoë"),
    ("Mar'yana", "Mar’yana"),
    ("Мар'яна", "Марʼяна"),
    ("Anne-Lotte", "anne\u2010lotte"),
    ("Anne-Lotte", "Anne–Lotte"),
    ("Oma Ans", "Oma\u00a0 Ans"),
    ("Oma Ans", " oma\u202fans\u3000"),
    ("Oma Ans", "\ufeffOma\u200b Ans"),
    ("Søren", "Soren"),
    ("Łukasz", "lukasz"),
    ("Đorđe", "Dorde"),
    ("Işıl", "ISIL"),
    ("İbrahim", "ibrahim"),
    ("Ĳsbrand", "IJsbrand"),
    ("Strauß", "STRAUSS"),
    ("Ａｎｎａ", "Anna"),
    ("أحمد", "احمد"),
    ("فاطمة", "فاطمه"),
    ("محـمد", "محمد"),
    ("کریم", "كريم"),
    ("Nguyễn", "Nguye\u0302\u0303n"),
    ("한글", unicodedata.normalize("NFD", "한글")),
]
OTHER = [("Anna", "Anne"), ("Oma Ans", "OmaAns"), ("Zoë", "Zo"), ("कि", "कु"), ("", "a")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_read_alike_are_the_same(one: str, other: str) -> None:
    assert same_words(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_words_that_read_differently_are_not(one: str, other: str) -> None:
    assert not same_words(one, other)


@given(st.text(), st.text())
def test_the_fold_of_a_part_is_a_part_of_the_fold(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text())
def test_what_was_folded_folds_no_further(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composition_makes_no_difference(text: str) -> None:
    composed, parted = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert folded_words(composed) == folded_words(parted) == folded_words(text)
    assert spelling(composed) == spelling(parted) == spelling(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_a_word_is_spelled_the_same_beside_one_with_an_accent(text: str) -> None:
    assert spelling(f"{text} é").split() == [*spelling(text).split(), "é"]


@given(st.text(min_size=1), st.text())
def test_a_name_is_found_at_the_beginning_in_any_spelling(name: str, rest: str) -> None:
    for spelled in (name, name.upper(), unicodedata.normalize("NFD", name)):
        length = starts_with(spelled + "." + rest, name)
        if fold(name) and fold(spelled) == fold(name):
            assert length == len(spelled)


def test_a_name_takes_the_marks_of_its_last_letter_along() -> None:
    assert starts_with("Zoe\u0308 belt", "Zoe") == 4
    assert starts_with("Zo belt", "Zoe") is None
    assert starts_with("Anna", "") is None
    assert starts_with("", "Anna") is None


def test_an_accent_decides_only_where_both_spellings_are_there() -> None:
    names = ("Zoe", "Zoë")
    assert closest("Zoe\u0308", names, str) == ("Zoë",)
    assert closest("ZOE", names, str) == ("Zoe",)
    assert closest("zoe", ("Zoë", "Noor"), str) == ("Zoë",)
    assert closest("Zoë", ("Zoë", "Zoe\u0308"), str) == ("Zoë", "Zoe\u0308")
    assert closest("Zöe", names, str) == names
    assert closest("Anna", names, str) == ()


def test_a_list_stands_as_a_dictionary_has_it() -> None:
    names = ["Zoë", "IJsbrand", "éva", "Ingrid", "Eva", "Zoe", "Ĳda", "Evert", "anna", "Östen"]
    assert sorted(names, key=sort_key) == [
        *("anna", "Eva", "éva", "Evert", "Ĳda", "IJsbrand", "Ingrid", "Östen", "Zoe", "Zoë"),
    ]
