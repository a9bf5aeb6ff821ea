"""A sheet that was not released is readable with its author's own code, and in no other way."""

import time
from base64 import b64decode, b64encode

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.questionnaire.answers import DONT_KNOW, Answer, Moment, Sheet
from relroute_tui.storage.sealing import answer_sheets
from relroute_tui.storage.sealing.answer_sheets import (
    DamagedSheet,
    WrongCode,
    new_seal,
    plain_code,
    unseal,
)

MARKED = "MARKED-ANSWER"
SHEET = Sheet(
    "p1",
    Moment.START,
    {"hope": Answer(words=MARKED), "rely": Answer(score=3), "news": DONT_KNOW},
)


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little work a try: these tests are about what opens, not about how long it takes."""
    monkeypatch.setattr(answer_sheets, "WORK", 4)


def opened(sealed: str, code: str) -> Sheet:
    return unseal(sealed, code, "p1", Moment.START)[0]


def test_the_code_opens_what_it_sealed(light: None) -> None:
    assert opened(new_seal("blauwe fiets").close(SHEET), "blauwe fiets") == SHEET


def test_capitals_spaces_and_ways_to_type_an_accent_make_no_difference(light: None) -> None:
    sealed = new_seal("Blauwe cafe\u0301").close(SHEET)
    assert opened(sealed, " blauweCAF\u00c9 ") == SHEET
    assert plain_code(" Een  twee ") == "eentwee"


@pytest.mark.parametrize("wrong", ["", "blauwe fietsen", "rode fiets", "x" * 500])
def test_another_code_opens_nothing(light: None, wrong: str) -> None:
    with pytest.raises(WrongCode):
        opened(new_seal("blauwe fiets").close(SHEET), wrong)


def test_nothing_of_it_can_be_read_and_it_never_looks_the_same(light: None) -> None:
    seal = new_seal("blauwe fiets")
    one, again = seal.close(SHEET), seal.close(SHEET)
    assert one != again
    assert MARKED.encode() not in b64decode(one)
    assert b"hope" not in b64decode(one)


def test_its_length_does_not_tell_how_much_was_answered(light: None) -> None:
    seal = new_seal("blauwe fiets")
    assert len(seal.close(SHEET)) == len(seal.close(Sheet("p1", Moment.START)))
    long = SHEET.with_answer("hope", Answer(words=MARKED * 20))
    assert len(seal.close(long)) == len(seal.close(SHEET))


@pytest.mark.parametrize(
    ("person", "moment"), [("p2", Moment.START), ("p1", Moment.END)], ids=["person", "moment"]
)
def test_a_sheet_opens_in_no_other_place(light: None, person: str, moment: Moment) -> None:
    sealed = new_seal("blauwe fiets").close(SHEET)
    with pytest.raises(WrongCode):
        unseal(sealed, "blauwe fiets", person, moment)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(13))
@given(place=st.integers(18, 2000), bit=st.integers(0, 7))
def test_a_changed_byte_opens_nothing(light: None, place: int, bit: int) -> None:
    raw = bytearray(b64decode(new_seal("blauwe fiets").close(SHEET)))
    raw[place] ^= 1 << bit
    with pytest.raises(WrongCode):
        opened(b64encode(raw).decode(), "blauwe fiets")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen base64!",
        "AAAA",
        b64encode(bytes(200)).decode(),
        b64encode(b"\x01\x7f" + bytes(200)).decode(),
    ],
)
def test_what_is_no_sealed_sheet_is_said_to_be_damaged(light: None, text: str) -> None:
    with pytest.raises(DamagedSheet):
        opened(text, "blauwe fiets")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(13))
@given(words=st.text(max_size=300), code=st.text(max_size=30))
def test_any_words_under_any_code_come_back(light: None, words: str, code: str) -> None:
    sheet = Sheet("p1", Moment.START, {"hope": Answer(words=words, themes=(Theme.LOSS,))})
    assert opened(new_seal(code).close(sheet), code) == sheet


def test_half_a_character_from_a_broken_paste_does_not_stop_the_sealing(light: None) -> None:
    sheet = replace(SHEET, answers={"hope": Answer(words="ja \ud83d nee")})
    assert (
        opened(new_seal("blauwe fiets").close(sheet), "blauwe fiets").answer("hope").words
        == "ja \ufffd nee"
    )


def test_a_seal_never_shows_its_key(light: None) -> None:
    assert repr(new_seal("blauwe fiets")) == "Seal()"


def test_a_try_costs_work_and_an_older_amount_of_it_still_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began = time.perf_counter()
    sealed = new_seal("blauwe fiets").close(SHEET)
    print(f"one try of a code: {time.perf_counter() - began:.2f} s")  # noqa: T201
    monkeypatch.setattr(answer_sheets, "WORK", 4)
    assert opened(sealed, "blauwe fiets") == SHEET
