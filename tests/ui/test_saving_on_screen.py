"""The screen says how the saving goes, and nothing stops because of it."""

import pytest
from running_app import FAMILY

from relroute_tui.storage import route_file
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.files import replace_file
from relroute_tui.storage.summary import checksummed


class Disk:
    """A disk that can refuse."""

    refusal: Reason | None = None

    def replace_file(self, path, content: bytes) -> None:
        if self.refusal is not None:
            raise SaveError(path, self.refusal)
        replace_file(path, content)


@pytest.fixture
def disk(monkeypatch, quick_saving) -> Disk:
    disk = Disk()
    monkeypatch.setattr(route_file, "replace_file", disk.replace_file)
    return disk


async def test_the_notes_say_when_they_were_saved(one_family, quick_saving):
    async with one_family.at_meeting() as window:
        await window.type("Zwaluw vertelt over het park.")
        await window.sees("bewaard 14.00", where="#notes")
        one_family.clock.advance(minutes=7)
        await window.type(" En de eenden.")
        await window.sees("bewaard 14.07", where="#notes")


async def test_what_is_typed_is_on_the_disk_a_moment_later_while_the_window_is_open(one_family):
    """With the usual times, and read as another program would: nobody waits for the saver."""
    said = "Zwaluw vertelt over het park."
    async with one_family.at_meeting() as window:
        await window.type(said)
        await window.until(
            lambda: any(said in each.notes for each in one_family.archive.load(FAMILY).meetings),
            within=5.0,
        )


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason.DISK_FULL, "de schijf is vol"),
        (Reason.NO_PERMISSION, "geen toegang tot de map"),
    ],
)
async def test_a_save_that_fails_stays_visible_until_it_succeeds(
    one_family, disk, reason, sentence
):
    async with one_family.at_meeting() as window:
        disk.refusal = reason
        await window.type("Dit moet blijven.")
        await window.until(lambda: window.app.screen.query_one("#notes").has_class("-not-saved"))
        await window.hears("Wat je typte blijft hier staan")
        await window.type(" En dit ook.")
        await window.press("f2", "f6", "f7")
        assert window.app.screen.query_one("#notes").has_class("-not-saved")
        window.app.clear_notifications()  # it has been read
        await window.sees(f"nog niet bewaard: {sentence}", where="#notes")
        disk.refusal = None
        await window.sees("bewaard 14.00", where="#notes")
        assert not window.app.screen.query_one("#notes").has_class("-not-saved")
        await window.until(
            lambda: (
                one_family.on_disk().meetings[-1].notes.startswith("Dit moet blijven. En dit ook.")
            )
        )


async def test_leaving_with_something_unsaved_asks_once(one_family, disk):
    async with one_family.at_meeting() as window:
        disk.refusal = Reason.DISK_FULL
        await window.type("Dit moet blijven.")
        await window.press("ctrl+q")
        await window.hears("Nog niet alles is bewaard")
        assert window.is_open
        disk.refusal = None
        await window.press("ctrl+q")
        await window.pilot.pause()
        assert not window.is_open
    assert one_family.on_disk().meetings[-1].notes == "Dit moet blijven."


async def test_who_went_on_after_that_warning_is_warned_again(one_family, disk):
    async with one_family.at_meeting() as window:
        disk.refusal = Reason.DISK_FULL
        await window.type("Dit moet blijven.")
        await window.press("ctrl+q")
        await window.hears("Nog niet alles is bewaard")
        window.app.clear_notifications()
        one_family.clock.advance(seconds=11)
        await window.press("ctrl+q")
        await window.hears("Nog niet alles is bewaard")
        assert window.is_open
        disk.refusal = None


async def test_a_second_window_on_the_same_route_only_reads_and_says_so(one_family):
    async with one_family.at_meeting() as first:
        await first.type("Van het eerste venster.")
        async with one_family.at_route() as second:
            await second.sees("Deze route staat open in een ander venster.")
            await second.press("f2")
            await second.hears("Voer het gesprek daar.")
            assert second.screen_name == "RouteScreen"
        assert first.is_open
    assert one_family.on_disk().meetings[-1].notes == "Van het eerste venster."


async def test_what_was_undone_is_undone_after_a_save_as_well(one_family, quick_saving):
    async with one_family.at_meeting() as window:
        await window.type("Eerst dit. ")
        await window.until(lambda: one_family.on_disk().meetings[-1].notes == "Eerst dit. ")
        await window.paste("En dit.")
        await window.until(lambda: one_family.on_disk().meetings[-1].notes == "Eerst dit. En dit.")
        await window.press("ctrl+z")
        assert window.notes == "Eerst dit. "
        await window.until(lambda: one_family.on_disk().meetings[-1].notes == "Eerst dit. ")


async def test_ctrl_c_ends_nothing_and_says_which_key_does(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Blijft staan.")
        await window.press("escape", "ctrl+c")
        await window.hears("Met Ctrl+Q sluit je af.")
        await window.press("ctrl+c", "ctrl+c")
        assert window.is_open
        assert len(window.told) == 1


async def test_the_looks_go_round_and_are_kept(one_family):
    async with one_family.at_meeting() as window:
        seen = [window.app.theme]
        for _ in range(3):
            await window.press("ctrl+t")
            seen.append(window.app.theme)
        assert seen == ["evening", "morning", "high-contrast", "evening"]
        await window.press("ctrl+t")
    async with one_family.at_meeting() as window:
        assert window.app.theme == "morning"
    assert one_family.on_disk(FAMILY).nickname == "Zwaluw"


async def test_what_is_told_is_there_in_full_above_the_keys(after_a_meeting):
    just_fits = "Dit is de laatste fase. Met F3 zet je hem terug."
    async with after_a_meeting.at_route() as window:
        for size in ((50, 15), (60, 20), (80, 24), (120, 40)):
            window.app.clear_notifications()
            await window.resize(*size)
            keys = window.text_in("KeyFooter")
            for told in ("Ja.", just_fits, " ".join([just_fits] * 4)):
                window.app.screen.tell(told)
                await window.until(lambda told=told: [told] == window.told)
                [toast] = window.app.screen.query("Toast")
                assert window.app.screen.region.contains_region(toast.region)
                edge = "╰" if size[1] >= 30 else "█"
                assert edge in window.rows[toast.region.bottom - 1]
                assert window.text_in("KeyFooter") == keys


async def test_a_meeting_says_quietly_that_another_laptop_saved_it_too(one_family, quick_saving):
    async with one_family.at_meeting() as window:
        await window.type("Hier gezegd.")
        await window.sees("bewaard 14.00", where="#notes")
        await window.does_not_see("elders")
        path = one_family.archive.path_to(FAMILY)
        theirs = path.read_bytes().replace(b"Hier gezegd.", b"Daar gezegd.")
        replace_file(path, checksummed(theirs))
        await window.type(" En nog iets.")
        await window.sees("bewaard 14.00 · ook elders, beide heel")
        await window.hears_nothing()
        assert window.notes == "Hier gezegd. En nog iets."
    assert one_family.on_disk().meetings[-1].notes == "Hier gezegd. En nog iets."
    kept = [each for each in one_family.environment.sessions.glob("*.json") if each != path]
    assert [b"Daar gezegd." in each.read_bytes() for each in kept] == [True]


async def test_what_a_full_disk_made_it_say_goes_away_when_the_save_succeeds(one_family, disk):
    async with one_family.at_meeting() as window:
        disk.refusal = Reason.DISK_FULL
        await window.type("Dit moet blijven.")
        await window.hears("Wat je typte blijft hier staan")
        disk.refusal = None
        await window.sees("bewaard 14.00", where="#notes")
        await window.until(lambda: not window.told)
