"""Sentences in which something is done and no one does it."""

from collections.abc import Iterator, Sequence

from relroute_tui.language.grammar import PassiveGrammar
from relroute_tui.plain_language.text import Sentence, Span, Word

_REACH = 12
"""Words between the two parts of a passive, at most."""


def passives(sentence: Sentence, grammar: PassiveGrammar) -> Iterator[Span]:
    """Yield the passives without a doer, one for a clause.

    A condition needs none: "als Sam gebracht wordt, belt Petra" asks nobody to bring Sam. Nor does
    a ban: "er wordt niet gebeld" is for everyone.
    """
    reported: set[int] = set()
    for place, word in enumerate(sentence.words):
        if word.form in grammar.conditions:
            reported.add(word.clause)
        if word.clause in reported or not _may_open(place, sentence.words, grammar):
            continue
        other = _participle(place, sentence.words, grammar)
        if other is None:
            continue
        reported.add(word.clause)
        first, last = sorted((place, other))
        near = sentence.words[max(0, first - 1) : last]  # "will not be asked", "wordt niet gebeld"
        is_ban = any(word.form in grammar.bans for word in near)
        if not (is_ban or _has_doer(place, sentence.words, grammar)):
            yield sentence.between(first, last)


def _may_open(place: int, words: Sequence[Word], grammar: PassiveGrammar) -> bool:
    form = words[place].form
    if place > 1 and words[place - 2].form in grammar.wishes:
        return False  # "how would you want to be told" is about whoever listens
    if form in grammar.owner_or_verb:
        return not any(
            near.form in grammar.other_verbs for near in _near(place, words) if near.form != form
        )
    return form in grammar.auxiliaries or form in grammar.states


def _participle(place: int, words: Sequence[Word], grammar: PassiveGrammar) -> int | None:
    clause = words[place].clause
    for there in range(place + 1, min(place + _REACH + 1, len(words))):
        if words[there].clause != clause or words[there].form in grammar.stops:
            break
        if _fits(words[place].form, words[there].form, grammar):
            return there
        if grammar.between is not None and not _may_stand_between(words[there].form, grammar):
            return None
    if grammar.between is None:
        return _participle_before(place, words, grammar)
    return None


def _participle_before(place: int, words: Sequence[Word], grammar: PassiveGrammar) -> int | None:
    """Find a participle before its verb, as Dutch may have it: dat het bezoek verplaatst wordt."""
    clause = words[place].clause
    for there in (place - 1, place - 2):
        if there < 0 or words[there].clause != clause:
            return None
        if _fits(words[place].form, words[there].form, grammar):
            return there
        if words[there].form not in grammar.other_verbs:
            return None
    return None


def _may_stand_between(form: str, grammar: PassiveGrammar) -> bool:
    allowed = grammar.between
    return form.endswith(grammar.between_endings) or (allowed is not None and form in allowed)


def _fits(auxiliary: str, form: str, grammar: PassiveGrammar) -> bool:
    if auxiliary in grammar.states and form in grammar.adjectives:
        return False
    return _is_participle(form, grammar)


def _is_participle(form: str, grammar: PassiveGrammar) -> bool:
    if form in grammar.not_participles or form.endswith(grammar.not_endings):
        return False
    return form in grammar.participles or grammar.participle.fullmatch(form) is not None


def _has_doer(place: int, words: Sequence[Word], grammar: PassiveGrammar) -> bool:
    clause = words[place].clause
    for there in range(max(0, place - _REACH), min(len(words), place + 2 * _REACH)):
        if words[there].clause == clause and words[there].form == grammar.doer:
            following = words[there + 1].form if there + 1 < len(words) else ""
            return not (following in grammar.not_a_doer or following[:1].isdigit())
    return False


def _near(place: int, words: Sequence[Word]) -> list[Word]:
    clause = words[place].clause
    near = words[max(0, place - _REACH) : place + _REACH + 1]
    return [word for word in near if word.clause == clause]
