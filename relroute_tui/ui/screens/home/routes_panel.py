"""The list of routes with its filter, and below it what there is to say beside them."""

from collections.abc import Iterable

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from relroute_tui.language import _, ngettext
from relroute_tui.language.storage_messages import problem_sentences
from relroute_tui.storage.listing import Listing
from relroute_tui.storage.versions.restore import Rescue
from relroute_tui.ui.screens.home.notices import RESCUE, rescue_row
from relroute_tui.ui.screens.home.route_filter import RouteFilter
from relroute_tui.ui.screens.home.route_list import RouteList


class RoutesPanel(Vertical):
    """The routes as far as they were read, and those of them that match the filter."""

    routes = getters.query_one(RouteList)

    class Chosen(Message):
        """A route is to be opened."""

        def __init__(self, route_id: str) -> None:
            super().__init__()
            self.route_id = route_id

    class RescueChosen(Message):
        """A version is to be put back in the place of a file that does not read."""

        def __init__(self, rescue: Rescue) -> None:
            super().__init__()
            self.rescue = rescue

    def __init__(self) -> None:
        super().__init__(id="routes")
        self._listing = Listing((), ())
        self._rescues: tuple[Rescue, ...] = ()
        self._route_filter = RouteFilter()
        self.goes_on_with = ""
        """Route whose questions the key for a new route goes on with, as it is shown."""
        self._kept_mark: str | None = None
        """Row that keeps the mark: the one to which somebody moved it, or the route one was in."""

    def compose(self) -> ComposeResult:
        """Show the filter, the list, and the lines below it."""
        yield Static(_("The routes"), classes="title", id="heading")
        yield Input(placeholder=_("Type a nickname"), id="filter")
        yield RouteList(id="list", markup=False)
        yield Static("", id="unreadable", markup=False)
        yield Static("", id="notes", markup=False)

    def keep_mark_on(self, route_id: str) -> None:
        """Leave the mark on this route when the list is shown again."""
        self._kept_mark = route_id

    def show(
        self,
        listing: Listing,
        rescues: tuple[Rescue, ...],
        notes: Iterable[str],
        *,
        is_all_read: bool,
        goes_on_with: str = "",
    ) -> None:
        """Show these routes, and below them what can be put back and what cannot be read.

        `goes_on_with` is the route whose questions the key for a new route goes on with.
        """
        self._listing, self._rescues = listing, rescues
        self.goes_on_with = goes_on_with
        offered = {rescue.path for rescue in rescues}
        beyond = [file for file in listing.unreadable if file.path not in offered]
        self.query_one("#heading", Static).update(_heading(len(listing.routes), is_all_read))
        self.query_one("#unreadable", Static).update("\n".join(problem_sentences(beyond)))
        self.query_one("#notes", Static).update("\n".join(notes))
        self._fill()

    @property
    def marked_route(self) -> str | None:
        """The id of the marked route; None where nothing is, or something that can be put back."""
        marked = self.routes.marked
        return None if marked is None or marked.startswith(RESCUE) else marked

    def move(self, step: int) -> None:
        """Move the mark, also while somebody types in the filter."""
        self.routes.move(step)
        self._kept_mark = self.routes.marked

    def clear_filter(self) -> None:
        """Show all routes again."""
        self.query_one("#filter", Input).value = ""

    @on(Input.Changed, "#filter")
    def _filter(self, event: Input.Changed) -> None:
        if event.value:  # who clears it is back where they were
            self._kept_mark = None
        self._fill()

    def _fill(self) -> None:
        offers = [(f"{RESCUE}{rescue.path.stem}", rescue_row(rescue)) for rescue in self._rescues]
        wanted = self.query_one("#filter", Input).value
        matching = self._route_filter.matching(self._listing.routes, wanted)
        if self._listing.routes and not (matching or offers):
            self.routes.say(_("There is no route called that."))
        else:
            self.routes.show(matching, offers, self._kept_mark, goes_on_with=self.goes_on_with)

    @on(Input.Submitted, "#filter")
    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        """Open what is marked; put back what was damaged."""
        marked = self.routes.marked
        if marked is None:
            return
        if not marked.startswith(RESCUE):
            self.post_message(self.Chosen(marked))
            return
        stem = marked.removeprefix(RESCUE)
        rescue = next(rescue for rescue in self._rescues if rescue.path.stem == stem)
        self.post_message(self.RescueChosen(rescue))


def _heading(number: int, is_all_read: bool) -> Content:
    heading = Content(_("The routes"))
    if is_all_read:
        return heading
    reading = ngettext("{n} route read …", "{n} routes read …", number).format(n=number)
    return heading + Content(f" · {reading}")
