"""Answers that both sides opened lie side by side, and a key lets those themes come first."""

from datetime import date

import pytest
from msgspec.structs import replace
from paper_lists import lists
from running_app import FAMILY, NOW, family, family_with_a_meeting

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.questionnaire.answers import (
    Answer,
    Block,
    Face,
    Filled,
    Moment,
    Need,
    Silence,
)
from relroute_tui.domain.scores import CheckOut
from relroute_tui.ui.screens.compare.dumbbell import Dot, dumbbell
from relroute_tui.ui.start import Start

__all__ = ["lists"]
pytestmark = pytest.mark.usefixtures("lists")


def filled(who: str, score: int, moment: Moment = Moment.START, hope: str = "rust") -> Filled:
    return Filled(
        who,
        moment,
        {
            Block.TRUST: {"small-promises": Answer(score=score), "hope": Answer(words=hope)},
            Block.GUIDANCE: {"listening": Answer(need=Need.SOME, words="oma")},
        },
        sealed="closed",
    )


def keep(laptop, *everyone: Filled, planned=()):
    laptop.keep(replace(family(), filled=everyone, planned=planned))


async def at_the_comparison(window) -> None:
    await window.press("q", "s")
    await window.sees("Naast elkaar op de route van Zwaluw")


async def test_a_difference_stands_first_with_everyone_by_name_and_words_at_the_ends(laptop):
    keep(laptop, filled("p-anna", 2), filled("p-kees", 8, hope="dat het zo blijft"))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.sees(
            "Minstens 3 punten uit elkaar: praat erover",
            "Kleine beloften",
            "helemaal niet",
            "altijd",
            "●═",
            "═■",
            "oma",
            "Kees: dat het zo blijft",
        )
        names = [row for row in window.rows if "Anna" in row or "Kees" in row]
        assert len(names) > 2
        await window.sees("● Anna ■ Kees", where="#legend")
        await window.does_not_see("Mirjam")
        await window.press("f6", "enter")  # it can be taken along
        await window.hears("De tekst staat hier")
    (text,) = laptop.environment.exports.glob("comparison-*.md")
    assert "Kleine beloften" in text.read_text("utf-8")


async def test_it_reads_in_any_window(laptop):
    keep(laptop, filled("p-anna", 2), filled("p-kees", 8), filled("p-mirjam", 9))
    async with laptop.window(Start(FAMILY), (60, 20)) as window:
        await at_the_comparison(window)
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await window.resize(*size)
            await window.sees("Kleine beloften", "helemaal niet", "altijd", "Kees", "Mirjam")


async def test_what_is_close_is_not_called_a_difference(laptop):
    keep(laptop, filled("p-anna", 6), filled("p-kees", 8))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.sees(
            "Hierover denken jullie bijna hetzelfde", "Er staat nog geen thema vooraan"
        )
        await window.does_not_see("praat erover")


async def test_one_key_lets_the_themes_come_first_in_the_meeting_that_is_planned(laptop):
    keep(laptop, filled("p-anna", 2), filled("p-kees", 8), planned=(Planned(date(2026, 12, 16)),))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.sees(
            "Betrouwbaar in kleine dingen",
            "want hierover denken jullie anders: “Kleine beloften”",
            where="#theme-rows",
        )
        await window.press("f2")
        await window.hears("Het gesprek van woensdag 16 december begint met: Betrouwbaar in kleine")
    assert laptop.on_disk().planned == (Planned(date(2026, 12, 16), themes=(Theme.SMALL_THINGS,)),)


async def test_where_no_meeting_is_planned_one_is(laptop):
    keep(laptop, filled("p-anna", 2), filled("p-kees", 8))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.press("f2")
    (plan,) = laptop.on_disk().planned
    assert plan.day > NOW.date()
    assert plan.themes == (Theme.SMALL_THINGS,)


async def test_a_change_stands_beside_oneself_only(laptop):
    keep(laptop, filled("p-anna", 2), filled("p-anna", 7, Moment.END), filled("p-kees", 8))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.press("f3")
        await window.sees("Anna: van toen naar nu", "aan het begin", "aan het einde", "eerder")
        await window.does_not_see("Kees")


async def test_nothing_lies_side_by_side_until_both_open_something(laptop):
    keep(laptop, filled("p-anna", 2), replace(filled("p-kees", 8), released={}))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.sees("Er ligt nog niets naast elkaar.")
        await window.press("f2")
        await window.hears("Hier is niets dat eerst kan komen.")


# --- the plot -------------------------------------------------------------------------------------


def test_a_dumbbell_has_a_place_for_every_point() -> None:
    lines = dumbbell([Dot("Anna", 2, True), Dot("Kees", 8, False)], 11, 41, ("0", "10"))
    assert lines == (
        "        Anna",
        "0 ┼───┼───●═══════════════════════■───┼───┼ 10",
        "                                Kees",
    )


def test_two_at_the_same_place_touch_and_two_of_one_side_share_a_sign() -> None:
    both = dumbbell([Dot("Anna", 5, True), Dot("Kees", 5, False)], 11, 41)
    assert "●■" in both[1]
    last = dumbbell([Dot("Anna", 10, True), Dot("Kees", 10, False)], 11, 41)
    assert last[1].endswith("●■")
    assert len(last[1]) == 41
    carers = dumbbell([Dot("Kees", 5, False), Dot("Mirjam", 5, False)], 11, 41)
    assert carers[0].count("■") == 1
    assert carers[1].strip() == "Kees, Mirjam"


@pytest.mark.parametrize("width", [22, 41, 81])
def test_names_never_run_into_each_other_or_off_the_line(width: int) -> None:
    dots = [Dot(f"Naam{n}", n, above=n % 2 == 0) for n in range(11)]
    lines = dumbbell(dots, 11, width)
    for name in (dot.name for dot in dots):
        assert sum(name in line.split() for line in lines) == 1
    assert max(map(len, lines)) <= max(width, 22)


async def test_what_a_child_opened_to_the_table_is_read_there(laptop):
    drawn = {"today": Answer(face=Face.UNSURE), "words": Answer(silence=Silence.RATHER_NOT)}
    keep(laptop, Filled("p-zwaluw", Moment.MIDWAY, {Block.CHILD: drawn}, sealed="closed"))
    async with laptop.at_route() as window:
        await at_the_comparison(window)
        await window.sees("Wat Zwaluw wil vertellen", "halverwege", "twijfel")
        await window.does_not_see("Er ligt nog niets naast elkaar")


async def test_the_numbers_of_a_check_out_lie_beside_each_other_for_each_person(laptop):
    route = family_with_a_meeting()
    (first,) = route.meetings
    outs = (CheckOut("p-anna", 5, heard=4.5), CheckOut("p-kees", 9))
    later = replace(first, id="m-2", started=NOW, check_outs=(CheckOut("p-anna", 8, heard=7),))
    laptop.keep(replace(route, meetings=(replace(first, check_outs=outs), later)))
    async with laptop.at_route() as window:
        await window.press("q", "f5", "f3")
        await window.sees(
            "Anna: van gesprek tot gesprek",
            "27 okt 2026 4,5 24 nov 2026 7",
            "27 okt 2026 5 24 nov 2026 8",
            "Kees: van gesprek tot gesprek",
            where="#rows",
        )
        assert "6,5" not in window.text  # nothing is averaged
