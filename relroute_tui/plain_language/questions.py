"""Questions that close a talk: answered by yes or no, two at once, or a "why" that blames."""

from collections.abc import Iterator, Sequence

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language.text import Sentence, Span, Word

_SHORTEST_QUESTION = 3
"""Words. "En toen?", "Like this?" are nudges, not questions of their own."""

_SHORTEST_FULL = 4
"""Words. A shorter one of two questions leans on the other: "…, en wie koos?"."""

_LEAD_IN = 3
"""Among the first so many words of a clause stands its question word: "with how many …"."""

_CONTENT = 6
"""Letters of a word that both questions share and that makes them about the same thing."""


def yes_no(sentence: Sentence, grammar: Grammar) -> Span | None:
    """Find a question that yes or no can answer."""
    if not sentence.is_question or len(sentence.words) < _SHORTEST_QUESTION:
        return None
    words = _main_clauses(sentence.words, grammar)
    if len(words) < 2 or any(True for _ in _question_words(words, grammar)):
        return None
    first, second = words[0].form, words[1].form
    turned = grammar.any_verb_opens and second in grammar.subjects
    opens = first in grammar.yes_no_verbs or (turned and first not in grammar.not_verbs)
    if opens:
        return Span(words[0].start, words[1].end)
    forms = {word.form for word in words}
    # "Je vindt het hier leuk?" has no verb in front, and still wants a yes.
    if forms & grammar.question_words or not forms & (grammar.subjects & grammar.you):
        return None
    return sentence.span


def _main_clauses(words: Sequence[Word], grammar: Grammar) -> Sequence[Word]:
    """Return the words after a first clause such as "Als je naar huis gaat, …", or all."""
    skip = 1 if words[0].form in grammar.before_question_word and len(words) > 1 else 0
    first, second = words[skip : skip + 2] if len(words) > skip + 1 else (words[0], words[0])
    opens_time = first.form in grammar.subordinators and (
        first.form not in grammar.question_or_time or second.form in grammar.subjects
    )
    if not opens_time:
        is_lead = first.form in grammar.yes_no_verbs or second.form in grammar.subjects
        return words[skip:] if skip and is_lead else words
    return [word for word in words if word.clause != first.clause]


def _question_words(words: Sequence[Word], grammar: Grammar) -> Iterator[int]:
    """Yield the places of the question words that open a clause: "met wie", "en hoe lang"."""
    since = 0
    for place, word in enumerate(words):
        previous = words[place - 1] if place else None
        if previous is None or previous.clause != word.clause:
            since = place
        elif word.form in grammar.conjunctions and place + 1 < len(words):
            # "… en wat wil je?" opens a question without a comma too.
            since = place
        is_opening = place - since < _LEAD_IN and all(
            before.form in grammar.before_question_word for before in words[since:place]
        )
        if is_opening and word.form in grammar.question_words:
            yield place


def double(sentences: Sequence[Sentence], grammar: Grammar) -> Span | None:
    """Find a second question that has nothing to do with the first."""
    asked: list[Sequence[Word]] = []
    for sentence in sentences:
        if not sentence.is_question:
            continue
        for part in _questions(sentence.words, grammar):
            if asked and not _belongs(asked[-1], part, grammar):
                return Span(part[0].start, part[-1].end)
            asked.append(part)
    return None


def _questions(words: Sequence[Word], grammar: Grammar) -> list[Sequence[Word]]:
    """Cut a sentence where each question begins; what follows a colon are examples."""
    places = list(_question_words(words, grammar))
    colons = [place for place, word in enumerate(words) if word.opener == ":"]
    if colons and places and places[0] < colons[0]:
        places = [place for place in places if place < colons[0]]
    ends = [*places[1:], len(words)]
    return [words[start:end] for start, end in zip(places, ends, strict=False)]


def _belongs(first: Sequence[Word], second: Sequence[Word], grammar: Grammar) -> bool:
    if min(len(first), len(second)) < _SHORTEST_FULL or first[0].form == second[0].form:
        return True
    if second[1].form in grammar.subjects:  # "…, waar je nu woont?" asks nothing
        return True
    before = {word.form for word in first}
    return any(
        word.form in grammar.links
        or (len(word.form) >= _CONTENT and word.form in before - grammar.subjects)
        for word in second
    )


def blame(sentence: Sentence, grammar: Grammar) -> Span | None:
    """Find a "why" that asks someone to defend themselves."""
    if not sentence.is_question:
        return None
    pointed = grammar.you | grammar.negations
    if not any(word.form in pointed for word in sentence.words):
        return None
    return next(
        (Span(word.start, word.end) for word in sentence.words if word.form in grammar.why), None
    )
