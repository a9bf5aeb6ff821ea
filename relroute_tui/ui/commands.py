"""Commands: an action's key, its name in the palette, its line in the footer and in the help.

Each is defined once, beside the screen where it works. Everything else is derived from it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from relroute_tui.language import N_
from relroute_tui.ui.keyboard.in_use import key_for, keyboard_in_use
from relroute_tui.ui.keyboard.names import is_typed, reaches_past_an_editor
from relroute_tui.ui.textual_compat.bindings import bind_anew, ids_bound_on, is_bound_anew

WORKS_OVER_EVERYTHING: Final = ("everywhere.pause", "everywhere.leave", "everywhere.palette")
"""Commands that work whatever has the focus, and whatever is typed there."""


class Command(Struct, frozen=True):
    """Something that a person can do on a screen."""

    id: str
    """Name in the settings, such as "meeting.draw": its screen, and what it does there."""
    action: str
    """The Textual action that does it, such as "draw"."""
    keys: tuple[str, ...]
    """The first is shown. A function key, Alt with a letter and Ctrl+F also work while typing."""
    name: str
    """A verb for the footer, marked for the catalogue."""
    tip: str
    """One sentence for the help and the palette, marked for the catalogue."""
    letter: str = ""
    """A letter, or Textual's name of a character, that does it too when nobody is typing."""
    in_footer: bool = True

    @property
    def is_of_the_app(self) -> bool:
        """Whether the app does it, and not the screen that is open."""
        return self.action.startswith("app.")

    @property
    def is_way_out(self) -> bool:
        """Whether it leads back to where one came from."""
        return self.action == BACK.action or "escape" in self.keys

    @property
    def default_keys(self) -> tuple[str, ...]:
        """All its keys, unless somebody chose others."""
        return (*self.keys, self.letter) if self.letter else self.keys

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """The default keys as Textual's bindings; only some of them work in an editor."""
        return self.bindings_for(self.default_keys)

    def bindings_for(self, keys: Iterable[str]) -> tuple[Binding, ...]:
        """Return the bindings that these keys would need; a letter works in capitals too."""
        is_first = self.id in WORKS_OVER_EVERYTHING
        return tuple(
            Binding(
                variant,
                self.action,
                self.tip,
                show=False,
                priority=reaches_past_an_editor(key) or (is_first and not is_typed(key)),
                id=self.id,
            )
            for key in keys
            for variant in dict.fromkeys((key, key.upper() if len(key) == 1 else key))
        )

    def with_keys(self, keys: tuple[str, ...]) -> "Command":
        """Return the command with these keys in place of all that it has."""
        return self if keys == self.default_keys else replace(self, keys=keys, letter="")


def bindings_of(commands: Iterable[Command]) -> list[BindingType]:
    """Return the bindings of a screen's commands, for its `BINDINGS`."""
    return [binding for command in commands for binding in command.bindings]


def rebind(node: DOMNode, commands: Sequence[Command]) -> None:
    """Bind these commands, where they are bound on a screen or the app, to the keys in use."""
    keyboard = keyboard_in_use()
    if keyboard.is_default and not is_bound_anew(node):
        return
    keys, bound = keyboard.resolved(commands), ids_bound_on(node)
    bind_anew(
        node,
        {
            command.id: command.bindings_for(keys[command.id])
            for command in commands
            if keys[command.id] != command.default_keys
            and (command.id in bound or command.is_of_the_app == isinstance(node, App))
        },
    )


HELP = Command(
    "everywhere.help",
    "app.show_help",
    ("f1",),
    N_("help"),
    N_("What you can do here, and with which key"),
    letter="question_mark",
)
PAUSE = Command(
    "everywhere.pause",
    "app.pause",
    ("f8", "ctrl+l"),
    N_("pause"),
    N_("A calm screen over everything; once more brings it all back"),
)
PALETTE = Command(
    "everywhere.palette",
    "app.command_palette",
    ("ctrl+p",),
    N_("all actions"),
    N_("Search everything that you can do here"),
    in_footer=False,
)
LOOKS = Command(
    "everywhere.looks",
    "app.next_looks",
    ("ctrl+t",),
    N_("looks"),
    N_("Evening, morning or high contrast"),
    in_footer=False,
)
LEAVE = Command(
    "everywhere.leave",
    "app.quit",
    ("ctrl+q",),
    N_("leave"),
    N_("Leave; everything is saved"),
    in_footer=False,
)
BACK = Command(
    "everywhere.back", "back", ("escape",), N_("back"), N_("Back to where you came from")
)
KEEP = Command("everywhere.keep", "keep", ("f4", "ctrl+s"), N_("keep"), N_("Keep what is here"))
"""Same command in every form; in most of them Enter in a field does it too."""

NEXT_PANEL = Command(
    "everywhere.next_panel",
    "next_panel",
    ("tab",),
    N_("next"),
    N_("To the next panel"),
    in_footer=False,
)
PREVIOUS_PANEL = Command(
    "everywhere.previous_panel",
    "previous_panel",
    ("shift+tab",),
    N_("previous"),
    N_("To the previous panel"),
    in_footer=False,
)

MY_VIEW = Command(
    "everywhere.my_view",
    "my_view",
    ("ctrl+r",),
    N_("my view"),
    N_("Somebody's own view beside this, in their own words; nobody else can take it away"),
    "u",
    in_footer=False,
)
"""Command of every screen on which people read what was said or agreed."""

READ_ALOUD = Command(
    "everywhere.read_aloud",
    "read_aloud",
    ("alt+y",),
    N_("read aloud"),
    N_("This computer reads the card or the agreement aloud; any key makes it stop"),
    "z",
    in_footer=False,
)
"""Command of screens on which a card or an agreement is in front of everyone."""

LEAVE_OUT = Command(
    "everywhere.leave_out",
    "leave_out",
    ("ctrl+o",),
    N_("leave out"),
    N_("Leave out what was noticed: a number, an address, a day of birth"),
    in_footer=False,
)
"""Command of screens on which people type what goes to the wall or on papers."""

SHOW_TO_EVERYONE = Command(
    "everywhere.show_to_everyone",
    "show_to_everyone",
    ("f10",),
    N_("television"),
    N_("Show this on the television too, or not any more"),
    "b",
    in_footer=False,
)
"""Command of screens that the television shows only if somebody chose that."""

STORY = Command(
    "everywhere.story",
    "app.story",
    (),
    N_("picture story"),
    N_("The route in eight pictures"),
    "v",
    in_footer=False,
)

SHARED_PARENTING = Command(
    "everywhere.shared_parenting",
    "app.shared_parenting",
    (),
    N_("shared parenting"),
    N_("What shared parenting is and why, for families and for facilitators"),
    in_footer=False,
)
SOURCES = Command(
    "everywhere.sources",
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
"""Commands of every screen. F8 belongs to the app, so that it covers a dialog as well."""
IN_DIALOGS: tuple[Command, ...] = (HELP, PAUSE, PALETTE, LOOKS, LEAVE)
"""Commands of every dialog."""


def key_or_palette(command: Command) -> str:
    """Return its first key as a sentence names it; without one, that of the palette."""
    return key_for(command) or key_for(PALETTE)
