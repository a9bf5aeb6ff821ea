"""Words of the papers that stand by themselves, by the ids that translations know them by."""

from collections.abc import Iterable, Mapping
from typing import Final

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.carers import CarersKind
from relroute_tui.domain.contact import Every
from relroute_tui.domain.participant import Role
from relroute_tui.domain.recurrence import LAST
from relroute_tui.domain.scores import CHECK_OUT_SCALES
from relroute_tui.language import N_, score_words, words
from relroute_tui.language.contact_words import EVERY, NTH
from relroute_tui.language.language_names import LANGUAGE_NAMES
from relroute_tui.language.progress_words import SET_BY

SECTIONS: Final[Mapping[str, str]] = {
    "present": N_("who was there"),
    "times": N_("from when to when"),
    "spoken": N_("what was spoken about"),
    "agreements": N_("agreements"),
    "changes": N_("what was changed"),
    "said": N_("what the child said"),
    "looking-back": N_("how it went with earlier agreements"),
    "next": N_("when we meet again"),
    "views": N_("own views"),
    "corrections": N_("additions and corrections"),
    "author": N_("who wrote it"),
    "whom-to-ask": N_("whom to ask"),
    "who-can-open": N_("who can open the route"),
    "cards": N_("the cards in another language"),
}
"""Names of the sections of papers, by their names on the command line."""
_ON_NO_PAPER: Final = "said"
"""A section that the child's page alone has, which does not say what is left out."""


def _table(kind: str, named: Iterable[tuple[object, str]]) -> dict[str, str]:
    return {f"{kind}-{key}": name for key, name in named}


LABELS: Final[Mapping[str, str]] = {
    "yes": N_("Yes"),
    "yes-if": N_("Yes, if …"),
    "not-yet": N_("Not yet"),
    "no": N_("No"),
    "passes": N_("Passes"),
    "not-present": N_("Was not there"),
    "decided": N_("Decided"),
    "who": N_("Who"),
    "who-does-it": N_("Who does it"),
    "about": N_("About"),
    "when": N_("when"),
    "if-not": N_("if it does not work"),
    "who-decides": N_("who decides"),
    "who-pays": N_("who pays"),
    "who-is-told": N_("who is told"),
    "look-back": N_("We look back"),
    "changed": N_("Changed"),
    "changed-was": N_("Changed; it was"),
    "before": N_("Before"),
    "starting-on": N_("Starting on"),
    "said-back": N_("What it means, in their own words"),
    "you-said": N_("You said"),
    "means-for-you": N_("What it means for you"),
    "when-you-came": N_("When you came"),
    "when-you-left": N_("When you left"),
    "how-you-see": N_("How you see it"),
    "it-worked": N_("it worked"),
    "partly": N_("partly"),
    "not-yet-worked": N_("not yet"),
    "in-the-way": N_("What got in the way"),
    **_table("scale", ((scale, score_words.SCALES[scale]) for scale in CHECK_OUT_SCALES)),
}
"""Words that stand before what people said or agreed, such as how they responded."""
NAMES: Final[Mapping[str, str]] = {
    "you": N_("you"),
    "guest": N_("guest"),
    "was-not-there": N_("was not there"),
    "role-child": N_("child"),
    **_table("role", ((key, name) for key, name in words.ROLES.items() if key is not Role.CARER)),
    **_table("subject", words.CATEGORIES.items()),
    **_table("feeling", score_words.CHOSEN.items()),
    **_table("section", ((key, name) for key, name in SECTIONS.items() if key != _ON_NO_PAPER)),
    **_table("step", words.STEPS.items()),
    **_table("set-by", ((key, name) for key, name in SET_BY.items() if key != "table")),
    **_table("every", ((key, name) for key, name in EVERY.items() if key is not Every.OTHER)),
    **_table("monthly", (("last" if nth == LAST else nth, name) for nth, name in NTH.items())),
    **_table("language", LANGUAGE_NAMES.items()),
}
"""Words that are filled in in sentences, or that stand alone."""
THEMES: Final[Mapping[str, str]] = _table("theme", words.THEMES.items())
"""Names of the themes: a translation has them as the titles of its decks."""
CARERS_PLACE: Final = "carers_home"
"""Place of what the carers are called, in a sentence about their home."""


def theme_id(theme: Theme) -> str:
    """Return the id of the name of a theme."""
    return f"theme-{theme}"


def carer_id(kind: CarersKind) -> str:
    """Return the id of what one of the carers is called."""
    return f"carer-{_ours(kind)}"


def carers_id(kind: CarersKind) -> str:
    """Return the id of what the carers are called together."""
    return f"carers-{_ours(kind)}"


def _ours(kind: CarersKind) -> CarersKind:
    return CarersKind.CARERS if kind.is_own_word else kind


CARERS_IDS: Final = tuple(
    of(kind) for kind in CarersKind if not kind.is_own_word for of in (carer_id, carers_id)
)
