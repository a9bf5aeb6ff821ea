"""What can be done at home with all routes together: a copy of everything."""

from pathlib import Path

from textual import work

from relroute_tui.language import N_, ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import Command
from relroute_tui.ui.context import AppContext

BACKUP = Command(
    "back_up", ("f6",), N_("copy"), N_("A copy of everything, to another disk, read back")
)


class BackupActions(BaseScreen[None]):
    """The part of home that makes a copy. It needs `context`."""

    context: AppContext

    def action_back_up(self) -> None:
        """Ask where it goes."""
        from relroute_tui.ui.dialogs.backup import BackupDialog

        def copy(into: Path | None) -> None:
            if into is not None:
                self._back_up(into)

        self.app.push_screen(BackupDialog(sealed=self.context.unlocked is not None), copy)

    @work(thread=True, exit_on_error=False)
    def _back_up(self, into: Path) -> None:
        """In a thread: a stick is slow."""
        from relroute_tui.storage.versions.backup import back_up

        environment = self.context.environment
        try:
            where, routes = back_up(environment.sessions, into, environment.now())
        except StorageError as problem:
            sentence = problem_sentence(problem)
        else:
            sentence = ngettext(
                "{n} route was copied and read back: {path}",
                "{n} routes were copied and read back: {path}",
                routes,
            ).format(n=routes, path=where)
        self.app.call_from_thread(self.tell, sentence)
