"""Organisation's key in parts: any few give it back, fewer give nothing, and no slip is believed."""

import random
from itertools import combinations
from pathlib import Path

import pytest
from any_route import small_route
from colleagues import founded

from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.team.bech32 import private_key
from relroute_tui.team.council import NotAPart, PartProblem, key_in, new_council, part_in


@pytest.fixture(scope="module")
def council():
    return new_council(3, 5)


@pytest.fixture(scope="module")
def parts(council) -> list[str]:
    return [part_in(" ".join(words)) for words in council.parts]


def test_any_three_of_five_open_what_was_sealed_to_the_council(council, parts) -> None:
    sealed = seal_to(b"a route", council.reader)
    for few in combinations(parts, 3):
        key = key_in(few, council.reader)
        assert key is not None
        assert unseal(sealed, key) == b"a route"
    for few in combinations(parts, 2):
        assert key_in(few, council.reader) is None


def test_too_many_parts_and_parts_of_another_key_do_no_harm(council, parts) -> None:
    other = new_council(2, 3)
    foreign = [part_in(" ".join(words)) for words in other.parts]
    rng = random.Random(22)
    for _round in range(5):
        brought = [*parts, *foreign, parts[0]]
        rng.shuffle(brought)
        key = key_in(brought, council.reader)
        assert key is not None and key.public == council.reader
    assert key_in([*foreign, *parts[:2]], council.reader) is None


def test_a_slip_of_the_pen_is_told_with_its_place(parts) -> None:
    words = parts[0].split()
    numbered = ", ".join(f"{number}. {word[:4].upper()}" for number, word in enumerate(words, 1))
    assert part_in(numbered) == parts[0]
    assert part_in("\n".join(words)) == parts[0]
    for typed, problem, number in (
        ("", PartProblem.NUMBER, 0),
        (" ".join(words[:-1]), PartProblem.NUMBER, 32),
        (" ".join([*words[:6], "mistaken", *words[7:]]), PartProblem.WORD, 6),
        (" ".join([*words[:6], words[6][:3], *words[7:]]), PartProblem.WORD, 6),
        (" ".join([words[1], words[0], *words[2:]]), PartProblem.CHECK, 33),
    ):
        with pytest.raises(NotAPart) as caught:
            part_in(typed)
        assert (caught.value.problem, len(caught.value.before)) == (problem, number)


def test_a_council_needs_two_or_more_and_no_more_than_there_are() -> None:
    for needed, number in ((1, 3), (4, 3), (2, 17), (0, 0)):
        with pytest.raises(ValueError, match="no such council"):
            new_council(needed, number)


def test_a_private_key_is_written_as_age_writes_it() -> None:
    for _round in range(3):
        key = Key.new()
        letters = key.private.removeprefix("AGE-SECRET-KEY-1").lower()
        values = ["qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(letter) for letter in letters[:-6]]
        bits = "".join(f"{value:05b}" for value in values)
        secret = bytes(int(bits[start : start + 8], 2) for start in range(0, 256, 8))
        assert private_key(secret) == key.private


def test_every_new_route_of_a_colleague_is_sealed_to_the_council(tmp_path: Path, council) -> None:
    anna, bram = founded(tmp_path / "shared", "Anna", "Bram")
    anna.team.form_council(council)
    assert bram.team.roll.council is not None  # his laptop hears of it
    for colleague, route_id in ((anna, "fjord234"), (bram, "merel567")):
        colleague.archive.create(small_route(route_id)).close()
        path = colleague.archive.path_to(route_id)
        assert council.reader in colleague.archive.readers(path)
