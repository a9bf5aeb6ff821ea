"""Faces in letters: sharp on every terminal, told apart by mouth and eyes and never by a colour."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.questionnaire.answers import Face

_MOUTHS: Final[Mapping[Face, str]] = {
    Face.GLAD: "╰───╯",
    Face.CONTENT: " ╰─╯ ",
    Face.EVEN: " ─── ",
    Face.UNSURE: " ~~~ ",
    Face.SAD: "╭───╮",
    Face.ANGRY: " ▔▔▔ ",
    Face.SCARED: "  o  ",
}
_EYES: Final[Mapping[Face, str]] = {
    Face.ANGRY: "╲   ╱",
    Face.SCARED: "◉   ◉",
}
_CALM_EYES: Final = "●   ●"


def small_face(which: Face) -> str:
    """Return one line, eleven cells wide."""
    eyes = _eyes(which)
    return f"({eyes[0]} {_MOUTHS[which]} {eyes[-1]})"


def face(which: Face) -> str:
    """Five lines, each eleven cells wide."""
    return "\n".join(
        (
            "╭─────────╮",
            f"│  {_eyes(which)}  │",
            "│         │",
            f"│  {_MOUTHS[which]}  │",
            "╰─────────╯",
        )
    )


def _eyes(which: Face) -> str:
    return _EYES.get(which, _CALM_EYES)
