"""The facilitator's context: what every screen may reach for. Handed in, never looked up."""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property, lru_cache
from threading import Thread
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.agenda import PLAIN_STEPS, Step
from relroute_tui.domain.carers import Carers
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.environment import Environment, deck_folders, language_of, papers_folder
from relroute_tui.language import _, use
from relroute_tui.language.carers import call, with_carers
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.left_open import is_left_open, leave_open
from relroute_tui.storage.sealing.envelope import OPEN
from relroute_tui.storage.settings.kept import KeptSettings
from relroute_tui.storage.settings.model import Settings, ThemeName

if TYPE_CHECKING:
    from pathlib import Path

    from relroute_tui.card_languages import CardLanguages
    from relroute_tui.content.agendas import AgendaTemplate
    from relroute_tui.content.cell_templates import Cells
    from relroute_tui.content.decks import Decks
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.domain.openers import Openers
    from relroute_tui.domain.participant import Role
    from relroute_tui.domain.questionnaire.model import Questionnaire
    from relroute_tui.domain.route import Route
    from relroute_tui.plain_language import Rules
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.archives.sync_thread import SyncThread
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.storage.sealing.vault import Unlocked
    from relroute_tui.storage.settings.reading import Reading
    from relroute_tui.team.team import Team


_LONGEST_GOODBYE = 3.0
"""Seconds that somebody who leaves waits for the shared archive."""


class AppContext:
    """The environment, the archive, the decks and the user's settings."""

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
        """What keeps the routes and the organisation's archive together; None without an archive,
        and while nothing is sealed: then nothing is sent."""
        self._acts_to_keep: list[tuple[str, str]] = []
        """What was done with which route, and is in no log yet."""
        self._known_team: Team | None = None
        """The organisation as it was read last: its list and its names are at hand."""
        self._kept = kept or KeptSettings(environment.settings, environment.older_settings)
        self._decks: Decks | None = None
        self._rules: Rules | None = None
        self._agendas: tuple[AgendaTemplate, ...] | None = None
        self._opened: list[OpenRoute] = []
        self._carers = Carers()
        self._has_tour = tour

    def wants_tour(self) -> bool:
        """Return whether a meeting that opens now begins with the tour; only the first one does."""
        has_tour, self._has_tour = self._has_tour, False
        return has_tour

    def call_carers(self, carers: Carers) -> None:
        """Call the carers so in every text; what was read with another word is read anew."""
        call(carers)
        if carers != self._carers:
            self._carers = carers
            self._forget_texts()

    @property
    def decks(self) -> "Decks":
        """The decks in the language in use, read at the first use."""
        if self._decks is None:
            from relroute_tui.content.decks import load_decks

            decks = load_decks(self.environment.card_folders, self.environment.language)
            self._decks = with_carers(decks)
        return self._decks

    @cached_property
    def card_languages(self) -> "CardLanguages":
        """The cards in other languages than that of the table."""
        from relroute_tui.card_languages import CardLanguages

        return CardLanguages(self.environment)

    def read_word_lists(self) -> None:
        """Read the lists of words that could be plainer, once: `hint` answers from then on."""
        if self._rules is None:
            from relroute_tui.plain_language import load_rules

            self._rules = load_rules(self.environment.card_folders, self.environment.language)

    @property
    def knows_hints(self) -> bool:
        """Whether the word lists are read."""
        return self._rules is not None

    @cached_property
    def cell_templates(self) -> "Cells":
        """What each cell of the map may begin with."""
        from relroute_tui.content.cell_templates import load_templates

        return with_carers(load_templates(self.environment.card_folders, self.environment.language))

    @cached_property
    def questionnaires(self) -> "tuple[Questionnaire, ...]":
        """The questionnaires in the language in use."""
        from relroute_tui.content.questionnaires.loading import load_questionnaires

        found = load_questionnaires(self.environment.card_folders, self.environment.language)
        return with_carers(found.questionnaires)

    def questionnaire_for(self, role: "Role") -> "Questionnaire | None":
        """Return the questionnaire for parents, carers or the child."""
        return next(
            (questionnaire for questionnaire in self.questionnaires if questionnaire.role is role),
            None,
        )

    @property
    def decks_are_read(self) -> bool:
        """Whether `decks` answers at once."""
        return self._decks is not None

    @property
    def agendas(self) -> "tuple[AgendaTemplate, ...]":
        """The agendas that a meeting can have, in the language in use, read at the first use."""
        if self._agendas is None:
            from relroute_tui.content.agendas import load_agendas

            agendas = load_agendas(self.environment.card_folders, self.environment.language)
            self._agendas = with_carers(agendas)
        return self._agendas

    def steps_of(self, agenda_id: str) -> tuple[Step, ...]:
        """Return the steps of one agenda; the bare bones where no such agenda can be read."""
        return next(
            (agenda.steps for agenda in self.agendas if agenda.id == agenda_id), PLAIN_STEPS
        )

    def hint(self, line: AgreementLine, names: tuple[str, ...]) -> str:
        """Return what could be plainer in an agreement: one sentence, or nothing.

        It never blocks.
        """
        if self._rules is None or not line.text:
            return ""
        return self._hint(line.text, line.who, line.when, names)

    @lru_cache(maxsize=512)  # noqa: B019 - there is one context, as long as there is an app
    def _hint(self, text: str, who: tuple[str, ...], when: str, names: tuple[str, ...]) -> str:
        from relroute_tui.plain_language import agreement_findings

        line = AgreementLine(0, text, who, when)
        found = agreement_findings(line, self._rules, names) if self._rules else ()
        return found[0].remedy if found else ""

    @property
    def settings(self) -> Settings:
        """What the user chose."""
        return self._kept.now

    def change_settings(self, change: Callable[[Settings], Settings]) -> None:
        """Keep a choice, at once and for next time. Raises SaveError; the choice holds for now."""
        self._kept.change(change)

    @property
    def settings_as_read(self) -> "Reading":
        """What the file of the settings says, with what is not right in it."""
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
            self._forget_texts()
            self._rules = None
        if archive_changed:
            self._link_archives()

    def _forget_texts(self) -> None:
        self._decks = self._agendas = None
        for text in ("questionnaires", "cell_templates", "card_languages"):
            self.__dict__.pop(text, None)

    def at_practice(self, folder: "Path") -> "AppContext":
        """Return a context with the same settings for the practice family's copy in `folder`."""
        from relroute_tui.storage.archive import Archive

        environment = replace(self.environment, sessions=folder, archive="")
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
        if environment.team_place.has_team:
            Thread(target=self._catch_up_with_team, daemon=True).start()

    def _catch_up_with_team(self) -> None:
        """Hear what is new in the organisation; where it is out of reach, the next start does."""
        from relroute_tui.storage.sealing.hand_over_note import HandOverNote
        from relroute_tui.team.handing_over import catch_up

        if self.unlocked is not None:
            place, key = self.environment.team_place, self.unlocked.key
            with suppress(StorageError), closing(place.team(key)) as team:
                catch_up(team, self.archive, HandOverNote(place.notes, key))
                self._known_team = team if team.own is not None else None

    @property
    def colleagues(self) -> "dict[str, str]":
        """The names of who is in the organisation, by their public keys, ours left out."""
        team = self._known_team
        if team is None:
            return {}
        return {
            member.reader: team.name_of(member)
            for member in team.roll.members
            if member.id != team.signer.id
        }

    @property
    def days_kept(self) -> int:
        """Days that a working copy stays after its route was rounded off; 0 without a rule.

        Also 0 before the organisation was heard of.
        """
        return self._known_team.roll.days_kept if self._known_team is not None else 0

    def note_act(self, act: str, route_id: str) -> None:
        """Write into the log of an organisation, if there is one, what is done with a route.

        It is kept on this laptop at once, and sent in the background. What the disk refuses is
        kept with the next one.
        """
        place = self.environment.team_place
        if self.unlocked is not None and place.has_team:
            from relroute_tui.team.acts import Act

            self._acts_to_keep.append((act, route_id))
            with suppress(StorageError):
                team = place.team(self.unlocked.key)
                while self._acts_to_keep:
                    name, about = self._acts_to_keep[0]
                    team.keep_act(Act(name), [about])
                    del self._acts_to_keep[0]
            Thread(target=self._catch_up_with_team, daemon=True).start()

    def exporting(self, route_id: str) -> "Callable[[Path | None], None]":
        """Return what is told where an export was written, if it was."""

        def written(path: "Path | None") -> None:
            if path is not None:
                self.note_act("exported", route_id)

        return written

    def openers(self, route_id: str) -> "Openers | None":
        """Return who can open a route that was opened here.

        None without an organisation, or before it was heard of.
        """
        opened = next(
            (route for route in reversed(self._opened) if route.route.id == route_id), None
        )
        if opened is None or self.unlocked is None or self._known_team is None:
            return None
        from relroute_tui.team.openers import openers_of

        return openers_of(self._known_team, (self.unlocked.key.public, *opened.readers))

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
        from relroute_tui.domain.progress.agreement_history import (
            misses_a_step_to_look_back,
            with_new_meeting,
        )

        if opened.route.unfinished:
            return opened.route.unfinished, ""
        environment, meeting_id = self.environment, os.urandom(4).hex()
        begun = with_new_meeting(
            opened.route, meeting_id, environment.seed(), environment.now(), self.steps_of
        )
        opened.put(begun)
        meeting = begun.meetings[-1]
        if not misses_a_step_to_look_back(begun, meeting):
            return meeting, ""
        return meeting, _("This agenda has no step to look back in; Ctrl+B does it at any time.")

    def save_now(self) -> bool:
        """Return whether everything that is open is on the disk, now or within a moment."""
        return False not in [opened.save_now() for opened in self._opened]

    def close(self) -> bool:
        """Save and close whatever is open; False when something could not be saved."""
        is_saved = False not in [opened.close() for opened in self._opened]
        if self.shared is not None:
            self.shared.stop(_LONGEST_GOODBYE)  # what does not make it goes up the next time
        return is_saved
