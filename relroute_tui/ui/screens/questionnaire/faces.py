"""Faces in letters: sharp on every terminal, told apart by the mouth and never by a colour."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.questionnaire.answers import Face

_MOUTHS: Final[Mapping[Face, str]] = {
    Face.GLAD: "╰───╯",
    Face.CONTENT: " ╰─╯ ",
    Face.EVEN: " ─── ",
    Face.UNSURE: " ~~~ ",
    Face.SAD: "╭───╮",
}
_EYES: Final = "●   ●"


def small_face(which: Face) -> str:
    """One line, eleven cells wide."""
    return f"({_EYES[0]} {_MOUTHS[which]} {_EYES[-1]})"


def face(which: Face) -> str:
    """Five lines, each eleven cells wide."""
    return "\n".join(
        (
            "╭─────────╮",
            f"│  {_EYES}  │",
            "│         │",
            f"│  {_MOUTHS[which]}  │",
            "╰─────────╯",
        )
    )
