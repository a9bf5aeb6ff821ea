"""Values: they behave as frozen dataclasses with slots do."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.value import value


@value
class Said:
    who: str
    words: str = "…"
    tags: tuple[str, ...] = ()
    by_day: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AsDataclass:
    who: str
    words: str = "…"
    tags: tuple[str, ...] = ()


@value
class Plain:
    who: str
    words: str = "…"
    tags: tuple[str, ...] = ()


@value
class Heir(Plain):
    more: int = 0


@value
class Secret:
    key: str

    def __repr__(self) -> str:
        return "Secret()"


@value
class Nothing:
    pass


texts = st.text(max_size=3)


@given(texts, texts, st.tuples(texts), texts, texts, st.tuples(texts))
def test_equal_where_dataclasses_are_and_of_one_hash_then(a, b, c, d, e, f):
    ours, theirs = (Plain(a, b, c), Plain(d, e, f)), (AsDataclass(a, b, c), AsDataclass(d, e, f))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert ours[0] == Plain(who=a, words=b, tags=c)
    assert hash(ours[0]) == hash(Plain(a, b, c))
    assert repr(ours[0]) == repr(theirs[0]).replace("AsDataclass", "Plain")
    assert replace(ours[0], words=e) == Plain(a, e, c)


def test_usual_values_and_those_that_are_made_anew():
    one, other = Said("Anna"), Said("Kees", tags=("bellen",))
    assert (one.words, one.tags, one.by_day) == ("…", (), {})
    assert one.by_day is not other.by_day
    assert Heir("Anna", more=2) == Heir("Anna", "…", (), 2)
    assert Heir("Anna") != Plain("Anna")
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


@pytest.mark.parametrize(
    "make",
    [
        Plain,
        lambda: Plain("Anna", "b", (), "too many"),
        lambda: Plain("Anna", who="Kees"),
        lambda: Plain("Anna", colour="red"),
    ],
)
def test_what_does_not_fit_is_refused(make):
    with pytest.raises(TypeError):
        make()


def test_it_never_changes():
    said = Plain("Anna")
    with pytest.raises(FrozenInstanceError):
        said.who = "Kees"
    with pytest.raises(FrozenInstanceError):
        del said.who
    with pytest.raises((FrozenInstanceError, AttributeError)):
        said.colour = "red"
    assert said == Plain("Anna")


def test_what_hides_its_secret_still_does():
    assert repr(Secret("abc")) == "Secret()"


def test_it_is_a_dataclass_to_whoever_asks():
    assert is_dataclass(Said)
    assert [each.name for each in fields(Heir)] == ["who", "words", "tags", "more"]
    match Plain("Anna", "ja"):
        case Plain(who, words):
            assert (who, words) == ("Anna", "ja")


def test_it_is_kept_as_json_and_comes_back():
    said = Said("Anna", "ja", ("bellen",), {"ma": 1})
    assert msgspec.json.decode(msgspec.json.encode(said), type=Said) == said
