"""What a screen says about the last save."""

from relroute_tui.language import _, dates
from relroute_tui.language.storage_messages import not_saved
from relroute_tui.storage.open_route import SaveState, SaveStatus


def save_sentence(status: SaveStatus) -> str:
    """Return "saved 14:32", "saving …", or what keeps it from being saved: for a border."""
    if status.state is SaveState.FAILED and status.reason is not None:
        return not_saved(status.reason)
    if status.state is not SaveState.SAVED:
        return _("saving …")
    if status.at is None:
        return ""
    time = dates.clock_time(status.at)
    if status.has_kept_another:
        return _("saved {time} · elsewhere too, both kept").format(time=time)
    return _("saved {time}").format(time=time)


def not_saved_notice(status: SaveStatus) -> str:
    """Return what keeps it from being saved, what is safe, and what to do.

    Empty when nothing does.
    """
    if status.reason is None:
        return ""
    return _(
        "{problem}. What you typed stays here and is tried again every few seconds. Make room, or "
        "give access to the folder, and go on."
    ).format(problem=_capital(not_saved(status.reason)))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
