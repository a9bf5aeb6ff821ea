"""Sentences about what the television shows, for one quiet line on the laptop."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.audience.message import (
    FAREWELL,
    Agreements,
    Blank,
    Card,
    Contact,
    LookBack,
    Minutes,
    Pause,
    ReadBack,
    RoundQuestion,
    StoryPicture,
    View,
    Welcome,
)
from relroute_tui.language import N_, _

_SHOWN: Final[Mapping[type[View], str]] = {
    Welcome: N_("who is here"),
    Card: N_("the card"),
    Agreements: N_("the agreements"),
    ReadBack: N_("the agreement that is read back"),
    LookBack: N_("the agreement that you look back on"),
    RoundQuestion: N_("the question of this round"),
    Minutes: N_("what was said in this meeting"),
    Contact: N_("the contact"),
    StoryPicture: N_("the picture story"),
    Pause: N_("a moment of rest"),
    Blank: N_("nothing"),
}


def shown_now(view: View, *, is_held: bool, is_there: bool) -> str:
    """Return the line for this view; without a window, how to open one."""
    if not is_there:
        return _("There is no window on the television: F10, Enter.")
    shown = _(_SHOWN[Blank if view == FAREWELL else type(view)])
    if is_held:
        return _("On the television, held: {what}").format(what=shown)
    return _("On the television: {what}").format(what=shown)
