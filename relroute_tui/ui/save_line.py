"""What a panel says about the last save."""

from relroute_tui.language import _, dates
from relroute_tui.problems import not_saved
from relroute_tui.storage.open_route import SaveState, SaveStatus


def save_sentence(status: SaveStatus) -> str:
    """ "saved 14:32", "saving …", or what keeps it from being saved."""
    if status.state is SaveState.FAILED and status.reason is not None:
        return _("{problem}; I keep trying").format(problem=not_saved(status.reason))
    if status.state is not SaveState.SAVED:
        return _("saving …")
    return _("saved {time}").format(time=dates.clock_time(status.at)) if status.at else ""
