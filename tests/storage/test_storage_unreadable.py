"""A file that is no route of ours is left alone, byte for byte, and told by its kind."""

import hashlib
import json
import os
import random
import traceback
from pathlib import Path

import pytest
from any_route import small_route, typed
from examples import examples

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import SaveError, StorageError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.format import FORMAT
from relroute_tui.storage.store import RouteStore

SECRET = "zegniettegendebuurman"


def whole_file(tmp_path: Path) -> bytes:
    path = tmp_path / "whole" / "fjord234.json"
    path.parent.mkdir()
    RouteStore(path).save(typed(small_route(), f"{SECRET} 😀"))
    return path.read_bytes()


def _changed(content: bytes, *keys: str | int, to: object) -> bytes:
    tables = json.loads(content)
    place = tables
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = to
    return json.dumps(tables).encode()


DAMAGED, FOREIGN, NEWER = UnreadableKind.DAMAGED, UnreadableKind.FOREIGN, UnreadableKind.NEWER
BAD_FILES = {
    "empty": (lambda whole: b"", DAMAGED),
    "cut in the middle": (lambda whole: whole[: len(whole) // 2], DAMAGED),
    "one byte short": (lambda whole: whole[:-1], DAMAGED),
    "zeros": (lambda whole: bytes(len(whole)), DAMAGED),
    "second half zeros": (lambda whole: whole[:1000] + bytes(len(whole) - 1000), DAMAGED),
    "written over by a longer one": (lambda whole: whole + whole[-50:], DAMAGED),
    "plain text": (lambda whole: f"Lieve Anna, {SECRET}".encode(), DAMAGED),
    "latin-1": (lambda whole: f'{{"about": "{SECRET} caf\u00e9"}}'.encode("latin-1"), DAMAGED),
    "utf-16": (lambda whole: whole.decode().encode("utf-16"), DAMAGED),
    "byte order mark": (lambda whole: b"\xef\xbb\xbf" + whole, DAMAGED),
    "NaN": (lambda whole: whole.replace(b'"seed":1', b'"seed":NaN'), DAMAGED),
    "infinite": (lambda whole: whole.replace(b'"seed":1', b'"seed":1e999'), DAMAGED),
    "huge number": (lambda whole: whole.replace(b'"seed":1', b'"seed":' + b"9" * 9999), DAMAGED),
    "a number of 400 digits": (
        lambda whole: _changed(whole, "meetings", "1", "agenda", "steps", 0, "minutes", to=10**400),
        DAMAGED,
    ),
    "half a surrogate": (lambda whole: whole.replace(b'"Sam"', b'"\\ud800"', 1), DAMAGED),
    "nested 100,000 deep": (lambda whole: b"[" * 100_000 + b"]" * 100_000, DAMAGED),
    "nested in ours": (
        lambda whole: whole.replace(b'"set_aside":[]', b'"set_aside":' + b"[" * 9999 + b"]" * 9999),
        DAMAGED,
    ),
    "nested objects": (lambda whole: b'{"a":' * 100_000, DAMAGED),
    "a list": (lambda whole: b"[1, 2]", FOREIGN),
    "a number": (lambda whole: b"42", FOREIGN),
    "null": (lambda whole: b"null", FOREIGN),
    "no tables": (lambda whole: b"{}", FOREIGN),
    "package.json": (lambda whole: b'{"name": "x", "about": {"1": 2}}', FOREIGN),
    "another TinyDB": (lambda whole: b'{"_default": {"1": {"name": "x"}}}', FOREIGN),
    "a later format": (lambda whole: _changed(whole, "about", "1", "format", to=FORMAT + 1), NEWER),
    "a much later one": (
        lambda whole: b'{"about": {"1": {"format": 99, "sealed": "%s"}}, "pages": [[]]}' % b"x",
        NEWER,
    ),
    "format 0": (lambda whole: _changed(whole, "about", "1", "format", to=0), DAMAGED),
    "format in words": (lambda whole: _changed(whole, "about", "1", "format", to="1"), FOREIGN),
    "no nickname": (lambda whole: whole.replace(b'"nickname"', b'"nickname2"'), DAMAGED),
    "wrong type": (lambda whole: _changed(whole, "meetings", "1", "notes", to=[SECRET]), DAMAGED),
    "wrong phase": (lambda whole: _changed(whole, "about", "1", "phase", to=SECRET), DAMAGED),
    "wrong date": (lambda whole: _changed(whole, "meetings", "2", "started", to=SECRET), DAMAGED),
    "a table that is a list": (lambda whole: _changed(whole, "meetings", to=[]), DAMAGED),
    "a place that is no number": (lambda whole: whole.replace(b',"2":', b',"two":'), DAMAGED),
    "past the last step": (
        lambda whole: _changed(whole, "meetings", "1", "agenda", "current", to=999),
        DAMAGED,
    ),
    "no steps": (lambda whole: _changed(whole, "meetings", "1", "agenda", "steps", to=[]), DAMAGED),
    "20 MB of noise": (lambda whole: random.Random(1).randbytes(20_000_000), DAMAGED),
    "4 MB of JSON": (lambda whole: b"[" + b'"x",' * 1_000_000 + b"0]", FOREIGN),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_by_its_kind_and_stays_as_it_is(archive, folder, tmp_path, name):
    make, kind = BAD_FILES[name]
    path = folder / "fjord234.json"
    path.write_bytes(make(whole_file(tmp_path)))
    before = hashlib.sha256(path.read_bytes()).digest()

    listing = archive.listing()
    assert listing.routes == ()
    assert [(each.path, each.kind) for each in listing.unreadable] == [(path, kind)]
    for use in (
        lambda: archive.find("fjord234"),
        lambda: archive.load("fjord234"),
        lambda: archive.open("fjord234"),
        lambda: RouteStore(path).load(),
        lambda: RouteStore(path).save(small_route()),
    ):
        with pytest.raises(UnreadableRoute) as caught:
            use()
        assert caught.value.kind is kind
        assert caught.value.__context__ is None
        assert SECRET not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(SaveError):
        archive.create(small_route())

    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert list(folder.iterdir()) == [path]


def test_a_folder_in_the_place_of_a_route_is_damage(archive, folder):
    (folder / "fjord234.json").mkdir()
    assert [each.kind for each in archive.listing().unreadable] == [DAMAGED]
    with pytest.raises(UnreadableRoute):
        archive.open("fjord234")
    with pytest.raises(UnreadableRoute):
        RouteStore(folder / "fjord234.json").save(small_route())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing here")
def test_a_pipe_in_the_place_of_a_route_does_not_keep_anyone_waiting(archive, folder):
    os.mkfifo(folder / "fjord234.json")
    assert [each.kind for each in archive.listing().unreadable] == [DAMAGED]


def test_a_file_that_the_system_does_not_hand_over_is_told(archive, folder, tmp_path, monkeypatch):
    path = folder / "fjord234.json"
    path.write_bytes(whole_file(tmp_path))

    def refuse(_descriptor, _size):
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "read", refuse)
    assert [each.kind for each in archive.listing().unreadable] == [UnreadableKind.UNREACHABLE]
    with pytest.raises(UnreadableRoute):
        archive.load("fjord234")
    with pytest.raises(UnreadableRoute):
        RouteStore(path).save(small_route())


@pytest.mark.skipif(os.name == "nt", reason="making a link takes a right that few have there")
def test_a_link_that_leads_nowhere_is_told(archive, folder, tmp_path):
    (folder / "fjord234.json").symlink_to(tmp_path / "gone")
    assert [each.kind for each in archive.listing().unreadable] == [UnreadableKind.UNREACHABLE]


def test_one_bad_file_hides_no_other_route(archive, folder):
    RouteStore(folder / "good2.json").save(small_route("good2"))
    (folder / "bad2.json").write_text("{")
    listing = archive.listing()
    assert [route.id for route in listing.routes] == ["good2"]
    assert [each.path.name for each in listing.unreadable] == ["bad2.json"]


def test_a_file_cut_off_anywhere_is_damaged(archive, folder, tmp_path):
    whole = whole_file(tmp_path)
    path = folder / "fjord234.json"
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(UnreadableRoute) as caught:
            archive.load("fjord234")
        assert caught.value.kind is DAMAGED


def test_a_file_with_flipped_bits_opens_or_is_told(archive, folder, tmp_path):
    whole = whole_file(tmp_path)
    path = folder / "fjord234.json"
    chance = random.Random(5)
    opened = told = 0
    files = examples(600)
    for _ in range(files):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            assert isinstance(archive.load("fjord234"), Route)
            opened += 1
        except StorageError:
            told += 1
        archive.listing()
        assert path.read_bytes() == damaged
    print(f"{files:,} files with flipped bits: {opened} opened, {told} told, 0 changed")  # noqa: T201


def test_a_foreign_file_that_takes_the_place_later_is_not_read_as_ours(archive, folder):
    store = RouteStore(folder / "fjord234.json")
    (folder / "fjord234.json").write_text('{"name": "theirs"}')
    with pytest.raises(UnreadableRoute):
        store.save(small_route())
    assert Archive(folder).listing().unreadable[0].kind is FOREIGN
