"""Erased is erased: nothing of a route is left, and nothing of another is touched."""

from datetime import datetime
from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import EraseError, NoSuchRoute, ReadOnlyRoute, Reason, SaveError
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.versions import erase as erase_module
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.erase import LOG, erase
from relroute_tui.storage.versions.restore import rescues

NOW: datetime = AFTERNOON
MARK = b"MERKTEKEN"


@pytest.fixture(params=["open", "sealed"])
def archive(request, folder, monkeypatch) -> Archive:
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    sealed = sealed_archive(folder, Key.new(), folder)
    return {"open": Archive(folder), "sealed": sealed}[request.param]


def keep(archive: Archive, route_id: str) -> None:
    archive.create(small_route(route_id, nickname=f"MERKTEKEN-{route_id}")).close()
    opened = archive.open(route_id)
    for text in ("een", "twee"):
        opened.put(typed(opened.route, f"MERKTEKEN {text}"))
        opened.save_now()
    opened.close()


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_nothing_of_an_erased_route_is_left(archive, folder):
    keep(archive, "fjord234")
    exports = folder / "exports"
    exports.mkdir()
    (exports / "route-fjord234-2026-03-04.md").write_bytes(MARK)
    (exports / "meeting-2026-03-04-fjord234.md").write_bytes(MARK)
    path = archive.path_to("fjord234")
    path.with_name(f"{path.name}.set-aside-20260304-120000-000000").write_bytes(MARK)
    path.with_name(f"fjord234 (conflicted copy){path.suffix}").write_bytes(path.read_bytes())
    path.with_name(f".{path.name}.0badcafe.new").write_bytes(MARK)
    erase(archive, "fjord234", exports, NOW)
    left = everything_in(folder)
    assert left.pop(LOG) == b"2026-03-04 fjord234\n"
    for name, content in left.items():
        assert "fjord234" not in name
        assert MARK not in content
    assert not archive.listing().routes
    assert not rescues(archive, archive.listing().unreadable)


def test_the_same_route_goes_under_whatever_name_it_lies_there(folder):
    """As a copy of an open file was put beside its sealed one, or somebody copied it by hand."""
    archive = sealed_archive(folder, Key.new(), folder)
    keep(archive, "fjord234")
    keep(archive, "berg2345")
    sealed = archive.path_to("fjord234")
    keep(Archive(folder.parent / "open"), "fjord234")
    opened = (folder.parent / "open" / "fjord234.json").read_bytes()
    for name in ("fjord234.json", "Copy of fjord234.json", "holiday.json", "fjord234-2026.json"):
        (folder / name).write_bytes(opened)
    for name in ("Copy of fjord234.age", "berg.age"):
        (folder / name).write_bytes(sealed.read_bytes())
    exports = folder / "exports"
    exports.mkdir()
    (exports / "route-fjord234-2026-03-04.md").write_bytes(MARK)
    erase(archive, "fjord234", exports, NOW)
    assert [path.name for path in archive.files()] == ["berg2345.age"]
    assert not list(exports.iterdir())
    assert archive.load("berg2345").nickname == "MERKTEKEN-berg2345"


def test_nothing_of_another_route_is_touched(archive, folder):
    for route_id in ("fjord234", "fjord234-b", "berg2345"):
        keep(archive, route_id)
    exports = folder / "exports"
    exports.mkdir()
    (exports / "route-fjord234-b-2026-03-04.md").write_bytes(b"van een ander")
    before = {name: content for name, content in everything_in(folder).items() if "b" in name}
    erase(archive, "fjord234", exports, NOW)
    after = everything_in(folder)
    others = [name for name in before if "fjord234-b" in name or "berg2345" in name]
    assert len(others) >= 5
    assert [name for name in others if after.get(name) != before[name]] == []
    assert sorted(route.id for route in archive.listing().routes) == ["berg2345", "fjord234-b"]


def test_a_route_that_is_open_in_a_window_is_not_erased(archive, folder):
    keep(archive, "fjord234")
    opened = archive.open("fjord234")
    with pytest.raises(ReadOnlyRoute):
        erase(archive, "fjord234", folder / "exports", NOW)
    opened.close()
    assert archive.load("fjord234")
    assert not (folder / LOG).exists()


def test_what_could_not_be_erased_can_be_worked_with_and_erased_again(folder, monkeypatch):
    archive = sealed_archive(folder, Key.new(), folder)
    keep(archive, "fjord234")
    envelope = archive.envelope(archive.path_to("fjord234"))

    def refuse(_route_id):
        raise SaveError(folder, Reason.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(envelope, "forget", refuse)
        with pytest.raises(EraseError):
            erase(archive, "fjord234", folder / "exports", NOW)
    opened = archive.open("fjord234")
    assert not opened.read_only
    opened.close()
    erase(archive, "fjord234", folder / "exports", NOW)
    assert not archive.files()


def test_what_is_typed_for_an_id_erases_nothing_elsewhere(archive, folder):
    archive.prepare()
    (folder.parent / "mine.json").write_text("{}")
    with pytest.raises(NoSuchRoute):
        erase(archive, "../mine", folder, NOW)
    assert (folder.parent / "mine.json").exists()


def test_each_erasing_is_a_line_in_the_log(archive, folder):
    for route_id in ("fjord234", "berg2345"):
        keep(archive, route_id)
        erase(archive, route_id, folder / "exports", NOW)
    assert (folder / LOG).read_text() == "2026-03-04 fjord234\n2026-03-04 berg2345\n"


def test_what_does_not_read_goes_too_when_it_bears_the_name_of_the_route(archive, folder):
    keep(archive, "fjord234")
    keep(archive, "fjord234-b")
    path = archive.path_to("fjord234")
    for name in (
        f"fjord234 (conflicted copy){path.suffix}",
        f"fjord234.sync-conflict-20261124-140312-ABCDEFG{path.suffix}",
        f"fjord234-LAPTOP-7{path.suffix}",
    ):
        path.with_name(name).write_bytes(path.read_bytes()[:-40])
    path.with_name(f".fjord234 (other version 0badcafe){path.suffix}.0badcafe.new").write_bytes(
        MARK
    )
    other = archive.path_to("fjord234-b")
    other.write_bytes(other.read_bytes()[:-40])
    erase(archive, "fjord234", folder / "exports", NOW)
    names = [each.name for each in folder.iterdir() if "fjord234" in each.name]
    assert sorted(names) == [f"fjord234-b{path.suffix}", "fjord234-b.lock"][: len(names)]
    assert other.exists()


def test_an_open_file_that_does_not_read_goes_with_its_sealed_one(folder):
    archive = sealed_archive(folder, Key.new(), folder)
    keep(archive, "fjord234")
    (folder / "fjord234.json").write_bytes(b'{"about": ' + MARK)
    erase(archive, "fjord234", folder / "exports", NOW)
    assert not (folder / "fjord234.json").exists()


def test_it_is_told_as_erased_once_the_disk_knows(archive, folder, monkeypatch):
    keep(archive, "fjord234")
    flushed = []
    flush = erase_module.flush_folder
    monkeypatch.setattr(
        erase_module,
        "flush_folder",
        lambda each: flushed.append((each, sorted(each.glob("fjord234.*[!k]")))) or flush(each),
    )
    erase(archive, "fjord234", folder / "exports", NOW)
    assert (folder, []) in flushed
    assert (folder / version_files.FOLDER, []) in flushed
