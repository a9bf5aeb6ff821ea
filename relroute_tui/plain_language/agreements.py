"""Agreements after which someone would still not know who does what, and when."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language import remedies
from relroute_tui.plain_language.model import Finding, Rule, Vagueness
from relroute_tui.plain_language.terms import Match, Terms
from relroute_tui.plain_language.text import Sentence, Span, form_of

_REACH = 12
"""Words to look back for somebody, at most."""


class Known(Struct, frozen=True):
    """What is known about an agreement beside its sentence."""

    names: Collection[str] = ()
    """The nicknames at the table."""
    who: bool = False
    """Whether it says elsewhere who does it: @Anna."""
    when: bool = False
    """Whether it says elsewhere when or how often: "when: every Friday"."""

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
) -> Iterator[Finding]:
    """Yield what an agreement leaves open.

    `says_no_doer`: a passive was found already, so that need not be said twice.
    """
    for sentence in sentences:
        for match in _vague(text, sentence, vague, grammar, known):
            says_no_doer |= match.entry.vagueness is Vagueness.WHO
            span = sentence.between(match.places[0], match.places[-1])
            remedy = remedies.plainer(span.of(text), match.entry)
            yield Finding.at(text, span, Rule.VAGUE, remedy, match.entry.alternatives)
    if not (known.who or says_no_doer or _names_someone(text, sentences, grammar, known)):
        span = Span(sentences[0].span.start, sentences[-1].span.end)
        yield Finding.at(text, span, Rule.VAGUE, remedies.nobody())


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
    said = sentence.span.of(text)
    closed = {
        Vagueness.HOW_OFTEN: known.when or grammar.how_often.search(said) is not None,
        Vagueness.WHEN: known.when or grammar.time.search(said) is not None,
        Vagueness.WHO: known.who,
    }
    for match in matches:
        vagueness = match.entry.vagueness
        if vagueness is None or closed.get(vagueness, False):
            continue
        if vagueness is Vagueness.WHO and _comes_after_somebody(
            text, sentence, match, grammar, known
        ):
            continue
        yield match


def _names_someone(
    text: str, sentences: Sequence[Sentence], grammar: Grammar, known: Known
) -> bool:
    """Return whether anybody stands in the text: by name, by role, or as "I", "we", "everyone"."""
    names = known.lowered
    return any(
        _is_somebody(text, sentence, place, grammar, names)
        for sentence in sentences
        for place in range(len(sentence.words))
    )


def _comes_after_somebody(
    text: str, sentence: Sentence, match: Match, grammar: Grammar, known: Known
) -> bool:
    """Return whether somebody does it already: "Anna mag iemand meenemen" has a doer."""
    first = match.places[0]
    word = sentence.words[first]
    names = known.lowered
    return word.form in grammar.anybody and any(
        _is_somebody(text, sentence, place, grammar, names)
        for place in range(max(0, first - _REACH), first)
        if sentence.words[place].clause == word.clause
    )


def _is_somebody(
    text: str, sentence: Sentence, place: int, grammar: Grammar, names: Collection[str]
) -> bool:
    word = sentence.words[place]
    if _without_s(word.form) in names or word.form in grammar.persons:
        return True
    if word.form.endswith(grammar.person_endings):
        return True
    has_capital = text[word.start].isupper() and word.form not in grammar.not_names
    return has_capital and (place > 0 or _may_do(sentence))


def _without_s(word: str) -> str:
    """Return the name in "Anna's"."""
    return word.removesuffix("'s").removesuffix("’s")


def _may_do(sentence: Sentence) -> bool:
    """Return whether the first word looks like someone who does it: "Menno haalt", "Will rings".

    Who is at the table is known by name; this is for everyone else.
    """
    return len(sentence.words) > 1 and sentence.words[1].form.endswith(("t", "s"))
