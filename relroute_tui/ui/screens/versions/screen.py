"""Every version of a route that was kept: when it was, what differs, and how it read."""

from collections.abc import Iterable, Sequence
from typing import Final

from textual import on
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.language import N_, _, dates
from relroute_tui.language.amounts import what_differs
from relroute_tui.storage.versions.restore import Version
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of

PUT_BACK = Command(
    "versions.put_back",
    "put_back",
    ("f2",),
    N_("put back"),
    N_("Make this version the current one; nothing is lost"),
)
MOST_TEXT: Final = 60_000
"""Characters of one version that are shown; all of it is there once it is put back."""


class VersionsScreen(BaseScreen[Version]):
    """The versions on one side and the marked one on the other. Its result is one to put back."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "These are earlier versions of this route, the newest first. Putting one back loses "
        "nothing: what is there now becomes a version too."
    )
    SCREEN_COMMANDS = (PUT_BACK, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, now: Route, versions: Sequence[Version]) -> None:
        super().__init__()
        self._now = now
        self._versions = versions

    def compose_body(self) -> Iterable[Widget]:
        """Show a line about what this is, the versions, and the text of the marked one."""
        yield Static(_(self.ABOUT), id="about", markup=False)
        with Container(id="lists"):
            listed = OptionList(id="versions", classes="panel", markup=False)
            listed.border_title = Content(_("Versions"))
            listed.border_subtitle = Content(_("Enter: put back"))
            yield listed
            with VerticalScroll(id="text", classes="panel") as shown:
                shown.border_title = Content(_("How it read"))
                yield Static("", id="read", markup=False)

    def on_mount(self) -> None:
        """Mark the newest."""
        listed = self.query_one("#versions", OptionList)
        for version in self._versions:
            differs = what_differs(version.route, self._now)
            row = Content.from_markup(
                "[bold]$when[/]\n[$quiet]$differs[/]", when=when(version), differs=differs
            )
            listed.add_option(Option(row))
        listed.highlighted = 0
        listed.focus()

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        route = self._versions[event.option_index].route
        text = meetings_text(route, tuple(reversed(route.meetings)))
        shown = text if len(text) <= MOST_TEXT else text[:MOST_TEXT] + "\n…"
        self.query_one("#read", Static).update(Content(shown))
        self.query_one("#text").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def action_put_back(self) -> None:
        """Choose the marked version."""
        place = self.query_one("#versions", OptionList).highlighted
        if place is not None:
            self.dismiss(self._versions[place])


def when(version: Version) -> str:
    """Write "dinsdag 24 november, 14.32"."""
    day, time = dates.weekday_and_day(version.saved.date()), dates.clock_time(version.saved)
    return f"{day}, {time}"
