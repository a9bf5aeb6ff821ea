"""Sentences about the last save, and about an open route that cannot be saved."""

from typing import TYPE_CHECKING

from relroute_tui.language import _, dates
from relroute_tui.language.storage_messages import not_saved
from relroute_tui.storage.save_status import SaveState, SaveStatus

if TYPE_CHECKING:  # whoever has one has loaded it
    from relroute_tui.storage.open_route import OpenRoute


def save_sentence(status: SaveStatus, elsewhere: str = "") -> str:
    """Return "saved 14:32", "saving …", or what keeps it from being saved: for a border.

    What is said of the shared archive comes behind it.
    """
    if status.state is SaveState.FAILED and status.reason is not None:
        return not_saved(status.reason)
    if status.state is not SaveState.SAVED:
        return _("saving …")
    if status.at is None:
        return ""
    time = dates.clock_time(status.at)
    if status.has_kept_another:
        return _("saved {time} · elsewhere too, both kept").format(time=time)
    saved = _("saved {time}").format(time=time)
    return f"{saved} · {elsewhere}" if elsewhere else saved


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


def what_is_not_saved(opened: "OpenRoute") -> str:
    """Return what keeps this route from being saved; nothing where it can only be read anyway."""
    return "" if opened.read_only else not_saved_notice(opened.status)


def what_is_the_matter(opened: "OpenRoute") -> str:
    """Return why this route can only be read, is not saved, or is older than it should be."""
    if opened.read_only:
        return _(
            "This route is open in another window. You can read here; go on there, or close "
            "that window first."
        )
    if opened.status.reason is not None:
        return not_saved_notice(opened.status)
    if opened.is_outdated:
        return _(
            "This file is older than what was saved here last. F10 shows the versions; ask the "
            "person who looks after the synchronising of this folder."
        )
    if opened.status.has_kept_another:
        return _(
            "Another laptop saved this route too. Both are kept; on the home screen, F5 joins them."
        )
    return ""


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
