"""What the check knows of a language beside its word lists: small words and how time is said."""

import re

from msgspec import Struct


class PassiveGrammar(Struct, frozen=True):
    """How a passive is made, and what only looks like one."""

    auxiliaries: frozenset[str]
    """Sure signs: wordt, worden; are, was."""
    states: frozenset[str]
    """A sign only with a participle that can be nothing else: is, zijn."""
    owner_or_verb: frozenset[str]
    """A state that is more often "his": counts only where no other verb of `other_verbs` is."""
    other_verbs: frozenset[str]
    doer: str
    """"door", "by"."""
    not_a_doer: frozenset[str]
    """What follows "by" without being anyone."""
    participle: re.Pattern[str]
    adjectives: frozenset[str]
    """Participles that only describe after "is": is gericht op, is betrokken bij."""
    participles: frozenset[str]
    """The irregular ones that the pattern does not know."""
    not_participles: frozenset[str]
    """Nouns, adjectives, and the participles of verbs that no one does to anyone."""
    not_endings: tuple[str, ...]
    """How a noun ends that begins like a participle: gemeente, gezondheid."""
    stops: frozenset[str]
    """Open another clause without a comma: dat, omdat."""
    between: frozenset[str] | None
    """What may stand between the two; None: anything."""


class Grammar(Struct, frozen=True):
    """The small words of one language."""

    question_words: frozenset[str]
    yes_no_verbs: frozenset[str]
    """What opens a question that yes or no can answer."""
    any_verb_opens: bool
    """Whether any verb before a pronoun does (Slaap je …?)."""
    subjects: frozenset[str]
    not_verbs: frozenset[str]
    """What stands before a pronoun without being a verb: als, dat, met."""
    subordinators: frozenset[str]
    """Open a clause that comes before the question itself."""
    question_or_time: frozenset[str]
    """Question words that open a clause of time when a subject follows: wanneer, when."""
    before_question_word: frozenset[str]
    """May stand before a question word: en, met, for."""
    links: frozenset[str]
    """Tie a second question to the first: dat, erbij, then."""
    why: frozenset[str]
    you: frozenset[str]
    negations: frozenset[str]
    passive: PassiveGrammar
    persons: frozenset[str]
    """Say who does it, as a name does."""
    anybody: frozenset[str]
    """May do it, or may be whom it is done to: iemand. ("Men" always does it.)"""
    person_endings: tuple[str, ...]
    not_names: frozenset[str]
    """Have a capital only because they open the sentence."""
    how_often: re.Pattern[str]
    time: re.Pattern[str]
    """A day, a clock time, a term that ends."""


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """As `words`, in the form that `str.endswith` takes."""
    return tuple(text.split())
