"""A month on paper: a pictogram and words for whatever is on a day, also for people who cannot read yet."""

import re
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

import pytest
from any_route import NASTY
from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Entered
from relroute_tui.domain.contact import CalledOff, Contact, ContactKind, Every
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route
from relroute_tui.export.html.month import month_html
from relroute_tui.language import use

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
DECEMBER = date(2026, 12, 1)
PEOPLE = (Participant("s", "Sam", Role.YOUNG_PERSON), Participant("a", "Anna", Role.PARENT))
VISIT = Contact(("Sam",), ("Anna",), weekdays=(5,), at=time(15, 30), since=DECEMBER)


def route_with(*contacts: Contact, **more: object) -> Route:
    entered = tuple(
        Entered(Agreement(f"c{n}", "Sam ziet iemand.", contact=each), NOW)
        for n, each in enumerate(contacts, 1)
    )
    route = Route("fjord234", "Sam", Phase.STABILISATION, NOW, PEOPLE, agreements=entered)
    return replace(route, **more)


def days_of_page(html: str) -> dict[str, str]:
    """Return what is written on each day of December."""
    table = ElementTree.fromstring(html[html.index("<table") : html.index("</table>") + 8])
    cells = [cell for cell in table.iter("td") if cell.get("class") != "other"]
    return {cell[0].text or "": " ".join("".join(cell.itertext()).split()) for cell in cells}


@pytest.fixture(autouse=True)
def in_dutch() -> None:
    use("nl")


def test_every_day_has_its_number_and_what_is_on_it_with_a_sign_and_words() -> None:
    off = (CalledOff("c1", date(2026, 12, 18), NOW),)
    plan = Planned(date(2026, 12, 16), at=time(10))
    html = month_html(route_with(VISIT, called_off=off, planned=(plan,)), DECEMBER)
    days = days_of_page(html)
    assert list(days) == [str(n) for n in range(1, 32)]
    assert days["4"] == "4 15.30 Sam en Anna"
    assert days["16"] == "16 10.00 gesprek aan tafel"
    assert days["18"] == "18 15.30 Sam en Anna gaat niet door"
    assert days["5"] == "5"
    assert "<h1>december 2026</h1>" in html
    legend = html[html.index('class="legend"') :]
    assert "bezoek" in legend
    assert "gesprek aan tafel" in legend
    assert "logeren" not in legend


def test_on_the_page_for_a_child_stands_whom_it_sees_and_nobody_elses_contact() -> None:
    other = replace(VISIT, who=("Lotte",), with_whom=("papa",))
    html = month_html(route_with(VISIT, other), DECEMBER, ("Sam",))
    assert days_of_page(html)["4"] == "4 15.30 Anna"
    assert "december 2026, voor Sam" in html
    assert "papa" not in html


def test_each_way_of_meeting_has_a_sign_of_its_own() -> None:
    contacts = [replace(VISIT, kind=kind, with_whom=(f"n{kind}",)) for kind in ContactKind]
    html = month_html(route_with(*contacts), DECEMBER)
    legend = html[html.index('class="legend"') :]
    assert len(set(re.findall(r'<path d="([^"]+)"', legend))) == len(ContactKind)
    assert 'aria-hidden="true"' in legend


def test_who_stays_over_is_there_until_the_last_day() -> None:
    stay = replace(VISIT, kind=ContactKind.STAYING_OVER, every=Every.MONTH, minutes=2_880)
    days = days_of_page(month_html(route_with(stay), DECEMBER))
    assert days["4"] == "4 15.30 Sam en Anna"
    assert days["5"].startswith("5 de hele dag Sam en Anna")
    assert days["6"].startswith("6 tot 15.30")


@pytest.mark.parametrize("typed", NASTY[1:8])
def test_what_was_typed_is_text_on_the_page_and_the_page_needs_nothing_else(typed: str) -> None:
    html = month_html(route_with(replace(VISIT, with_whom=(f"x{typed}<b>",))), DECEMBER)
    assert "&lt;b&gt;" in html
    assert "<script" not in html
    assert not re.search(r"(?:src|href)=|url\(|@import", html)
