"""What the television does: follow the meeting, keep what is there, or show nothing."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from relroute_tui.language import N_, _
from relroute_tui.ui.dialogs.choose import ChooseDialog

OFF: Final = "off"
WINDOW: Final = "window"
"""What can be chosen beside the modes."""
_CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "follow": (N_("follow"), N_("whatever the meeting is at")),
    "hold": (N_("hold"), N_("keep what is there")),
    "blank": (N_("nothing"), N_("a calm, empty screen")),
    WINDOW: (N_("another window"), N_("open one more")),
    OFF: (N_("off"), N_("close every window for the television")),
}


class TelevisionDialog(ChooseDialog):
    """The result is the value of a `Mode`, `WINDOW` or `OFF`."""

    ABOUT = N_(
        "The window for the television shows what everyone needs now: never the notes, a hint or "
        "somebody's answers. What it shows stands below on this screen too."
    )

    def __init__(self, mode: str) -> None:
        super().__init__(
            _("What does the television show?"),
            [(choice, _row(*words)) for choice, words in _CHOICES.items()],
            mode,
        )


def _row(name: str, about: str) -> Content:
    return Content.from_markup("[bold]$name[/]  [$quiet]$about[/]", name=_(name), about=_(about))
