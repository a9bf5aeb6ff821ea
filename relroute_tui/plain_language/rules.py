"""Everything that the check of one language needs, made once and then only read."""

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault
from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language.terms import NO_TERMS, Terms


class Rules(Struct, frozen=True):
    """The word lists of one language, and what is wrong with some of their lines."""

    language: str
    """Language of the texts that are checked; the screen may be in another."""
    grammar: Grammar | None
    """The small words of the language; None where it does not say how it is made plainer."""
    difficult: Terms = NO_TERMS
    """Words with a plainer alternative."""
    vague: Terms = NO_TERMS
    """Words that leave something open in an agreement."""
    faults: tuple[DeckFault, ...] = ()
