"""The context: what every screen may reach for. Handed in, never looked up."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.context.texts import Texts
from relroute_tui.domain.carers import Carers
from relroute_tui.environment import Environment, deck_folders, language_of, papers_folder
from relroute_tui.language import _, use
from relroute_tui.language.carers import call
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.left_open import is_left_open, leave_open
from relroute_tui.storage.sealing.envelope import OPEN
from relroute_tui.storage.settings.kept import KeptSettings
from relroute_tui.storage.settings.model import Settings, ThemeName

if TYPE_CHECKING:
    from pathlib import Path

    from relroute_tui.context.team_link import TeamLink
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.domain.openers import Openers
    from relroute_tui.domain.route import Route
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.archives.sync_thread import SyncThread
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.storage.sealing.vault import Unlocked
    from relroute_tui.storage.settings.reading import Reading


_LONGEST_GOODBYE = 3.0
"""Seconds that somebody who leaves waits for the shared archive."""


class AppContext:
    """The environment, the archive, the user's settings, and what was read of the rest."""

    def __init__(
        self,
        environment: Environment,
        archive: "Archive",
        kept: KeptSettings | None = None,
        *,
        tour: bool = False,
    ) -> None:
        """Take the settings of another context with `kept`.

        With `tour` the first meeting begins with a tour.
        """
        self.environment = environment
        self.archive = archive
        self.unlocked: Unlocked | None = None
        """The key that was opened; None while nothing is sealed."""
        self.shared: SyncThread | None = None
        """Thread that keeps the routes and the organisation's archive together; None without an
        archive, and while nothing is sealed, as nothing is sent then."""
        self.texts = Texts(environment)
        """Texts that are read from the folders with cards."""
        self._kept = kept or KeptSettings(environment.settings, environment.older_settings)
        self._opened: list[OpenRoute] = []
        self._carers = Carers()
        self._has_tour = tour

    @cached_property
    def team(self) -> "TeamLink":
        """The organisation that shares the routes, if there is one."""
        from relroute_tui.context.team_link import TeamLink

        return TeamLink(lambda: self.environment.team_place)

    def wants_tour(self) -> bool:
        """Return whether a meeting that opens now begins with the tour; only the first one does."""
        has_tour, self._has_tour = self._has_tour, False
        return has_tour

    @property
    def practice_mark(self) -> str:
        """Word before the title of a practice family's route; "" for any other."""
        return _("PRACTICE") if self.environment.is_practice else ""

    def title_of(self, route: "Route") -> str:
        """Return the title of a route, which says where it is practice."""
        title = _("The route of {name}").format(name=route.nickname)
        return " · ".join(filter(None, (self.practice_mark, title)))

    def call_carers(self, carers: Carers) -> None:
        """Call the carers so in every text; what was read with another word is read anew."""
        call(carers)
        if carers != self._carers:
            self._carers = carers
            self.texts = self.texts.with_other_carers()

    @property
    def settings(self) -> Settings:
        """Settings as the user chose them."""
        return self._kept.now

    def change_settings(self, change: Callable[[Settings], Settings]) -> None:
        """Keep a choice, at once and for next time. Raises SaveError; the choice holds for now."""
        self._kept.change(change)

    @property
    def settings_as_read(self) -> "Reading":
        """Content of the settings file, with the faults that were found in it."""
        return self._kept.reading

    def work_with(self, before: Settings, after: Settings) -> None:
        """Work with what was chosen from now on; what was read with another choice is read anew."""
        environment = self.environment
        if after.language != before.language:
            environment = replace(environment, language=after.language or language_of(os.environ))
            use(environment.language)
        if after.decks != before.decks:
            environment = replace(environment, cards=deck_folders(after))
        if after.papers != before.papers:
            environment = replace(environment, documents=papers_folder(after))
        archive_changed = after.archive != before.archive
        if archive_changed:
            environment = replace(environment, archive=after.archive)
        if environment is not self.environment:
            self.environment = environment
            self.texts = Texts(environment)
        if archive_changed:
            self._link_archives()

    def at_practice(self, folder: "Path") -> "AppContext":
        """Return a context with the same settings for the practice family's copy in `folder`."""
        from relroute_tui.storage.archive import Archive

        environment = self.environment.at_practice(folder)
        return AppContext(environment, Archive(folder, now=environment.now), self._kept, tour=True)

    def unlock(self, unlocked: "Unlocked") -> None:
        """Work with this key from now on: what is new is sealed with it."""
        from relroute_tui.storage.sealing.sealed_archive import sealed_archive

        environment, key = self.environment, unlocked.key
        self.unlocked = unlocked
        self.archive = sealed_archive(
            environment.sessions,
            key,
            environment.private,
            environment.now,
            colleagues=environment.team_place.colleagues(key),
        )
        self._link_archives()
        self.team.connect(key, self.archive)

    def openers(self, route_id: str) -> "Openers | None":
        """Return who can open a route that was opened here.

        None without an organisation, or before it was heard of.
        """
        opened = next(
            (route for route in reversed(self._opened) if route.route.id == route_id), None
        )
        return self.team.openers(opened.readers) if opened is not None else None

    def _link_archives(self) -> None:
        """Keep the routes and the organisation's archive together from now on."""
        if self.shared is not None:
            self.shared.stop(timeout=0.0)
            self.shared = None
        if self.unlocked is not None and self.environment.archive:
            from relroute_tui.storage.archives.linking import link

            environment = self.environment
            self.shared = link(
                self.archive, environment.archive, environment.private, environment.now
            )
            self.shared.start()

    def leave_open(self) -> None:
        """Leave the routes open to whoever can open this laptop. Raises SaveError."""
        leave_open(self.environment.older_settings)

    @property
    def is_undecided(self) -> bool:
        """Whether nobody chose yet to seal the routes, or not to."""
        return self.unlocked is None and not is_left_open(self.environment.older_settings)

    def with_looks(self, name: ThemeName) -> None:
        """Keep the chosen look for next time. Raises SaveError."""
        self.change_settings(lambda settings: replace(settings, theme=name))

    def open(self, route_id: str) -> "OpenRoute":
        """Open a route; read-only where another window has it. Raises StorageError.

        Where the others are sealed, one that was put here open is sealed first. A full disk does
        not stop a meeting for that: the next start tries again, and says so.
        """
        if self.unlocked is not None and self.archive.path_to(route_id).suffix == OPEN.suffix:
            from relroute_tui.storage.sealing.migrate import seal_route

            with suppress(StorageError):
                seal_route(self.archive, route_id)
        opened = self.archive.open(route_id)
        self.call_carers(opened.route.carers)
        self._opened.append(opened)
        return opened

    def create(self, route: "Route") -> "OpenRoute":
        """Keep a new route and leave it open. Raises StorageError when it cannot be saved."""
        opened = self.archive.create(route)
        self._opened.append(opened)
        return opened

    def meeting_at(self, opened: "OpenRoute") -> "tuple[Meeting, str]":
        """Return the meeting of a route that was begun and not closed, else a new one, begun now.

        With it a sentence for the facilitator, where a new meeting asks for one.
        """
        from relroute_tui.domain.meeting import meeting_day
        from relroute_tui.domain.progress.agreement_history import (
            misses_a_step_to_look_back,
            with_new_meeting,
        )

        if opened.route.unfinished:
            return opened.route.unfinished, ""
        days = map(meeting_day, opened.route.finished_meetings)
        environment, meeting_id = self.environment, os.urandom(4).hex()
        begun = with_new_meeting(
            opened.route, meeting_id, environment.seed(), environment.now(), self.texts.steps_of
        )
        opened.put(begun)
        meeting = begun.meetings[-1]
        if misses_a_step_to_look_back(begun, meeting):
            notice = _("This agenda has no step to look back in; Ctrl+B does it at any time.")
        elif meeting_day(meeting) in days:
            notice = _("Today's meeting is closed already. This is a new one.")
        else:
            notice = ""
        return meeting, notice

    def save_now(self) -> bool:
        """Return whether everything that is open is on the disk, now or within a moment."""
        return False not in [opened.save_now() for opened in self._opened]

    def close(self) -> bool:
        """Save and close whatever is open; False when something could not be saved."""
        is_saved = False not in [opened.close() for opened in self._opened]
        if self.shared is not None:
            self.shared.stop(_LONGEST_GOODBYE)  # what does not make it goes up the next time
        return is_saved
