"""Agreements after which someone would still not know who does what, and when."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language import remedies
from relroute_tui.plain_language.model import Finding, Located, Rule, Vagueness
from relroute_tui.plain_language.terms import Match, Terms
from relroute_tui.plain_language.text import Sentence, Span, form_of

_QUOTED = re.compile(r"""["“„][^"“”„]*["”“]|(?<!\w)['‘][^'‘’]*['’](?!\w)""")

_REACH = 12
"""Words to look back for somebody, at most."""


_FIRST_WORDS = 6
"""Among so many words stands whoever an agreement begins with: "Juf Petra of moeder belt"."""


class Known(Struct, frozen=True):
    """What is known about an agreement beside its sentence."""

    names: Collection[str] = ()
    """The nicknames at the table."""
    who: bool = False
    """Whether it says elsewhere who does it: @Anna."""
    when: bool = False
    """Whether it says elsewhere when or how often: "when: every Friday"."""
    is_asked_when: bool = False
    """Whether the agreement is asked elsewhere when it is; that need not be said twice."""

    @property
    def lowered(self) -> frozenset[str]:
        """The words of the names, as the words of a sentence are compared."""
        return frozenset(form_of(word) for name in self.names for word in name.split())

    def places(self, text: str, sentence: Sentence) -> frozenset[int]:
        """Return where a name stands: with its capital, as it is written."""
        if not self.names:
            return frozenset()
        written = {word for name in self.names for word in name.split()}
        return frozenset(
            place
            for place, word in enumerate(sentence.words)
            if _without_s(text[word.start : word.end]) in written
        )


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
    elif not (is_vague or known.when or known.is_asked_when or grammar.promise.is_settled(said)):
        yield Located(Finding.at(text, whole, Rule.VAGUE, remedies.no_moment()))


def _no_doer(
    text: str, sentences: Sequence[Sentence], grammar: Grammar, known: Known
) -> Finding | None:
    """Find that nobody does it, or that two people are named of whom either may."""
    if either := _either(sentences[0], grammar, known):
        return Finding.at(text, either, Rule.VAGUE, remedies.either(either.of(text)))
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    if (
        grammar.promise.fact.search(whole.of(text))
        or _forbids(sentences, grammar)
        or _names_someone(sentences, grammar, known)
    ):
        return None
    return Finding.at(text, whole, Rule.VAGUE, remedies.nobody())


def _either(sentence: Sentence, grammar: Grammar, known: Known) -> Span | None:
    """Find two people of whom either does it: "Oma of de buurvrouw haalt Sam"."""
    names = known.lowered
    words = sentence.words[:_FIRST_WORDS]
    for place in range(1, len(words) - 1):
        if words[place].form not in grammar.promise.ors:
            continue
        other = place + 1
        while other < len(words) - 1 and words[other].form in grammar.promise.before_other:
            other += 1
        opens = all(
            word.form in grammar.asking.determiners
            or word.form in grammar.persons
            or word.is_capital
            for word in words[: place - 1]
        )
        if opens and all(_is_somebody(sentence, at, grammar, names) for at in (place - 1, other)):
            return sentence.between(place - 1, other)
    return None


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
        if vagueness is Vagueness.WHO and _comes_after_somebody(sentence, match, grammar, known):
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


def _forbids(sentences: Sequence[Sentence], grammar: Grammar) -> bool:
    """Return whether it forbids something, which is for everyone: "geen foto's op internet"."""
    return any(word.form in grammar.negations for sentence in sentences for word in sentence.words)


def _names_someone(sentences: Sequence[Sentence], grammar: Grammar, known: Known) -> bool:
    """Return whether anybody stands in the text: by name, by role, or as "I", "we", "everyone"."""
    names = known.lowered
    return any(
        _is_somebody(sentence, place, grammar, names)
        for sentence in sentences
        for place in range(len(sentence.words))
    )


def _comes_after_somebody(sentence: Sentence, match: Match, grammar: Grammar, known: Known) -> bool:
    """Return whether somebody does it already: "Anna mag iemand meenemen" has a doer."""
    first = match.places[0]
    word = sentence.words[first]
    names = known.lowered
    return word.form in grammar.anybody and any(
        _is_somebody(sentence, place, grammar, names)
        for place in range(max(0, first - _REACH), first)
        if sentence.words[place].clause == word.clause
    )


def _is_somebody(sentence: Sentence, place: int, grammar: Grammar, names: Collection[str]) -> bool:
    word = sentence.words[place]
    is_known = word.form in grammar.persons or word.form in grammar.organisations
    is_at_table = _without_s(word.form) in names
    if is_known or is_at_table or word.form.endswith(grammar.person_endings):
        return not _comes_after_preposition(sentence, place, grammar)
    if not word.is_capital or word.form in grammar.not_names:
        return False
    if place == 0:
        return _may_do(sentence, grammar)
    return not _comes_after_preposition(sentence, place, grammar)


def _comes_after_preposition(sentence: Sentence, place: int, grammar: Grammar) -> bool:
    """Return whether it is only about somebody: "with Anna", "aan de juf"."""
    words = sentence.words
    before = place - 1
    while before >= 0 and words[before].form in grammar.asking.determiners:
        before -= 1
    if before < 0 or words[before].clause != words[place].clause:
        return False
    return words[before].form in grammar.promise.only_about


def _without_s(word: str) -> str:
    """Return the name in "Anna's"."""
    return word.removesuffix("'s").removesuffix("’s")


def _may_do(sentence: Sentence, grammar: Grammar) -> bool:
    """Return whether the first word looks like someone who does it: "Menno haalt", "Will rings".

    Who is at the table is known by name; this is for everyone else.
    """
    if len(sentence.words) < 2 or sentence.words[0].form.endswith(grammar.thing_endings):
        return False
    if "'s" in sentence.words[0].form:
        return True
    second = sentence.words[1].form
    if second.endswith(("t", "s", "ed")):
        return True
    return second in grammar.yes_no_verbs | grammar.conjunctions | grammar.promise.after_name
