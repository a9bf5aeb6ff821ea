"""Files are known by what is in them, whatever a synchroniser called them."""

from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed
from msgspec.structs import replace

from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.route import Route, all_agreements, open_agreements
from relroute_tui.language.storage_messages import problem_sentences
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import join_all, versions_apart
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.key_folder import is_sealed
from relroute_tui.storage.sealing.migrate import has_open_files, seal_everything
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.versions.backup import back_up, put_back
from relroute_tui.storage.versions.erase import erase
from relroute_tui.storage.versions.restore import rescues, restore, versions_of

KEY = Key.new()
PASS_PHRASE = "vier rustige zwaluwen op een draad"
NAMES = [
    "fjord234.{}.conflict1",  # rclone bisync 1.75
    "fjord234.{}..path1",  # rclone bisync 1.60
    "fjord234.{}.sync-conflict-20261124-140312-ABCDEFG",
    "fjord234.sync-conflict-20261124-140312-ABCDEFG.{}",  # Syncthing
    "fjord234 (conflicted copy 2026-11-24 140312).{}",  # Nextcloud, Dropbox
    "fjord234-LAPTOP-7.{}",  # OneDrive
    "fjord234 (conflict copy from Anna on 2026-11-24).{}",  # unison
    "fjord234 (SFConflict anna 2026-11-24-14-03-12).{}",  # Seafile
    "fjord234.{} (1)",
    "fjord234.{}~",
    "fjord234 {}",
    "kopie",
]


@pytest.fixture(params=["open", "sealed"])
def archive(request, folder) -> Archive:
    made = sealed_archive(folder, KEY, folder) if request.param == "sealed" else Archive(folder)
    made.prepare()
    return made


def suffix(archive: Archive) -> str:
    return archive.path_to("fjord234").suffix.removeprefix(".")


def three_versions(archive: Archive, folder: Path, name: str) -> list[str]:
    """Return what was said in three versions of the route, none of which has its own name."""
    texts = ["Alleen hier.", "Alleen daar.", "Alleen nog ergens."]
    for number, text in enumerate(texts):
        path = archive.path_to("fjord234")
        archive.create(typed(small_route(), text)).close()
        called = name.format(suffix(archive))
        path.rename(folder / (called if not number else f"{called}{number}"))
    return texts


def said(route: Route) -> str:
    return "\n".join(meeting.notes for meeting in route.meetings)


@pytest.mark.parametrize("name", NAMES)
def test_a_route_of_which_no_file_kept_its_name_is_told_in_one_line_and_joined(
    archive, folder, name
):
    texts = three_versions(archive, folder, name)
    listing = archive.listing()
    assert [each.kind for each in listing.unreadable] == [UnreadableKind.COPY] * 3
    (sentence,) = problem_sentences(listing.unreadable)
    assert "Sam" in sentence
    (apart,) = versions_apart(archive, listing.unreadable)
    assert (apart.number, apart.here, apart.nickname) == (3, None, "Sam")
    whole = join_all(archive, apart.others)
    assert all(text in said(whole) for text in texts)
    after = archive.listing()
    assert ([route.id for route in after.routes], after.unreadable) == (["fjord234"], ())
    assert archive.load("fjord234") == whole


def test_a_route_that_is_in_one_file_of_another_name_is_not_called_two_versions(archive, folder):
    archive.create(typed(small_route(), "Alleen hier.")).close()
    path = archive.path_to("fjord234")
    path.rename(folder / f"{path.name}.conflict1")
    (sentence,) = problem_sentences(archive.listing().unreadable)
    assert "only in" in sentence and "two versions" not in sentence
    (apart,) = versions_apart(archive, archive.listing().unreadable)
    join_all(archive, apart.others)
    assert "Alleen hier." in said(archive.load("fjord234"))


def test_what_is_no_route_is_left_where_it_is(archive, folder):
    """A folder has other files too, and files of which a part is still on its way."""
    archive.create(small_route()).close()
    content = archive.path_to("fjord234").read_bytes()
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "fjord234.lock").touch()
    (folder / "fjord234.json.7f3a.partial").write_bytes(content[:100])
    (folder / "fjord234.json.set-aside-20261124").write_bytes(content)
    (folder / ".syncthing.fjord234.json.tmp").write_bytes(content[:100])
    (folder / "exports").mkdir()
    assert archive.listing().unreadable == ()
    assert len(archive.listing().routes) == 1


def test_a_file_that_says_age_and_is_not_sealed_is_no_route(folder):
    """Else whoever has the folder could put a text of their own in the place of a sealed one."""
    Archive(folder).create(small_route()).close()
    (folder / "fjord234.json").rename(folder / "fjord234.age")
    archive = sealed_archive(folder, KEY, folder)
    assert [each.kind for each in archive.listing().unreadable] == [UnreadableKind.DAMAGED]


def test_a_copy_of_any_name_is_in_a_backup_and_comes_back(archive, folder, tmp_path):
    texts = three_versions(archive, folder, "fjord234.{}.conflict")
    back_up(folder, tmp_path / "stick", AFTERNOON)
    for path in folder.glob("fjord234*"):
        path.unlink()
    put_back(folder, tmp_path / "stick")
    (apart,) = versions_apart(archive, archive.listing().unreadable)
    assert all(text in said(apart.theirs()) for text in texts)


def test_a_copy_among_the_versions_is_a_version(archive, folder):
    archive.create(typed(small_route(), "Eerst.")).close()
    opened = archive.open("fjord234")
    opened.put(typed(opened.route, "Daarna."))
    opened.close()
    (version,) = versions_of(archive, "fjord234")
    (path,) = (folder / ".versions" / "fjord234").iterdir()
    path.rename(path.with_name(f"{path.name}.conflict1"))
    (found,) = versions_of(archive, "fjord234")
    assert (found.saved, found.route) == (version.saved, version.route)
    restore(archive, "fjord234", found.name)
    assert archive.load("fjord234").meetings[-1].notes == "Eerst."


def test_sealing_leaves_no_copy_of_any_name_in_the_clear(folder):
    three_versions(Archive(folder), folder, "fjord234.{}.conflict")
    archive = sealed_archive(folder, KEY, folder)
    assert has_open_files(archive)
    assert seal_everything(archive) == ()
    assert not has_open_files(archive)
    assert not [path for path in folder.iterdir() if b"Alleen" in path.read_bytes()]
    (apart,) = versions_apart(archive, archive.listing().unreadable)
    assert apart.number == 3


def test_erasing_takes_every_copy_and_what_a_synchroniser_kept_for_itself(
    archive, folder, tmp_path
):
    three_versions(archive, folder, "fjord234.{}.conflict")
    archive.create(small_route()).close()
    Archive(tmp_path / "elsewhere").create(small_route()).close()
    kept = folder / ".stversions" / "fjord234~20261124-140312.json"
    kept.parent.mkdir()
    kept.write_bytes((tmp_path / "elsewhere" / "fjord234.json").read_bytes())
    erase(archive, "fjord234", folder / "exports", AFTERNOON)
    left = [path for path in folder.rglob("*") if path.is_file() and "fjord234" in path.name]
    assert left == []


# Keys


@pytest.mark.parametrize("name", ["{}.conflict1", "{}..path2", "{} (conflicted copy)"])
def test_a_key_file_of_any_name_is_tried(folder, name):
    vault, recovery = Vault(folder, work=4), RecoveryKey.new()
    made = vault.make(PASS_PHRASE, recovery)
    for path in (folder / ".keys").iterdir():
        path.rename(path.with_name(name.format(path.name)))
    (folder / ".keys" / "Thumbs.db").write_bytes(b"no key")
    assert is_sealed(folder)
    assert vault.open(PASS_PHRASE).key == made.key
    assert vault.recover(recovery).key == made.key


def test_a_whole_file_that_is_sealed_with_another_key_is_neither_damaged_nor_set_aside(folder):
    """Two laptops chose a pass phrase each while they had no connection."""
    ours = sealed_archive(folder, KEY, folder.parent)
    ours.create(small_route()).close()
    opened = ours.open("fjord234")
    opened.put(replace(opened.route, nickname="Lot"))
    opened.close()
    theirs = sealed_archive(folder.parent / "theirs", Key.new(), folder.parent / "theirs")
    theirs.create(small_route()).close()
    (folder / "fjord234.age").write_bytes(theirs.path_to("fjord234").read_bytes())
    listing = ours.listing()
    assert [each.kind for each in listing.unreadable] == [UnreadableKind.SEALED]
    assert rescues(ours, listing.unreadable) == ()
    with pytest.raises(type(listing.unreadable[0])):
        restore(ours, "fjord234", versions_of(ours, "fjord234")[0].name)
    assert (folder / "fjord234.age").read_bytes() == theirs.path_to("fjord234").read_bytes()
    assert not list(folder.glob("*.set-aside-*"))


# One count


def test_an_agreement_is_counted_once_where_two_versions_of_its_meeting_were_kept(archive):
    """A meeting that was closed, and that somebody corrected on one of two laptops."""
    archive.create(small_route(meetings=3)).close()
    before = archive.listing().routes[0].open_agreements
    route = archive.load("fjord234")
    corrected = route.with_meeting(replace(route.meetings[-1], notes="Anders gezegd."))
    whole = merge_routes(route, corrected)
    assert len(whole.meetings) == 4
    assert len(open_agreements(whole)) == before
    assert len(all_agreements(whole)) == len(all_agreements(route))
