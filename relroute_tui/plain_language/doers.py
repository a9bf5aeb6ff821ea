"""The doer of an agreement: somebody by name or role, everyone, or a thing by itself."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language.terms import Match
from relroute_tui.plain_language.text import Sentence, Span, form_of

_REACH = 12
"""Words to look back for somebody, at most."""

_FIRST_WORDS = 6
"""Number of words that hold the doers an agreement begins with: "Juf Petra of moeder belt"."""


class Known(Struct, frozen=True):
    """Facts about an agreement that are not in its sentence."""

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


def either(sentence: Sentence, grammar: Grammar, known: Known) -> Span | None:
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


def forbids(sentences: Sequence[Sentence], grammar: Grammar) -> bool:
    """Return whether it forbids something, which is for everyone: "geen foto's op internet"."""
    return any(word.form in grammar.negations for sentence in sentences for word in sentence.words)


def names_someone(sentences: Sequence[Sentence], grammar: Grammar, known: Known) -> bool:
    """Return whether anybody stands in the text: by name, by role, or as "I", "we", "everyone"."""
    names = known.lowered
    return any(
        _is_somebody(sentence, place, grammar, names)
        for sentence in sentences
        for place in range(len(sentence.words))
    )


def says_what_a_thing_does(
    text: str, sentences: Sequence[Sentence], grammar: Grammar, known: Known
) -> bool:
    """Return whether it is a rule of the house about a thing: "the teddy comes along".

    No one has to do it, and whoever looks can see it. A mood or a visit is no such thing.
    """
    return any(
        _is_of_a_thing(sentence.span.of(text), sentence, grammar) for sentence in sentences
    ) and not names_someone(sentences, grammar, known)


def _is_of_a_thing(text: str, sentence: Sentence, grammar: Grammar) -> bool:
    """Return whether a thing that everyone knows does it, always or at a time that is said."""
    promise = grammar.promise
    forms = [word.form for word in sentence.words]
    if not promise.not_by_itself.isdisjoint(forms):
        return False
    says_when = grammar.time.search(text) is not None
    if promise.things_do.isdisjoint(forms) and not says_when:
        return False
    return any(
        form in promise.articles
        and promise.moods.isdisjoint(forms[place + 1 : place + 3])
        and (says_when or not forms[place + 1].endswith(grammar.thing_endings))
        and forms[place + 1] not in promise.things_do
        and not _comes_after_preposition(sentence, place + 1, grammar)
        for place, form in enumerate(forms[:-1])
    )


def comes_after_somebody(sentence: Sentence, match: Match, grammar: Grammar, known: Known) -> bool:
    """Return whether somebody does it already: "Anna mag iemand meenemen" has a doer."""
    first = match.places[0]
    word = sentence.words[first]
    names = known.lowered
    return any(
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
