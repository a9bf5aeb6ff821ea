"""An organisation on the screen: who can open a route, and handing it over."""

from datetime import timedelta

import pytest
from running_app import FAMILY, Laptop, Window, family_with_a_meeting

from relroute_tui.context import team_link
from relroute_tui.domain.progress.todo import round_off
from relroute_tui.storage.sealing import vault as vault_module
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import own_note, sealed_archive
from relroute_tui.storage.sealing.sharing import share
from relroute_tui.storage.sealing.team_memory import TeamMemory
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.team.acts import Act
from relroute_tui.team.council import new_council
from relroute_tui.team.opening import TeamPlace
from relroute_tui.team.team import Team
from relroute_tui.ui.screens.home import screen as home_screen

PASS_PHRASE = "vier rustige zwaluwen"


class Organisation:
    """Noor founded it at this laptop, and Bram works on another one."""

    def __init__(self, laptop: Laptop) -> None:
        environment = laptop.environment
        self.noor = Vault(environment.sessions).make(PASS_PHRASE, RecoveryKey.new()).key
        self.bram = Key.new()
        self.place = environment.team_place
        self.of_noor, self.of_bram = self.team(self.noor), self.team(self.bram)
        self.of_noor.found("Pleegzorg Noord", "Noor")
        self.of_noor.confirm(self.of_bram.ask_to_come_in(), "Bram")
        self.of_noor.form_council(new_council(2, 3))
        laptop.archive = sealed_archive(
            environment.sessions,
            self.noor,
            environment.private,
            laptop.clock,
            colleagues=self.place.colleagues(self.noor),
        )
        self.family = family_with_a_meeting()
        laptop.keep(self.family)

    def team(self, key: Key) -> Team:
        place: TeamPlace = self.place
        notes = place.notes / key.public[-6:] if key is not self.noor else place.notes
        memory = TeamMemory(own_note(notes, "team"), key)
        return Team(place.archive(key), key, memory, place.now)

    def acts(self) -> list[Act]:
        return [line.said.act for line in self.team(self.noor).log.lines]

    def reads(self, key: Key) -> bool:
        folder = self.place.folder
        return bool(sealed_archive(folder, key, folder / "elsewhere").listing().routes)

    def is_known_to(self, window: Window) -> bool:
        return window.app.context.openers(FAMILY) is not None


@pytest.fixture
def organisation(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> Organisation:
    monkeypatch.setattr(vault_module.Vault.__init__, "__defaults__", (4,))
    return Organisation(laptop)


async def open_route(window: Window) -> None:
    await window.sees("De wachtzin opent ze")
    await window.type(PASS_PHRASE)
    await window.press("enter")
    await window.sees("Zwaluw")
    await window.press("enter")
    await window.sees("De route van Zwaluw")


async def ask_who_can_open(window: Window) -> None:
    await window.press("ctrl+p")
    await window.type("wie kan openen")
    await window.press("enter")
    await window.sees("Wie deze route kan openen")


async def test_a_facilitator_sees_who_can_open_a_route_and_hands_it_over(
    laptop: Laptop, organisation: Organisation
) -> None:
    async with laptop.window(size=(160, 40)) as window:
        await open_route(window)
        await ask_who_can_open(window)
        await window.sees("Deze route kan worden geopend door Noor.", "2 van de 3 mensen")
        await window.press("enter")
        await window.sees("Deze route aan Bram overdragen?")
        await window.press("enter")  # what is marked first is no
        await window.does_not_see("overdragen?")
        assert laptop.archive.load(FAMILY)
        await ask_who_can_open(window)
        await window.press("enter")
        await window.sees("Deze route aan Bram overdragen?")
        await window.press("down", "enter")
        await window.hears("De route is overgedragen.")
        await window.sees("1 route hier is van een collega; jouw sleutel opent hem niet.")
    assert organisation.acts()[-1] is Act.HANDED_OVER
    assert organisation.reads(organisation.bram) and not organisation.reads(organisation.noor)


async def test_home_reminds_of_the_end_of_a_working_copy_and_says_who_came_and_left_meanwhile(
    laptop: Laptop, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_screen, "LOOK_AGAIN_EVERY", 0.05)
    monkeypatch.setattr(team_link, "HEAR_AGAIN_AFTER", 0.0)
    organisation.of_noor.make_rule(30)
    organisation.of_noor.hear_news()
    dina = organisation.team(Key.new())
    organisation.team(organisation.bram).confirm(dina.ask_to_come_in(), "Dina")
    opened = laptop.archive.open(FAMILY)
    opened.put(round_off(opened.route, laptop.clock().date() - timedelta(days=10)))
    assert opened.close()
    async with laptop.window() as window:
        await window.sees("De wachtzin opent ze")
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.sees("Zwaluw: dit werkexemplaar blijft tot maandag 14 december 2026.")
        await window.sees("Nieuw in jullie organisatie: Dina.")
        share(laptop.archive, FAMILY, (organisation.bram.public,))
        assert organisation.reads(organisation.bram)
        of_dina = organisation.team(dina.key)
        of_dina.take_off(of_dina.find("Bram"))
        await window.sees("Niet meer in jullie organisatie: Bram.")
        await window.until(lambda: not organisation.reads(organisation.bram))
        await window.sees("Zwaluw")
    assert organisation.reads(organisation.noor)


async def test_the_route_and_its_papers_say_who_can_open_it_and_the_log_that_it_went_out(
    laptop: Laptop, organisation: Organisation
) -> None:
    async with laptop.window() as window:
        await open_route(window)
        await window.until(lambda: organisation.is_known_to(window))
        await window.press("escape", "enter")
        await window.sees("te openen door Noor of 2 van de 3 van de raad")
        await window.press("tab", "enter", "f7")
        await window.sees("De papieren staan in de map")
        (for_home,) = laptop.environment.papers.rglob("Voor thuis.html")
        assert "Deze route kan worden geopend door Noor." in for_home.read_text(encoding="utf-8")
        await window.press("escape", "escape", "ctrl+p")
        await window.type("delen")
        await window.press("enter")
        await window.sees("Deel deze route")
        await window.type(Key.new().public)
        await window.press("enter")
        await window.sees("Toch delen?")
        await window.press("enter")
        await window.until(lambda: Act.EXPORTED in organisation.acts())
        assert Act.SHARED not in organisation.acts()
        await window.press("ctrl+p")
        await window.type("delen")
        await window.press("enter")
        await window.sees("De naam of de openbare sleutel van een collega")
        await window.type("bram")
        await window.press("enter")
        await window.until(lambda: Act.SHARED in organisation.acts())
        await window.press("ctrl+p")
        await window.type("wissen")
        await window.press("enter")
        await window.sees("Ook te openen door Bram. Ook voor hen gaat de route dan weg.")
        await window.press("escape")
    assert organisation.reads(organisation.bram) and organisation.reads(organisation.noor)
