"""The organisation's archive on the screen: what waits is shown, and nothing is lost."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace
from running_app import FAMILY, Laptop, Window, family_with_a_meeting

from relroute_tui.storage.archives import linking, opening
from relroute_tui.storage.archives.contract import Answer, ArchiveError, Problem, Revision, Save
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.archives.sync_thread import SyncThread, SyncTimes
from relroute_tui.storage.sealing import vault as vault_module
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.ui.screens.home import screen
from relroute_tui.ui.start import Start

PASS_PHRASE = "vier rustige zwaluwen"


class Elsewhere(FolderArchive):
    """An archive that can be out of reach."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.problem: Problem | None = Problem.UNREACHABLE

    def revisions(self) -> Mapping[str, Revision]:
        self._answer()
        return super().revisions()

    def save(self, save: Save) -> Answer:
        self._answer()
        return super().save(save)

    def _answer(self) -> None:
        if self.problem is not None:
            raise ArchiveError(self.problem)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """The archive of the organisation, which is looked at all the time."""
    elsewhere = Elsewhere(tmp_path / "elsewhere")
    for module in (linking, opening):
        monkeypatch.setattr(module, "shared_archive", lambda address, key: elsewhere)
    times = SyncTimes(look=0.1, up=0.0, news=0.1, retry=0.0)
    monkeypatch.setattr(SyncThread.__init__, "__defaults__", (times,))
    monkeypatch.setattr(screen, "LOOK_AGAIN_EVERY", 0.1)
    return elsewhere


@pytest.fixture
def of_a_team(laptop: Laptop, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """Folders with one sealed family, of somebody whose organisation has an archive."""
    monkeypatch.setattr(vault_module.Vault.__init__, "__defaults__", (4,))
    environment = replace(laptop.environment, archive="postgresql://archive.example/relroute")
    laptop.environment = environment
    made = Vault(environment.sessions).make(PASS_PHRASE, RecoveryKey.new())
    laptop.archive = sealed_archive(
        environment.sessions, made.key, environment.private, laptop.clock
    )
    laptop.keep(family_with_a_meeting())
    return laptop


async def unlock(window: Window) -> None:
    await window.sees("De wachtzin opent ze")
    await window.type(PASS_PHRASE)
    await window.press("enter")


async def test_home_and_a_meeting_say_what_waits_and_when_it_is_there(
    of_a_team: Laptop, elsewhere: Elsewhere
) -> None:
    async with of_a_team.window() as window:
        await unlock(window)
        await window.sees("Het gedeelde archief antwoordt niet. Alles is op deze laptop bewaard")
        await window.sees("1 route wacht op het gedeelde archief.")
        elsewhere.problem = Problem.FULL
        await window.sees("Het gedeelde archief is vol.")
        elsewhere.problem = None
        await window.until(lambda: FAMILY in elsewhere.revisions())
        await window.does_not_see("gedeelde archief")

    async with of_a_team.window(Start(FAMILY, meet=True)) as window:
        await unlock(window)
        await window.type("Vandaag met elkaar")
        await window.sees("in het archief 14.00")
        elsewhere.problem = Problem.UNREACHABLE
        await window.type(" gesproken.")
        await window.sees("nog niet in het archief")
        elsewhere.problem = None

    there = elsewhere.fetch(FAMILY)  # what still waited went up when the window was left
    assert there is not None
    assert there.sealed == of_a_team.archive.path_to(FAMILY).read_bytes()
    assert "Vandaag met elkaar gesproken." in of_a_team.on_disk().meetings[-1].notes


async def test_what_is_not_sealed_stays_here_and_is_told(
    one_family: Laptop, elsewhere: Elsewhere
) -> None:
    one_family.environment = replace(
        one_family.environment, archive="postgresql://archive.example/relroute"
    )
    elsewhere.problem = None
    async with one_family.at_home() as window:
        await window.sees("niet verzegeld. Daarom is er niets naar het gedeelde archief verstuurd.")
        assert elsewhere.revisions() == {}
