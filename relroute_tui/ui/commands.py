"""Commands: an action's key, its name in the palette, its line in the footer and in the help.

Each is defined once, in the room where it works. Everything else is derived from it.
"""

from collections.abc import Iterable

from msgspec import Struct
from textual.binding import Binding, BindingType

from relroute_tui.language import N_, _


class Command(Struct, frozen=True):
    """Something that a person can do in a room."""

    action: str
    """The Textual action that does it, such as "draw"."""
    keys: tuple[str, ...]
    """The first is shown. A function key and Ctrl+F work while one types too."""
    name: str
    """A verb for the footer, marked for the catalogue."""
    tip: str
    """One sentence for the help and the palette, marked for the catalogue."""
    letter: str = ""
    """The letter, or the sign by Textual's name, that does it too when nobody is typing."""
    in_footer: bool = True

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """The keys as Textual wants them; only some reach past an editor."""
        is_letter = len(self.letter) == 1
        letters = (self.letter, self.letter.upper()) if is_letter else (self.letter,)
        keys = (*self.keys, *filter(None, letters))
        return tuple(
            Binding(key, self.action, self.tip, show=False, priority=_reaches_past_an_editor(key))
            for key in keys
        )


def bindings_of(commands: Iterable[Command]) -> list[BindingType]:
    """Return the bindings of a screen's commands, for its `BINDINGS`."""
    return [binding for command in commands for binding in command.bindings]


def shown_key(key: str) -> str:
    """Return a key as it is written for people: "F2", "Ctrl+P", "Esc"."""
    names = {
        "escape": "Esc",
        "tab": "Tab",
        "shift+tab": "Shift+Tab",
        "enter": "Enter",
        "left": "←",
        "right": "→",
        "space": _("Space"),
        "pageup": "PgUp",
        "pagedown": "PgDn",
        "plus": "+",
        "minus": "-",
        "delete": "Del",
        "question_mark": "?",
    }
    if key in names:
        return names[key]
    return "+".join(part.title() if len(part) > 1 else part.upper() for part in key.split("+"))


def _reaches_past_an_editor(key: str) -> bool:
    return (key[:1] == "f" and key[1:].isdigit()) or key == "ctrl+f"


HELP = Command(
    "app.show_help",
    ("f1",),
    N_("help"),
    N_("What you can do here, and with which key"),
    letter="question_mark",
)
PAUSE = Command(
    "app.pause",
    ("f8", "ctrl+l"),
    N_("pause"),
    N_("A calm screen over everything; F8 again brings it all back"),
)
PALETTE = Command(
    "app.command_palette",
    ("ctrl+p",),
    N_("all actions"),
    N_("Search everything that you can do here"),
    in_footer=False,
)
LOOKS = Command(
    "app.next_looks",
    ("ctrl+t",),
    N_("looks"),
    N_("Evening, morning or high contrast"),
    in_footer=False,
)
LEAVE = Command(
    "app.quit", ("ctrl+q",), N_("leave"), N_("Leave; everything is saved"), in_footer=False
)
BACK = Command("back", ("escape",), N_("back"), N_("Back to where you came from"))
KEEP = Command("keep", ("f4", "ctrl+s"), N_("keep"), N_("Keep what stands here"))
"""The same in every form; in most of them Enter in a field does it too."""

NEXT_PANEL = Command("next_panel", ("tab",), N_("next"), N_("To the next panel"), in_footer=False)
PREVIOUS_PANEL = Command(
    "previous_panel", ("shift+tab",), N_("previous"), N_("To the previous panel"), in_footer=False
)

MY_VIEW = Command(
    "my_view",
    ("ctrl+r",),
    N_("my view"),
    N_("Somebody's own view beside this, in their own words; nobody else can take it away"),
    "u",
    in_footer=False,
)
"""On every screen where one reads what was said or agreed."""

SHOW_TO_EVERYONE = Command(
    "show_to_everyone",
    ("f10",),
    N_("television"),
    N_("Show this on the television too, or not any more"),
    "b",
    in_footer=False,
)
"""On a screen that the television shows only where somebody chose that."""

STORY = Command(
    "app.story", (), N_("picture story"), N_("The route in eight pictures"), "v", in_footer=False
)

SHARED_PARENTING = Command(
    "app.shared_parenting",
    (),
    N_("shared parenting"),
    N_("What shared parenting is and why, for families and for facilitators"),
    in_footer=False,
)
SOURCES = Command(
    "app.sources",
    (),
    N_("sources"),
    N_("What this app is based on: websites and literature"),
    in_footer=False,
)

EVERYWHERE: tuple[Command, ...] = (
    HELP,
    PAUSE,
    STORY,
    SHARED_PARENTING,
    SOURCES,
    PALETTE,
    LOOKS,
    LEAVE,
)
"""What works in every room. F8 belongs to the app, so that it covers a dialog as well."""
OVER_A_ROOM: tuple[Command, ...] = (HELP, PAUSE, LOOKS, LEAVE)
"""What works over a room too."""
