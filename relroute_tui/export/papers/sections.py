"""The sections of a paper, of which some can be chosen: all are on it where nobody chose."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.language import N_, paper_words
from relroute_tui.language.filled_sentences import Listed, Sentence, sentence


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
    section: paper_words.SECTIONS[section] for section in Section
}
"""Names of the sections where they are offered, and where a paper says what it leaves out."""


def not_on_it(known: Collection[Section], chosen: Collection[Section]) -> Iterator[Sentence]:
    """Yield the sentence that says which sections of a paper were left out, if any was."""
    left_out = [sentence(SECTION_NAMES[section]) for section in known if section not in chosen]
    if left_out:
        yield sentence(N_("Not on this paper: {sections}."), sections=Listed(tuple(left_out)))


def with_chosen_views(route: Route, chosen: Collection[Section]) -> Route:
    """Return the route without people's own views where these were not chosen.

    They stand beside much else on a paper, so they are left out before it is made.
    """
    return route if Section.VIEWS in chosen else replace(route, statements=())
