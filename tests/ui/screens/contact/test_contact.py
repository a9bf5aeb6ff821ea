"""Contact on the screen: entered with fields, shown by week and month and phase."""

from datetime import UTC, date, time, timedelta

import pytest
from msgspec.structs import replace
from running_app import NOW, family_with_a_meeting

from relroute_tui.domain.agreement import Agreement, Entered, SetBy, Stance
from relroute_tui.domain.busy import Busy, BusyTime
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.todo import with_phase
from relroute_tui.domain.zone import moment_at

VISIT = Contact(
    ("Zwaluw",),
    ("Anna",),
    ContactKind.AT_CARERS,
    Every.WEEK,
    (3,),
    time(15),
    120,
    where="bij Kees",
    supervised=True,
    supervised_by="Noor",
    since=date(2026, 11, 4),
)
BY_COURT = Contact(
    ("Zwaluw",),
    ("papa",),
    ContactKind.NEUTRAL,
    Every.MONTH,
    (5,),
    time(16),
    since=date(2026, 11, 6),
)


def with_contact():
    visit = Agreement("c1", "Zwaluw ziet Anna.", contact=VISIT, if_not="een dag later", pays="Henk")
    court = Agreement("c2", "Zwaluw ziet papa.", contact=BY_COURT, set_by=SetBy.COURT)
    at = NOW - timedelta(days=20)
    return replace(family_with_a_meeting(), agreements=(Entered(visit, at), Entered(court, at)))


@pytest.fixture
def with_visits(laptop):
    laptop.keep(with_contact())
    return laptop


async def test_the_week_and_the_month_show_who_sees_whom(with_visits):
    async with with_visits.at_route() as window:
        await window.press("o")
        await window.sees("15.00 Zwaluw en Anna: bezoek bij de pleegouders", where="#week")
        await window.sees("Noor is erbij", where="#week")
        await window.sees("november 2026", "25 a", where="#month")
        await window.sees(
            "door de rechter bepaald", "een dag later", "wie betaalt: Henk", where="#agreed"
        )
        await window.press("right", "right")
        await window.sees("De week van 7 december", "december 2026")
        await window.press("left", "left", "left")
        await window.sees("De week van 16 november")
        await window.press("escape")
        for key in ("f4", "h"):
            await window.press("o", "tab", key)
            await window.hears("Welke afspraak bedoel je?")
            assert window.screen_name == "ContactScreen"
            await window.press(key)
            assert window.screen_name != "ContactScreen"
            while window.screen_name != "RouteScreen":
                await window.press("escape")
            window.app.clear_notifications()


async def test_each_phase_shows_what_was_agreed_in_it(laptop):
    laptop.keep(with_phase(with_contact(), Phase.STABILISATION, NOW))
    async with laptop.at_route() as window:
        await window.press("o")
        await window.sees("stabilisatie", "installatie", "tot dinsdag 24", where="#phases")


async def test_in_a_small_window_one_part_shows_at_a_time(with_visits):
    async with with_visits.at_route((60, 20)) as window:
        for size in ((60, 20), (80, 24)):
            await window.resize(*size)
            await window.press("o")
            await window.sees("15.00 Zwaluw en Anna", where="#week")
            await window.press("tab")
            await window.sees("25 a", where="#month")
            letters = "a Zwaluw en Anna: bezoek", "b Zwaluw en papa"
            await window.sees(*letters, where="#month")
            await window.resize(120, 40)  # where the list stands beside it
            await window.does_not_see("a Zwaluw en Anna", where="#month")
            await window.resize(*size)
            await window.press("tab", "tab")
            await window.sees("door de rechter bepaald", where="#agreed")
            await window.press("escape")


async def test_where_nothing_is_agreed_one_page_says_how_to_begin(after_a_meeting):
    async with after_a_meeting.at_route((60, 20)) as window:
        await window.press("o")
        for size in ((120, 40), (80, 24), (60, 20)):
            await window.resize(*size)
            await window.sees("Er is nog niets opgeschreven over contact.", "Met F2 schrijf je op")
            await window.does_not_see("De week van", "november 2026")
        await window.press("tab", "f2", "f4")
        await window.sees("Wat zegt iedereen?")
        await window.press(*["0"] * 6, "f4")
        await window.sees("Zonder dag van de week", "Zwaluw en Anna (bezoek)")
        await window.does_not_see("nog niets opgeschreven")
        assert window.focus
        for size in ((80, 24), (120, 40)):
            await window.resize(*size)
            await window.does_not_see("nog niets opgeschreven")
            assert window.focus
        await window.sees("Zwaluw en Anna: bezoek")


async def test_contact_is_entered_with_fields_and_everyone_responds(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("o", "f2")
        await window.fill_in("#with", "oma Riet, Mus")
        await window.fill_in("#at", "half elf")  # as people say it
        await window.fill_in("#minutes", "90")
        await window.fill_in("#where", "bij oma thuis")
        await window.fill_in("#if-not", "een week later")
        await window.press("f2")
        assert window.focus == "brings"
        await window.type("Kees")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?", "Zwaluw – oma Riet en Mus: bezoek")
        await window.press("1", "1", "minus", "0", "1", "1", "f4")
        await window.sees("oma Riet", where="#agreed")
    [entered] = after_a_meeting.on_disk().agreements
    contact = entered.agreement.contact
    assert contact is not None
    assert (contact.with_whom, contact.at, contact.minutes) == (
        ("oma Riet", "Mus"),
        time(10, 30),
        90,
    )
    assert [response.stance for response in entered.agreement.responses] == [
        Stance.YES,
        Stance.YES,
        Stance.NOT_PRESENT,
        Stance.PASSES,
        Stance.YES,
        Stance.YES,
    ]


async def test_what_is_seldom_asked_comes_with_one_key_and_stays_where_it_says_something(laptop):
    async with with_one(laptop, replace(VISIT, brings="")).at_route() as window:
        await window.press("o", "f2")
        await window.until(lambda: window.screen_name == "ContactDialog")
        await window.does_not_see("Wie brengt?", "Wie gaat mee?", "Wie beslist hierover?")
        await window.press("f2")
        await window.sees("Wie brengt?", "Wie gaat mee?", "Wie beslist hierover?")
        await window.type("Kees")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?", "Kees brengt")
        await window.press("escape")
        await window.sees("Wie brengt?", "Kees")


async def test_what_a_court_set_asks_nobody_for_a_yes(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("o", "f2")
        await window.until(lambda: window.app.screen.query("#set-by"))
        window.app.screen.query_one("#set-by").value = SetBy.COURT
        await window.press("f4")
        await window.sees("door de rechter bepaald", where="#agreed")
    [entered] = after_a_meeting.on_disk().agreements
    assert (entered.agreement.set_by, entered.agreement.responses) == (SetBy.COURT, ())


async def test_a_time_is_read_as_people_say_it_and_one_that_can_be_another_is_asked_again(
    after_a_meeting,
):
    async with after_a_meeting.at_route() as window:
        await window.press("o", "f2")
        for typed, asked in (
            ("na school", "“na school” is geen tijd."),
            ("acht uur", "“acht uur” kan ook een andere tijd zijn. Is het 08.00 of 20.00?"),
        ):
            await window.fill_in("#at", typed)
            await window.press("f4")
            await window.sees(asked)
            assert window.focus == "at"
        for typed, meant in (
            ("half vier", "15.30"),
            ("15.00 uur", "15.00"),
            ("8 uur 's avonds", "20.00"),
            ("15u", "15.00"),
        ):
            await window.fill_in("#at", typed)
            await window.sees(meant, where="#at")
        await window.press("escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        await window.press("escape")
        assert window.screen_name == "ContactScreen"
    assert after_a_meeting.on_disk().agreements == ()


async def test_who_goes_back_from_the_responses_finds_all_and_only_new_words_are_asked(
    after_a_meeting,
):
    async with after_a_meeting.at_route() as window:
        await window.press("o", "f2")
        await window.fill_in("#at", "15.30")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?")
        await window.press("escape")
        assert window.app.screen.query_one("#at").value == "15.30"
        await window.press("escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        assert window.app.screen.query_one("#at").value == "15.30"
        await window.press("f4", "1", "1", "escape")
        await window.fill_in("#at", "16.30")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?", "16.30")
        await window.press("1", "2")
        await window.type("het donker is")
        await window.press("enter", "f4")
        await window.sees("Nog niet gevraagd: Kees, Mirjam, Noor, Henk.")
        await window.press("1", "escape", "f4")  # and what was said stands there still
        await window.sees("Wat zegt iedereen?", "ja, als … “het donker is”")
        await window.press("1", "1", "1", "f4")
        await window.sees("om 16.30 uur")
    (entered,) = after_a_meeting.on_disk().agreements
    assert str(entered.agreement.contact.at) == "16:30:00"
    said = [response.stance for response in entered.agreement.responses]
    assert said == [Stance.YES, Stance.YES_IF, *[Stance.YES] * 4]


async def test_a_look_back_says_what_the_table_did_not_decide(with_visits):
    async with with_visits.at_route() as window:
        window.app.screen.query_one("#agreements").focus()
        await window.press("end", "f4")
        await window.sees("Zwaluw ziet papa.", "Dit is door de rechter bepaald;")
        await window.press("escape", "up", "f4")
        await window.sees("Zwaluw ziet Anna.")
        await window.does_not_see("aan tafel kun je het niet")
    async with with_visits.at_meeting() as window:
        await window.press("escape", "k")
        await window.sees("door de rechter bepaald · ")


def with_one(laptop, contact: Contact):
    agreement = Agreement("c1", "Zwaluw ziet Anna.", contact=contact)
    entered = Entered(agreement, NOW - timedelta(days=20))
    laptop.keep(replace(family_with_a_meeting(), agreements=(entered,)))
    return laptop


async def test_who_stays_over_is_shown_until_it_ends(laptop):
    saturday = NOW.date() + timedelta(days=5 - NOW.weekday())
    stays = replace(VISIT, weekdays=(6,), at=time(10), minutes=1440, since=saturday)
    async with with_one(laptop, stays).at_route() as window:
        await window.press("o")
        day = saturday.day
        await window.sees(f"za {day}", "10.00 Zwaluw en Anna", where="#week")
        await window.sees(f"zo {day + 1}", "tot 10.00 uur Zwaluw en Anna", where="#week")
        await window.sees(f"{day} a", f"{day + 1} a", where="#month")


async def test_contact_without_a_day_of_the_week_is_told(laptop):
    async with with_one(laptop, replace(VISIT, weekdays=())).at_route() as window:
        await window.press("o")
        told = "Zonder dag van de week, dus niet in dit overzicht: Zwaluw en Anna"
        await window.sees(told, where="#week")
        await window.sees(told, where="#month")


async def test_a_rhythm_of_two_weeks_asks_from_which_day_it_counts(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("o", "f2")
        await window.fill_in("#with", "oma Riet")
        await window.fill_in("#since", "")
        window.app.screen.query_one("#weekdays").select(1)
        window.app.screen.query_one("#every").value = Every.TWO_WEEKS
        await window.press("f4")
        await window.sees("Vanaf welke dag telt het?")
        assert window.focus == "since"
        await window.fill_in("#since", "30-11-2026")
        await window.press("f4")
        await window.sees("om de twee weken op maandag, vanaf 30 november 2026")


async def test_the_button_of_the_long_form_and_what_is_not_right_above_it_are_in_view(one_family):
    """Also where F4 is struck while the form still scrolls to another field."""
    sizes = (60, 20), (80, 24), (120, 40)
    async with one_family.at_route() as window:
        await window.press("o", "f2")
        await window.fill_in("#with", "Anna")
        form = window.app.screen
        for size in sizes:
            await window.resize(*size)
            for field in ("#with", "#set-by"):
                form.query_one(field).focus()
                await window.settle()
                assert "Bewaar" in window.text_in("#keep")
        for field in ("#since", "#review"):
            await window.fill_in(field, "maandag of dinsdag")
            for size in sizes:
                await window.resize(*size)
                for elsewhere in ("#who", "#set-by", field):
                    form.query_one(elsewhere).focus()
                    form.action_keep()
                    await window.settle()
                    await window.sees("“maandag of dinsdag” is geen dag.", where=".foot")
                    assert "Bewaar" in window.text_in("#keep")
                    assert "maandag of dinsdag" in window.text_in(field)
                    form.tell_problem("")
            await window.fill_in(field, "")


async def test_one_day_is_called_off_and_put_on_again_and_the_rhythm_goes_on(laptop):
    async with with_one(laptop, VISIT).at_route() as window:
        await window.press("o", "f7")
        await window.sees(
            "Welke dag gaat niet door?", "woensdag 25 november", "woensdag 2 december"
        )
        await window.press("enter")
        await window.sees("Is er een andere dag voor?")
        await window.press("enter")
        await window.sees("gaat niet door: 15.00 Zwaluw en Anna", where="#week")
        await window.press("right")
        await window.sees("15.00 Zwaluw en Anna", where="#week")
        assert "gaat niet door" not in window.text_in("#week")
        await window.press("f7")
        await window.sees("woensdag 25 november  gaat niet door")
        await window.press("enter", "left")
        await window.until(lambda: "gaat niet door" not in window.text_in("#week"))
    assert laptop.on_disk().called_off == ()


async def test_one_day_is_moved_to_another_and_who_cannot_then_is_said(laptop):
    saturday = moment_at(date(2026, 11, 28), time(8)).astimezone(UTC)
    busy = Busy("p-anna", NOW, (BusyTime(saturday, saturday + timedelta(hours=10)),))
    visit = Entered(Agreement("c1", "Zwaluw ziet Anna.", contact=VISIT), NOW - timedelta(days=20))
    laptop.keep(replace(family_with_a_meeting(), agreements=(visit,), busy=(busy,)))
    async with laptop.at_route() as window:
        await window.press("o", "f7", "enter")
        await window.sees("Is er een andere dag voor?")
        for typed, sentence in (
            ("soms", "niet één duidelijke dag"),
            ("23-11-2026", "al voorbij"),
            ("2-12-2026", "Op die dag is het al."),
        ):
            await window.fill_in("#value", typed)
            await window.press("enter")
            await window.sees(sentence)
        await window.fill_in("#value", "zaterdag")
        await window.press("enter")
        await window.sees("verplaatst naar zaterdag 28 november: 15.00 Zwaluw", where="#week")
        await window.sees("za 28 15.00 Zwaluw en Anna", "Anna kan dan niet.", where="#week")
        await window.press("f7")
        await window.sees("woensdag 25 november  verplaatst naar zaterdag 28 november")
    (moved,) = laptop.on_disk().called_off
    assert (moved.day, moved.moved_to) == (date(2026, 11, 25), date(2026, 11, 28))


def busy_with(laptop, route):
    day = NOW.date() + timedelta(days=1)
    hours = [
        (moment_at(day + timedelta(days=n), time(8)), moment_at(day + timedelta(days=n), time(18)))
        for n in (0, 7)
    ]
    times = tuple(BusyTime(begin.astimezone(UTC), end.astimezone(UTC)) for begin, end in hours)
    anna = next(person for person in route.participants if person.name == "Anna")
    laptop.keep(replace(route, busy=(Busy(anna.id, NOW, times),)))
    return laptop


async def test_who_cannot_is_told_in_the_week_and_before_one_agrees_or_plans_a_day(laptop):
    async with busy_with(laptop, with_contact()).at_route((120, 40)) as window:
        await window.press("f5")
        await window.until(lambda: window.screen_name == "PlanDialog")
        await window.fill_in("#day", "2-12-2026")
        await window.fill_in("#at", "10.00")
        await window.sees("Anna kan dan niet.", where="#cannot")
        await window.fill_in("#at", "19.00")
        await window.until(lambda: not window.app.screen.query_one("#cannot").display)
        await window.press("escape", "escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("o")
        await window.sees("Anna kan dan niet.", where="#week")
        await window.press("f2")
        await window.fill_in("#with", "Anna")
        await window.fill_in("#at", "15.00")
        window.app.screen.query_one("#weekdays").select(3)
        await window.sees(
            "Anna kan dan niet: woensdag 25 november, woensdag 2 december.", where="#cannot"
        )
        await window.fill_in("#at", "19.00")
        await window.until(lambda: not window.app.screen.query_one("#cannot").display)


SHIFTS = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:shift
DTSTART;TZID=Europe/Amsterdam:20261125T080000
DTEND;TZID=Europe/Amsterdam:20261125T180000
RRULE:FREQ=WEEKLY
SUMMARY:Late shift at a secret ward
END:VEVENT
END:VCALENDAR
"""


async def test_a_calendar_is_read_from_here_and_a_clash_is_shown_before_one_agrees(laptop):
    documents = laptop.environment.papers
    documents.mkdir(exist_ok=True)
    (documents / "shifts.ics").write_text(SHIFTS, "utf-8")
    (documents / "photo.ics").write_bytes(b"\x89PNG\r\n\x1a\n")
    laptop.keep(with_contact())
    async with laptop.at_route((120, 40)) as window:
        await window.press("o", "f3")
        await window.until(lambda: window.screen_name == "OwnCalendarDialog")
        await window.press("f4")
        await window.sees("Typ welk bestand.")
        for name, sentence in (
            ("shift.ics", "Er is geen bestand"),
            ("~nobody/x", "Er is geen bestand"),
            ("photo.ics", "is geen agendabestand"),
            (".", "kan niet gelezen worden"),
        ):
            await window.fill_in("#file", name)
            await window.press("enter")
            await window.sees(sentence)
        assert laptop.on_disk().busy == ()

        window.app.screen.query_one("#whose").value = "p-anna"
        await window.fill_in("#file", "'shifts.ics'")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ContactScreen")
        await window.sees("Anna kan dan niet.", where="#week")
        await window.sees("verder niets uit de agenda.")

        await window.press("f3")
        await window.until(lambda: window.screen_name == "OwnCalendarDialog")
        window.app.screen.query_one("#whose").value = "p-anna"
        await window.until(lambda: window.app.screen.query_one("#take-out").display)
        window.app.screen.query_one("#take-out").press()
        await window.until(lambda: "kan dan niet" not in window.text)
    assert laptop.on_disk().busy == ()
    folder = laptop.environment.sessions
    assert not any(b"secret" in file.read_bytes() for file in folder.rglob("*") if file.is_file())
