"""A route is left unopened only where a word surely is not in it."""

from any_route import NASTY, any_route, small_route, typed
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.domain.sentences import Query, sentences_found, words_of_query
from relroute_tui.domain.text import fold, folded_words
from relroute_tui.storage import byte_filter
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.byte_filter import may_contain


def content_of(route, folder) -> bytes:
    archive = Archive(folder)
    archive.prepare()
    archive.create(route).close()
    return archive.path_to(route.id).read_bytes()


def test_a_word_that_is_nowhere_is_told_without_opening_the_route(tmp_path) -> None:
    content = content_of(typed(small_route(), "Zoë at ʻappelʼ–taart.\n"), tmp_path)
    assert may_contain(content, ("zoe", "taart", "'appel'-taart"))
    assert not may_contain(content, ("zoe", "peer"))
    assert may_contain(content[:-9], ("peer",))
    assert may_contain(b"", ("peer",))


def test_only_words_with_letters_that_are_in_no_table_are_folded_one_by_one(
    tmp_path, monkeypatch
) -> None:
    content = content_of(typed(small_route(), "Zoë kwam " + "gewoon op tijd " * 500), tmp_path)
    folded: list[str] = []
    monkeypatch.setattr(byte_filter, "fold", lambda text: folded.append(text) or fold(text))
    assert not may_contain(content, ("nergens",))
    assert sum(map(len, folded)) < len(content) / 100


@settings(max_examples=examples(13), deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_no_word_of_any_text_is_missed(tmp_path_factory, said) -> None:
    content = content_of(typed(small_route(), f"voor{said}na\n"), tmp_path_factory.mktemp("r"))
    assert may_contain(content, folded_words(f"voor{said}na"))


@settings(max_examples=examples(13), deadline=None)
@given(any_route(), st.one_of(st.text(max_size=12), st.sampled_from(NASTY)), st.integers(0, 9))
def test_whatever_is_found_in_a_route_may_be_in_its_bytes(
    tmp_path_factory, route, said, at
) -> None:
    if route.meetings:
        route = typed(route, f"begin {said} eind\n")
    content = content_of(route, tmp_path_factory.mktemp("routes"))
    for query in (said, said[at : at + 3], "begin"):
        words = words_of_query(query)
        if list(sentences_found(route, Query(words=words))):
            assert may_contain(content, {word for quote in words for word in quote.split()})
