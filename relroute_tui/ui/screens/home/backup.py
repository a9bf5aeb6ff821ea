"""A copy of all routes together, to another disk."""

from functools import partial
from pathlib import Path

from relroute_tui.context import AppContext
from relroute_tui.language import ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.screen import BaseScreen


def back_up_everything(screen: BaseScreen[None], context: AppContext) -> None:
    """Ask where the copy goes, make it, and say over this screen what came of it."""
    from relroute_tui.ui.dialogs.backup import BackupDialog

    def copy(into: Path | None) -> None:
        if into is not None:
            work = partial(_copy, screen, context, into)
            screen.run_worker(work, thread=True, exit_on_error=False)  # a stick is slow

    screen.app.push_screen(BackupDialog(sealed=context.unlocked is not None), copy)


def _copy(screen: BaseScreen[None], context: AppContext, into: Path) -> None:
    from relroute_tui.storage.versions.backup import back_up

    environment = context.environment
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
    screen.app.call_from_thread(screen.tell, sentence)
