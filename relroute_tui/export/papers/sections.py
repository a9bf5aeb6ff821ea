"""The sections of a paper, of which some can be chosen: all are on it where nobody chose."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _, progress_words


class Section(StrEnum):
    """A part of a paper, by its name on the command line; in a record by the id of its heading."""

    PRESENT = "present"
    TIMES = "times"
    SPOKEN = "spoken"
    AGREEMENTS = "agreements"
    CHANGES = "changes"
    """Only in a record; on other papers, changes are among the agreements."""
    SAID = "said"
    LOOKING_BACK = "looking-back"
    NEXT = "next"
    VIEWS = "views"
    CORRECTIONS = "corrections"
    AUTHOR = "author"
    WHOM_TO_ASK = "whom-to-ask"
    OPENERS = "who-can-open"
    CARDS = "cards"
    """The cards that were talked about, in the languages that the family reads best."""


EVERY_SECTION: Final = frozenset(Section)
SECTION_NAMES: Final[Mapping[Section, str]] = {
    Section.PRESENT: N_("who was there"),
    Section.TIMES: N_("from when to when"),
    Section.SPOKEN: N_("what was spoken about"),
    Section.AGREEMENTS: N_("agreements"),
    Section.CHANGES: N_("what was changed"),
    Section.SAID: N_("what the child said"),
    Section.LOOKING_BACK: N_("how it went with earlier agreements"),
    Section.NEXT: N_("when we meet again"),
    Section.VIEWS: N_("own views"),
    Section.CORRECTIONS: N_("additions and corrections"),
    Section.AUTHOR: N_("who wrote it"),
    Section.WHOM_TO_ASK: N_("whom to ask"),
    Section.OPENERS: N_("who can open the route"),
    Section.CARDS: N_("the cards in another language"),
}
"""Names of the sections where they are offered, and where a paper says what it leaves out."""


def not_on_it(known: Collection[Section], chosen: Collection[Section]) -> str:
    """Return the sentence that says which sections of a paper were left out; "" where none was."""
    left_out = [_(SECTION_NAMES[section]) for section in known if section not in chosen]
    if not left_out:
        return ""
    return _("Not on this paper: {sections}.").format(sections=progress_words.joined(left_out))


def with_chosen_views(route: Route, chosen: Collection[Section]) -> Route:
    """Return the route without people's own views where these were not chosen.

    They stand beside much else on a paper, so they are left out before it is made.
    """
    return route if Section.VIEWS in chosen else replace(route, statements=())
