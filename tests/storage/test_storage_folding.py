"""What somebody answered is nowhere to be read in a route's file, released or not."""

from dataclasses import replace

import pytest
from any_route import NASTY, small_route

from relroute_tui.domain.questionnaire import Answer, Block, Filled, Moment
from relroute_tui.storage.route_store import RouteStore

MARK = "zegniettegendebuurman"


def _route_with(filled: Filled):
    return replace(small_route(), filled=(filled,))


def test_no_answer_can_be_read_in_the_file(tmp_path):
    path = tmp_path / "fjord234.json"
    filled = Filled("p2", Moment.START, {"load": Answer(words=MARK)}, frozenset({Block.ROLE}))
    RouteStore(path).save(_route_with(filled))
    assert MARK not in path.read_text("utf-8")
    assert RouteStore(path).load().filled == (filled,)


@pytest.mark.parametrize("words", NASTY)
def test_an_answer_comes_back_to_the_letter(tmp_path, words):
    path = tmp_path / "fjord234.json"
    RouteStore(path).save(_route_with(Filled("p2", Moment.END, {"load": Answer(words=words)})))
    [filled] = RouteStore(path).load().filled
    assert filled.answer("load").words == words


def test_half_a_character_in_an_answer_does_not_stop_a_save(tmp_path):
    path = tmp_path / "fjord234.json"
    RouteStore(path).save(_route_with(Filled("p2", Moment.END, {"load": Answer(words="a\ud83d")})))
    [filled] = RouteStore(path).load().filled
    assert filled.answer("load").words == "a\ufffd"


def test_the_same_answers_are_written_as_the_same_bytes(tmp_path):
    blocks = frozenset(Block)
    filled = Filled("p2", Moment.START, {"b": Answer(score=1), "a": Answer(score=2)}, blocks)
    contents = set()
    for name in ("one", "two"):
        path = tmp_path / f"{name}.json"
        turned = dict(reversed(filled.answers.items())) if name == "two" else filled.answers
        RouteStore(path).save(_route_with(replace(filled, answers=turned)))
        contents.add(path.read_bytes())
    assert len(contents) == 1
