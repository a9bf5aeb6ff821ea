"""Earlier versions put back, damaged routes rescued, and routes erased, from the app."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from running_app import FAMILY, NOW, family, family_with_a_meeting

from relroute_tui.domain.phase import Phase
from relroute_tui.domain.questionnaire.answers import Filled, Moment
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.erase import LOG
from relroute_tui.storage.versions.restore import versions_of


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


def with_notes(route, notes):
    return route.with_meeting(replace(route.meetings[-1], notes=notes))


@pytest.fixture
def typed_over(after_a_meeting):
    """The notes of the meeting were typed over by mistake, twice."""
    opened = after_a_meeting.archive.open(FAMILY)
    for notes in ("Alles weg.", "Nog steeds weg."):
        opened.put(with_notes(opened.route, notes))
        assert opened.save_now()
    opened.close()
    return after_a_meeting


async def test_an_earlier_version_is_back_in_three_keys(typed_over):
    async with typed_over.at_route() as window:
        await window.press("b")
        await window.sees("1 woord minder dan nu", "47 woorden meer dan nu")
        await window.press("down")
        window.app.screen.query_one("#text").scroll_end(animate=False)
        await window.sees("De middag in het bos ging goed.", where="#text")
        await window.press("enter")
        await window.hears("Deze versie is teruggezet.")
    assert "De middag in het bos" in typed_over.on_disk().meetings[-1].notes
    kept = [version.route.meetings[-1].notes for version in versions_of(typed_over.archive, FAMILY)]
    assert "Nog steeds weg." in kept


async def test_a_version_says_in_what_it_differs_where_the_meetings_are_as_long(after_a_meeting):
    opened = after_a_meeting.archive.open(FAMILY)
    first = opened.route
    answers = (Filled("p-anna", Moment.START, {}, sealed="closed"),)
    for changed in (
        replace(first, filled=answers),
        replace(first, filled=answers, phase=Phase.STABILISATION),
    ):
        opened.put(changed)
        assert opened.save_now()
    opened.close()
    async with after_a_meeting.at_route() as window:
        await window.press("b")
        await window.sees("even veel als nu; anders dan nu: de fase", where="#versions")
        await window.sees("de fase, de antwoorden op een vragenlijst", where="#versions")
        await window.does_not_see("andere woorden", "de woorden", where="#versions")


async def test_looking_at_a_version_changes_nothing(typed_over):
    before = typed_over.on_disk()
    async with typed_over.at_route() as window:
        await window.press("f10", "down", "escape")
        assert window.screen_name == "RouteScreen"
    assert typed_over.on_disk() == before


async def test_what_a_version_holds_is_text_and_no_markup(after_a_meeting):
    opened = after_a_meeting.archive.open(FAMILY)
    opened.put(with_notes(opened.route, "Dit stond er: [/ Anna] [x]"))
    opened.save_now()
    opened.put(with_notes(opened.route, "weg"))
    opened.close()
    async with after_a_meeting.at_route() as window:
        await window.press("b")
        await window.sees("De route van", where="#text")
        window.app.screen.query_one("#text").scroll_end(animate=False)
        await window.sees("[/ Anna] [x]")


async def test_a_route_without_versions_says_so(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("b")
        await window.hears("Er zijn nog geen eerdere versies.")


async def test_a_damaged_route_is_offered_at_home_and_put_back_with_one_key(typed_over):
    path = typed_over.environment.sessions / f"{FAMILY}.json"
    path.write_bytes(b"\x00" * 100)
    async with typed_over.at_home() as window:
        await window.sees("Zwaluw", "Het bestand is beschadigd", "wat daarna is getypt ontbreekt")
        await window.press("enter")
        await window.hears("De versie is teruggezet.")
        await window.sees("laatste gesprek")
    assert typed_over.on_disk().meetings[-1].notes == "Alles weg."
    (aside,) = path.parent.glob("*.set-aside-*")
    assert aside.read_bytes() == b"\x00" * 100


async def test_a_route_whose_file_is_gone_is_offered_too(typed_over):
    (typed_over.environment.sessions / f"{FAMILY}.json").unlink()
    async with typed_over.at_home() as window:
        await window.sees("Zwaluw", "Het bestand is weg")
        await window.press("enter")
        await window.hears("De versie is teruggezet.")


async def test_a_route_is_erased_after_its_nickname_was_typed(typed_over):
    async with typed_over.at_home() as window:
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.action_do("erase")
        await window.sees("Alles van deze route gaat weg, voorgoed")
        await window.type("Uil")
        await window.press("enter")
        await window.sees("Dat is niet de roepnaam. Er is niets gewist.")
        assert typed_over.on_disk().nickname == "Zwaluw"
        await window.fill_in("#nickname", "zwaluw")
        await window.press("enter")
        await window.hears("De route is gewist.")
        await window.sees("Welkom")
    folder = typed_over.environment.sessions
    assert not [path for path in folder.rglob("*") if FAMILY in path.name]
    assert (folder / LOG).read_text() == f"2026-11-24 {FAMILY}\n"


async def test_a_route_that_could_not_be_erased_is_open_as_before(typed_over):
    (typed_over.environment.sessions / LOG).mkdir()
    before = typed_over.on_disk()
    async with typed_over.at_route() as window:
        window.app.screen.action_do("erase")
        await window.type("Zwaluw")
        await window.press("enter")
        await window.hears("Niet alles kon worden gewist")
        await window.does_not_see("staat open in een ander venster")
        assert typed_over.on_disk() == before
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.type("Gewoon verder.")
    assert typed_over.on_disk().meetings[-1].notes == "Gewoon verder."


async def test_home_reminds_of_a_route_that_rests_and_only_says_so(laptop):
    long_ago = NOW - timedelta(days=500)
    route = family_with_a_meeting()
    meeting = replace(route.meetings[-1], started=long_ago, finished=long_ago)
    laptop.keep(replace(route.with_meeting(meeting), planned=()))
    laptop.keep(replace(family(), id="uil23456", nickname="Uil"))
    async with laptop.at_home() as window:
        await window.sees("Zwaluw: al 12 maanden geen gesprek.", where="#notes")
        assert "Uil: al" not in window.text
    save_settings(laptop.environment.settings, Settings(reminds_after=0))
    async with laptop.at_home() as window:
        await window.sees("Zwaluw")
        assert "geen gesprek. Staat alles" not in window.text


async def test_a_file_that_was_put_back_from_outside_is_noticed(laptop):
    from relroute_tui.storage.sealing.sealed_archive import sealed_archive
    from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
    from relroute_tui.ui.start import Start

    folder, notes = laptop.environment.sessions, laptop.environment.private
    key = Vault(folder, 4).make("vier rustige zwaluwen", RecoveryKey.new()).key
    laptop.archive = sealed_archive(folder, key, notes, laptop.clock)
    laptop.keep(family_with_a_meeting())
    old = (folder / f"{FAMILY}.age").read_bytes()
    opened = laptop.archive.open(FAMILY)
    opened.put(with_notes(opened.route, "nieuwer"))
    opened.close()
    (folder / f"{FAMILY}.age").write_bytes(old)
    async with laptop.window(Start(FAMILY)) as window:
        await window.type("vier rustige zwaluwen")
        await window.press("enter")
        await window.sees("Dit bestand is ouder dan wat hier het laatst is bewaard.")
