"""The map of a route: where it stands, its cells, the next phase and the next meeting."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace
from running_app import NOW, family, family_with_a_meeting

from relroute_tui.domain.days.written import written_date
from relroute_tui.domain.phase import Module, Phase, Waiting
from relroute_tui.domain.progress.cells import Cell, CellState, cell_at
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.meetings import meeting_text

TEMPLATES = """# Begeleidingsplan voor de ouders {#installation-parents}

## Wat jou helpt
"""
AGENDAS = """# Samen aan tafel {#joint}

## Welkom {#welcome}
minuten: 5

Zeg hallo.

# Met het kind {#child}

## Even landen {#landing}
minuten: 7

Laat het kind een plek kiezen.
"""


@pytest.fixture
def on_the_way(laptop, tmp_path):
    """The family a month on, with one cell done, a template and two agendas."""
    for folder, text in (("templates", TEMPLATES), ("agendas", AGENDAS)):
        (tmp_path / "cards" / folder).mkdir(exist_ok=True)
        (tmp_path / "cards" / folder / "nl.md").write_text(text, encoding="utf-8")
    done = Cell(Phase.INSTALLATION, Module.CARERS, CellState.DONE, date(2026, 11, 12))
    laptop.keep(replace(family_with_a_meeting(), cells=(done,), planned=()))
    return laptop


async def test_opening_a_route_shows_where_it_stands_and_calls_nothing_not_begun(on_the_way):
    async with on_the_way.at_route((60, 20)) as window:
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await window.resize(*size)
            await window.sees("installatie hier zijn we nu", "● klaar", "nov 2026", where="#map")
            said = window.text_in("#map")
            assert "niet begonnen" not in said
            assert said.count("●") == 1
            for word in ("ouders", "samenwerking", "pleegouders", "stabilisatie", "evaluatie"):
                assert word in said
        await window.sees("klaar 12 nov 2026", "de samenwerking opbouwen", where="#map")
        await window.press("t")  # what comes next is said behind a key, in plain sentences
        await window.sees(
            "3 vragenlijsten om in te vullen.",
            "1 afspraak om op terug te kijken.",
            "Er is nog geen gesprek gepland:",
            where=".dialog",
        )


async def test_in_a_small_window_tab_goes_from_panel_to_panel(on_the_way):
    async with on_the_way.at_route((60, 20)) as window:
        await window.press("tab")
        await window.sees("gesprek 1", where="#held")
        await window.press("tab")
        await window.sees("Anna belt Zwaluw", where="#open")
        await window.press("tab")
        await window.sees("hier zijn we nu", where="#map")


async def test_a_cell_is_opened_typed_in_and_kept(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("enter")
        await window.sees("ouders · installatie", "een plan maken: wat helpt de ouders")
        await window.sees("Typ hier samen wat bij dit gezin past.", where="#text")
        await window.press("f4")
        await window.sees("## Wat jou helpt")
        await window.does_not_see("Typ hier samen", where="#text")
        await window.type("[/ Een luisterend oor]")
        await window.press("f2", "escape")
        await window.sees("● klaar", where="#map")
    cell = cell_at(on_the_way.on_disk().cells, Phase.INSTALLATION, Module.PARENTS)
    assert (cell.state, cell.since) == (CellState.DONE, NOW.date())
    assert cell.text.endswith("[/ Een luisterend oor]")


async def test_the_arrows_mark_a_cell_and_its_questions_come_once(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("right", "right", "down", "left", "up", "left", "enter")
        await window.sees("ouders · installatie")
        await window.press("f4", "f4")
        await window.hears("Deze vragen staan er al.")
        assert window.text.count("## Wat jou helpt") == 1


async def test_a_cell_goes_round_from_not_begun_to_done(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("enter")
        for state in ("onderweg", "klaar", "niet begonnen"):
            await window.press("f2")
            await window.sees(state, where="#state")


async def test_the_next_phase_says_what_is_not_finished_and_asks_once(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("f7")
        await window.sees("Van installatie naar stabilisatie", "3 vragenlijsten om in te vullen")
        await window.sees("om op terug te kijken: Anna belt Zwaluw elke woensdag")
        await window.press("escape")
        await window.sees("fase: installatie")
        await window.press("f7", "enter")
        await window.sees("fase: stabilisatie", "stabilisatie hier zijn we nu")
        await window.hears("in de fase ‘stabilisatie’. Met F3")
    [move] = on_the_way.on_disk().history
    assert move.now is Phase.STABILISATION
    kinds = [each.kind for each in move.unfinished]
    assert kinds.count(Waiting.CELL) == 2
    assert kinds.count(Waiting.QUESTIONNAIRE) == 3
    assert kinds.count(Waiting.AGREEMENT) == 1


async def test_a_phase_that_is_changed_in_the_form_is_kept_in_the_history_too(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("f3")
        window.app.screen.query_one("#phase").value = Phase.EVALUATION
        await window.press("f4")
        await window.sees("fase: evaluatie")
    [move] = on_the_way.on_disk().history
    assert (move.was, move.now) == (Phase.INSTALLATION, Phase.EVALUATION)


async def test_the_next_meeting_is_proposed_in_the_rhythm_and_planned_with_an_agenda(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("f5")
        await window.sees("past het tussen 17 november en 8 december", "dinsdag 1 december")
        window.app.screen.query_one("#agenda").value = "child"
        await window.press("f4")
        await window.sees("gepland · dinsdag 1 december 2026", "Met het kind", where="#held")
        await window.press("t")
        await window.sees("Het volgende gesprek is op dinsdag 1 december.", where=".dialog")
    assert on_the_way.on_disk().planned == (Planned(date(2026, 12, 1), "child"),)


async def test_a_plan_holds_the_hour_the_place_and_who_is_invited(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("f5")
        await window.fill_in("#at", "na school")
        await window.press("f4")
        await window.sees("“na school” is geen tijd.")
        await window.fill_in("#at", "half drie")
        await window.fill_in("#place", "het wijkhuis [/]")
        invited = window.app.screen.query_one("#invited")
        for name in ("p-mirjam", "p-henk"):
            invited.deselect(name)
        await window.press("f4")
        await window.sees(
            "14.30 · het wijkhuis [/] · Zwaluw, Anna, Kees, Noor · Samen aan tafel", where="#held"
        )
    (planned,) = on_the_way.on_disk().planned
    assert (planned.at, planned.place) == (time(14, 30), "het wijkhuis [/]")
    assert planned.invited == ("p-zwaluw", "p-anna", "p-kees", "p-noor")


async def test_a_cell_is_dated_back_to_when_it_was_so(on_the_way):
    async with on_the_way.at_route() as window:
        await window.press("enter", "f3")
        await window.until(lambda: window.screen_name == "SinceDialog")
        await window.fill_in("#day", "1-1-2027")
        await window.press("f4")
        await window.sees("Die dag moet nog komen.")
        await window.fill_in("#day", "3-2-2024")
        await window.press("f4")
        await window.sees("onderweg", "sinds zaterdag 3 februari 2024", where="#state")
        await window.press("escape")
        await window.sees("◐ onderweg", where="#map")
    cell = cell_at(on_the_way.on_disk().cells, Phase.INSTALLATION, Module.PARENTS)
    assert (cell.state, cell.since) == (CellState.UNDER_WAY, date(2024, 2, 3))


async def test_a_meeting_is_planned_on_a_day_as_people_say_it_and_on_none_that_was(on_the_way):
    today = on_the_way.clock().date()
    async with on_the_way.at_route() as window:
        await window.press("f5")
        await window.fill_in("#day", "1-1-2020")
        await window.press("f4")
        await window.sees("1-1-2020 is al geweest.")
        assert window.focus == "day"
        await window.fill_in("#day", written_date(today, "nl"))
        await window.press("f4")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("f5")
        await window.fill_in("#day", "")
        await window.press("f4")
        await window.sees("Op welke dag zien jullie elkaar weer?")
        await window.fill_in("#day", "over drie weken")
        await window.sees("dinsdag 15 december 2026")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "RouteScreen")
    days = [(each.day, each.agenda) for each in on_the_way.on_disk().planned]
    assert days == [(today, "joint"), (date(2026, 12, 15), "joint")]


async def test_the_title_of_an_agenda_is_text_and_is_found_by_typing(on_the_way, tmp_path):
    file = tmp_path / "cards" / "agendas" / "nl.md"
    text = AGENDAS.replace("# Met het kind", "# Kort [/nope] [red]rood[/red]")
    file.write_text(text, encoding="utf-8")
    async with on_the_way.at_route() as window:
        await window.press("f5")
        await window.sees("Plan een gesprek")
        window.app.screen.query_one("#agenda").focus()
        await window.press("enter")
        await window.sees("Kort [/nope] [red]rood[/red] (7 minuten)")
        await window.press("n", "o", "p", "enter")
        await window.sees("Kort [/nope] [red]rood[/red] (7 minuten)", where="#agenda")
        await window.press("f4")
        await window.sees("Kort [/nope] [red]rood[/red]", where="#held")
    assert on_the_way.on_disk().planned == (Planned(date(2026, 12, 1), "child"),)


async def test_a_planned_meeting_can_be_taken_out_again(on_the_way):
    plan(on_the_way, Planned(date(2026, 12, 10), "joint"))
    async with on_the_way.at_route() as window:
        window.app.screen.query_one("#meetings").focus()
        await window.press("up", "enter")
        await window.sees("Plan een gesprek")
        window.app.screen.query_one("#take-out").press()
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.does_not_see("gepland ·", where="#held")
    assert on_the_way.on_disk().planned == ()


async def test_a_meeting_follows_the_agenda_that_was_planned_for_it(on_the_way):
    plan(on_the_way, Planned(NOW.date() + timedelta(days=1), "child"))
    async with on_the_way.at_route() as window:
        await window.press("f2")
        await window.sees("● Even landen", "nog 7 minuten")
    route = on_the_way.on_disk()
    assert route.planned == ()
    assert [step.id for step in route.meetings[-1].agenda.steps] == ["landing"]


async def test_who_plans_a_second_meeting_sees_the_first_and_the_year(on_the_way):
    plan(on_the_way, Planned(date(2026, 12, 10), "joint"))
    async with on_the_way.at_route() as window:
        await window.press("f5")
        await window.sees("Al gepland: donderdag 10 december.")
        await window.fill_in("#day", "31-12-9999")
        await window.sees("31 december 9999")


def plan(laptop, planned: Planned) -> None:
    opened = laptop.archive.open("zwaluw")
    route: Route = opened.route
    opened.put(replace(route, planned=(planned,)))
    assert opened.close()


async def test_nobody_is_told_to_be_absent_who_was_not_invited(laptop):
    """An uninvited person has a seat, to come after all, but no line in the record."""
    ids = ("p-zwaluw", "p-anna", "p-noor")
    laptop.keep(replace(family(), planned=(Planned(NOW.date(), invited=ids),)))
    async with laptop.at_route() as window:
        await window.press("f2")
        await window.round_off()
        while window.screen_name in ("RoundScreen", "ClosingScreen"):
            await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("shift+tab", "shift+tab", "enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("Zwaluw (", "Anna (")
        await window.does_not_see("Kees (")
    kept = laptop.on_disk()
    assert "Kees" not in meeting_text(kept, kept.meetings[0])
