"""The app as the tests run it: a fixed clock, a folder of its own, one family, and a window.

A test does what a facilitator does, presses keys, and looks at what a person would see.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from itertools import chain, repeat
from pathlib import Path
from shutil import copytree

import pytest
from msgspec.structs import replace
from textual import events
from textual.app import App
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual_compat.at_rest import come_to_rest, let_the_next_timer_fire
from textual_compat.frames import frame_of, part_of_frame

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.meeting import DrawnCard, finish, with_response
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.environment import Environment, shipped
from relroute_tui.language import current, use
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.left_open import leave_open
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.save_status import DEFAULT_TIMES, SaveState, SavingTimes
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.ui.app import RelrouteApp
from relroute_tui.ui.start import Start

PATIENCE = 60.0
"""Seconds that a busy machine gets; what a person waits for is measured in its own tests."""
LONGEST_SAVE = DEFAULT_TIMES.at_most + 1.0
"""Seconds: more than any change may wait, so that what is read then is no older value."""
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
FAMILY = "zwaluw"
BORDERS = str.maketrans(dict.fromkeys("╭╮╰╯│─", " "))

DECKS = {
    "nl": {
        "contact.md": """# Contact en bezoek
thema: contact · fasen: alle · modules: samenwerking

## Een bezoek dat goed ging {#good-visit}
gewicht: 1 · voor: ouders, pleegouders, jongere

Welk bezoek ging goed, en wat hielp daarbij?

- Wat deed jij? Wat deed de ander?
- Wat willen we vaker zo?

12+: Welk bezoek vond jij fijn?
kind: Wanneer was het fijn toen papa of mama er was?
afspraken: contact, bellen

## Bellen {#calling}
gewicht: 1

Op welk moment van de dag is bellen voor jou prettig?

- Wie belt wie?

12+: Wanneer wil jij gebeld worden?
kind: Wanneer wil jij bellen?
afspraken: bellen
""",
        "small-things.md": """# Betrouwbaar in kleine dingen
thema: small-things · fasen: alle · modules: samenwerking

## Een kleine belofte {#small-promise}
gewicht: 1

Welke kleine belofte van de laatste weken is nagekomen?

- Hoe merkte je dat?

12+: Wie deed er wat hij beloofde?
kind: Wie deed er wat hij zei?
afspraken: nieuws

## Op tijd {#on-time}
gewicht: 2

Wat spreken we af voor als iemand later komt dan gedacht?

- Wie belt er dan?

12+: Wat wil jij weten als iemand later komt?
kind: Wat doe jij als iemand later komt?
afspraken: bellen
""",
        "no-quarrel.md": """# Verschil zonder ruzie
thema: no-quarrel · fasen: alle · modules: samenwerking

## Anders denken {#thinking-differently}
gewicht: 3

Waarover denken wij verschillend, en hoe merkt Zwaluw daar zo weinig mogelijk van?

- Wat is er nodig om het te laten rusten?

12+: Wat merk jij ervan als wij het niet eens zijn?
kind: Wat doe jij als grote mensen boos zijn?
afspraken: spanning
""",
        "knowing.md": """# Wie is dit kind?
thema: knowing · fasen: installatie · modules: samenwerking

## Waar lachen we om {#laughing}
gewicht: 1

Waar kan Zwaluw heel hard om lachen?

- Wie zag dat het laatst?

12+: Waar moet jij om lachen?
kind: Waar lach jij om?
""",
    },
    "en": {
        "contact.md": """# Contact and visits
theme: contact · phases: all · modules: cooperation

## A visit that went well {#good-visit}
weight: 1 · for: parents, carers, young person

Which visit went well, and what helped?

- What did you do? What did the other do?

12+: Which visit did you like?
child: When was it nice to be together?
agreements: contact, calling

## Calling {#calling}
weight: 1

At which time of the day do you like to be called?

- Who calls whom?

12+: When do you want to be called?
child: When do you want to call?
""",
    },
}
"""A few cards of our own, so that no edit of a deck changes what a test sees."""


class Clock:
    """Stands still until somebody moves it on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **length: float) -> None:
        self.now += timedelta(**length)


def people() -> tuple[Participant, ...]:
    return (
        Participant("p-zwaluw", "Zwaluw", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        Participant("p-anna", "Anna", Role.PARENT, known_as="moeder"),
        Participant("p-kees", "Kees", Role.CARER, known_as="pleegvader"),
        Participant("p-mirjam", "Mirjam", Role.CARER),
        Participant("p-noor", "Noor", Role.FACILITATOR),
        Participant("p-henk", "Henk", Role.GUARDIAN),
    )


def family() -> Route:
    return Route(
        id=FAMILY,
        nickname="Zwaluw",
        phase=Phase.INSTALLATION,
        created=NOW - timedelta(days=30),
        participants=people(),
        carers=Carers(CarersKind.FOSTER_PARENTS),
    )


def family_with_a_meeting() -> Route:
    """The family a month on: one meeting was held, and not everyone said yes to everything."""
    route, started = family(), NOW - timedelta(days=28)
    begun = begin_meeting(route, "m-1", 7, started)
    meeting = replace(
        begun,
        notes=NOTES_OF_THE_FIRST_MEETING,
        cards=(
            DrawnCard(
                "contact/good-visit", "Welk bezoek ging goed, en wat hielp daarbij?", started
            ),
        ),
    )
    calling, visit = meeting.agreement_lines()
    for person in meeting.present:
        meeting = with_response(meeting, calling.wording, Response(person.id, Stance.YES))
        answer = Response(person.id, Stance.YES)
        if person.name == "Mirjam":
            answer = Response(person.id, Stance.NOT_YET, "eerst een middag proberen")
        meeting = with_response(meeting, visit.wording, answer)
    finished = finish(meeting, started + timedelta(minutes=70))
    return replace(route, meetings=(finished,), planned=(Planned(NOW.date()),))


NOTES_OF_THE_FIRST_MEETING = """## Welk bezoek ging goed, en wat hielp daarbij?

De middag in het bos ging goed.

- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna @Zwaluw #bellen >24-11-2026
  lukt het niet: we appen Noor
- [ ] Kees brengt Zwaluw op zaterdag naar Anna. @Kees #contact >15-12-2026
"""


class Window:
    """One window of the app: its keys, and what a person sees in it."""

    def __init__(self, app: RelrouteApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # What a person does

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before was dealt with."""
        await self._find_a_place_to_type()
        for key in keys:
            self.strike(key)
            await self._deal_with_what_waits()
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, key after key, and wait until it was dealt with."""
        await self._find_a_place_to_type()
        for letter in text:
            if letter == "\n":
                self.strike("enter", "\r")
            else:
                self.strike(_character_to_key(letter), letter)
        await self.settle()

    async def _find_a_place_to_type(self) -> None:
        """A screen that has only just come has no field with the focus yet."""
        if self.app.focused is None:
            await self._deal_with_what_waits()

    def strike(self, key: str, character: str | None = None) -> None:
        """Press one key and wait for nothing."""
        if character is None and len(key) == 1:
            key, character = _character_to_key(key), key
        self.app.post_message(events.Key(key, character))

    async def round_off(self) -> None:
        """Leave the notes for the read-back: F9 asks, and F9 again goes on."""
        await self.press("f9", "f9")

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def tap(self, x: int, y: int, *keys: str) -> None:
        """Press and release at one place of the window, without a move of the mouse before it.

        Keys behind it are pressed before the tap was dealt with.
        """
        for kind in (events.MouseDown, events.MouseUp):
            self.app.post_message(
                kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
            )
        for key in keys:
            self.strike(key)
        await self.settle()

    async def fill_in(self, selector: str, text: str) -> None:
        """Go to a field, and type a text in place of what stands in it."""
        self.app.screen.query_one(selector).focus()
        await self.press("home", "ctrl+k")
        await self.type(text)

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every key was dealt with, the notes were read and no worker is at work."""
        await self._deal_with_what_waits()
        end = time.monotonic() + PATIENCE
        while self.is_open and self._is_busy:
            self._fail_after(end)
            if self._works:
                await asyncio.sleep(0.002)
            else:
                await let_the_next_timer_fire()
            await self._deal_with_what_waits()

    async def _deal_with_what_waits(self) -> None:
        """Let every message be handled: of the app, of a screen that it shows now, of its panels."""
        if self.is_open:
            await come_to_rest(self.app)

    @property
    def _is_busy(self) -> bool:
        waits = any(getattr(each, "has_work_waiting", False) for each in self.app.screen_stack)
        return waits or self._works

    @property
    def _works(self) -> bool:
        return any(not worker.is_finished for worker in self.app.workers)

    @property
    def is_saving(self) -> bool:
        """Whether a change of an opened route waits for the disk, or is on its way there."""
        holders = (getattr(screen, "controller", screen) for screen in self.app.screen_stack)
        opened = (getattr(holder, "opened", None) for holder in holders)
        waiting = (SaveState.WAITING, SaveState.SAVING)
        return any(
            isinstance(route, OpenRoute) and route.status.state in waiting for route in opened
        )

    async def until(self, is_so: Callable[[], object], within: float = PATIENCE) -> None:
        """Wait until something is so; fail with the screen as it is then."""
        await self._wait(is_so, within)
        assert self.is_open, "the app has ended"

    async def _wait(self, is_so: Callable[[], object], within: float) -> None:
        end = time.monotonic() + within
        for pause in chain((0.002, 0.005, 0.01), repeat(0.02)):
            if not self.is_open or is_so():
                return
            self._fail_after(end)
            await asyncio.sleep(pause)

    def _fail_after(self, end: float) -> None:
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for the screen to change:\n{self.text}")

    # What a person sees

    @property
    def is_open(self) -> bool:
        """Whether the app is still there."""
        return self.app.is_running and self.app.return_code is None

    @property
    def strips(self) -> list[Strip]:
        """The rows of the window with their colours."""
        return frame_of(self.app.screen)

    @property
    def rows(self) -> list[str]:
        """The rows of the window."""
        return ["".join(segment.text for segment in strip) for strip in self.strips]

    @property
    def text(self) -> str:
        """Everything that can be read now."""
        return "\n".join(self.rows)

    def text_in(self, where: str | Widget) -> str:
        """Return the text in one part of the window, running on and without its borders."""
        widget = self.app.screen.query_one(where) if isinstance(where, str) else where
        return self.text_at(widget.region)

    def strips_in(self, region: Region) -> list[Strip]:
        """Return the rows in a rectangle of the window with their colours, and draw no others."""
        return part_of_frame(self.app.screen, region)

    def row(self, number: int) -> str:
        """Return one row of the window."""
        (strip,) = self.strips_in(Region(0, number, self.app.size.width, 1))
        return strip.text

    def text_at(self, region: Region) -> str:
        """Return the text in a rectangle of the window."""
        rows = self.strips_in(region)
        lines = ["".join(segment.text for segment in strip) for strip in rows]
        return " ".join(" ".join(lines).translate(BORDERS).split())

    async def sees(self, *texts: str, where: str = "") -> None:
        """Wait until all of these can be read, in one part of the window or anywhere."""
        wanted = {" ".join(text.split()) for text in texts}

        def are_there() -> bool:
            shown = self._running_text(where)
            wanted.difference_update([text for text in wanted if text in shown])
            return not wanted

        await self.until(are_there)

    async def does_not_see(self, *texts: str, where: str = "") -> None:
        """Wait until none of these can be read any more."""
        unwanted = [" ".join(text.split()) for text in texts]

        def are_gone() -> bool:
            shown = self._running_text(where)
            return not any(text in shown for text in unwanted)

        await self.until(are_gone)

    async def hears(self, sentence: str) -> None:
        """Wait until a corner of the window says this for a few seconds."""
        await self.until(lambda: any(sentence in said for said in self.told))

    async def hears_nothing(self) -> None:
        """No corner of the window says anything."""
        await self.settle()
        assert not self.told

    @property
    def told(self) -> list[str]:
        return [self.text_at(toast.content_region) for toast in self.app.screen.query("Toast")]

    def _running_text(self, where: str) -> str:
        if where:
            found = self.app.screen.query(where)
            return self.text_in(found.first()) if found else ""
        return " ".join(self.text.translate(BORDERS).split())

    # What is on the table

    @property
    def notes(self) -> str:
        """The notes, also what is scrolled out of view."""
        return self.app.screen.query_one("#notes").text

    @property
    def focus(self) -> str:
        """The panel or field that has the focus, by its id."""
        focused = self.app.focused
        while focused is not None and focused.id is None:
            focused = focused.parent
        return focused.id if focused is not None else ""

    @property
    def screen_name(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__


class Laptop:
    """A laptop: folders with families, a clock, and the windows that are opened on it.

    Its people chose to leave the routes open; tests/ui/screens/sealing is about the others.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self.clock = Clock()
        self.opened: list[Path] = []
        """Paths that were opened in another program."""
        self.environment = Environment(
            sessions=folder / "sessions",
            settings=folder / "settings.toml",
            private=folder,
            exports=folder / "exports",
            documents=folder / "documents",
            open_path=self.opened.append,
            language=language,
            now=self.clock,
            seed=lambda: 7,
        )
        self.archive = Archive(self.environment.sessions, now=self.clock)
        self._windows: list[Window] = []
        """Those that are open now."""
        leave_open(self.environment.older_settings)

    def keep(self, route: Route) -> Route:
        """Keep a route in the folder."""
        self.archive.prepare()
        assert self.archive.create(route).close()
        return route

    def on_disk(self, route_id: str = FAMILY) -> Route:
        """A route as it was saved last, once what was changed before this is on the disk.

        Nothing is saved for it: the thread that saves does so in its own time.
        """
        end = time.monotonic() + LONGEST_SAVE
        while any(window.is_saving for window in self._windows) and time.monotonic() < end:
            time.sleep(0.001)
        return self.archive.load(route_id)

    @asynccontextmanager
    async def window(
        self, start: Start | None = None, size: tuple[int, int] = (120, 40)
    ) -> AsyncIterator[Window]:
        app = RelrouteApp(self.environment, start)
        async with app.run_test(size=size, notifications=True) as pilot:
            window = Window(app, pilot)
            self._windows.append(window)
            try:
                await window.settle()
                yield window
            finally:
                self._windows.remove(window)

    def at_home(self, size: tuple[int, int] = (120, 40)):
        return self.window(size=size)

    def at_route(self, size: tuple[int, int] = (120, 40)):
        return self.window(Start(FAMILY), size)

    def at_meeting(self, size: tuple[int, int] = (120, 40)):
        return self.window(Start(FAMILY, meet=True), size)


@pytest.fixture(params=["nl"])
def language(request) -> str:
    return request.param


@pytest.fixture
def laptop(tmp_path, language, monkeypatch):
    """Folders in Dutch in which nobody has been yet."""
    before = current()
    use(language)
    lay_out_cards(tmp_path / "cards")
    ours = tmp_path / "cards"
    folders = property(lambda environment: (ours, *environment.cards))
    monkeypatch.setattr(Environment, "card_folders", folders)
    yield Laptop(tmp_path, language)
    use(before)


@pytest.fixture
def in_panels(laptop) -> None:
    """Lay a meeting out in panels in a small window too, as somebody chose."""
    save_settings(laptop.environment.settings, Settings(meeting="panels"))


@pytest.fixture
def one_family(laptop) -> Laptop:
    """Folders with one family."""
    laptop.keep(family())
    return laptop


@pytest.fixture
def after_a_meeting(laptop) -> Laptop:
    """Folders with one family that had a meeting."""
    laptop.keep(family_with_a_meeting())
    return laptop


@pytest.fixture
def quick_saving(monkeypatch) -> None:
    """Saves at once and tries again at once, where a test waits for the disk."""
    times = SavingTimes(after_last=0.02, at_most=0.05, retry=0.05)
    monkeypatch.setitem(Archive.open.__kwdefaults__, "saving", times)


def lay_out_cards(folder: Path) -> None:
    for language, decks in DECKS.items():
        (folder / language).mkdir(parents=True)
        for name, text in decks.items():
            (folder / language / name).write_text(text, encoding="utf-8")
    for name in ("agendas", "templates/record"):
        copytree(shipped("cards") / name, folder / name)


def cursor_stands_still(app: App) -> None:
    """No blinking, so that two pictures are alike."""
    for widget in app.screen.query("Input, TextArea"):
        widget.cursor_blink = False
