"""Amounts of work, counted and never timed: what would make the program slow by orders.

`python -m bench` has the times. The limits here are wide; whoever passes one should know why.
"""

import gc
import json
import os
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from running_app import FAMILY, NOW, family, family_with_a_meeting
from test_television import meeting_with_television, no_terminal, place
from textual._compositor import Compositor, LayoutUpdate
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets.text_area import TextAreaTheme

from relroute_tui.audience import choosing, sender
from relroute_tui.content import agendas
from relroute_tui.domain import search
from relroute_tui.domain.notes import live
from relroute_tui.domain.route import begin_meeting
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.saver import Saver
from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.meeting import background
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.television.control import Television
from relroute_tui.ui.wall import pages
from relroute_tui.ui.widgets.letters import drawing

__all__ = ["no_terminal", "place"]
ROOT = Path(__file__).parent.parent.parent
LINES = 3_000
THE_TELEVISIONS_WORK = (
    (Television, "follow"),
    (choosing, "what_everyone_sees"),
    (pages, "page_of"),
    (sender, "encoded"),
    (BaseScreen, "say_what_the_television_shows"),
)
"""Choosing what it shows, laying that out, handing it over, and saying so on the laptop."""


@pytest.fixture
def counted(monkeypatch) -> Counter[str]:
    """Counts calls of what is given to `count`."""
    counter: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def counting(*args, **kwargs):
            counter[name] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, counting)

    counter.of = count  # type: ignore[attr-defined]
    return counter


def family_with_long_notes():
    route = family()
    meeting = begin_meeting(route, "m-1", 7, NOW)
    said = [
        "- [ ] Anna belt Zwaluw elke woensdag. @Anna" if n % 100 == 0 else "Zo ging het."
        for n in range(LINES)
    ]
    return replace(route, meetings=(replace(meeting, notes="\n".join(said)),))


# What is loaded


def loaded_after(program: str) -> set[str]:
    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{program}\nimport json, sys\nprint(json.dumps([n for n, m in sys.modules.items() if m]))",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return set(json.loads(answer.stdout.splitlines()[-1]))


def test_a_meeting_loads_no_more_than_its_first_screen_needs():
    loaded = loaded_after(
        "from relroute_tui.cli.launch import block_openssl\n"
        "block_openssl()\n"
        "import relroute_tui.ui.app, relroute_tui.ui.screens.meeting.screen, relroute_tui.storage.open_route"
    )
    later = {"PIL", "pyfiglet", "resvg_py", "babel", "markdown_it", "tinydb", "ssl", "_hashlib"}
    later |= {"odfdo", "docx", "lxml", "icalendar", "zoneinfo"}
    assert not loaded & later
    unasked = ("relroute_tui.plain_language", "relroute_tui.speech", "relroute_tui.plain.")
    assert not {each for each in loaded if each.startswith(unasked)}
    ours = {each for each in loaded if each.startswith("relroute_tui")}
    print(f"{len(loaded)} modules, {len(ours)} of them ours")
    assert len(ours) <= 143
    assert len(loaded) <= 560


def test_a_meeting_reads_its_agenda_and_cards_without_the_reader_of_all_of_markdown():
    loaded = loaded_after(
        "from pathlib import Path\n"
        "from relroute_tui.content.agendas import load_agendas\n"
        "from relroute_tui.content.decks import load_decks\n"
        "from relroute_tui.content.translations import load_translations\n"
        "assert load_agendas([Path('cards')], 'en') and load_agendas([Path('cards')], 'nl')\n"
        "assert load_decks([Path('cards')], 'en') and load_decks([Path('cards')], 'nl')\n"
        "assert load_translations([Path('cards')], 'ar') and load_translations([Path('cards')], 'pl')"
    )
    assert "relroute_tui.content.decks" in loaded
    assert "markdown_it" not in loaded


def test_the_frame_before_everything_loads_nothing_but_itself():
    bare = loaded_after("pass")
    loaded = loaded_after("import relroute_tui.cli.main, relroute_tui.splash")
    extra = loaded - bare
    print(sorted(extra))
    assert {each for each in extra if not each.startswith("relroute_tui")} == set()


async def test_the_first_frame_waits_for_nothing_in_the_background_and_is_styled_once(
    laptop, monkeypatch
):
    laptop.keep(family_with_long_notes())
    styled: list[int] = []
    workers: list[int] = []
    batches: list[App] = []
    drawn_in_vain: list[bool] = []
    update_nodes, display, batch_update = Stylesheet.update_nodes, App._display, App.batch_update

    def updating(sheet, nodes, animate=False):
        nodes = list(nodes)
        if not workers:
            styled.append(len(nodes))
        update_nodes(sheet, nodes, animate)

    def displaying(app, screen, renderable):
        if isinstance(screen, MeetingScreen):
            workers.append(len(app.workers))
            drawn_in_vain.append(bool(batches))
        display(app, screen, renderable)

    @contextmanager
    def batching(app):
        batches.append(app)
        with batch_update(app):
            yield
        batches.pop()

    monkeypatch.setattr(Stylesheet, "update_nodes", updating)
    monkeypatch.setattr(App, "_display", displaying)
    monkeypatch.setattr(App, "batch_update", batching)
    async with laptop.at_meeting() as window:
        await window.until(lambda: window.app.context.texts.decks_are_read)
    print(f"styled again before the first frame: {styled}; workers at a frame: {workers}")
    assert workers[0] == 0
    assert max(styled) <= 8
    assert not any(drawn_in_vain)


async def test_everyone_at_the_table_is_in_the_first_frame_of_a_meeting(laptop, monkeypatch):
    laptop.keep(family_with_a_meeting())
    frames: list[str] = []
    display = App._display

    def displaying(app, screen, renderable):
        if isinstance(screen, MeetingScreen) and isinstance(renderable, LayoutUpdate):
            frames.append(renderable.render_segments(app.console))
        display(app, screen, renderable)

    monkeypatch.setattr(App, "_display", displaying)
    async with laptop.at_meeting() as window:
        await window.until(lambda: window.app.context.texts.decks_are_read)
    for person in family().participants:
        assert person.name in frames[0]


async def test_a_box_that_closes_styles_nothing_of_the_room_again(one_family, monkeypatch):
    styled: list[int] = []
    update_nodes = Stylesheet.update_nodes

    def updating(sheet, nodes, animate=False):
        nodes = list(nodes)
        styled.append(sum(room in node.ancestors_with_self for node in nodes))
        update_nodes(sheet, nodes, animate)

    async with one_family.at_meeting() as window:
        room = window.app.screen
        await window.press("f1")
        monkeypatch.setattr(Stylesheet, "update_nodes", updating)
        await window.press("escape")
    print(f"styled again after a box: {styled}")
    assert max(styled, default=0) <= 8


# What is opened


def test_a_save_opens_a_handful_of_files_and_looks_through_no_folder(one_family, counted):
    with_others = [replace(family(), id=f"vogel-{n}", nickname=f"Vogel {n}") for n in range(30)]
    for route in with_others:
        one_family.keep(route)
    opened = one_family.archive.open(FAMILY)
    opened.put(replace(opened.route, nickname="Zwaluw b"))
    assert opened.save_now()
    for name in ("open", "fsync", "scandir", "listdir", "replace", "rename"):
        counted.of(os, name)
    opened.put(replace(opened.route, nickname="Zwaluw c"))
    assert opened.save_now()
    print(dict(counted))
    assert counted["open"] <= 8
    assert counted["fsync"] <= 4
    assert counted["scandir"] + counted["listdir"] <= 2
    opened.close()


def test_who_types_on_does_not_wake_the_saving_thread_with_each_letter(one_family, counted):
    one_family.keep(replace(family_with_long_notes(), id="lang", nickname="Lang"))
    opened = one_family.archive.open("lang")
    counted.of(Saver, "_take")
    newest = opened.route.meetings[-1]
    begun = time.monotonic()
    for number in range(200):
        opened.put(opened.route.with_meeting(replace(newest, notes=f"letter {number}")))
        time.sleep(0.001)
    print(dict(counted))
    assert counted["_take"] <= 10 + 2 * (time.monotonic() - begun)  # a slow machine pauses too
    assert opened.close()


def test_opening_a_route_reads_no_other(one_family, counted, monkeypatch):
    for number in range(30):
        one_family.keep(replace(family(), id=f"vogel-{number}", nickname=f"Vogel {number}"))
    read: list[str] = []
    real = os.open

    def opening(path, flags, *mode):
        if Path(path).is_file() and not flags & os.O_WRONLY and str(path).endswith(".json"):
            read.append(Path(path).name)
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", opening)
    archive = Archive(one_family.environment.sessions)
    assert archive.find(FAMILY).id == FAMILY
    archive.open(FAMILY).close()
    print(read)
    assert {name.split(".")[0] for name in read} == {FAMILY}
    assert len(read) <= 4


def test_a_list_opens_each_route_once_and_takes_no_plain_name_apart(one_family, counted):
    for number in range(30):
        one_family.keep(replace(family(), id=f"vogel-{number}", nickname=f"Vogel {number}"))
    archive = Archive(one_family.environment.sessions)
    routes = archive.listing().routes  # by now the fold of each letter is known
    counted.of(os, "open")
    counted.of(os, "read")
    counted.of(unicodedata, "normalize")
    assert archive.listing().routes == routes
    print(dict(counted))
    assert counted["open"] == counted["read"] == len(routes) > 30
    assert not counted["normalize"]


def test_the_words_of_a_field_are_looked_up_once_for_all_agendas(counted):
    counted.of(agendas, "choice")
    assert len(agendas.load_agendas([ROOT / "cards"], "en")) > 1
    assert counted["choice"] == 1


# What a key does


async def test_a_letter_reads_the_lines_around_it_and_draws_one_frame_of_one_row(
    laptop, counted, monkeypatch
):
    laptop.keep(family_with_long_notes())
    read: list[int] = []
    real = live.agreements_in

    def reading(lines, names, on=None, start=0, end=None):
        read.append((len(lines) if end is None else end) - start)
        return real(lines, names, on, start, end)

    monkeypatch.setattr(live, "agreements_in", reading)
    async with laptop.at_meeting() as window:
        await window.type("ab")
        await window.settle()
        read.clear()
        counted.of(NotesEditor, "_render_line")
        counted.of(Widget, "render_lines")
        counted.of(TextAreaTheme, "apply_css")
        counted.of(Compositor, "render_update")
        letters = "cdefghij"
        for letter in letters:
            await window.press(letter)
        keys = len(letters)
    print(f"a key: {sum(read) / keys:.1f} lines read, {dict(counted)} for {keys} keys")
    assert max(read) <= 5
    assert counted["_render_line"] <= 3 * keys
    assert counted["render_lines"] <= 12 * keys
    assert not counted["apply_css"]
    assert counted["render_update"] <= 2 * keys


async def test_nobody_waits_for_the_garbage_while_typing(laptop, monkeypatch):
    monkeypatch.setattr(gc_scheduler, "MUCH", sys.maxsize)  # what a first large card loads is much
    laptop.keep(family_with_long_notes())
    looked_through: list[int] = []

    def looking(phase, about):
        if phase == "start":
            looked_through.append(about["generation"])

    async with laptop.at_meeting() as window:
        await window.type("a")
        gc.callbacks.append(looking)
        try:
            await window.type("dit is een regel die even duurt " * 4)
            await window.press("f2", "f2", "f5", "space", "f2")
        finally:
            gc.callbacks.remove(looking)
    print(f"generations looked through: {dict(Counter(looked_through))}")
    assert 2 not in looked_through


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_key_in_the_notes_is_no_work_for_the_television(one_family, place, counted, size):
    """Beside a card nothing is, and beside the agreements nothing in the line with the cursor."""
    async with meeting_with_television(one_family, place, size) as (window, sofa):
        for owner, name in THE_TELEVISIONS_WORK:
            counted.of(owner, name)
        for step in ("welcome", "agreements"):
            while window.app.screen.controller.meeting.agenda.step.id != step:
                await window.press("f6")
            await window.press("f2")
            await window.type("- [ ] Anna belt Zwaluw.\n- [ ] Kees")
            await window.settle()
            counted.clear()
            await window.type(" kijkt op zaterdag wie er komt")
            await window.press(*["backspace"] * 10, *["left"] * 5)
            await window.settle()
            print(step, dict(counted))
            assert not counted
        await window.press("up")
        await window.until(lambda: "kijkt" in str(sofa.wall.got[-1]))
        assert counted["encoded"] == 1


async def test_a_change_of_the_notes_shows_nothing_else_anew(laptop, counted):
    laptop.keep(family_with_a_meeting())
    async with laptop.at_meeting() as window:
        await window.type("a")
        counted.of(type(window.app.screen.query_one("#people")), "_show")
        counted.of(type(window.app.screen.query_one("#deck")), "_show_count")
        await window.type("b")
        assert not counted["_show"]
        assert not counted["_show_count"]
        counted.of(Widget, "refresh")
        window.app.screen.arrangement.name_panels()
        assert not counted["refresh"]


# What a room does


async def test_a_sheet_is_read_once_however_often_the_pause_comes(one_family, counted):
    async with one_family.at_meeting() as window:
        await window.press("f8", "f8")
        counted.of(Stylesheet, "_parse_rules")
        sheets = len(window.app.stylesheet.source)
        parsed: list[str] = []
        import textual.css.stylesheet as theirs

        real = theirs.parse
        theirs.parse = lambda *args, **kwargs: parsed.append(args[1]) or real(*args, **kwargs)
        try:
            await window.press("f8", "f8")
        finally:
            theirs.parse = real
    print(f"{sheets} sheets, {len(parsed)} read again")
    assert not parsed


async def test_a_card_moves_nothing_else_and_is_one_frame(one_family, counted):
    async with one_family.at_meeting() as window:
        await window.press("f2", "f2")
        counted.of(Screen, "_refresh_layout")
        counted.of(Compositor, "render_update")
        await window.press("f2")
        print(f"a card: {dict(counted)}")
    assert not counted["_refresh_layout"]
    assert counted["render_update"] <= 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_large_card_is_two_frames_at_most(one_family, counted, size):
    async with one_family.at_meeting(size=size) as window:
        await window.press("f2")
        counted.of(Compositor, "render_update")
        await window.press("f5")
        print(f"the large card: {dict(counted)}")
    assert counted["render_update"] <= 2


async def test_the_letters_of_the_large_card_are_drawn_before_somebody_asks_for_it(
    one_family, counted, monkeypatch
):
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    monkeypatch.setattr(background, "DRAW_LARGE_AFTER", 0)
    counted.of(drawing, "draw_text")
    counted.of(drawing, "set_spaced")
    async with one_family.at_meeting() as window:
        await window.press("f2")
        await window.until(lambda: counted["draw_text"])
        await window.app.workers.wait_for_complete()
        counted.clear()
        await window.press("f5")
    assert not counted["set_spaced"]


async def test_a_card_in_short_notes_draws_the_rows_from_its_section_on(one_family, counted):
    async with one_family.at_meeting() as window:
        await window.type("\n".join(f"regel {n}" for n in range(20)))
        editor = window.app.screen.query_one(NotesEditor)
        await window.press("f2")
        below = editor.size.height - 20
        counted.of(editor, "render_line")
        await window.press("f2")
    print(dict(counted), below)
    assert counted["render_line"] <= below + 1


async def test_a_new_row_in_the_notes_moves_nothing_else(one_family, counted):
    async with one_family.at_meeting() as window:
        await window.type("a\nb")
        counted.of(Screen, "_refresh_layout")
        await window.type("\nc\nd")
    assert not counted["_refresh_layout"]


def test_searching_reads_a_route_once_however_often_a_letter_is_typed(counted):
    counted.of(search, "meeting_texts")
    route, looking = family_with_a_meeting(), search.Search()
    for query in ("b", "bo", "bos", "bos anna"):
        assert looking.said(route, query)
    assert counted["meeting_texts"] == 1


def test_a_search_goes_through_each_word_of_a_meeting_once_however_often_it_was_said():
    route = family_with_long_notes()
    (said,) = search.meeting_texts(route)
    assert len(" ".join(said.words)) < len(route.meetings[0].notes) / 100
    index = search.WordIndex()
    index.add(said)
    assert list(index.meetings_with(search.words_in("belt zwaluw elke woensdag"))) == [said]
