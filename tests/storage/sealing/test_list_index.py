"""List of a sealed folder: nothing is opened twice, and nothing is believed over a file."""

import os
import time
from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route
from msgspec.structs import replace
from test_sealed import archive_of

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing import key as module
from relroute_tui.storage.sealing import sealed_envelope
from relroute_tui.storage.sealing.key import Key, unseal
from relroute_tui.storage.versions.erase import erase

EARLIER = 60


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.new()


@pytest.fixture
def sealed(folder: Path, key: Key) -> Archive:
    """Three sealed routes, of a minute ago."""
    archive = archive_of(folder, key)
    for name in ("eekhoorn", "merel", "otter"):
        archive.create(small_route(name, nickname=name.title())).close()
        aged(folder / f"{name}.age")
    return archive


def aged(path: Path, seconds: float = EARLIER) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


@pytest.fixture
def opened(monkeypatch) -> list[bytes]:
    """Every route file that is opened with the key."""
    files: list[bytes] = []

    def counting(sealed: bytes, with_key: Key) -> bytes | UnreadableKind:
        files.append(sealed)
        return unseal(sealed, with_key)

    monkeypatch.setattr(sealed_envelope, "unseal", counting)
    return files


def names(archive: Archive) -> list[str]:
    return [route.nickname for route in archive.listing().routes]


def test_a_sealed_route_is_opened_for_a_list_once(sealed, folder, key, opened):
    assert names(sealed) == ["Eekhoorn", "Merel", "Otter"]
    assert len(opened) == 3
    assert names(sealed) == names(archive_of(folder, key)) == ["Eekhoorn", "Merel", "Otter"]
    assert len(opened) == 3


def test_a_file_that_changed_is_read_again(sealed, folder, key, opened):
    sealed.listing()
    route = sealed.open("merel")
    route.put(replace(route.route, nickname="Lijster"))
    route.close()
    opened.clear()
    assert names(archive_of(folder, key)) == ["Eekhoorn", "Lijster", "Otter"]
    assert len(opened) == 1


def test_a_file_of_this_moment_is_read_each_time(sealed, folder, key, opened):
    """Within the steps of the disk's clock it may be written again without a sign of it."""
    aged(folder / "merel.age", 0)
    sealed.listing()
    opened.clear()
    names(archive_of(folder, key))
    assert len(opened) == 1


def test_a_file_that_does_not_read_is_told_each_time(sealed, folder, key):
    (folder / "merel.age").write_bytes((folder / "merel.age").read_bytes()[:-9])
    aged(folder / "merel.age")
    for archive in (sealed, archive_of(folder, key)):
        (problem,) = archive.listing().unreadable
        assert problem.kind is UnreadableKind.DAMAGED


def test_a_copy_under_another_name_is_a_copy_each_time(sealed, folder, key):
    (folder / "merel.age").rename(folder / "merel-LAPTOP-7.age")
    for archive in (sealed, archive_of(folder, key)):
        assert names(archive) == ["Eekhoorn", "Otter"]
        assert [each.kind for each in archive.listing().unreadable] == [UnreadableKind.COPY]


def test_nothing_of_it_is_in_the_clear_and_no_other_key_opens_it(sealed, folder, key):
    sealed.listing()
    (index,) = folder.glob(".list-*")
    for word in (b"Merel", b"merel", b"nickname", b"stabilisation"):
        assert word not in index.read_bytes()
    assert unseal(index.read_bytes(), Key.new()) is UnreadableKind.SEALED
    assert not list(folder.glob(".*.new"))


@pytest.mark.parametrize("what", ["damaged", "forged", "of another folder", "gone"])
def test_an_index_that_is_not_ours_is_passed_over(sealed, folder, key, what):
    sealed.listing()
    (index,) = folder.glob(".list-*")
    content = unseal(index.read_bytes(), key)
    assert isinstance(content, bytes)
    assert b'"Merel"' in content
    forged = content.replace(b'"Merel"', b'"Otter"')
    match what:
        case "damaged":
            index.write_bytes(index.read_bytes()[:-5])
        case "forged":  # the public half of the key is no secret
            index.write_bytes(module.seal_to(forged, key.public))
        case "of another folder":
            elsewhere = folder.parent / "elsewhere"
            other = archive_of(elsewhere, key)
            other.create(small_route("merel", nickname="Ander")).close()
            aged(elsewhere / "merel.age")
            other.listing()
            index.write_bytes(next(elsewhere.glob(".list-*")).read_bytes())
        case _:
            index.unlink()
    assert names(archive_of(folder, key)) == ["Eekhoorn", "Merel", "Otter"]


def test_an_erased_route_is_in_it_no_more(sealed, folder, key):
    sealed.listing()
    erase(sealed, "merel", folder / "exports", AFTERNOON)
    content = unseal(next(folder.glob(".list-*")).read_bytes(), key)
    assert isinstance(content, bytes)
    assert b"Otter" in content
    assert b"Merel" not in content


def test_a_disk_that_refuses_the_index_shows_the_list_all_the_same(
    sealed, folder, key, monkeypatch
):
    from relroute_tui.storage.errors import Reason, SaveError
    from relroute_tui.storage.sealing import list_index

    def refuse(path: Path, _content: bytes) -> None:
        raise SaveError(path, Reason.DISK_FULL)

    monkeypatch.setattr(list_index, "replace_file", refuse)
    assert names(archive_of(folder, key)) == ["Eekhoorn", "Merel", "Otter"]
