"""The first route on the disk, from the child's name on: whatever interrupts, it is there."""

from msgspec.structs import replace

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route, name_problem
from relroute_tui.storage.open_route import OpenRoute


class KeptAnswers:
    """The route as far as it was answered. It is free for another screen once it is let go of."""

    def __init__(self, context: AppContext, opened: OpenRoute | None = None) -> None:
        """Go on with a route that was `opened`, or begin one with the first answer."""
        self._context = context
        self._opened = opened

    @property
    def route(self) -> Route | None:
        """Route that is kept; None as long as none is."""
        return self._opened.route if self._opened is not None else None

    def keep(self, answered: Route) -> None:
        """Keep what was answered, under the id that it got at first. Raises StorageError.

        While the child has no name that can be used, the route stays as it was kept before.
        """
        opened = self._opened
        if name_problem(answered.nickname, ()) is not None:
            return
        if opened is None:
            archive = self._context.archive
            self._opened = self._context.create(replace(answered, id=archive.new_id()))
        elif not opened.read_only:
            opened.put(
                replace(
                    opened.route,
                    nickname=answered.nickname,
                    participants=answered.participants,
                    carers=answered.carers,
                    stopped_at=answered.stopped_at,
                )
            )

    def let_go(self) -> bool:
        """Save and close it; where it cannot be saved yet it stays open, and False is returned."""
        return self._opened is not None and self._opened.save_now() and self._opened.close()

    def close(self) -> None:
        """Leave the route free, saved or not."""
        if self._opened is not None:
            self._opened.close()
