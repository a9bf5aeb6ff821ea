"""The commands of a route. What is done most has a function key."""

from relroute_tui.language import N_
from relroute_tui.ui.commands import BACK, MY_VIEW, NEXT_PANEL, PREVIOUS_PANEL, Command

MEET = Command(
    "route.meet",
    "do('meet')",
    ("f2",),
    N_("meeting"),
    N_("Begin a meeting, or carry on where you left off"),
    "m",
)
CHANGE = Command(
    "route.change",
    "do('change')",
    ("f3",),
    N_("change"),
    N_("Change the nickname, the phase or the people"),
    "c",
)
LOOK_BACK = Command(
    "route.look_back",
    "do('look_back')",
    ("f4",),
    N_("look back"),
    N_("How did this agreement go?"),
    "l",
)
PLAN = Command(
    "route.plan",
    "do('plan')",
    ("f5",),
    N_("plan"),
    N_("Plan the next meeting: its date, its place and its agenda"),
    "p",
)
EXPORT = Command(
    "route.export",
    "do('export')",
    ("f6",),
    N_("export"),
    N_("This route, as a text to take away"),
    "e",
)
NEXT_PHASE = Command(
    "route.next_phase",
    "do('next_phase')",
    ("f7",),
    N_("phase"),
    N_("To the next phase; what is not finished is said"),
    "f",
)
CONTACT = Command(
    "route.contact",
    "do('contact')",
    (),
    N_("contact"),
    N_("Who sees whom, and when: the week and the month"),
    "o",
)
QUESTIONNAIRES = Command(
    "route.questionnaires",
    "do('questionnaires')",
    (),
    N_("questionnaires"),
    N_("The questionnaires: fill in, open, side by side"),
    "q",
)
PREPARE = Command(
    "route.prepare",
    "do('prepare')",
    (),
    N_("prepare"),
    N_("The talks with each person alone, before the next meeting"),
    "a",
)
TO_DO = Command(
    "route.to_do", "do('to_do')", (), N_("to do"), N_("What there is to do next on this route"), "t"
)
ROUND_OFF = Command(
    "route.round_off",
    "do('round_off')",
    (),
    N_("round off"),
    N_("Say that this route is done, with the day and a word; or that it goes on"),
    in_footer=False,
)
LETTER = Command(
    "route.letter",
    "do('letter')",
    (),
    N_("letter"),
    N_("The journey so far, as a letter to take away"),
    "w",
    in_footer=False,
)
REPORT = Command(
    "route.report",
    "do('report')",
    (),
    N_("report"),
    N_("What the journey shows: spoken about, agreed, and how it went"),
    "y",
    in_footer=False,
)
FIND = Command(
    "route.find",
    "do('find')",
    ("ctrl+f",),
    N_("search"),
    N_("Search in all meetings of this route"),
)
HISTORY = Command(
    "route.history",
    "do('history')",
    (),
    N_("history"),
    N_("Where this agreement came from and how it went"),
    "h",
)
TAKE_BACK = Command(
    "route.take_back",
    "do('take_back_cards')",
    (),
    N_("cards back"),
    N_("Bring back the cards that were set aside"),
    in_footer=False,
)

VERSIONS = Command(
    "route.versions",
    "do('versions')",
    ("f10",),
    N_("versions"),
    N_("Earlier versions of this route, to put back"),
    "b",
)
SHARE = Command(
    "route.share",
    "do('share')",
    (),
    N_("share"),
    N_("Let a colleague's key open this route too"),
    in_footer=False,
)
OPENERS = Command(
    "route.openers",
    "do('show_openers')",
    (),
    N_("who can open"),
    N_("Who can open this route; hand it over to a colleague"),
    in_footer=False,
)
ERASE = Command(
    "route.erase",
    "do('erase')",
    (),
    N_("erase"),
    N_("Erase this route and all that is left of it"),
    in_footer=False,
)

ROUTE_COMMANDS: tuple[Command, ...] = (
    MEET,
    CHANGE,
    LOOK_BACK,
    PLAN,
    EXPORT,
    NEXT_PHASE,
    CONTACT,
    FIND,
    QUESTIONNAIRES,
    PREPARE,
    TO_DO,
    LETTER,
    REPORT,
    HISTORY,
    MY_VIEW,
    TAKE_BACK,
    ROUND_OFF,
    VERSIONS,
    SHARE,
    OPENERS,
    ERASE,
    NEXT_PANEL,
    PREVIOUS_PANEL,
    BACK,
)
