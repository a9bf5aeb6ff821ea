"""Two laptops, their archive, and everything that can come between: nothing is ever gone."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from families import ID
from network import Network, network_to
from server import Server
from team_laptop import KEYS, TeamLaptop, come_to_the_same

Record = Callable[[str, object], None]


class Turn:
    """One interleaving, with what may happen in it."""

    def __init__(self, number: int, folder: Path, server: Server, network: Network) -> None:
        self.chance = random.Random(number)
        self.server, self.network = server, network
        folder.mkdir()
        server.clear()
        network.restore()
        server.back_up()
        self.laptops = [
            TeamLaptop(folder / name, server.address(name, port=network.port), key, self.chance)
            for name, key in zip(("anna", "sam"), KEYS, strict=False)
        ]
        self.laptops[0].begins(KEYS[1])
        for laptop in self.laptops:
            laptop.meets()

    def play(self) -> int:
        """Play it to its end, and return how many versions were joined."""
        joins = 0
        for turn in range(self.chance.randrange(6, 20)):
            laptop = self.chance.choice(self.laptops)
            match self.chance.randrange(12):
                case 0 | 1 | 2 | 3:
                    laptop.writes(f"<{turn} on {laptop.folder.name}>")
                case 4 | 5:
                    laptop.meets()
                case 6:
                    laptop.sync.up([ID])
                case 7:
                    laptop.leaves()
                case 8:
                    laptop.starts_again()
                case 9:
                    self._meet_and_be_cut_off(laptop)
                case 10:
                    joins += laptop.joins()
                case _:
                    self._put_back_some_time()
        return joins + come_to_the_same(self.laptops)

    def _meet_and_be_cut_off(self, laptop: TeamLaptop) -> None:
        way = self.chance.choice(["sent", "received"])
        setattr(self.network, f"cut_after_{way}", self.chance.randrange(12_000))
        laptop.meets()
        self.network.restore()

    def _put_back_some_time(self) -> None:
        if self.chance.randrange(2):
            self.server.back_up()
        else:
            self.server.put_back()


@pytest.mark.parametrize("count", [5, pytest.param(2_000, marks=pytest.mark.long)])
def test_two_laptops_come_to_the_same_whatever_came_between(
    count: int, server: Server, tmp_path: Path, record_property: Record
) -> None:
    server.empty()
    joins = 0
    with network_to(server.port) as network:
        for number in range(count):
            joins += Turn(number, tmp_path / str(number), server, network).play()
    record_property(
        "figures",
        [f"archive: {count:,} interleavings of two laptops: nothing gone, {joins:,} joins"],
    )
