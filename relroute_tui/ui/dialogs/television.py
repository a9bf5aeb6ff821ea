"""The choice of what the television does: follow the meeting, hold, or show nothing."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from relroute_tui.language import N_, _
from relroute_tui.ui.dialogs.choose import ChooseDialog

OFF: Final = "off"
WINDOW: Final = "window"
"""Choices besides the modes."""
_CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "follow": (N_("follow"), N_("whatever the meeting is at")),
    "hold": (N_("hold"), N_("keep what is there")),
    "blank": (N_("nothing"), N_("a calm, empty screen")),
    WINDOW: (N_("another window"), N_("open one more")),
    OFF: (N_("off"), N_("close every window for the television")),
}
_FIRST_WINDOW: Final = {WINDOW: (N_("a window"), N_("open it"))}
_OF_A_MEETING: Final[Mapping[str, tuple[str, str]]] = {
    "agreements": (N_("agreements"), N_("what was agreed")),
    "notes": (N_("notes too"), N_("then what was said, a page at a time; Space turns the page")),
    "blank": (N_("nothing"), N_("nothing of this meeting")),
}


class TelevisionDialog(ChooseDialog):
    """Choice of what the television shows: the value of a `Mode`, `WINDOW` or `OFF`."""

    ABOUT = N_(
        "The window for the television shows what everyone needs now: never the notes, a hint or "
        "somebody's answers. What it shows is below on this screen too."
    )

    def __init__(self, mode: str, *, has_window: bool) -> None:
        """Begin at the mode; where there is no window, at the choice that opens one."""
        choices = _CHOICES if has_window else {**_CHOICES, **_FIRST_WINDOW}
        super().__init__(
            _("What does the television show?"),
            [(choice, _row(*words)) for choice, words in choices.items()],
            mode if has_window else WINDOW,
        )


class MeetingOnTelevisionDialog(ChooseDialog):
    """Choice of what everyone sees of a closed meeting: "agreements", "notes" or "blank"."""

    ABOUT = N_(
        "What was written in a closed meeting does not change any more, and everyone took it home. "
        "Here you choose what is on the television now."
    )

    def __init__(self) -> None:
        super().__init__(
            _("What does the television show of this meeting?"),
            [(choice, _row(*words)) for choice, words in _OF_A_MEETING.items()],
        )


def _row(name: str, about: str) -> Content:
    return Content.from_markup("[bold]$name[/]  [$quiet]$about[/]", name=_(name), about=_(about))
