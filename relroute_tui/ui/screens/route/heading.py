"""The lines above a route: whose it is, who is at the table, and what is the matter with it."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from relroute_tui.domain.openers import Openers
from relroute_tui.domain.route import Route
from relroute_tui.language.save_words import what_is_the_matter
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.save_notice import SaveNotice
from relroute_tui.ui.screens.route.rows import facts_about


class RouteHeading(Vertical):
    """The facts about a route, and a line `#tabs` for the names of the panels."""

    def __init__(self, opened: OpenRoute) -> None:
        super().__init__(id="about")
        self._opened_at_first = opened

    def compose(self) -> ComposeResult:
        """Show the heading, the facts, the notice and the line for the panels."""
        yield Static("", id="heading")
        yield Static("", id="facts")
        yield SaveNotice(self._opened_at_first, what_is_the_matter)
        yield Static("", id="tabs")

    def show(self, route: Route, title: str, openers: Openers | None = None) -> None:
        """Show the route as it is now, and in an organisation who can open it."""
        self.query_one("#heading", Static).update(Content.styled(title, "bold $title"))
        self.query_one("#facts", Static).update(facts_about(route, openers))
        self.query_one(SaveNotice).show()

    def follow(self, opened: OpenRoute) -> None:
        """Follow the saves of the same route, opened anew."""
        self.query_one(SaveNotice).follow(opened)
