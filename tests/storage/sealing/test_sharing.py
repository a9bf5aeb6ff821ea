"""A route that a colleague opens with their own key, and that is taken back."""

import pytest
from any_route import small_route, typed

from relroute_tui.domain.route import Route
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.errors import ReadOnlyRoute, UnreadableKind, UnreadableRoute
from relroute_tui.storage.sealing.key import Key, NotAKey, public_key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.sharing import readers_of, share
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import restore, versions_of
from relroute_tui.storage.versions.version_files import folder_of


@pytest.fixture
def our_key() -> Key:
    return Key.new()


@pytest.fixture
def ours(folder, our_key):
    return sealed_archive(folder, our_key, folder.parent / "our-laptop")


@pytest.fixture
def colleague() -> Key:
    return Key.new()


@pytest.fixture
def theirs(folder, colleague):
    """Return the same folder, brought to the laptop of a colleague."""
    return sealed_archive(folder, colleague, folder.parent / "their-laptop")


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


def save(archive, text):
    opened = archive.open("fjord234")
    opened.put(typed(opened.route, text))
    assert opened.close()


def test_a_colleague_reads_and_writes_what_is_shared_and_so_do_we(ours, theirs, colleague):
    ours.create(small_route()).close()
    with pytest.raises(UnreadableRoute) as caught:
        theirs.load("fjord234")
    assert caught.value.kind is UnreadableKind.SEALED
    share(ours, "fjord234", (colleague.public,))
    assert theirs.load("fjord234") == small_route()
    for text in ("van ons", "nog eens van ons"):
        save(ours, text)
        assert theirs.load("fjord234").meetings[-1].notes == text


def test_a_colleague_who_only_looks_can_look_again(ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    assert theirs.open("fjord234").close()
    assert theirs.load("fjord234") == small_route()
    save(ours, "daarna van ons")
    assert theirs.load("fjord234").meetings[-1].notes == "daarna van ons"


def test_what_two_colleagues_saved_apart_opens_for_both(ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    path = ours.path_to("fjord234")
    before = path.read_bytes()
    save(ours, "van ons")
    of_ours = path.read_bytes()
    path.write_bytes(before)
    save(theirs, "van een collega")
    of_theirs = path.read_bytes()
    for archive, other in ((theirs, of_ours), (ours, of_theirs)):
        copy = path.with_name("fjord234 (other).age")
        copy.write_bytes(other)
        assert isinstance(archive.contents(copy), Route)


def test_what_a_colleague_saves_we_can_open(our_key, ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    share(theirs, "fjord234", (our_key.public,))
    save(theirs, "van een collega")
    assert ours.load("fjord234").meetings[-1].notes == "van een collega"


def test_a_colleague_who_saves_does_not_shut_us_out(ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    save(theirs, "van een collega")
    assert ours.load("fjord234").meetings[-1].notes == "van een collega"
    save(ours, "en weer van ons")
    assert theirs.load("fjord234").meetings[-1].notes == "en weer van ons"


def test_what_is_taken_back_opens_no_more_nor_do_its_versions(ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    save(ours, "een")
    assert len(versions_of(theirs, "fjord234")) == 1
    share(ours, "fjord234", ())
    assert readers_of(ours, "fjord234") == ()
    assert versions_of(theirs, "fjord234") == ()
    with pytest.raises(UnreadableRoute):
        theirs.load("fjord234")
    assert versions_of(ours, "fjord234")[-1].route == small_route()
    save(ours, "voor ons alleen")
    with pytest.raises(UnreadableRoute):
        theirs.load("fjord234")


@pytest.mark.parametrize(
    "name",
    [
        "fjord234.age.conflict1",
        "fjord234 (conflicted copy).age",
        "fjord234-2.age",
        "kopie van fjord.age",
    ],
)
def test_what_is_taken_back_opens_no_more_in_a_version_beside_it(
    ours, theirs, colleague, folder, name
):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    copy = folder / name
    copy.write_bytes((folder / "fjord234.age").read_bytes())
    save(ours, "een")
    assert theirs.contents(copy) == small_route()
    share(ours, "fjord234", ())
    assert theirs.contents(copy) is UnreadableKind.SEALED
    assert ours.contents(copy) == small_route()
    (found,) = copies_in(ours, ours.listing().unreadable)
    assert found.path == copy


def test_it_is_told_with_whom_a_route_is_shared(ours, colleague):
    ours.create(small_route()).close()
    assert readers_of(ours, "fjord234") == ()
    share(ours, "fjord234", (colleague.public,))
    assert readers_of(ours, "fjord234") == (colleague.public,)


def test_a_route_that_is_open_in_a_window_is_shared_later(ours, colleague):
    opened = ours.create(small_route())
    with pytest.raises(ReadOnlyRoute):
        share(ours, "fjord234", (colleague.public,))
    opened.close()


def test_a_route_is_shared_whatever_was_pasted_into_it(ours, theirs, colleague):
    opened = ours.create(small_route())
    opened.put(typed(opened.route, "half een \ud83d teken"))
    opened.share((colleague.public,))
    assert opened.close()
    assert theirs.load("fjord234").meetings[-1].notes == "half een \N{REPLACEMENT CHARACTER} teken"


def test_only_a_public_key_is_one_and_it_has_one_spelling(colleague):
    on_two_lines = f"{colleague.public[:30]}\n  {colleague.public[30:]}"
    capitals = colleague.public.upper()
    for typed_in in (colleague.public, capitals, f"  {colleague.public}\n", on_two_lines):
        assert public_key(typed_in) == colleague.public
    for other in ("", "age1", colleague.private, colleague.public[:-1], "een collega"):
        with pytest.raises(NotAKey):
            public_key(other)


def test_a_key_that_was_kept_in_capitals_is_taken_back_as_any(ours, theirs, colleague):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public.upper(),))
    assert readers_of(ours, "fjord234") == (colleague.public,)
    assert theirs.load("fjord234") == small_route()
    share(ours, "fjord234", ())
    assert readers_of(ours, "fjord234") == ()
    with pytest.raises(UnreadableRoute):
        theirs.load("fjord234")


def test_a_version_put_in_place_of_a_shared_route_is_noticed(ours, colleague):
    ours.create(small_route()).close()
    save(ours, "een")
    save(ours, "twee")
    share(ours, "fjord234", (colleague.public,))
    path = ours.path_to("fjord234")
    version = sorted(folder_of(path).iterdir())[0]
    path.write_bytes(version.read_bytes())
    opened = ours.open("fjord234")
    assert opened.is_outdated
    opened.close()


def test_a_version_in_place_of_a_damaged_file_is_shared_as_it_was(ours, theirs, colleague, folder):
    ours.create(small_route()).close()
    save(ours, "een")
    share(ours, "fjord234", (colleague.public,))
    (folder / "fjord234.age").write_bytes(b"damaged")
    restore(ours, "fjord234", versions_of(ours, "fjord234")[0].name)
    assert readers_of(ours, "fjord234") == (colleague.public,)
    assert theirs.load("fjord234") == ours.load("fjord234")


def test_a_copy_that_becomes_the_route_is_shared_as_it_was(ours, theirs, colleague, folder):
    ours.create(small_route()).close()
    share(ours, "fjord234", (colleague.public,))
    (folder / "fjord234.age").rename(folder / "fjord234-LAPTOP-7.age")
    (copy,) = copies_in(ours, ours.listing().unreadable)
    join(ours, copy)
    assert readers_of(ours, "fjord234") == (colleague.public,)
    assert theirs.load("fjord234") == small_route()
