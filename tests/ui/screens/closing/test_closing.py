"""Rounding off: read back, everyone responds, check-out, the next date, and closed."""

from datetime import date, time

import pytest
from msgspec.structs import replace
from running_app import FAMILY, family

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.scores import CheckOut
from relroute_tui.ui.screens.closing.agreement_page import ResponseList

CALLING = "- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna"
PHOTO = "- [ ] Kees stuurt op zondag een foto. @Kees"
EVERYONE = 6
"""Zwaluw, Anna, Kees, Mirjam and Henk, and Noor who leads."""


async def everyone_says_yes(window) -> None:
    await window.press(*["1"] * EVERYONE)


def the_meeting(laptop):
    (meeting,) = laptop.on_disk().meetings
    return meeting


async def test_each_agreement_is_read_back_large_and_one_key_is_one_response(one_family):
    async with one_family.at_meeting() as window:
        await window.paste(f"{CALLING}\n{PHOTO}")
        await window.round_off()
        await window.sees("Afspraak 1 van 2", "Nog niet gezegd:", "en als het niet lukt?")
        await window.press("f3")
        await window.sees("Afspraak 2 van 2")
        await window.press("f2")
        await window.sees("Afspraak 1 van 2")
        responses = window.text_in("ResponseList")
        order = [responses.index(name) for name in ("Zwaluw", "Anna", "Kees", "Henk", "Noor")]
        assert order == sorted(order), "who leads the meeting responds last"
        await window.press("1", "0")
        await window.sees("● ja", "– slaat over")
        meeting = window.app.screen.meeting
        given = [each.response.stance for each in meeting.responses]
        assert given == [Stance.YES, Stance.PASSES]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_each_letter_stands_beside_the_response_that_it_gives(one_family, size, language):
    """N is “not yet”: what somebody sees says so, and that “no” has another letter."""
    shown = {
        "nl": ("1/j ● ja", "2/a ◐ ja, als …", "3/o ○ nog niet", "4/n □ nee", "0/s – slaat over"),
        "en": ("1/y ● yes", "2/i ◐ yes, if …", "3/o ○ not yet", "4/n □ no", "0/p – passes"),
    }[language]
    letters = [each[2] for each in shown]
    async with one_family.at_meeting(size) as window:
        await window.paste(CALLING)
        await window.round_off()
        await window.sees(*shown)
        stances = []
        for letter in letters:
            await window.press(letter, *(["enter"] * 2 if letter in letters[1:4] else []))
            stances.append(window.app.screen.meeting.responses[-1].response.stance)
        assert stances == [Stance.YES, Stance.YES_IF, Stance.NOT_YET, Stance.NO, Stance.PASSES]
        await window.press("1")
        await window.sees({"nl": "wat betekent het voor jou?", "en": "what does it mean"}[language])
        await window.does_not_see(*shown)
        given = window.app.screen.meeting.responses
        await window.press(letters[3])  # no letter gives a response where none is shown
        assert window.app.screen.meeting.responses == given
        await window.press(*["space"] * EVERYONE)
        await window.sees(*shown)


async def test_one_key_goes_on_from_each_page_and_is_called_so(one_family):
    """F3 from agreement to agreement, F9 from the last one on, where F3 does nothing."""

    def offered():
        return window.text_in("KeyFooter")

    async with one_family.at_meeting() as window:
        await window.paste(f"{CALLING}\n{PHOTO}")
        await window.round_off()
        await window.sees("Afspraak 1 van 2")
        assert "F3 volgende" in offered() and "F9 slotrondje" in offered()
        await everyone_says_yes(window)
        await window.press(*["space"] * EVERYONE)
        await window.sees("Teruggelezen. F3: verder")
        await window.press("f3")
        await window.sees("Afspraak 2 van 2")
        await everyone_says_yes(window)
        await window.press(*["space"] * EVERYONE)
        await window.sees("Teruggelezen. F9: verder")
        assert "F9 slotrondje" in offered() and "F3" not in offered()
        await window.press("f3", "f3")
        await window.sees("Afspraak 2 van 2")
        await window.press("f9")
        await window.sees("Slotrondje")
        assert "F9 verder" in offered() and "F3" not in offered()
        await window.press("f4")
        await window.until(lambda: window.screen_name == "ClosingScreen")
        assert "F9 verder" in offered() and "F3" not in offered()
        await window.press("f9")
        await window.sees("Het einde", "F9 sluit af")


async def test_a_response_that_is_no_plain_yes_is_said_in_own_words(one_family):
    async with one_family.at_meeting() as window:

        def last():
            return window.app.screen.meeting.responses[-1].response

        await window.paste(CALLING)
        await window.press("f9", "f9", "3")
        await window.type("te laat")
        await window.press("enter", "up", "3")
        await window.sees("te laat", where="#words")
        await window.press("escape", "1", "1")  # once more, as it takes somebody's words away
        (given,) = window.app.screen.meeting.responses
        assert given.response.stance is Stance.YES, "a response can be changed"
        window.app.clear_notifications()
        for key, stance in (("2", Stance.YES_IF), ("3", Stance.NOT_YET), ("4", Stance.NO)):
            await window.press(key)
            await window.type(f"als [/ Noor] [x] meedoet {key}")
            await window.press("enter")
            await window.sees(f"“als [/ Noor] [x] meedoet {key}”")
            assert last().stance is stance
        await window.press("2", "escape")
        assert len(window.app.screen.meeting.responses) == 4, "Esc gives no response"
        await window.press("2", "enter")
        await window.sees("Er is niets getypt. Nog een keer Enter laat het leeg.")
        await window.press("enter")
        assert last().words == ""
        await window.press("4", "enter")
        await window.type("jij niet, dat is te laat")
        await window.press("enter")
        assert last().words == "jij niet, dat is te laat", "after one Enter too many"
        assert len(window.app.screen.meeting.responses) == EVERYONE


async def test_the_last_page_lists_what_was_agreed_and_nothing_is_closed_before_all_responded(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.paste(f"{CALLING}\n{PHOTO}")
        await window.press("f9", "f9", "1", "1", "f3")
        await everyone_says_yes(window)
        await window.press("f9", "f9")
        await window.sees("2 afspraken", "Anna belt Zwaluw elke woensdag", where="#open")
        await window.sees("Nog niet iedereen heeft gereageerd", where="#open")
        await window.sees("Kees, Mirjam, Henk, Noor")
        await window.press("f9")
        await window.hears("Wie nu niets wil zeggen, kiest 0.")
        await window.sees("Afspraak 1 van 2")
        assert window.app.screen.meeting.finished is None


async def test_a_no_stays_in_view_points_at_nobody_and_closes_the_meeting_as_well(one_family):
    async with one_family.at_meeting() as window:
        await window.paste(f"{CALLING}\n{PHOTO}")
        await window.round_off()
        await everyone_says_yes(window)
        await window.press("f3", "4")
        await window.type("liever op zondag")
        await window.press("enter", *["1"] * (EVERYONE - 1), "f9", "f9")
        told = "Nog niet iedereen zegt hier ja op. We praten er verder over."
        await window.sees(told, where="#open")
        decided = window.text_in("#open")
        assert decided.count(told) == 1
        assert f"· {told}" not in decided, "it is no fact of those who do it"
        await window.does_not_see("liever op zondag")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#agreements").focus()
        await window.press("down", "h")
        await window.sees("□ nee", "Zwaluw “liever op zondag”")
    _calling, photo = the_meeting(one_family).agreements
    assert any(response.stance.is_dissent for response in photo.responses)
    assert photo.responses[0].words == "liever op zondag"


async def test_a_pass_is_enough_to_close_and_who_is_away_is_not_asked(one_family):
    """Nobody passes over the check-out, and of who is away it is written down that they are."""
    async with one_family.at_meeting() as window:
        await window.paste(CALLING)
        await window.press("escape", "shift+tab", "end", "space", "f9", "f9")
        assert "Henk" not in window.text_in("ResponseList")
        await window.press(*["0"] * (EVERYONE - 1), "f9")
        assert window.screen_name == "RoundScreen"
        await window.press("f9")
        await window.sees("Wanneer zien we elkaar weer?")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
    (agreement,) = the_meeting(one_family).agreements
    stances = {response.participant_id: response.stance for response in agreement.responses}
    assert stances.pop("p-henk") is Stance.NOT_PRESENT
    assert set(stances.values()) == {Stance.PASSES}


async def test_going_back_to_the_notes_changes_nothing_but_what_one_changes_there(one_family):
    """Only a sentence that was changed asks for its responses again."""
    async with one_family.at_meeting() as window:
        await window.paste(f"{CALLING}\n{PHOTO}")
        await window.round_off()
        await everyone_says_yes(window)
        await window.press("f3")
        await everyone_says_yes(window)
        before = window.app.screen.meeting
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        assert window.notes == f"{CALLING}\n{PHOTO}"
        await window.round_off()
        assert window.app.screen.meeting == before
        await window.press("escape", "ctrl+end", "ctrl+k")
        await window.type(" Soms ook Mirjam.")
        await window.round_off()
        await window.sees("Afspraak 2 van 2", where="#where")
        assert "● ja" not in window.text_in("ResponseList")
        await window.press("f2")
        assert window.text_in("ResponseList").count("● ja") == EVERYONE


async def test_other_words_are_told_at_once_and_another_spelling_keeps_what_was_said(one_family):
    """One quiet line in the frame of the notes; one key at the reading back, for a slip alone."""
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] Anna belt Zwaluw altijd op woensdga")
        await window.press("f9", "f9", "3")
        await window.type("liever zondag")
        await window.press("enter", *["1"] * 5, *["space"] * 6)
        await window.press("escape", "backspace", "backspace")
        await window.type("ag")
        await window.sees("Veranderd: straks reageert iedereen opnieuw")
        await window.press("f9", "f9")
        await window.sees(
            "Eerst stond er “Anna belt Zwaluw altijd op woensdga”, waarop Zwaluw, Anna, Kees, Mirjam,"
            " Henk en Noor reageerden; zij reageren opnieuw.",
            "F12 houdt de reacties: alleen de spelling is anders.",
            "eerst: nog niet “liever zondag”",
        )
        await window.press("f12")
        await window.sees("Teruggelezen.", "nog niet “liever zondag”")
        await window.does_not_see("Eerst stond er", "F12")
        await window.press("escape", *["backspace"] * 8)
        await window.type("maandag")
        await window.press("f9", "f9", "f12")
        await window.sees("Eerst stond er “Anna belt Zwaluw altijd op woensdag”", "eerst: nog niet")
        await window.does_not_see("F12")


async def test_a_form_asks_again_only_where_it_was_changed_and_that_outlives_whatever_ends_the_app(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] We bellen op zondag. @Kees @Anna #bellen >15-12-2026")
        await window.press("f9", "f9")
        await everyone_says_yes(window)
        await window.press("f4")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "ClosingScreen")
        assert window.text_in("ResponseList").count("● ja") == EVERYONE
        await window.hears_nothing()
        await window.press("f4")
        await window.fill_in("#if-not", "we appen Noor")
        await window.press("f4")
        assert "● ja" not in window.text_in("ResponseList")
        await everyone_says_yes(window)
        await window.press("ctrl+q")
    assert "we appen Noor" in the_meeting(one_family).notes


async def test_check_out_is_numbers_and_a_word_and_what_is_none_is_told_and_not_kept(one_family):
    async with one_family.at_meeting() as window:
        await window.round_off()
        await window.press("f4")
        await window.sees("Hoe ga je hier weg?", "Niemand hoeft.")
        for typed in ("-1", "x", "²", "11"):
            await window.type(typed)
            assert window.app.focused.has_class("-invalid")
            assert not any(check_out.is_given for check_out in window.app.screen.meeting.check_outs)
            await window.sees("Dat is geen cijfer van 0 tot 10, dus het wordt niet bewaard.")
            await window.press(*["backspace"] * len(typed), "8")
            await window.sees("0 is helemaal niet goed, 10 is heel goed. Niemand hoeft.")
            await window.press("backspace")
        await window.type("11")
        await window.press("f9", "f9")
        await window.hears("Zwaluw, er werd naar mij geluisterd: “11” is geen cijfer van 0 tot 10.")
        await window.hears("Er is nog niets afgesloten.")
        await window.sees("Hoe ga je hier weg?")
        assert window.app.focused.value == "11"
        assert window.app.focused.has_class("-invalid")
        await window.press("backspace", "backspace")
        window.app.clear_notifications()
        for score, statement, on in (
            ("9", "er werd naar mij geluisterd", "\t"),
            ("7,5", "het ging over wat ik belangrijk vind", "\t"),
            ("6.5", "de manier van praten paste bij mij", "\n"),
            ("8", "het gesprek als geheel", "\n"),
        ):
            await window.sees(statement, where="#asked")
            await window.type(score)
            await window.press("tab" if on == "\t" else "enter")
        await window.type("rustig\n8")  # Enter goes on to whoever is next
        await window.press("f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.sees("8 Zwaluw jongere “rustig”", "er werd naar mij geluisterd 9")
    zwaluw, anna = (
        check_out for check_out in the_meeting(one_family).check_outs if check_out.is_given
    )
    assert zwaluw == CheckOut("p-zwaluw", 8, "rustig", heard=9, subjects=7.5, way=6.5)
    assert (anna.participant_id, anna.heard) == ("p-anna", 8)


async def test_an_hour_and_a_place_may_be_said_with_the_day(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        await window.type("volgende week donderdag om 19.00 uur bij oma")
        await window.sees("donderdag 3 december 2026, 19.00")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
    assert one_family.on_disk().planned == (
        Planned(date(2026, 12, 3), at=time(19), place="bij oma"),
    )


async def test_a_day_that_is_none_is_told_and_closes_nothing_and_a_day_is_read_back(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        for typed, told in (
            (
                "volgende vrijdag",
                ["“volgende vrijdag” kan ook een andere dag zijn.", "27 november of"],
            ),
            (
                "31-02-2026",
                ["“31-02-2026” is geen dag. Schrijf 15-12-2026, vrijdag, of over twee weken."],
            ),
        ):
            await window.fill_in("#next-meeting", typed)
            await window.sees(*told)
            await window.press("f9")
            assert window.screen_name == "ClosingScreen"
            assert window.app.screen.meeting.finished is None
        for typed, told in (
            ("ooit", "“ooit” is geen dag."),
            ("1-1-2020", "1-1-2020 is al geweest."),
        ):
            await window.fill_in("#next-meeting", typed)
            await window.sees(told)
            await window.press("enter")
            assert window.focus == "next-meeting"
        assert one_family.on_disk().planned == ()
        await window.fill_in("#next-meeting", "16-12-2026")
        await window.sees("woensdag 16 december")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
    assert one_family.on_disk().next_meeting.isoformat() == "2026-12-16"


async def test_without_a_next_date_it_says_so_before_and_after_closing_and_how_to_add_it(
    one_family,
):
    none_yet = "Er is nog geen volgende datum"
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        await window.sees(none_yet, "F5 in de route voegt hem later toe")
        await window.fill_in("#next-meeting", "16-12-2026")
        await window.does_not_see(none_yet)
        await window.fill_in("#next-meeting", "")
        await window.sees(none_yet)
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.hears(f"{none_yet}: F5 plant er een")
        await window.sees("nog geen volgende datum: F5", where="#facts")
        await window.press("ctrl+p")
        await window.type("datum")
        await window.sees("Plan het volgende gesprek")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "PlanDialog")


async def test_the_keys_of_today_fill_an_agreement_in_and_go_on(one_family):
    one_family.environment.settings.write_text(
        "[keys.closing]\nfill_in = 'alt+z'\nnext = 'f11'\nclose = 'alt+q'\n", encoding="utf-8"
    )
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Anna belt")
        await window.press("enter", "enter")
        await window.type("- [ ] Kees kookt")
        await window.press("f9", "f9")
        await window.sees("Alt+Z vult het aan")
        await window.press(*"111111")
        await window.sees("F11: verder")
        await window.press("f11")
        await window.press(*"111111")
        await window.sees("Alt+Q: verder")


@pytest.mark.parametrize(
    ("keys", "plan", "export"),
    [
        ("plan = 'f11'\nexport = ['alt+z', 'f6']", "F11", "Alt+Z"),
        ("plan = []\nexport = []", "Ctrl+P", "Ctrl+P"),
    ],
)
async def test_without_a_next_date_the_keys_of_today_are_named(one_family, keys, plan, export):
    one_family.environment.settings.write_text(f"[keys.route]\n{keys}\n", encoding="utf-8")
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        await window.sees(f"{plan} in de route voegt hem later toe")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.hears(f"Papieren voor thuis: {export}, nu of later")
        await window.hears(f"Er is nog geen volgende datum: {plan} plant er een")
        await window.sees(f"nog geen volgende datum: {plan}", where="#facts")


async def test_where_a_next_date_is_known_nothing_is_said_of_its_lack(laptop):
    laptop.keep(replace(family(), planned=(Planned(date(2026, 12, 16)),)))
    async with laptop.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        await window.sees("Al gepland")
        await window.does_not_see("nog geen volgende datum")
        await window.press("f9")
        await window.hears("Papieren voor thuis")
        await window.does_not_see("volgende datum")


async def test_a_day_that_was_planned_is_called_so_and_no_other_is_advised(laptop):
    laptop.keep(replace(family(), planned=(Planned(date(2026, 12, 16)),)))
    async with laptop.at_meeting() as window:
        await window.press("f9", "f9", "f9")
        await window.sees("Al gepland: woensdag 16 december.", "woensdag 16 december 2026")
        await window.does_not_see("past het tussen")


async def test_a_finished_meeting_is_read_only_and_a_new_one_begins_beside_it(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f9", "f9", "f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.press("escape", "f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.hears("Een gesprek van vandaag is al afgesloten. Dit is een nieuw gesprek.")
    finished, begun = one_family.on_disk().meetings
    assert finished.finished is not None
    assert begun.finished is None


async def test_the_closing_fits_a_small_window(one_family):
    async with one_family.at_meeting(size=(60, 20)) as window:
        await window.paste(CALLING)
        await window.round_off()
        await window.sees("Anna belt Zwaluw elke woensdag", "Zwaluw", "Anna")
        for _ in range(EVERYONE):
            await window.press("1")
        assert one_family.environment.sessions.joinpath(f"{FAMILY}.json").exists()
        assert len(window.app.screen.meeting.responses) == EVERYONE
        await window.press("f9", "f4")
        for size in ((60, 20), (80, 24), (120, 40)):
            await window.resize(*size)
            await window.sees("gehoord", "inhoud", "manier", "geheel", "Zwaluw")


async def test_a_meeting_in_which_nobody_is_marked_as_here_is_rounded_off(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Iedereen was al weg.")
        await window.press("escape", "shift+tab")
        for _ in range(6):
            await window.press("space", "down")
        await window.round_off()
        await window.press("escape")
        await window.sees("Hoe ga je hier weg?", where="#check-out")


async def test_what_is_missing_is_filled_in_where_it_is_asked_and_what_was_said_before_stays(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.paste(CALLING)
        await window.press("f9", "f9", "2")
        await window.type("als ik mag kiezen")
        await window.press("enter", "1", "f4")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        assert window.focus == "review"
        await window.press("tab")
        await window.type("we appen Noor")
        await window.press("f4")
        await window.hears("In de afspraak staat nu meer, dus iedereen wordt opnieuw gevraagd.")
        await window.sees("lukt het niet: we appen Noor")
        await window.sees("eerst: ja, als … “als ik mag kiezen”", "eerst: ja")
        await window.press("2")
        assert window.app.screen.query_one("#words").value == "als ik mag kiezen"
        await window.press("enter")
        await window.sees("ja, als … “als ik mag kiezen”")
        await window.press("escape")
        assert "  lukt het niet: we appen Noor" in window.notes
    (meeting,) = one_family.on_disk().meetings
    (line,) = meeting.agreement_lines()
    assert meeting.response_to(line.wording, "p-zwaluw").words == "als ik mag kiezen"
    assert meeting.response_to(line.wording, "p-anna") is None


async def test_each_page_tells_what_is_not_clear_on_it_and_has_keys_and_help_of_its_own(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] Anna brengt de tas. >31-02-2026")
        await window.round_off()
        await window.sees("“>31-02-2026” is geen dag: schrijf >")
        await window.sees("F4 ", where="KeyFooter")
        await window.press("f9", "escape")
        await window.sees("Hoe ga je hier weg?")
        await window.sees("F4 een voor een", where="KeyFooter")
        await window.press("f1")
        await window.sees("Hoe iedereen hier weggaat: cijfers en een woord, voor wie wil.")
        await window.sees("inhoud: het ging over wat ik belangrijk vind", "geheel: het gesprek als")


async def test_the_sheet_for_at_home_is_looked_at_before_the_meeting_is_closed(one_family):
    async with one_family.at_meeting((80, 24)) as window:
        await window.paste("- [ ] Anna belt Zwaluw elke woensdag. @Anna")
        await window.press("f9", "f9", "f9", "f9")
        await window.sees("F7 bekijk het blad", where="KeyFooter")
        await window.press("f7")  # not before everyone has responded
        await window.sees("Nog niet iedereen heeft gereageerd")
        window.app.clear_notifications()
        await window.press(*["1"] * 6, "f9", "f9")
        await window.type("15-12-2026")
        await window.press("f7")
        await window.sees("Het blad voor thuis", "Er is nog niets geschreven of gesloten.")
        await window.sees("Anna belt Zwaluw elke woensdag.", where="#sheet")
        await window.press("escape")
        await window.until(lambda: one_family.on_disk().meetings)
        assert the_meeting(one_family).finished is None
        await window.press("f9")
        await window.until(lambda: the_meeting(one_family).finished)
    assert not list(one_family.environment.papers.rglob("*.html"))


async def test_an_agreement_with_new_words_is_counted_and_read_at_the_end_and_read_back(
    after_a_meeting,
):
    async with after_a_meeting.at_meeting() as window:
        await window.press("ctrl+b", "2", "enter", "down", "enter")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        assert window.app.screen.query_one("#review").value == "24-11-2026"  # kept, not lost
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4", *"111111", *["space"] * 6, "f4")
        await window.press("2", "enter", "enter")
        await window.press("escape", "f9", "f9", "f9")
        await window.sees("1 afspraak", "Anna belt Zwaluw op donderdag.", where="#open")
        await window.sees("het was: “Anna belt Zwaluw elke woensdag om 19.00 uur.”")
        await window.sees("Teruggekeken", "Kees brengt Zwaluw op zaterdag naar Anna.")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("1 Anna belt Zwaluw op donderdag.", "Waar we op terugkeken")
        await window.does_not_see("Deze keer zijn er geen afspraken gemaakt.")
        await window.press("f5")
        await window.until(lambda: window.screen_name == "LargeAgreements")


async def test_whoever_is_asked_is_in_view_however_long_the_agreement_is(one_family):
    async with one_family.at_meeting((60, 20)) as window:
        long = " ".join(["Anna belt Zwaluw elke woensdag om zeven uur en leest dan iets voor"] * 2)
        await window.paste(f"- [ ] {long}\n  lukt het niet: we appen Noor en zoeken een andere dag")
        await window.round_off()
        asked = window.app.screen.query_one(ResponseList)
        for _person in range(asked.option_count):
            marked = asked.get_option_at_index(asked.highlighted).id
            name = next(p.name for p in one_family.on_disk().participants if p.id == marked)
            shown = window.app.screen.region
            top = asked.content_region.y + asked.highlighted - asked.scroll_offset.y
            assert asked.content_region.y <= top < asked.content_region.bottom
            assert top < shown.bottom - window.app.screen.query_one("KeyFooter").size.height
            assert name in window.rows[top]
            await window.press("1")
