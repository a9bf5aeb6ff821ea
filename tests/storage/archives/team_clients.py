"""Eight people who save at once, and note what they were told."""

import os
import random
import threading
import time
from dataclasses import dataclass, field

from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Revision,
    Save,
    SharedArchive,
    new_save_id,
)
from relroute_tui.storage.archives.opening import shared_archive

SEALED = b"age-encryption.org/v1\n"
SHARED = "shared23"
"""Route that all of them save."""
NAMES = tuple(f"client{number}" for number in range(8))
PATIENCE = 120.0
"""Seconds without any answer after which something is wrong."""


@dataclass
class Client:
    """Saves a route of its own and one that all share, by the protocol that the app follows."""

    name: str
    address: str
    everyone: tuple[str, ...]
    told: list[Save] = field(default_factory=list)
    """Every save that it was told is kept, in order."""
    in_doubt: int = 0
    conflicts_on_own: int = 0
    longest_wait: float = 0.0

    @property
    def key(self) -> str:
        return f"age1{self.name}"

    @property
    def own(self) -> str:
        return f"own-{self.name}"

    def __post_init__(self) -> None:
        self._known: dict[str, Revision | None] = {}
        self._chance = random.Random(self.name)
        self.archive: SharedArchive = shared_archive(self.address, self.key)

    def work(self, stop: threading.Event, enough: int | None = None) -> None:
        """Save until it is enough, or time to stop. Every save is answered in the end."""
        while not stop.is_set() and (enough is None or len(self.told) < enough):
            self.save_one(self._chance.choice([self.own, SHARED]))
        self.archive.close()

    def save_one(self, route_id: str) -> None:
        """Save once: wait until it is known what became of it, whatever happens to the server."""
        begun = time.monotonic()
        readers = (self.key,) if route_id == self.own else self.everyone
        content = SEALED + f"{self.name} {len(self.told)} ".encode() + os.urandom(5_000)
        save = Save(route_id, content, readers, self._known.get(route_id), new_save_id())
        answer = self._answer(save, is_new=True, begun=begun)
        while answer in (Answer.IN_DOUBT, Answer.NOT_KEPT):
            answer = self._answer(save, is_new=answer is Answer.NOT_KEPT, begun=begun)
        self.longest_wait = max(self.longest_wait, time.monotonic() - begun)
        if answer is Answer.KEPT:
            self.told.append(save)
            self._known[route_id] = save.revision
            return
        self.conflicts_on_own += route_id == self.own
        self._learn(route_id, begun)

    def _answer(self, save: Save, is_new: bool, begun: float) -> Answer:
        try:
            answer = self.archive.save(save) if is_new else self.archive.settle(save)
        except ArchiveError:
            assert time.monotonic() - begun < PATIENCE
            time.sleep(0.05)
            return Answer.NOT_KEPT if is_new else Answer.IN_DOUBT
        self.in_doubt += is_new and answer is Answer.IN_DOUBT
        return answer

    def _learn(self, route_id: str, begun: float) -> None:
        while True:
            try:
                there = self.archive.fetch(route_id)
            except ArchiveError:
                assert time.monotonic() - begun < PATIENCE
                time.sleep(0.05)
                continue
            self._known[route_id] = there.revision if there else None
            return


def clients_at(addresses: dict[str, str]) -> list[Client]:
    """Make a client for each role."""
    everyone = tuple(f"age1{name}" for name in addresses)
    clients = [Client(name, address, everyone) for name, address in addresses.items()]
    for client in clients:  # each says whose key is whose, as a first start does
        client.archive.revisions()
    return clients


def at_work(
    clients: list[Client], stop: threading.Event, enough: int | None = None
) -> list[threading.Thread]:
    """Let them save, each in a thread."""
    threads = [
        threading.Thread(target=client.work, args=(stop, enough), daemon=True) for client in clients
    ]
    for thread in threads:
        thread.start()
    return threads


def check_that_all_is_kept(clients: list[Client]) -> None:
    """Compare what the archive holds with what each client was told."""
    told = [save for client in clients for save in client.told]
    shared = sorted(
        (save for save in told if save.route_id == SHARED), key=lambda save: save.revision.number
    )
    assert [save.revision.number for save in shared] == list(range(1, len(shared) + 1))
    for client in clients:
        own = [save for save in client.told if save.route_id == client.own]
        for saves in filter(None, (own, shared)):
            there = client.archive.fetch(saves[-1].route_id)
            assert there is not None
            assert (there.revision, there.sealed) == (saves[-1].revision, saves[-1].sealed)
        assert [save.revision.number for save in own] == list(range(1, len(own) + 1))
        assert client.conflicts_on_own == 0
        client.archive.close()
