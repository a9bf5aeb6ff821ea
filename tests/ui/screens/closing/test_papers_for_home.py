"""From the closing to the papers that go home, with one key."""

from pathlib import Path

import docx
import pytest
from msgspec.structs import replace
from textual.widgets import Input

from relroute_tui.storage import files
from relroute_tui.storage.errors import Reason, SaveError

FOLDER = "2026-10-27 gesprek Zwaluw"
PAPERS = ["Voor Zwaluw.html", "Voor het dossier.docx", "Voor thuis.html"]
NO_PROGRAM = "Hier is geen programma dat dit opent."


def papers_of(laptop) -> Path:
    (folder,) = laptop.environment.documents.iterdir()
    return folder


async def close_with_papers(window) -> None:
    await window.press("f9", "f9", "f9", "f6")
    await window.until(lambda: window.screen_name == "PapersDialog")


async def test_one_key_at_the_end_closes_and_writes_three_papers_that_open_from_there(one_family):
    async with one_family.at_meeting() as window:
        await close_with_papers(window)
        await window.until(lambda: "Voor thuis.html" in window.text)
        await window.sees(*PAPERS)
        await window.does_not_see("niet verzegeld")
        await window.press("enter", "down", "enter", "f2")
        folder = papers_of(one_family)
        assert one_family.opened == [
            folder / "Voor Zwaluw.html",
            folder / "Voor thuis.html",
            folder,
        ]
        await window.press("escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
    (meeting,) = one_family.on_disk().meetings
    assert meeting.finished is not None
    assert sorted(path.name for path in folder.iterdir()) == PAPERS
    assert "Wat we afspraken op" in (folder / "Voor thuis.html").read_text("utf-8")
    assert docx.Document(str(folder / "Voor het dossier.docx")).paragraphs[0].text == (
        "Verslag van een afstemmingsgesprek"
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_it_says_which_key_opens_a_paper_and_which_the_folder(one_family, size):
    how = "Enter opent het gemarkeerde papier; print het daar. F2 opent de map."
    async with one_family.at_meeting(size) as window:
        await close_with_papers(window)
        await window.sees("Voor thuis.html", how, "Enter open", "F2 open de map")


async def test_a_line_that_is_nearly_an_agreement_and_the_papers_name_the_keys_of_today(one_family):
    one_family.environment.settings.write_text(
        "[keys.meeting]\nagreement = 'alt+z'\n[keys.papers_dialog]\nfolder = 'f11'\n",
        encoding="utf-8",
    )
    async with one_family.at_meeting() as window:
        await window.type("[ ] Anna belt")
        await window.sees("Een afspraak? Alt+Z schrijft hem zo op")
        await close_with_papers(window)
        await window.sees("print het daar. F11 opent de map.")


async def test_what_is_on_a_paper_is_chosen_and_the_whole_one_stays_beside_it(one_family):
    async with one_family.at_meeting() as window:
        await close_with_papers(window)
        await window.until(lambda: "Voor thuis.html" in window.text)
        await window.press("down", "f3")
        await window.until(lambda: window.screen_name == "PaperSectionsDialog")
        await window.sees("Wat staat er op “Voor thuis”?", "wanneer we elkaar weer zien")
        await window.press("space", "f4")
        await window.until(lambda: "Voor thuis, een deel.html" in window.text)
        folder = papers_of(one_family)
        part = (folder / "Voor thuis, een deel.html").read_text("utf-8")
        assert "Aan tafel:" not in part
        assert "Niet op dit papier: wie er was." in part
        assert "Aan tafel:" in (folder / "Voor thuis.html").read_text("utf-8")

        await window.press("f3")
        await window.until(lambda: window.screen_name == "PaperSectionsDialog")
        await window.press("space", "f4")
        await window.until(lambda: "Voor thuis.html" in window.text)
        await window.does_not_see("een deel")

        await window.press("f5")
        await window.until(lambda: "Voor thuis, in grote letters.html" in window.text)
        large = (folder / "Voor thuis, in grote letters.html").read_text("utf-8")
        assert 'class="large">' in large
        await window.press("f5")
        await window.until(lambda: "Voor thuis.html" in window.text)


async def test_before_the_end_the_key_for_papers_closes_nothing_and_there_the_button_does(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f6", "escape", "f6")
        assert window.screen_name == "ClosingScreen"
        await window.does_not_see("F6")
        assert not one_family.environment.documents.exists()
        await window.until(lambda: one_family.on_disk().meetings)
        assert one_family.on_disk().meetings[0].finished is None
        await window.press("f9", "enter", "enter")
        await window.until(lambda: window.screen_name == "PapersDialog")
        await window.until(lambda: "Voor thuis.html" in window.text)


async def test_a_place_that_refuses_is_told_and_another_one_is_asked(one_family, monkeypatch):
    replace_file = files.replace_file
    folder = one_family.environment.sessions.parent
    full, gone, stick = folder / "full", folder / "gone", folder / "stick"
    reasons = {full: Reason.DISK_FULL, gone: Reason.GONE}

    def refuse(path: Path, content: bytes) -> None:
        for place, reason in reasons.items():
            if place in path.parents:
                raise SaveError(path, reason)
        replace_file(path, content)

    monkeypatch.setattr("relroute_tui.storage.new_files.replace_file", refuse)
    one_family.environment.documents.write_text("a file")
    async with one_family.at_meeting() as window:
        await close_with_papers(window)
        told = "Waar de map hoort, staat een bestand."
        await window.sees(told, "Het gesprek zelf is bewaard.", "Waar komen ze?")
        for elsewhere, sentence in (
            (full, "De schijf is vol."),
            (gone, "Die plek is niet te bereiken."),
        ):
            assert window.focus == "place"
            await window.fill_in("#place", str(elsewhere))
            await window.press("enter")
            await window.sees(sentence, "Het gesprek zelf is bewaard.", "Waar komen ze?")
            await window.does_not_see(told)
            told = sentence
        await window.fill_in("#place", str(stick))
        await window.press("enter")
        await window.until(lambda: "Voor thuis.html" in window.text)
        await window.does_not_see(told)
    assert sorted(path.name for path in stick.iterdir()) == PAPERS
    assert one_family.on_disk().meetings[0].finished is not None


async def test_the_papers_of_an_earlier_meeting_are_written_from_where_it_is_read(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.press("p")
        await window.until(lambda: window.screen_name == "PapersDialog")
        await window.until(lambda: "Voor thuis.html" in window.text)
        await window.press("escape")
        assert window.screen_name == "ReviewScreen"
    assert sorted(path.name for path in papers_of(after_a_meeting).iterdir()) == PAPERS


async def test_no_program_for_it_and_a_fault_in_an_organisations_record_are_told(
    one_family, tmp_path
):
    def nothing(_path: Path) -> None:
        raise FileNotFoundError

    one_family.environment = replace(one_family.environment, open_path=nothing)
    template = tmp_path / "cards" / "templates" / "record" / "nl.md"
    template.write_text("# Ons verslag", encoding="utf-8")
    async with one_family.at_meeting() as window:
        await close_with_papers(window)
        await window.sees("Het eigen verslag van je organisatie is niet gebruikt: nl.md, regel 1.")
        await window.press("f2")
        await window.sees(NO_PROGRAM)


async def test_other_texts_of_a_practice_family_lie_with_its_copy_and_say_so(one_family):
    said = "Dit is een oefengezin: hier gaat de tekst ermee weg."
    real = one_family.environment.exports
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await window.sees("OEFENING")
        await window.press("y", "f6")
        await window.sees(said)
        suggested = Path(window.app.screen.query_one("#path", Input).value)
        await window.press("enter")
        await window.until(suggested.is_file)
        assert not real.exists()
    assert not suggested.exists()


async def test_no_word_of_practice_where_a_real_text_is_written(one_family):
    async with one_family.at_route() as window:
        await window.press("y", "f6")
        await window.sees("Dit bestand is niet verzegeld")
        await window.does_not_see("oefengezin")


async def test_papers_of_a_practice_family_do_not_lie_among_real_ones(one_family):
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await window.sees("OEFENING")
        await window.press("f2", "escape")
        await window.press("f9", "f9", "f9", "f6")
        await window.sees("Voor thuis.html", "Enter opent het gemarkeerde papier")
        await window.press("f2")
        (folder,) = one_family.opened
        assert folder.is_dir()
        assert not list(one_family.environment.documents.glob("*"))
    assert not folder.exists()
