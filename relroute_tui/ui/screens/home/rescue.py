"""Putting back a version of a route whose file does not read."""

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.versions.restore import Rescue, restore
from relroute_tui.ui.base.screen import BaseScreen


def put_back(screen: BaseScreen[None], context: AppContext, rescue: Rescue) -> bool:
    """Put the version back, say how that went, and return whether it is there."""
    try:
        restore(context.archive, rescue.path.stem, rescue.version.name)
    except StorageError as problem:
        screen.tell(problem_sentence(problem))
        return False
    screen.tell(_("It has been put back. The damaged file is kept beside it, under another name."))
    return True
