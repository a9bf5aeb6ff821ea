"""A laptop in a test: somebody who opens a route, writes in it, leaves it and joins versions."""

import random
from datetime import timedelta
from pathlib import Path

from families import ID
from msgspec.structs import replace

from relroute_tui.domain.meeting import Correction
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.errors import ReadOnlyRoute
from relroute_tui.storage.open_route import OpenRoute, SavingTimes
from relroute_tui.storage.sealing.envelope import LOCKED, OPEN
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive

KEY = Key.new()
WHEN_ASKED = SavingTimes(after_last=60, at_most=60, retry=60)


class Laptop:
    """Somebody who opens the route, writes in it, leaves it, and joins versions when they see any."""

    def __init__(self, folder: Path, sealed: bool, chance: random.Random) -> None:
        self.folder = folder
        folder.mkdir()
        self._notes = folder.with_name(f"{folder.name}-notes")
        self._notes.mkdir()
        self._sealed = sealed
        self._chance = chance
        self._opened: OpenRoute | None = None
        self.saved: set[str] = set()
        """Every text that this laptop was told is on the disk."""

    @property
    def archive(self) -> Archive:
        if self._sealed:
            return sealed_archive(self.folder, KEY, self._notes)
        return Archive(self.folder, envelopes=(OPEN, LOCKED))

    def opens(self) -> None:
        if self._opened is None and any(route.id == ID for route in self.archive.listing().routes):
            self._opened = self.archive.open(ID, saving=WHEN_ASKED)

    def writes(self, text: str) -> None:
        self.opens()
        if self._opened is None:
            return
        self._opened.put(self._changed(self._opened.route, text))
        assert self._opened.save_now()
        self.saved.add(text)

    def _changed(self, route: Route, text: str) -> Route:
        going_on = route.unfinished
        match self._chance.randrange(6):
            case 0:
                person = Participant(text, text, Role.SUPPORTER)
                return replace(route, participants=(*route.participants, person))
            case 1:
                now = route.meetings[-1].started + timedelta(days=self._chance.randrange(1, 9))
                meeting = begin_meeting(route, f"m-{text}", 1, now)
                return route.with_meeting(replace(meeting, notes=text))
            case 2 if route.finished_meetings:
                held = self._chance.choice(route.finished_meetings)
                added = Correction(held.started, "Anna", text)
                return route.with_meeting(replace(held, corrections=(*held.corrections, added)))
            case 3 if going_on is not None:
                closed = replace(going_on, notes=f"{going_on.notes}{text}\n")
                return route.with_meeting(replace(closed, finished=going_on.started))
            case _ if going_on is not None:
                lines = going_on.notes.split("\n")
                lines.insert(self._chance.randrange(len(lines) + 1), text)
                return route.with_meeting(replace(going_on, notes="\n".join(lines)))
            case _:
                return replace(route, set_aside=(*route.set_aside, text))

    def leaves(self) -> None:
        if self._opened is not None:
            assert self._opened.close()
            self._opened = None

    def joins(self) -> int:
        archive = self.archive
        copies = copies_in(archive, archive.listing().unreadable)
        for copy in copies:
            try:
                join(archive, copy)
            except ReadOnlyRoute:
                assert self._opened is not None
        return len(copies)
