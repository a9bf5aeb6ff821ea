"""Two laptops that each chose a pass phrase: their keys are brought together, and nothing is lost."""

from pathlib import Path

import pytest
from any_route import small_route, typed

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.files import replace_file
from relroute_tui.storage.sealing import join_keys as module
from relroute_tui.storage.sealing.join_keys import join_keys, plan_join
from relroute_tui.storage.sealing.key import Key, seal_to
from relroute_tui.storage.sealing.key_folder import KEYS, SUCCESSOR_ENDING
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import versions_of
from relroute_tui.storage.versions.version_files import versions_in

HERE, THERE = "vier rustige zwaluwen", "negen blauwe emmers"
ROUTES = {HERE: "fjord234", THERE: "merel567"}
QUICK = 4


class Laptops:
    """One folder after a synchronisation: a key, a recovery key and a route of each laptop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = Vault(folder, work=QUICK)
        self.recovery = {route: RecoveryKey.new() for route in ROUTES}
        for pass_phrase, route_id in ROUTES.items():
            made = self.vault.make(pass_phrase, self.recovery[pass_phrase])
            archive = self.archive(made)
            archive.prepare()
            archive.create(small_route(route_id, route_id)).close()
            opened = archive.open(route_id)
            for text in ("eerst", "later"):
                opened.put(typed(opened.route, f"{text} {route_id}"))
                assert opened.save_now()
            opened.close()

    def archive(self, unlocked: Unlocked) -> Archive:
        return sealed_archive(self.folder, unlocked.key, self.folder)

    def join(self, one: str = HERE, other: str = THERE) -> tuple[Path, ...]:
        plan = plan_join(self.folder, self.folder, self.vault.open(one), self.vault.open(other))
        return join_keys(self.folder, self.folder, plan)

    def what_opens(self, unlocked: Unlocked) -> set[str]:
        return {route.id for route in self.archive(unlocked).listing().routes}


@pytest.fixture
def laptops(tmp_path, monkeypatch) -> Laptops:
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    return Laptops(tmp_path)


def test_before_it_a_route_of_the_other_laptop_is_sealed_and_not_damaged(laptops):
    found = laptops.archive(laptops.vault.open(HERE)).listing()
    assert [route.id for route in found.routes] == [ROUTES[HERE]]
    assert [each.kind for each in found.unreadable] == [UnreadableKind.SEALED]


@pytest.mark.parametrize(("one", "other"), [(HERE, THERE), (THERE, HERE)])
def test_afterwards_both_pass_phrases_and_both_recovery_keys_open_everything(laptops, one, other):
    plan = plan_join(
        laptops.folder, laptops.folder, laptops.vault.open(one), laptops.vault.open(other)
    )
    assert plan.routes == 2
    assert laptops.join(one, other) == ()
    opened = [laptops.vault.open(route) for route in ROUTES]
    opened += [laptops.vault.recover(each) for each in laptops.recovery.values()]
    assert len({each.key for each in opened}) == 1
    for each in opened:
        archive = laptops.archive(each)
        assert laptops.what_opens(each) == set(ROUTES.values())
        assert archive.listing().unreadable == ()
        for route_id in ROUTES.values():
            assert archive.load(route_id).meetings[-1].notes == f"later {route_id}"
            assert len(versions_of(archive, route_id)) == len(
                versions_in(laptops.folder / ".versions" / route_id)
            )


def test_a_laptop_that_still_works_with_its_own_key_opens_what_it_opened_before(laptops):
    before = {route: laptops.vault.open(route) for route in ROUTES}
    laptops.join()
    for pass_phrase, unlocked in before.items():
        assert ROUTES[pass_phrase] in laptops.what_opens(unlocked)


def test_both_laptops_that_join_at_once_come_to_the_same_key(laptops):
    laptops.join(HERE, THERE)
    laptops.join(THERE, HERE)
    assert laptops.vault.open(HERE).key == laptops.vault.open(THERE).key


def test_three_keys_come_to_one(laptops):
    third = laptops.vault.make("de derde wachtzin", RecoveryKey.new())
    laptops.archive(third).create(small_route("derde234", "Derde")).close()
    laptops.join()
    laptops.join("de derde wachtzin", HERE)
    for pass_phrase in (*ROUTES, "de derde wachtzin"):
        opened = laptops.vault.open(pass_phrase)
        assert laptops.what_opens(opened) == {*ROUTES.values(), "derde234"}


def test_what_comes_later_with_the_older_key_is_brought_along_once_more(laptops):
    before = [laptops.vault.open(route) for route in ROUTES]
    laptops.join()
    kept = laptops.vault.open(HERE).key
    older = next(each for each in before if each.key != kept)
    laptops.archive(older).create(small_route("nieuw234", "Nieuw")).close()
    assert "nieuw234" not in laptops.what_opens(laptops.vault.open(HERE))
    laptops.join()
    assert "nieuw234" in laptops.what_opens(laptops.vault.open(HERE))


def test_stopped_at_any_write_every_route_opens_with_the_key_that_it_had(laptops, monkeypatch):
    before = {route: laptops.vault.open(route) for route in ROUTES}
    for stop_at in range(20):
        writes = 0

        def stopping(path: Path, content: bytes, stop_at: int = stop_at) -> None:
            nonlocal writes
            if writes == stop_at:
                raise KeyboardInterrupt
            writes += 1
            replace_file(path, content)

        monkeypatch.setattr(module, "replace_file", stopping)
        try:
            laptops.join()
        except KeyboardInterrupt:
            stopped = True
        else:
            stopped = False
        for pass_phrase, unlocked in before.items():
            assert ROUTES[pass_phrase] in laptops.what_opens(unlocked)
        if not stopped:
            break
    assert not stopped
    assert laptops.what_opens(laptops.vault.open(THERE)) == set(ROUTES.values())


def test_a_route_that_another_window_has_stays_as_it_is_until_the_next_time(laptops):
    plan = plan_join(
        laptops.folder, laptops.folder, laptops.vault.open(HERE), laptops.vault.open(THERE)
    )
    pass_phrase = next(route for route in ROUTES if laptops.vault.open(route).key != plan.kept)
    opened = laptops.archive(laptops.vault.open(pass_phrase)).open(ROUTES[pass_phrase])
    before = {path: path.read_bytes() for path in plan.files}
    assert laptops.join() == plan.files
    assert {path: path.read_bytes() for path in plan.files} == before
    opened.close()
    assert laptops.join() == ()
    assert laptops.what_opens(laptops.vault.open(HERE)) == set(ROUTES.values())


def test_another_pass_phrase_after_it_leads_to_the_same_key(laptops):
    laptops.join()
    for pass_phrase in ROUTES:
        unlocked = laptops.vault.open(pass_phrase)
        laptops.vault.change(unlocked, f"een nieuwe: {pass_phrase}")
        assert laptops.vault.open(f"een nieuwe: {pass_phrase}").key == unlocked.key


def test_nobody_with_only_the_public_key_slips_a_key_of_their_own_in(laptops):
    unlocked, strange = laptops.vault.open(HERE), Key.new()
    content = (
        f"{strange.text}# relroute took the place of: {strange.mac('successor', strange.text)}"
    )
    path = laptops.folder / KEYS / f"deadbeef{SUCCESSOR_ENDING}"
    path.write_bytes(seal_to(content.encode(), unlocked.key.public))
    assert laptops.vault.open(HERE).key == unlocked.key


def test_one_pass_phrase_on_both_laptops_opens_two_keys_that_can_be_joined(tmp_path):
    vault = Vault(tmp_path, work=QUICK)
    for route_id in ROUTES.values():
        made = vault.make(HERE, RecoveryKey.new())
        sealed_archive(tmp_path, made.key, tmp_path).create(small_route(route_id, route_id)).close()
    one, other = vault.each_opened_by(HERE)
    join_keys(tmp_path, tmp_path, plan_join(tmp_path, tmp_path, one, other))
    opened = sealed_archive(tmp_path, vault.open(HERE).key, tmp_path).listing()
    assert {route.id for route in opened.routes} == set(ROUTES.values())
