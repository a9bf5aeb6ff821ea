"""The commands of a meeting. The function keys are a promise to every user."""

from relroute_tui.language import N_
from relroute_tui.ui.commands import (
    LEAVE_OUT,
    MY_VIEW,
    NEXT_PANEL,
    PREVIOUS_PANEL,
    READ_ALOUD,
    Command,
)

DRAW = Command("meeting.draw", "do('draw')", ("f2",), N_("card"), N_("Draw the next card"), "n")
ANOTHER = Command(
    "meeting.another",
    "do('another')",
    ("f3",),
    N_("another"),
    N_("Put this card back and take another"),
    "w",
)
AGREEMENT = Command(
    "meeting.agreement",
    "do('agreement')",
    ("f4",),
    N_("agreement"),
    N_("Turn the line with the cursor into an agreement; once more for a form"),
    "a",
)
LARGE = Command(
    "meeting.large",
    "do('large')",
    ("f5",),
    N_("large"),
    N_("The card large, for everyone to read; once more for the child's own question"),
    "l",
)
NEXT_STEP = Command(
    "meeting.next_step",
    "do('next_step')",
    ("f6",),
    N_("step"),
    N_("To the next step of the agenda"),
    "s",
)
NEXT_TURN = Command(
    "meeting.next_turn",
    "do('next_turn')",
    ("f7",),
    N_("turn"),
    N_("The turn goes to the next speaker"),
    "t",
)
ROUND_OFF = Command(
    "meeting.round_off",
    "do('round_off')",
    ("f9",),
    N_("round off"),
    N_("Read back, everyone responds, the next date, and close; it asks first"),
    "r",
)
TELEVISION = Command(
    "meeting.television",
    "app.television",
    ("f10",),
    N_("television"),
    N_("What the television shows: follow, hold or nothing; the first time it opens the window"),
    "b",
    in_footer=False,
)
LAYOUT = Command(
    "meeting.layout",
    "do('switch_layout')",
    ("f12",),
    N_("one screen"),
    N_("One screen for everyone: the card large and a few rows of notes; once more for the panels"),
    "d",
    in_footer=False,
)
BACK = Command(
    "meeting.back",
    "back",
    ("escape",),
    N_("back"),
    N_("Out of the notes; and from there back to the route. The meeting stays open"),
)
MOVE = Command(
    "meeting.move",
    "do('move')",
    ("space",),
    N_("come or go"),
    N_("The marked person comes to the table or leaves it"),
    in_footer=False,
)
ELSEWHERE = Command(
    "meeting.elsewhere",
    "do('change_place')",
    (),
    N_("elsewhere"),
    N_("The marked person takes part from elsewhere, or is in the room again"),
    "e",
    False,
)
THEME = Command(
    "meeting.theme",
    "do('choose_theme')",
    (),
    N_("theme"),
    N_("Only cards of one theme, or all again"),
    "h",
    False,
)
SET_ASIDE = Command(
    "meeting.set_aside",
    "do('set_aside')",
    (),
    N_("set aside"),
    N_("This card does not come back for this family"),
    "x",
    False,
)
LANGUAGE = Command(
    "meeting.language",
    "do('choose_language')",
    (),
    N_("language"),
    N_("What the marked person reads best; the card comes in that language too"),
    "y",
    False,
)
PERSON = Command(
    "meeting.person",
    "do('change_person')",
    (),
    N_("change"),
    N_("Put the name of the marked person right, a guest's too"),
    "c",
    False,
)
GUEST = Command(
    "meeting.guest", "do('guest')", (), N_("guest"), N_("A guest joins this meeting"), "g", False
)
PREVIOUS_STEP = Command(
    "meeting.previous_step",
    "do('previous_step')",
    (),
    N_("step back"),
    N_("Back to the step before in the agenda"),
    "p",
    False,
)
LOOK_BACK = Command(
    "meeting.look_back",
    "do('look_back')",
    ("ctrl+b",),
    N_("look back"),
    N_("How did what we agreed go?"),
    "k",
    False,
)
CHECK_IN = Command(
    "meeting.check_in",
    "do('check_in')",
    ("ctrl+n",),
    N_("opening round"),
    N_("How is everyone arriving? A number and a word"),
    "i",
    False,
)
AGENDA = Command(
    "meeting.agenda",
    "do('choose_agenda')",
    (),
    N_("agenda"),
    N_("Another kind of meeting, with its own steps"),
    "o",
    False,
)
STEPS = Command(
    "meeting.steps",
    "do('change_steps')",
    (),
    N_("minutes"),
    N_("The steps of this meeting by the clock: other minutes, another order"),
    "m",
    False,
)
FORM = Command(
    "meeting.form",
    "do('agreement_form')",
    ("ctrl+g",),
    N_("form"),
    N_("Fill in this agreement in a form"),
    "f",
    False,
)
HEADINGS = Command(
    "meeting.headings",
    "do('switch_headings')",
    (),
    N_("headings"),
    N_("Let a drawn card start a section in the notes, or not"),
    in_footer=False,
)

MEETING_COMMANDS: tuple[Command, ...] = (
    DRAW,
    ANOTHER,
    AGREEMENT,
    LARGE,
    NEXT_STEP,
    NEXT_TURN,
    ROUND_OFF,
    TELEVISION,
    LAYOUT,
    THEME,
    SET_ASIDE,
    MOVE,
    ELSEWHERE,
    LANGUAGE,
    PERSON,
    GUEST,
    PREVIOUS_STEP,
    LOOK_BACK,
    CHECK_IN,
    AGENDA,
    STEPS,
    FORM,
    LEAVE_OUT,
    MY_VIEW,
    READ_ALOUD,
    HEADINGS,
    NEXT_PANEL,
    PREVIOUS_PANEL,
    BACK,
)
