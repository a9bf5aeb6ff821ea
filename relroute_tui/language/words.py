"""The names of the things of the domain, in the language of the table."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.agenda import Step
from relroute_tui.domain.agreement import Category, Detail, Outcome, Stance, Then
from relroute_tui.domain.attendance import interpreters_for
from relroute_tui.domain.cards.card import DeckKind, Theme
from relroute_tui.domain.cards.pile import NoCard
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.parsing import Missing
from relroute_tui.domain.participant import AgeGroup, Participant, Role, Seat
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.route import LONGEST_NAME, NameProblem
from relroute_tui.language import N_, _, dates

ROLES: Final[Mapping[Role, str]] = {
    Role.YOUNG_PERSON: N_("young person"),
    Role.PARENT: N_("parent"),
    Role.CARER: N_("{carer}"),
    Role.SIBLING: N_("brother or sister"),
    Role.GRANDPARENT: N_("grandparent"),
    Role.FACILITATOR: N_("facilitator"),
    Role.GUARDIAN: N_("guardian"),
    Role.CHILD_PROTECTION: N_("child-protection worker"),
    Role.FAMILY_HOME_STAFF: N_("family-home staff"),
    Role.SUPPORTER: N_("supporter"),
    Role.PROFESSIONAL: N_("professional"),
    Role.INTERPRETER: N_("interpreter"),
}
NEVER_A_MINOR: Final = N_(
    "{name} is young, and a child is never the interpreter: they would carry what is too heavy, "
    "and could not speak for themselves. Ask a professional one."
)
ABOUT_AN_INTERPRETER: Final = N_(
    "An interpreter is an adult who does this for a living, never a child. Nobody asks them for a "
    "response or gives them a turn: speak to each other, and leave time."
)
AGE_GROUPS: Final[Mapping[AgeGroup, str]] = {
    AgeGroup.UNDER_12: N_("under 12"),
    AgeGroup.FROM_12: N_("12 or older"),
    AgeGroup.GROWN_UP: N_("18 or older"),
}
PHASES: Final[Mapping[Phase, str]] = {
    Phase.INSTALLATION: N_("installation"),
    Phase.STABILISATION: N_("stabilisation"),
    Phase.EVALUATION: N_("evaluation"),
}
MODULES: Final[Mapping[Module, str]] = {
    Module.PARENTS: N_("parents"),
    Module.COOPERATION: N_("cooperation"),
    Module.CARERS: N_("{carers_name}"),
}
THEMES: Final[Mapping[Theme, str]] = {
    Theme.KNOWING: N_("Knowing the child"),
    Theme.PARENTS_STAY: N_("Parents stay parents"),
    Theme.DOUBLE_LOVE: N_("Loving both"),
    Theme.PERMISSION: N_("Permission to feel at home"),
    Theme.STORY: N_("Why I live here"),
    Theme.FUTURE: N_("Where I will grow up"),
    Theme.PEOPLE: N_("Everyone who belongs"),
    Theme.DECISIONS: N_("Who decides, who pays"),
    Theme.WORRIES: N_("A worry"),
    Theme.ROLES: N_("Who does what?"),
    Theme.CONTACT: N_("Contact and visits"),
    Theme.INFORMED: N_("Staying informed"),
    Theme.SMALL_THINGS: N_("Reliable in small things"),
    Theme.NO_QUARREL: N_("Disagreeing without quarrelling"),
    Theme.LOSS: N_("Sadness and coming to terms"),
    Theme.WAYS: N_("Customs, faith and celebrations"),
    Theme.LOOKING_BACK: N_("Looking back and ahead"),
}
DECKS: Final[Mapping[DeckKind, str]] = {
    DeckKind.THEME: N_("Cards"),
    DeckKind.CHECK_IN: N_("Cards to begin with"),
    DeckKind.CHECK_OUT: N_("Cards to round off with"),
    DeckKind.GOLDEN_RULES: N_("Golden rules"),
}
CATEGORIES: Final[Mapping[Category, str]] = {
    Category.CONTACT: N_("contact and visits"),
    Category.CALLING: N_("calling and messages"),
    Category.PHOTOS: N_("photos"),
    Category.UPDATES: N_("news between the adults"),
    Category.SCHOOL: N_("school"),
    Category.HEALTH: N_("health"),
    Category.APPEARANCE: N_("hair and clothes"),
    Category.ROUTINES: N_("daily rules"),
    Category.HOLIDAYS: N_("birthdays and holidays"),
    Category.FAITH: N_("faith, culture and name"),
    Category.MONEY: N_("money and belongings"),
    Category.LEISURE: N_("friends and free time"),
    Category.SUPPORT: N_("support"),
    Category.TENSION: N_("when it gets tense"),
    Category.TELLING: N_("what we tell whom"),
    Category.PAPERS: N_("papers and consent"),
    Category.CARE: N_("care by others"),
    Category.SAFETY: N_("safety"),
    Category.OTHER: N_("something else"),
}
STANCES: Final[Mapping[Stance, str]] = {
    Stance.YES: N_("yes"),
    Stance.YES_IF: N_("yes, if …"),
    Stance.NOT_YET: N_("not yet"),
    Stance.NO: N_("no"),
    Stance.PASSES: N_("passes"),
    Stance.NOT_PRESENT: N_("was not there"),
}
STANCE_KEYS: Final[Mapping[str, Stance]] = {
    "1": Stance.YES,
    "2": Stance.YES_IF,
    "3": Stance.NOT_YET,
    "4": Stance.NO,
    "0": Stance.PASSES,
}
"""The key that gives each response, wherever people respond."""
OWN_WORDS: Final[Mapping[Stance, str]] = {
    Stance.YES_IF: N_("{name} says yes, if …"),
    Stance.NOT_YET: N_("{name} says not yet. What is needed for a yes?"),
    Stance.NO: N_("{name} says no. What matters to {name} here?"),
}
"""Questions to somebody whose response needs their own words."""
DETAILS: Final[Mapping[Detail, str]] = {
    Detail.WHEN: N_("when"),
    Detail.IF_NOT: N_("if it does not work"),
    Detail.DECIDES: N_("who decides"),
    Detail.PAYS: N_("who pays"),
    Detail.TOLD: N_("who is told"),
}
OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.KEPT: N_("it worked"),
    Outcome.PARTLY: N_("partly"),
    Outcome.NOT_YET: N_("not yet"),
}
THEN: Final[Mapping[Then, str]] = {
    Then.CARRIED_ON: N_("we carry on"),
    Then.CHANGED: N_("we change it"),
    Then.ENDED: N_("it is done"),
}
STEPS: Final[Mapping[str, str]] = {
    "welcome": N_("welcome"),
    "check-in": N_("opening round"),
    "child-in-view": N_("something good about the child"),
    "earlier-agreements": N_("earlier agreements"),
    "introductions": N_("getting to know each other"),
    "choosing-themes": N_("choosing themes"),
    "theme-1": N_("theme 1"),
    "theme-2": N_("theme 2"),
    "agreements": N_("making agreements"),
    "reading-back": N_("reading out"),
    "check-out": N_("closing round"),
}
MISSING: Final[Mapping[Missing, str]] = {
    Missing.WHAT: N_("what will happen?"),
    Missing.WHO: N_("who does it?"),
    Missing.WHEN: N_("when, or how often?"),
    Missing.IF_NOT: N_("and if it does not work?"),
    Missing.REVIEW: N_("when do we look back?"),
}
NO_CARD: Final[Mapping[NoCard, str]] = {
    NoCard.DECK_THROUGH: N_("All cards have had their turn. Draw again to shuffle them."),
    NoCard.THEME_THROUGH: N_("All cards of this theme have had their turn. Choose another theme."),
    NoCard.ONLY_HEAVY: N_("Only heavy cards are left here. Start with another theme."),
    NoCard.NONE_FITS: N_("No card fits this phase and the people who are here."),
}
NAME_PROBLEMS: Final[Mapping[NameProblem, str]] = {
    NameProblem.EMPTY: N_("There is no name yet. Type a nickname."),
    NameProblem.TAKEN: N_("This name is there already. Choose another nickname."),
    NameProblem.TOO_LONG: N_("This name is too long. Use at most {most} letters."),
    NameProblem.NOT_ONE_LINE: N_(
        "This name has characters that cannot be shown. Use plain letters."
    ),
}


def role_of(person: Participant) -> str:
    """Return what this person is to the child: the family's own word, else the name of the role.

    Of an interpreter the language is named too.
    """
    role = person.known_as or _(name_of_role(person))
    if person.role is not Role.INTERPRETER or not person.language:
        return role
    return _("{role}, {language}").format(role=role, language=_language_of(person))


def role_to_choose(role: Role) -> str:
    """Return what a role is called in a list, where nothing is known yet of who has it."""
    return _("child or young person") if role is Role.YOUNG_PERSON else _(ROLES[role])


def name_of_role(person: Participant) -> str:
    """Return what the role of somebody is called, in English: marked for the catalogues."""
    if person.role is Role.YOUNG_PERSON and person.age_group is AgeGroup.UNDER_12:
        return N_("child")
    return ROLES[person.role]


def about_seat(seat: Seat) -> str:
    """Say what somebody is to the child, what they read best, and whether they are elsewhere."""
    from_elsewhere = _("from elsewhere") if seat.from_elsewhere else ""
    about = (_role_and_age(seat.person), _reads_best(seat.person), from_elsewhere)
    return " · ".join(filter(None, about))


def _reads_best(person: Participant) -> str:
    return "" if person.role is Role.INTERPRETER else _language_of(person)


def _language_of(person: Participant) -> str:
    if not person.language:
        return ""
    from relroute_tui.language.language_names import language_name  # few people have one

    return language_name(person.language)


def _role_and_age(person: Participant) -> str:
    if person.role is Role.YOUNG_PERSON and person.age_group and not person.known_as:
        return _(AGE_GROUPS[person.age_group])
    return role_of(person)


def state_at_table(meeting: Meeting, seat: Seat) -> str:
    """Say who has the turn, who is not here, and who came or left; "" for the others."""
    if meeting.turn == seat.person.id:
        return _("cut off; the turn waits") if seat.is_cut_off else _turn_of(meeting, seat.person)
    if not seat.was_there:
        return _("not here today")
    last = seat.moves[-1]
    if seat.is_cut_off:
        return _("cut off at {time}").format(time=dates.clock_time(last.at))
    if not last.present:
        return _("left at {time}").format(time=dates.clock_time(last.at))
    if last.at > meeting.started:
        return _("here since {time}").format(time=dates.clock_time(last.at))
    return ""


def _turn_of(meeting: Meeting, person: Participant) -> str:
    names = ", ".join(interpreter.name for interpreter in interpreters_for(meeting, person))
    return _("has the turn, with {names}").format(names=names) if names else _("has the turn")


def step_name(step: Step) -> str:
    """Return the name of a step of the agenda: the one of that day, else the word for its id."""
    return step.name or (_(STEPS[step.id]) if step.id in STEPS else step.id)


def name_problem_sentence(problem: NameProblem) -> str:
    """Say what is wrong with a nickname, and what to do."""
    return _(NAME_PROBLEMS[problem]).format(most=LONGEST_NAME)
