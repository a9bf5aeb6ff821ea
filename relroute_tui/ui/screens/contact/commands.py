"""Commands of the screen with the contact of a route."""

from relroute_tui.language import N_
from relroute_tui.ui.commands import BACK, NEXT_PANEL, PREVIOUS_PANEL, SHOW_TO_EVERYONE, Command

ADD = Command(
    "contact.add", "add", ("f2",), N_("add"), N_("Write down who sees whom, and when"), "n"
)
LOOK_BACK = Command(
    "contact.look_back",
    "look_back",
    ("f4",),
    N_("look back"),
    N_("How does it go? Carry on, change or end"),
    "l",
)
HISTORY = Command(
    "contact.history",
    "history",
    (),
    N_("history"),
    N_("Where this agreement came from and how it went"),
    "h",
)
CALL_OFF = Command(
    "contact.call_off",
    "call_off",
    ("f7",),
    N_("one day off"),
    N_("Cancel one day, or put it back"),
    "d",
)
CALENDAR = Command(
    "contact.calendar",
    "read_calendar",
    ("f3",),
    N_("who cannot"),
    N_("Read when somebody cannot, out of their own calendar"),
    "k",
)
EARLIER = Command(
    "contact.earlier", "earlier", ("left",), N_("earlier"), N_("To the week and the month before")
)
LATER = Command("contact.later", "later", ("right",), N_("later"), N_("To the next week and month"))
EXPORT = Command(
    "contact.export", "export", ("f6",), N_("export"), N_("This overview as a text"), "e"
)

CONTACT_COMMANDS: tuple[Command, ...] = (
    ADD,
    LOOK_BACK,
    CALL_OFF,
    CALENDAR,
    EXPORT,
    EARLIER,
    LATER,
    HISTORY,
    SHOW_TO_EVERYONE,
    NEXT_PANEL,
    PREVIOUS_PANEL,
    BACK,
)
