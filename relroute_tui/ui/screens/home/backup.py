"""A copy of all routes together, to another disk."""

from pathlib import Path

from relroute_tui.context import AppContext
from relroute_tui.language import _, ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.progress import ReportProgress
from relroute_tui.ui.base.screen import BaseScreen


def back_up_everything(screen: BaseScreen[None], context: AppContext) -> None:
    """Ask where the copy goes, make it, and say over this screen how that went."""
    from relroute_tui.ui.dialogs.backup import BackupDialog
    from relroute_tui.ui.dialogs.progress import do_with_progress

    def copy(into: Path | None) -> None:
        if into is not None:
            do_with_progress(
                screen.app,
                _("A copy of everything"),
                lambda report: _copy(context, into, report),
                _("Stopped. There is no new copy; older copies are as they were."),
                screen.tell,
            )

    screen.app.push_screen(BackupDialog(sealed=context.unlocked is not None), copy)


def _copy(context: AppContext, into: Path, report: ReportProgress) -> str:
    """Make the copy, and return the outcome."""
    from relroute_tui.storage.versions.backup import back_up

    environment = context.environment
    try:
        where, routes = back_up(environment.sessions, into, environment.now(), report)
    except StorageError as problem:
        return problem_sentence(problem)
    return ngettext(
        "{n} route was copied and read back: {path}",
        "{n} routes were copied and read back: {path}",
        routes,
    ).format(n=routes, path=where)
