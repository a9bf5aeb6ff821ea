"""Agreements after which someone would still not know who does what, and when."""

import re
from collections.abc import Iterator, Sequence

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language import remedies
from relroute_tui.plain_language.doers import (
    Known,
    comes_after_somebody,
    either,
    forbids,
    names_someone,
    says_what_a_thing_does,
)
from relroute_tui.plain_language.model import Finding, Located, Rule, Vagueness
from relroute_tui.plain_language.terms import Match, Terms
from relroute_tui.plain_language.text import Sentence, Span

_QUOTED = re.compile(r"""["“„][^"“”„]*["”“]|(?<!\w)['‘][^'‘’]*['’](?!\w)""")

_FEW_WORDS = 7
"""Number of words in which nobody describes a custom."""


def open_ends(
    text: str,
    sentences: Sequence[Sentence],
    vague: Terms,
    grammar: Grammar,
    known: Known,
    *,
    says_no_doer: bool,
) -> Iterator[Located]:
    """Yield what an agreement leaves open.

    `says_no_doer`: a passive was found already, so that need not be said twice.
    """
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    is_vague = says_no_doer
    for sentence in sentences:
        for match in _vague(text, sentence, vague, grammar, known):
            is_vague = True
            says_no_doer |= match.entry.vagueness is Vagueness.WHO
            span = sentence.between(match.places[0], match.places[-1])
            remedy = remedies.plainer(span.of(text), match.entry)
            finding = Finding.at(text, span, Rule.VAGUE, remedy, match.entry.alternatives)
            yield Located(finding, match.starts(sentence.words))
    said = whole.of(text)
    no_doer = None if known.who or says_no_doer else _no_doer(text, sentences, grammar, known)
    if no_doer:
        yield Located(no_doer)
    elif not (
        is_vague
        or known.when
        or known.is_asked_when
        or grammar.promise.is_settled(said)
        or not _asks_for_a_moment(sentences, grammar)
        or says_what_a_thing_does(text, sentences, grammar, known)
    ):
        yield Located(Finding.at(text, whole, Rule.VAGUE, remedies.no_moment()))


def _tells_at_length(sentences: Sequence[Sentence], grammar: Grammar) -> bool:
    """Return whether so much is said that it is a custom of the house, which is for everyone."""
    words = [word.form for sentence in sentences for word in sentence.words]
    return len(words) > _FEW_WORDS and grammar.promise.not_by_itself.isdisjoint(words)


def _asks_for_a_moment(sentences: Sequence[Sentence], grammar: Grammar) -> bool:
    """Return whether one asks at once: when? Of a call or a present, or where little is said.

    What begins with an occasion ("in the waiting room …") or tells a custom at length says enough.
    """
    words = [word.form for sentence in sentences for word in sentence.words]
    if words[0] in grammar.asking.prepositions:
        return False
    return len(words) <= _FEW_WORDS or not grammar.promise.done_once.isdisjoint(words)


def _no_doer(
    text: str, sentences: Sequence[Sentence], grammar: Grammar, known: Known
) -> Finding | None:
    """Find that nobody does it, or that two people are named of whom either may."""
    if pair := either(sentences[0], grammar, known):
        return Finding.at(text, pair, Rule.VAGUE, remedies.either(pair.of(text)))
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    if (
        grammar.promise.fact.search(whole.of(text))
        or forbids(sentences, grammar)
        or names_someone(sentences, grammar, known)
        or says_what_a_thing_does(text, sentences, grammar, known)
        or _tells_at_length(sentences, grammar)
    ):
        return None
    return Finding.at(text, whole, Rule.VAGUE, remedies.nobody())


def _vague(
    text: str, sentence: Sentence, vague: Terms, grammar: Grammar, known: Known
) -> Iterator[Match]:
    """Yield the words of a sentence that leave open what the sentence itself does not settle.

    "Regularly" is fine beside "every Saturday", "as soon as possible" beside "before Friday": then
    everyone knows. But "sometimes on Sunday" does not say which Sundays, and "we will try to ring
    on Sunday" does not say whether the phone will ring; no day fixes that.
    """
    matches = vague.matches(sentence.words, known.places(text, sentence))
    if not matches:
        return
    sentence_text = sentence.span.of(text)
    closed = {
        Vagueness.HOW_OFTEN: known.when or grammar.how_often.search(sentence_text) is not None,
        Vagueness.WHEN: known.when or grammar.time.search(sentence_text) is not None,
        Vagueness.WHO: known.who,
    }
    binds_no_one = _told_places(sentence, grammar)
    quoted = _quoted_places(text)
    for match in matches:
        vagueness = match.entry.vagueness
        first = match.places[0]
        if first in binds_no_one or sentence.words[first].start in quoted:
            continue
        if vagueness is None or closed.get(vagueness, False):
            continue
        if vagueness is Vagueness.WHO and comes_after_somebody(sentence, match, grammar, known):
            continue
        yield match


def _told_places(sentence: Sentence, grammar: Grammar) -> frozenset[int]:
    """Return the places of a reason or of what somebody said: "omdat Sara vaak moe is"."""
    told: set[int] = set()
    for place, word in enumerate(sentence.words):
        if word.form in grammar.promise.tells:
            told.update(
                later
                for later in range(place, len(sentence.words))
                if sentence.words[later].clause == word.clause
            )
    return frozenset(told)


def _quoted_places(text: str) -> frozenset[int]:
    """Return the places of somebody's own words: «Mees probeert het zelf» binds no one."""
    if not _QUOTED.search(text):
        return frozenset()
    return frozenset(place for quote in _QUOTED.finditer(text) for place in range(*quote.span()))
