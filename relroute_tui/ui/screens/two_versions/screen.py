"""Two versions of one route, as a synchroniser leaves them: side by side, and joined."""

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.context import AppContext
from relroute_tui.export.side_by_side import Difference
from relroute_tui.language import N_, _, dates
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.conflicts.sync_copies import Saved, VersionsApart, join_all
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.progress import ReportProgress
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of

JOIN = Command(
    "joining.join",
    "join",
    ("f2",),
    N_("join"),
    N_("Make one route of the two; nothing of either is lost"),
    "j",
)


class TwoVersionsScreen(BaseScreen[bool]):
    """Two versions, with what only one of them has. Its result is whether they were joined."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Two laptops each saved this route. Joining keeps both: every meeting, and every line "
        "of the notes. What is said in two ways stays in both, for you to choose later."
    )
    SCREEN_COMMANDS = (JOIN, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(
        self, context: AppContext, copy: VersionsApart, differences: Sequence[Difference]
    ) -> None:
        super().__init__()
        self.context = context
        self._copy = copy
        self._differences = differences
        self._is_busy = False

    def compose_body(self) -> Iterable[Widget]:
        """Show what this is above, then each place where the two differ."""
        heading = Content.from_markup(
            "[bold $title]$route[/]   [bold]$versions[/]",
            route=_("The route of {name}").format(name=self._copy.nickname),
            versions=_heading_of(self._copy.number),
        )
        with Vertical(id="about"):
            yield Static(heading, id="heading")
            yield Static(_about(self._differences), id="sentence", markup=False)
            yield _pair([heading_of_this(self._copy.here)], [heading_of_other(self._copy)], "heads")
        with VerticalScroll(id="differences"):
            for difference in self._differences:
                yield Static(difference.place, classes="title", markup=False)
                yield _pair(difference.one, difference.other)

    def on_mount(self) -> None:
        """Let the arrows move through it."""
        self.query_one("#differences").focus()

    def action_join(self) -> None:
        """Join them; where that is not possible now, all stay as they are."""
        from relroute_tui.ui.dialogs.progress import do_with_progress

        if not self._is_busy:
            self._is_busy = True
            do_with_progress(
                self.app,
                _("Joining the versions"),
                self._join,
                _("Stopped. Nothing of any version is lost."),
                self._tell_or_leave,
            )

    def _join(self, report: ReportProgress) -> str:
        """Join them, in the thread, and return why that could not be done; else nothing."""
        try:
            join_all(self.context.archive, self._copy.others, report)
        except StorageError as problem:
            return problem_sentence(problem)
        return ""

    def _tell_or_leave(self, sentence: str) -> None:
        self._is_busy = False
        if sentence:
            self.tell(sentence)
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        """Leave both as they are; not amid the joining."""
        if not self._is_busy:
            self.dismiss(False)


def _pair(one: Sequence[str], other: Sequence[str], classes: str = "") -> Horizontal:
    return Horizontal(
        Static("\n".join(one) or "–", classes="version", markup=False),
        Static("\n".join(other) or "–", classes="version other", markup=False),
        classes=f"pair {classes}",
    )


def heading_of_this(saved: Saved | None) -> str:
    """Say when the version of this folder was saved."""
    if saved is None:
        return _("not here")
    return _("this one: saved {day}, {time}").format(
        day=dates.day_and_month(saved.at.date()), time=dates.clock_time(saved.at)
    )


def heading_of_other(versions: VersionsApart) -> str:
    """Say when the other version was saved, or the last of several."""
    number, newest = len(versions.others), versions.newest
    day, time = dates.day_and_month(newest.date()), dates.clock_time(newest)
    if number == 1:
        return _("the other: saved {day}, {time}").format(day=day, time=time)
    return _("the {n} others together; the last was saved {day}, {time}").format(
        n=number, day=day, time=time
    )


def _heading_of(number: int) -> str:
    return _("two versions") if number <= 2 else _("{n} versions").format(n=number)


def _about(differences: Sequence[Difference]) -> str:
    if not differences:
        return _("They say the same. Joining takes the second file away.")
    return _("Below is what only one of them says. Joining keeps all of it.")
