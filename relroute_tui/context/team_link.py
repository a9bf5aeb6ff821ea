"""The app's link to the organisation that shares the routes."""

from collections.abc import Callable
from contextlib import closing, suppress
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from relroute_tui.storage.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

    from relroute_tui.domain.openers import Openers
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.key import Key
    from relroute_tui.team.erasing import Reach
    from relroute_tui.team.memory_updates import News
    from relroute_tui.team.opening import TeamPlace
    from relroute_tui.team.roll import Member
    from relroute_tui.team.team import Team


HEAR_AGAIN_AFTER: Final = 3600.0
"""Seconds after which the organisation is heard again: its list and its log are read whole."""
TRY_AGAIN_AFTER: Final = 300.0
"""Seconds after which it is tried again where it could not be heard."""


class TeamLink:
    """Knows nobody and tells nothing where there is no organisation, or no key to sign with."""

    def __init__(self, place: "Callable[[], TeamPlace]") -> None:
        """`place` returns where the organisation is now."""
        self._place = place
        self._key: Key | None = None
        self._archive: Archive | None = None
        self._acts_to_keep: list[tuple[str, str]] = []
        """Pairs of an act and a route that are not in the log yet."""
        self._known: Team | None = None
        """The organisation as it was read last: its list and its names are at hand."""
        self._hear_at = 0.0
        self._hearing = Lock()
        self.times_heard = 0
        """Number of times that the organisation was heard since the app was opened."""
        self.news: list[News] = []
        """News in the list of colleagues since the app was opened."""

    def connect(self, key: "Key", archive: "Archive") -> None:
        """Sign with this key from now on, and hear in the background what is new."""
        self._key, self._archive = key, archive
        if self._place().has_team:
            self._catch_up_in_background()

    def hear_again(self) -> None:
        """Hear in the background what is new, if that was long ago. To be called in a thread."""
        is_time = monotonic() >= self._hear_at
        if self._key is not None and is_time and self._place().has_team:
            self._catch_up_in_background()

    def _catch_up_in_background(self) -> None:
        self._hear_at = monotonic() + TRY_AGAIN_AFTER
        Thread(target=self._catch_up, daemon=True).start()

    def _catch_up(self) -> None:
        """Hear what is new in the organisation; where it is out of reach, the next time does."""
        from relroute_tui.storage.sealing.hand_over_note import HandOverNote
        from relroute_tui.team.handing_over import catch_up
        from relroute_tui.team.memory_updates import NO_NEWS

        key, archive = self._key, self._archive
        if key is not None and archive is not None:
            place = self._place()
            with self._hearing, suppress(StorageError), closing(place.team(key)) as team:
                catch_up(team, archive, HandOverNote(place.notes, key))
                self._known = team if team.own is not None else None
                news = NO_NEWS if self._known is None else team.hear_news()
                if news not in (NO_NEWS, *self.news):
                    self.news.append(news)
                self.times_heard += 1
                self._hear_at = monotonic() + HEAR_AGAIN_AFTER

    @property
    def colleagues(self) -> "dict[str, str]":
        """Names of the members of the organisation, by their public keys, without ours."""
        team = self._known
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
        return self._known.roll.days_kept if self._known is not None else 0

    def name_of(self, member: "Member") -> str:
        """Return the name of a colleague; their id where it is not known here."""
        return self._known.name_of(member) if self._known is not None else member.id

    def openers(self, readers: tuple[str, ...]) -> "Openers | None":
        """Return who can open a route that is sealed to these public keys besides ours.

        None without an organisation, or before it was heard of.
        """
        if self._key is None or self._known is None:
            return None
        from relroute_tui.team.openers import openers_of

        return openers_of(self._known, (self._key.public, *readers))

    def note_act(self, act: str, route_id: str) -> None:
        """Write into the log of the organisation, if there is one, what is done with a route.

        It is kept on this laptop at once, and sent in the background. What the disk refuses is
        kept with the next one.
        """
        key, place = self._key, self._place()
        if key is None or not place.has_team:
            return
        from relroute_tui.team.acts import Act

        self._acts_to_keep.append((act, route_id))
        with suppress(StorageError):
            team = place.team(key)
            while self._acts_to_keep:
                name, about = self._acts_to_keep[0]
                team.keep_act(Act(name), [about])
                del self._acts_to_keep[0]
        self._catch_up_in_background()

    def reach_of_erasing(self, readers: tuple[str, ...]) -> "Reach | None":
        """Return how far erasing a route reaches that is sealed to these public keys besides ours.

        None without an organisation, or before it was heard of.
        """
        if self._known is None:
            return None
        from relroute_tui.team.erasing import reach_of

        return reach_of(self._known, readers)

    def erase_on_server(self, route_id: str) -> None:
        """Let a route that was erased here go in the archive too; the next `note_act` sends it."""
        if self._known is not None:
            with suppress(StorageError):
                self._known.keep_to_erase(route_id)

    def exporting(self, route_id: str) -> "Callable[[Path | None], None]":
        """Return a function to be called with where an export was written, or None."""

        def written(path: "Path | None") -> None:
            if path is not None:
                self.note_act("exported", route_id)

        return written
