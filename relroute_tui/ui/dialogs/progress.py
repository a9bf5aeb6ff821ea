"""Long work: its progress, the time that is left, and a key that stops it."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Final

from textual import on
from textual.app import App
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, ProgressBar, Static

from relroute_tui.language import N_, _, ngettext
from relroute_tui.storage.progress import ReportProgress, Stopped
from relroute_tui.ui.dialogs.dialog import Dialog

SHOWN_AFTER: Final = 0.5
"""Seconds: work that is done sooner needs no dialog."""
_SHOW_EVERY: Final = 0.1


class Progress:
    """The progress of a piece of work: set by the thread that does it, read by the dialog."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self.sentence: str | None = None
        """Outcome, once the work is over."""
        self.is_shown = False
        self.is_over = False
        self.is_stopped = False
        self._begun = monotonic()

    def report(self, done: int, total: int) -> None:
        """Record the progress. Raises Stopped once somebody asked to stop."""
        self.done, self.total = done, total
        if self.is_stopped:
            raise Stopped

    @property
    def minutes_left(self) -> int:
        """Minutes that it will probably still take; 0 for less than one, or when unknown."""
        if not self.done:
            return 0
        return round((monotonic() - self._begun) / self.done * (self.total - self.done) / 60)


def do_with_progress(
    app: App[None],
    heading: str,
    work: Callable[[ReportProgress], str],
    when_stopped: str,
    tell: Callable[[str], None],
) -> None:
    """Do some work in a thread, show its progress, and `tell` the outcome.

    `work` returns the outcome as a sentence; `when_stopped` is the sentence where somebody stopped
    it. It is told once the dialog, if there was one, has closed.
    """
    progress = Progress()

    def do() -> None:
        try:
            progress.sentence = work(progress.report)
        except Stopped:
            progress.sentence = when_stopped
        finally:
            progress.is_over = True
        app.call_from_thread(over)

    def over() -> None:
        if not progress.is_shown:
            gone(None)

    def show() -> None:
        if not progress.is_over:
            progress.is_shown = True
            app.push_screen(ProgressDialog(heading, progress), gone)

    def gone(_result: None) -> None:
        if progress.sentence is not None:
            tell(progress.sentence)

    app.run_worker(do, thread=True, exit_on_error=False)
    app.set_timer(SHOWN_AFTER, show)


class ProgressDialog(Dialog[None]):
    """Dialog that shows the progress of some work, and closes when it is over."""

    ABOUT = N_("Some work takes a while. You can stop it; what was there stays as it was.")

    def __init__(self, heading: str, progress: Progress) -> None:
        super().__init__()
        self._heading = heading
        self._progress = progress

    @property
    def heading(self) -> str:
        """Title that says what is being done."""
        return self._heading

    def compose_body(self) -> Iterable[Widget]:
        """Show a bar, in words what is left, and the button that stops it."""
        yield ProgressBar(show_eta=False)
        yield Static("", id="left", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Stop"), id="stop")

    def on_mount(self) -> None:
        """Update the progress several times a second."""
        self.set_interval(_SHOW_EVERY, self._look)
        self._look()

    def _look(self) -> None:
        progress = self._progress
        if progress.is_over and self.is_active:
            self.dismiss(None)
            return
        self.query_one(ProgressBar).update(total=progress.total or None, progress=progress.done)
        self.query_one("#left", Static).update(self._words())

    def _words(self) -> str:
        progress = self._progress
        if progress.is_stopped:
            return _("Stopping …")
        counted = _("{n} of {of}").format(n=progress.done, of=progress.total)
        minutes = progress.minutes_left
        if not minutes:
            return counted
        left = ngettext("about {n} minute left", "about {n} minutes left", minutes)
        return f"{counted} · {left.format(n=minutes)}"

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Stop the work; the dialog closes when it has stopped."""
        self._progress.is_stopped = True
        self._look()
