"""Remedies of the check: sentences that say what is unclear and how to say it more plainly."""

from collections.abc import Mapping

from relroute_tui.language import N_, _
from relroute_tui.plain_language.model import Vagueness
from relroute_tui.plain_language.terms import Entry

_VAGUE: Mapping[Vagueness, str] = {
    Vagueness.HOW_OFTEN: N_("“{found}” does not say how often. Clearer: {plainer}."),
    Vagueness.WHEN: N_("“{found}” does not say when. Clearer: {plainer}."),
    Vagueness.SOME_TIME: N_("“{found}” does not say when. Clearer: {plainer}."),
    Vagueness.WHETHER: N_("“{found}” leaves open whether it will happen. Clearer: {plainer}."),
    Vagueness.WHAT: N_("“{found}” does not say what someone does. Clearer: {plainer}."),
    Vagueness.WHO: N_("“{found}” does not say who does it. Clearer: {plainer}."),
}


def plainer(found: str, entry: Entry) -> str:
    """Say how a word of a list is said plainer."""
    sentence = (
        _("“{found}” is a hard word. Plainer: {plainer}.")
        if entry.vagueness is None
        else _(_VAGUE[entry.vagueness])
    )
    return sentence.format(found=found, plainer=_one_of(entry.alternatives))


def abbreviation(found: str) -> str:
    """Say that capitals stand for words that not everyone knows."""
    return _("“{found}” is short for something. Write it out, or say what it does.").format(
        found=found
    )


def long_word(found: str) -> str:
    """Say that a long word hides what somebody does."""
    return _("“{found}” is a long word from a form. Say what someone does.").format(found=found)


def _one_of(alternatives: tuple[str, ...]) -> str:
    chosen, *others = alternatives
    for other in others:
        chosen = _("{one} or {other}").format(one=chosen, other=other)
    return chosen


def too_many_words(words: int, most: int) -> str:
    """Say that a card is too long to take in."""
    return _("This has {words} words. Make it at most {most}.").format(words=words, most=most)


def long_sentence(words: int, most: int) -> str:
    """Say that a sentence is too long."""
    sentence = _("This sentence has {words} words. Cut it in two, or make it at most {most}.")
    return sentence.format(words=words, most=most)


def double() -> str:
    """Say that a card asks two things."""
    return _("This asks two things at once. Keep one, and make the other a follow-up.")


def yes_no() -> str:
    """Say that a question closes the talk."""
    return _("One can answer this with yes or no. Begin with what, how, who, where or when.")


def blame(found: str) -> str:
    """Say that a "why" can sound like blame."""
    sentence = _("“{found}” can sound like blame. Ask what happened, or what would help.")
    return sentence.format(found=found)


def passive(found: str) -> str:
    """Say that a sentence names no one who does it."""
    return _("“{found}” does not say who does it. Begin with who does it.").format(found=found)


def nobody() -> str:
    """Say that an agreement names nobody."""
    return _("This does not say who does it. Begin with a name.")


def either(found: str) -> str:
    """Say that two people are named of whom either may do it."""
    return _("“{found}” leaves open who of the two does it. Name one.").format(found=found)


def no_moment() -> str:
    """Say that an agreement names no time."""
    return _("This does not say when. Add a day, how often, or at what sign.")
