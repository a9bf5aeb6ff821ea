"""Cards that ask two things at once. One answer is then lost, and a child answers the last."""

from collections.abc import Iterator, Sequence

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language.questions import LONGEST_QUESTION, asks_at, opens_yes_no
from relroute_tui.plain_language.text import Sentence, Span, Word

_NEAR = 7
"""Words between the prepositions of two matters, at most: "at school and at your mum's"."""


_LONGEST_TAG = 4
"""Words of "…, is het niet?"."""

_LONGEST_CONDITION = 15
"""Words of the question behind an "if"."""


def double(text: str, sentences: Sequence[Sentence], grammar: Grammar) -> Span | None:
    """Find the second question of a card, or the second matter of one question."""
    asked = 0
    for sentence in sentences:
        if not sentence.is_question:
            continue
        words = _before_examples(sentence.words, grammar)
        for place in _questions(text, words, grammar):
            asked += 1
            if asked > 1:
                return Span(words[place].start, words[-1].end)
        if place_of_second := _second_matter(text, words, grammar):
            return Span(words[place_of_second].start, words[-1].end)
    return None


def _before_examples(words: Sequence[Word], grammar: Grammar) -> Sequence[Word]:
    """Return the question; what follows a colon are its examples, or the question itself."""
    colon = next((place for place, word in enumerate(words) if word.opener == ":"), None)
    if colon is None:
        return words
    asks = any(_asks(words, place, grammar) for place in range(colon))
    return words[:colon] if asks else words[colon:]


def _questions(text: str, words: Sequence[Word], grammar: Grammar) -> Iterator[int]:
    """Yield where a question begins: in front, behind a comma, behind "and"."""
    asked = 0
    if len(words) > _LONGEST_TAG and words[0].form in grammar.conjunctions:
        words = words[1:]  # "Mis je thuis? Of ben je liever hier?"
    for place in range(len(words)):
        if _asks(words, place, grammar) or (
            _begins(words, place, grammar)
            and opens_yes_no(words, place, grammar)
            and not _is_aside(words, place, grammar)
            and not _is_tag(text, words, place, grammar)
            and not _shares_question_word(words, place, grammar)
        ):
            if asked and _is_condition(words, place, grammar):
                continue
            asked += 1
            yield place


def _asks(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    # "…, of wat zou je daar willen?" asks the same once more.
    starts = _begins(words, place, grammar) and words[place].form not in grammar.conjunctions
    return starts and asks_at(words, place, grammar)


def _begins(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    if place == 0 or words[place - 1].clause != words[place].clause:
        return True
    if words[place - 1].form in grammar.asking.ands:
        return True
    # "Heb je honger of wil je eerst praten?"
    is_verb = words[place].form in grammar.yes_no_verbs or (
        place + 1 < len(words) and words[place + 1].form in grammar.subjects
    )
    return (
        is_verb and words[place - 1].form in grammar.promise.ors and opens_yes_no(words, 0, grammar)
    )


def _is_aside(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether only "…, denk jij, …" stands between two commas here."""
    clause = words[place].clause
    aside = [word.form for word in words[place : place + _LONGEST_TAG] if word.clause == clause]
    return place > 0 and " ".join(aside) in grammar.asking.asides


def _is_tag(text: str, words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    if place == 0 or len(words) - place > _LONGEST_TAG:
        return False
    tag = text[words[place].start - 1 : words[-1].end]
    return grammar.asking.tag.fullmatch(tag) is not None


def _shares_question_word(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether one question has two verbs: "Wat leerde je toen en doe je nu nog?"."""
    if not (place and words[place - 1].form in grammar.asking.ands and asks_at(words, 0, grammar)):
        return False
    if words[place - 1].opener == ",":
        return False  # "Hoe vaak zie je hem, en is dat genoeg?"
    return grammar.any_verb_opens or words[place + 1].form not in grammar.subjects


def _is_condition(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether what came before was an "if": "Ben je boos, wat helpt dan?"."""
    if words[place - 1].form in grammar.asking.ands or asks_at(words, 0, grammar):
        return False
    later = {word.form for word in words[place : place + _LONGEST_CONDITION]}
    return not later.isdisjoint(grammar.asking.after_condition)


def _second_matter(text: str, words: Sequence[Word], grammar: Grammar) -> int | None:
    """Find the "and" between two matters: "op school en bij mama", "fijn en moeilijk"."""
    asking = grammar.asking
    sentence_text = text[words[0].start : words[-1].end][:LONGEST_QUESTION]
    is_opinion = asking.opinion.match(sentence_text) is not None
    if any(word.form in asking.at_once for word in words):
        return None
    for place in range(1, len(words) - 1):
        if words[place].form in grammar.subordinators:
            return None
        before, word, after = words[place - 1 : place + 2]
        if word.form not in asking.ands or word.clause != after.clause:
            continue
        earlier = words[max(0, place - _NEAR) : place]
        if (
            after.form in asking.prepositions
            and any(word.form in asking.prepositions for word in earlier[:-1])
            and not any(word.form in asking.nobody for word in words[place:])
        ):
            return place
        if (
            after.form in asking.lesser
            or f"{before.form} {after.form}" in asking.opposites
            or " ".join(later.form for later in words[place + 1 : place + 3]) in asking.if_so
        ):
            return place
        if any(word.form in asking.infinitive | asking.between for word in earlier):
            continue
        if is_opinion and not _are_persons(words, place, grammar):
            return place
    return None


def _are_persons(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether "and" ties two people, who are asked about together."""
    second = words[place + 1].form
    if second in grammar.asking.determiners and place + 2 < len(words):
        second = words[place + 2].form
    return words[place - 1].form in grammar.persons and second in grammar.persons
