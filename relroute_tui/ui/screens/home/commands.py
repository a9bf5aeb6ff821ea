"""The commands of home."""

from msgspec.structs import replace

from relroute_tui.language import N_
from relroute_tui.ui.commands import LEAVE, SHARED_PARENTING, Command

NEW = Command("home.new", "new_route", ("f2",), N_("new route"), N_("Begin a route for a child"))
GO_ON = replace(
    NEW,
    name=N_("on with the questions"),
    tip=N_(
        "Go on with the questions that were left; after that, the same key begins another route"
    ),
)
"""The same key, where the only route was left half-way."""
CHANGE = Command(
    "home.change",
    "change_route",
    ("f3",),
    N_("change"),
    N_("Change the nickname, the phase or the people"),
)
PRACTICE = Command(
    "home.practice",
    "practice",
    ("f4",),
    N_("practice family"),
    N_("Try everything with one of two families that we made up"),
)
SEARCH = Command(
    "home.search", "search", ("ctrl+f",), N_("search"), N_("Search in what was said in all routes")
)
LOCK = Command(
    "home.lock",
    "lock",
    ("f7",),
    N_("lock and key"),
    N_("Seal the routes, or change what opens them"),
)
VERSIONS = Command(
    "home.versions",
    "two_versions",
    ("f5",),
    N_("two versions"),
    N_("Two versions of a route side by side, where two laptops each saved it"),
    in_footer=False,
)
BACKUP = Command(
    "home.backup",
    "back_up",
    ("f6",),
    N_("copy"),
    N_("A copy of everything, on another disk, checked at once"),
)
WHY = replace(SHARED_PARENTING, keys=("ctrl+r",), in_footer=True)
WAY_OUT = replace(LEAVE, in_footer=True)
"""Nothing lies below home, so Esc is no way out for whoever does not know it yet."""
OPEN = Command("home.open", "open_route", ("enter",), N_("open"), N_("Open the marked route"))

SETTINGS = Command(
    "home.settings",
    "settings",
    ("ctrl+o",),
    N_("settings"),
    N_("Make the app your own: language, looks, keys, folders"),
)

OF_ROUTES = frozenset(command.id for command in (CHANGE, BACKUP, SEARCH))
"""Ids of the commands that nobody needs while there is no route."""
HOME_COMMANDS = (OPEN, NEW, CHANGE, PRACTICE, VERSIONS, BACKUP, LOCK, WHY, SEARCH, SETTINGS)
