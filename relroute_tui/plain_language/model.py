"""Texts that the plain-language check looks at, and findings that it returns."""

from enum import StrEnum

from msgspec import Struct

from relroute_tui.plain_language.text import Span


class Kind(StrEnum):
    """Purpose of a text. A card asks, an agreement states: each has its own faults."""

    CARD_QUESTION = "card-question"
    CARD_WORDING = "card-wording"
    """The same question for younger ears."""
    FOLLOW_UP = "follow-up"
    AGREEMENT = "agreement"


class Rule(StrEnum):
    """Reason why a text is hard to understand, to answer or to keep."""

    TOO_MANY_WORDS = "too-many-words"
    LONG_SENTENCE = "long-sentence"
    JARGON = "jargon"
    DOUBLE_QUESTION = "double-question"
    YES_NO = "yes-no"
    BLAME = "blame"
    PASSIVE = "passive"
    VAGUE = "vague"


class Vagueness(StrEnum):
    """Question that a vague word in an agreement leaves open."""

    HOW_OFTEN = "how-often"
    WHEN = "when"
    SOME_TIME = "some-time"
    """As WHEN, and a day elsewhere in the sentence does not settle it: over een poosje."""
    WHETHER = "whether"
    WHAT = "what"
    WHO = "who"


class Finding(Struct, frozen=True):
    """One place of a text that could be plainer. A hint, never a block."""

    rule: Rule
    start: int
    """Offset in characters from 0, as in `text[start:end]`."""
    end: int
    found: str
    """The words themselves."""
    remedy: str
    """Sentence on what is unclear and how to say it more plainly, in the language of the check."""
    alternatives: tuple[str, ...] = ()
    """Plainer words from the list, in the language of the text; none where only a person knows."""

    @classmethod
    def at(
        cls, text: str, span: Span, rule: Rule, remedy: str, alternatives: tuple[str, ...] = ()
    ) -> "Finding":
        """Make a finding about this place of a text."""
        return cls(rule, span.start, span.end, span.of(text), remedy, alternatives)


class Located(Struct, frozen=True):
    """A finding with the words that it is about."""

    finding: Finding
    words: frozenset[int] = frozenset()
    """Position at which each word begins in the text; empty where the whole text is meant."""
