"""Answers that were not released are nowhere to be read in a route's file."""

import pytest
from any_route import NASTY, small_route
from msgspec.structs import replace

from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment, Sheet
from relroute_tui.storage.sealing import answer_sheets
from relroute_tui.storage.store import RouteStore

MARK = "zegniettegendebuurman"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "fjord234.json"


def saved(path, filled: Filled) -> Filled:
    RouteStore(path).save(replace(small_route(), filled=(filled,)))
    [found] = RouteStore(path).load().filled
    return found


def released(words: str) -> Filled:
    return Filled("p2", Moment.END, {Block.ROLE: {"load": Answer(words=words)}})


def test_a_sealed_answer_can_not_be_read_in_the_file_and_opens_with_its_code(path, monkeypatch):
    monkeypatch.setattr(answer_sheets, "WORK", 4)
    sheet = Sheet("p2", Moment.START, {"load": Answer(words=MARK)})
    sealed = answer_sheets.new_seal("rode appel").close(sheet)
    found = saved(path, Filled("p2", Moment.START, sealed=sealed))
    assert MARK not in path.read_text("utf-8")
    assert answer_sheets.unseal(found.sealed, "rode appel", "p2", Moment.START)[0] == sheet


def test_what_was_taken_back_is_gone_from_the_file(path):
    assert MARK in repr(saved(path, released(MARK)))
    saved(path, released(MARK).take_back(Block.ROLE))
    assert MARK not in path.read_text("utf-8")


@pytest.mark.parametrize("words", NASTY)
def test_a_released_answer_comes_back_to_the_letter(path, words):
    assert saved(path, released(words)) == released(words)


def test_half_a_character_in_an_answer_does_not_stop_a_save(path):
    assert saved(path, released("a\ud83d")) == released("a\ufffd")


def test_the_same_answers_are_written_as_the_same_bytes(tmp_path):
    blocks = {Block.ROLE: {"b": Answer(score=1), "a": Answer(score=2)}, Block.TRUST: {}}
    contents = set()
    for name in ("one", "two"):
        path = tmp_path / f"{name}.json"
        turned = dict(reversed(blocks.items())) if name == "two" else blocks
        filled = Filled("p2", Moment.START, turned)
        RouteStore(path).save(replace(small_route(), filled=(filled,)))
        contents.add(path.read_bytes())
    assert len(contents) == 1
