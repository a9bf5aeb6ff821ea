"""Reading a meeting back: what was agreed and said, what was added since, and taking it along."""

import asyncio
import os
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from running_app import FAMILY, NOW, family, family_with_a_meeting
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Input

from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.attendance import with_guest, with_move
from relroute_tui.domain.meeting import Correction, DrawnCard, Meeting
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckOut
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.ui.dialogs import export
from relroute_tui.ui.dialogs.export import ExportDialog
from relroute_tui.ui.dialogs.look_back import LookBackDialog
from relroute_tui.ui.screens.review.read_notes import (
    MOST_BLOCKS,
    ReadNotes,
    is_plain_enough,
    parser,
)
from relroute_tui.ui.screens.review.screen import ReviewScreen
from relroute_tui.ui.themes import textual_themes

NASTY = "[/ Anna] [x] [red]$quiet"


def closed(route: Route, number: int, **parts: object) -> Meeting:
    """A meeting that was closed `number` days after the route began."""
    started = route.created + timedelta(days=number)
    meeting = begin_meeting(route, f"closed-{number}", number, started)
    return replace(meeting, finished=started + timedelta(minutes=75), **parts)


def route_with(**parts: object) -> Route:
    route = family()
    return route.with_meeting(closed(route, 1, **parts))


def every_stance() -> Agreement:
    return Agreement(
        "a-1",
        "Anna belt Zwaluw elke woensdag om 19.00 uur.",
        who=("Anna", "Zwaluw"),
        when="elke woensdag",
        if_not="we appen Noor",
        decides="Henk",
        pays="Kees en Mirjam",
        told="de juf",
        review=date(2026, 12, 16),
        responses=(
            Response("p-zwaluw", Stance.PASSES),
            Response("p-anna", Stance.YES),
            Response("p-kees", Stance.YES_IF, "na het eten"),
            Response("p-mirjam", Stance.NOT_YET, "het is dan zo druk"),
            Response("p-henk", Stance.NOT_PRESENT),
        ),
    )


@pytest.fixture
def review(laptop):
    """Opens the newest meeting of a route, as a person would."""

    def opened(route: Route, size: tuple[int, int] = (120, 40)):
        laptop.keep(route)
        return laptop.at_route(size)

    return opened


async def read_back(window) -> None:
    window.app.screen.query_one("#meetings").focus()
    await window.press("enter")
    await window.until(lambda: isinstance(window.app.screen, ReviewScreen))
    await window.settle()


# What one reads


async def test_an_agreement_says_everything_that_was_agreed_and_looked_back_on_beside_it(review):
    look_back = LookBack(
        "a-1", date(2026, 11, 20), Outcome.PARTLY, Then.CARRIED_ON, "een lege telefoon"
    )
    route = replace(route_with(agreements=(every_stance(),)), look_backs=(look_back,))
    async with review(route) as window:
        await read_back(window)
        await window.sees(
            "Anna belt Zwaluw elke woensdag om 19.00 uur.",
            "Wie: Anna, Zwaluw",
            "Wanneer: elke woensdag",
            "Lukt het niet: we appen Noor",
            "Wie beslist: Henk",
            "Wie betaalt: Kees en Mirjam",
            "Wie hoort het: de juf",
            "We kijken terug: woensdag 16 december 2026",
            "Teruggekeken, vrijdag 20 november 2026: deels; we gaan ermee door.",
            "“een lege telefoon”",
        )


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_dissent_is_as_visible_as_consent_by_sign_and_word(review, size):
    async with review(route_with(agreements=(every_stance(),)), size) as window:
        await read_back(window)
        read = ""
        for _page in range(4):
            read += " ".join(window.text_in("#page").split()) + " "
            await window.press("pagedown")
        for line in (
            "● ja Anna moeder",
            "◐ ja, als … Kees pleegvader “na het eten”",
            "○ nog niet Mirjam pleegouder “het is dan zo druk”",
            "– slaat over Zwaluw jongere",
            "· was er niet Henk voogd",
        ):
            assert line in read


async def test_who_came_later_or_left_or_was_a_guest_is_told(review):
    route = route_with()
    meeting, start = route.meetings[0], route.meetings[0].started
    meeting = replace(meeting, agenda=meeting.agenda.next_step(start))
    meeting = with_move(meeting, "p-henk", start + timedelta(minutes=50))
    oma = Participant("p-oma", "Oma Riet", Role.SUPPORTER, known_as="oma")
    meeting = with_guest(meeting, oma, start + timedelta(minutes=3))
    async with review(route.with_meeting(meeting)) as window:
        await read_back(window)
        await window.sees("Henk (voogd, ging weg om 14.50)")
        await window.sees("Oma Riet (oma, gast, kwam om 14.03)")


async def test_a_check_out_is_shown_and_one_that_was_skipped_is_not(review):
    check_outs = (CheckOut("p-anna", 8, "opgelucht"), CheckOut("p-kees"))
    async with review(route_with(check_outs=check_outs)) as window:
        await read_back(window)
        await window.sees("Hoe we weggingen", "8 Anna moeder “opgelucht”")
        assert "Kees" not in window.text.split("Hoe we weggingen")[1]


async def test_the_cards_are_told_with_their_theme_but_not_the_ones_put_back(review):
    cards = (
        DrawnCard("a/b", "Wat ging goed?", NOW, "contact"),
        DrawnCard("a/c", "Wat was lastig?", NOW, "roles", put_back=True),
    )
    async with review(route_with(cards=cards)) as window:
        await read_back(window)
        await window.sees("↔ Wat ging goed? Contact en bezoek")
        assert "Wat was lastig?" not in window.text


async def test_a_meeting_without_agreements_says_so(review):
    async with review(route_with()) as window:
        await read_back(window)
        await window.sees("Deze keer zijn er geen afspraken gemaakt.")
        await window.press("l")
        await window.hears("Deze keer zijn er geen afspraken gemaakt.")
        assert window.screen_name == "ReviewScreen"


async def test_nasty_names_and_words_are_read_as_they_were_typed(review):
    person = Participant("p-nasty", "[/ Anna]", Role.FACILITATOR, known_as="[x] moe")
    route = replace(family(), nickname="[/", participants=(person,))
    agreement = Agreement(
        "a", NASTY, (NASTY,), NASTY, NASTY, responses=(Response("p-nasty", Stance.NOT_YET, NASTY),)
    )
    meeting = closed(
        route,
        1,
        notes=NASTY,
        cards=(DrawnCard("a/b", NASTY, NOW, NASTY),),
        agreements=(agreement,),
        check_outs=(CheckOut("p-nasty", 3, NASTY), CheckOut("p-gone", 4, NASTY)),
        corrections=(Correction(NOW, NASTY, NASTY),),
    )
    async with review(route.with_meeting(meeting), (200, 60)) as window:
        await read_back(window)
        await window.sees(
            "De route van [/", "[/ Anna] ([x] moe)", f"○ nog niet [/ Anna] [x] moe “{NASTY}”"
        )
        assert window.text.count(NASTY) >= 9
        await window.press("f5")
        await window.press("escape", "f4")
        assert window.app.screen.query_one("#by", Input).value == "[/ Anna]"


# The notes


async def test_notes_are_rendered_and_a_line_stays_a_line(review):
    task = "- [ ] Anna belt. @Anna #bellen >16-12-2026\n  lukt het niet: we appen\n"
    notes = f"## De week\n\nAnna belde.\nKees ook.\n\n- **goed** nieuws\n{task}"
    async with review(route_with(notes=notes)) as window:
        await read_back(window)
        await window.sees("De week", "• goed nieuws", "□ Anna belt. – Anna", where="#said")
        await window.sees("lukt het niet: we appen · terugkijken", "16 december 2026", "bellen")
        assert not any(mark in window.text for mark in ("##", "**", "@Anna", "#bellen", ">16"))
        assert not any("Anna belde. Kees ook." in row for row in window.rows)


async def test_links_pictures_and_tags_stand_there_as_typed_and_do_nothing(review):
    lines = ("[klik](https://example.org)", "![](file:///etc/passwd)", "<b onclick=x>vet</b>")
    async with review(route_with(notes="\n\n".join(lines))) as window:
        opened: list[str] = []
        window.app.open_url = lambda url, **_how: opened.append(url)
        await read_back(window)
        await window.sees(*lines)
        for y, row in enumerate(window.rows):
            if "klik" in row:
                await window.pilot.click(offset=(row.index("klik"), y))
        assert not opened


async def test_a_pasted_file_is_shown_as_typed_and_at_once(review):
    notes = "- een regel\n" * 1300 + "het einde"
    assert not is_plain_enough(notes)
    async with review(route_with(notes=notes)) as window:
        await read_back(window)
        await window.press("end")
        await window.sees("het einde")


def test_deep_lists_are_shown_as_typed_because_a_parser_would_leave_words_out():
    assert is_plain_enough("- " * 3 + "woord")
    assert not is_plain_enough("> " * 60 + "woord")
    assert not is_plain_enough("- een\n" * (2 * MOST_BLOCKS))


marks = st.text("[]()*_`~#>-+=.:!<>&\\|@/ \n\t1a\r\x00\x1béא👩\u200d\ufe0f\u2028", max_size=60)
anything_typed = st.one_of(marks, st.text(max_size=60), st.lists(marks, max_size=5).map("\n".join))


PARSER = parser()


@given(anything_typed)
def test_nothing_in_the_notes_becomes_a_link_a_picture_or_html(notes):
    is_plain_enough(notes)
    for token in PARSER.parse(notes):
        kinds = {token.type, *(child.type for child in token.children or ())}
        assert not kinds & {"link_open", "image", "html_inline", "html_block"}


@given(st.lists(anything_typed, min_size=15, max_size=15))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_notes_that_somebody_can_type_crash_the_page(many):
    async def show() -> None:
        app: App[None] = App()
        async with app.run_test(size=(60, 20)) as pilot:
            await app.screen.mount(VerticalScroll(*map(ReadNotes, many)))
            await pilot.pause()

    asyncio.run(show())


# From meeting to meeting, and through one


async def test_left_and_right_go_to_the_meeting_before_and_after(review):
    route = family()
    for number in (1, 2, 3):
        route = route.with_meeting(closed(route, number, notes=f"over dag {number}"))
    async with review(route) as window:
        await read_back(window)
        await window.sees("gesprek 3", "over dag 3")
        await window.press("left")
        await window.sees("gesprek 2", "over dag 2")
        await window.press("f2")
        await window.sees("gesprek 1", "over dag 1")
        await window.press("left")
        await window.hears("Dit is het eerste gesprek.")
        await window.press("right", "f3")
        await window.sees("gesprek 3")
        await window.press("right")
        await window.hears("Er is geen later gesprek om terug te lezen.")


async def test_the_arrows_and_page_down_move_through_a_long_meeting_at_once(review):
    async with review(route_with(notes="regel\n\n" * 90 + "het einde"), (80, 24)) as window:
        await read_back(window)
        page = window.app.screen.query_one("#page")
        await window.press("down")
        await window.until(lambda: page.scroll_y == 1)
        await window.press("pagedown")
        await window.until(lambda: page.scroll_y > 10)
        await window.press("end")
        await window.sees("het einde")
        await window.press("home")
        await window.sees("fase nu")


async def test_a_meeting_says_which_it_is_and_its_agreements_stand_large_one_by_one(review):
    async with review(family_with_a_meeting()) as window:
        await read_back(window)
        await window.sees(
            "De route van Zwaluw",
            "gesprek 1 · dinsdag 27 oktober 2026",
            "fase nu: installatie",
            "van 14.00 tot 15.10",
            "Anna (moeder)",
        )
        await window.press("f5")
        await window.sees("Afspraak 1 van 2")
        await window.press("right")
        await window.sees("Afspraak 2 van 2")
        assert window.app.screen.query_one("LargeLetters").text.startswith("Kees brengt Zwaluw")
        await window.press("right", "left")
        await window.sees("Afspraak 1 van 2")
        await window.press("space")
        assert window.screen_name == "ReviewScreen"
        await window.resize(20, 10)
        await window.sees("te klein")
        for size in ((60, 20), (80, 24), (200, 60)):
            await window.resize(*size)
            await window.sees("De route van Zwaluw", "Anna belt Zwaluw")
        await window.press("escape")
        assert window.screen_name == "RouteScreen"


# Adding something


async def test_something_added_is_visible_with_name_and_date_and_is_kept(review, laptop):
    async with review(family_with_a_meeting(), (80, 24)) as window:
        await read_back(window)
        await window.press("f4")
        await window.type("Ik was er [x] wel bij.")
        await window.press("f4")
        await window.sees(
            "Later toegevoegd", "Noor dinsdag 24 november 2026", "Ik was er [x] wel bij."
        )
        await window.press("home")
        await window.sees("er is later iets toegevoegd")
    before = family_with_a_meeting().meetings[0]
    kept = laptop.on_disk().meetings[0]
    assert kept.corrections == (Correction(NOW, "Noor", "Ik was er [x] wel bij."),)
    assert replace(kept, corrections=()) == before


async def test_an_addition_needs_words_and_a_name_which_may_be_somebody_elses(review, laptop):
    async with review(family_with_a_meeting()) as window:
        await read_back(window)
        await window.press("f4", "f4")
        await window.sees("Er staan nog geen woorden.")
        await window.type("woorden")
        await window.fill_in("#by", " ")
        await window.press("f4")
        await window.sees("Er staat nog geen naam.")
        await window.press("escape", "escape")
        assert window.screen_name == "ReviewScreen"
        assert laptop.on_disk().meetings[0].corrections == ()
        await window.press("c")
        await window.type("Ik denk er anders over.")
        await window.fill_in("#by", "Anna")
        await window.press("enter")
        await window.sees("Anna dinsdag 24 november 2026")
    assert laptop.on_disk().meetings[0].corrections[0].by == "Anna"


async def test_a_route_that_is_open_elsewhere_is_read_but_not_added_to(review, laptop):
    laptop.keep(family_with_a_meeting())
    elsewhere = laptop.archive.open(FAMILY)
    async with laptop.at_route() as window:
        await read_back(window)
        await window.sees("Anna belt Zwaluw elke woensdag")
        await window.press("f4")
        await window.hears(
            "Deze route staat open in een ander venster. Er is niets veranderd. Ga daar verder."
        )
        assert window.screen_name == "ReviewScreen"
    elsewhere.close()


# Taking along


async def test_a_meeting_is_written_as_a_text_under_a_name_that_tells_nobody(review, laptop):
    async with review(family_with_a_meeting()) as window:
        await read_back(window)
        await window.press("f6")
        await window.sees("Dit bestand is niet verzegeld", "meeting-2026-10-27-zwaluw.md")
        await window.press("enter")
        await window.hears(f"De tekst staat hier: meeting-2026-10-27-{FAMILY}.md in de map ")
    written = laptop.environment.exports / f"meeting-2026-10-27-{FAMILY}.md"
    text = written.read_text(encoding="utf-8")
    assert "Anna belt Zwaluw elke woensdag om 19.00 uur" in text
    assert "eerst een middag proberen" in text
    if os.name == "posix":
        assert written.stat().st_mode & 0o777 == 0o600
        assert written.parent.stat().st_mode & 0o777 == 0o700


class Dialogs(App[None]):
    """An app without a screen of its own, in which one dialog is opened."""

    def __init__(self, dialog) -> None:
        super().__init__()
        evening = textual_themes("truecolor")[0]
        self.register_theme(evening)
        self.theme = evening.name
        self.dialog, self.result = dialog, None

    def on_mount(self) -> None:
        self.push_screen(self.dialog, lambda result: setattr(self, "result", result))

    def problem(self) -> str:
        return str(self.screen.query_one(".problem").render())


async def written_to(path, text: str, wanted: str, *keys: str) -> Dialogs:
    app = Dialogs(ExportDialog(text, path))
    async with app.run_test() as pilot:
        app.screen.query_one(Input).value = wanted
        await pilot.press("enter", *keys)
        app.told = app.problem() if app.result is None else ""
    return app


async def test_a_name_alone_goes_to_the_folder_that_was_suggested(tmp_path):
    app = await written_to(tmp_path / "new" / "a.md", "woorden", "b.md")
    assert app.result == tmp_path / "new" / "b.md"
    assert app.result.read_text() == "woorden"


async def test_nothing_a_folder_or_a_blocked_place_is_told_and_the_dialog_stays(tmp_path):
    (tmp_path / "file").write_text("")
    for wanted, told in (
        ("  ", "Type where the text goes."),
        (str(tmp_path), "This is a folder. Type a name for the file behind it."),
        (str(tmp_path / "file" / "a.md"), "Choose another place."),
        ("a" * 3000, "Choose another place."),
        ("~nobody\0/a.md", "Choose another place."),
    ):
        app = await written_to(tmp_path / "a.md", "woorden", wanted)
        assert app.result is None
        assert told in app.told


async def test_a_file_that_is_there_is_only_written_over_when_asked_twice(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("van iemand")
    app = await written_to(path, "woorden", str(path))
    assert "there already" in app.told
    assert path.read_text() == "van iemand"
    app = await written_to(path, "woorden", str(path), "enter")
    assert app.result == path
    assert path.read_text() == "woorden"


async def test_a_slip_in_the_place_makes_no_folder(tmp_path):
    written = tmp_path / "a.md" / "b.md"
    app = await written_to(tmp_path / "a.md", "woorden", str(written))
    assert app.result is None
    assert "There is no folder" in app.told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.NO_PERMISSION, "You have no permission to save there."),
        (Reason.DISK_FULL, "The disk is full."),
        (Reason.READ_ONLY, "can only be read."),
        (Reason.GONE, "cannot be reached."),
        (Reason.NOT_A_FOLDER, "There is a file where the folder should be."),
    ],
)
async def test_why_a_text_could_not_be_written_is_one_sentence(tmp_path, monkeypatch, reason, told):
    def refuse(path, content):
        raise SaveError(path, reason)

    monkeypatch.setattr(export, "replace_file", refuse)
    app = await written_to(tmp_path / "a.md", "woorden", str(tmp_path / "a.md"))
    assert app.result is None
    assert told in app.told


# Looking back on an agreement


async def looked_back(*keys: str) -> LookBack | None:
    app = Dialogs(LookBackDialog(every_stance(), date(2026, 12, 16)))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
    return app.result


async def test_an_agreement_that_worked_takes_two_keys():
    kept = LookBack("a-1", date(2026, 12, 16), Outcome.KEPT, Then.CARRIED_ON)
    assert await looked_back("1", "enter") == kept
    assert await looked_back("enter", "enter") == kept


async def test_what_got_in_the_way_is_asked_when_it_did_not_quite_work():
    look_back = await looked_back("2", *"bus 3", "enter", "down", "down", "enter")
    assert look_back == LookBack("a-1", date(2026, 12, 16), Outcome.PARTLY, Then.ENDED, "bus 3")
    not_yet = await looked_back("3", "enter", "enter")
    assert not_yet == LookBack("a-1", date(2026, 12, 16), Outcome.NOT_YET, Then.CARRIED_ON)


async def test_another_answer_takes_back_what_got_in_the_way():
    look_back = await looked_back("2", *"bus", "enter", "1", "enter")
    assert look_back is not None
    assert (look_back.outcome, look_back.in_the_way) == (Outcome.KEPT, "")


async def test_how_it_went_can_not_be_left_open():
    app = Dialogs(LookBackDialog(every_stance(), date(2026, 12, 16)))
    async with app.run_test() as pilot:
        app.screen.query_one("#then").focus()
        await pilot.press("enter")
        assert "Press 1, 2 or 3" in app.problem()
        await pilot.press("escape")
        await pilot.pause()
    assert app.result is None
