"""Questions that close a talk: those that yes or no can answer, and a "why" that blames."""

from collections.abc import Sequence

from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language.text import Sentence, Span, Word

_SHORTEST_QUESTION = 3
"""Words. "En toen?", "Like this?" are nudges, not questions of their own."""

LONGEST_QUESTION = 400
"""Characters. Nothing that is asked in one breath is longer."""

_LEAD_IN = 3
"""Number of words at the start of a clause that hold its question word: "with how many …"."""


def yes_no(text: str, sentence: Sentence, grammar: Grammar) -> Span | None:
    """Find a question that yes or no can answer."""
    if not sentence.is_question or len(sentence.words) < _SHORTEST_QUESTION:
        return None
    words = _main_clauses(sentence.words, grammar)
    if len(words) < 2 or asks_at(words, 0, grammar):
        return None
    asked = text[words[0].start : sentence.span.end][:LONGEST_QUESTION]
    asking = grammar.asking
    if asking.request.match(asked) or asking.choice.search(asked):
        return None
    if opens_yes_no(words, 0, grammar):
        return None if _is_condition(words, grammar) else Span(words[0].start, words[1].end)
    return sentence.span if _is_statement(asked, sentence.words, grammar) else None


def asks_at(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether an open question begins here: "met wie …", not "waar je nu woont"."""
    clause = words[place].clause
    for there in range(place, min(place + _LEAD_IN, len(words))):
        if words[there].clause != clause:
            return False
        if words[there].form in grammar.question_words:
            return not _is_subordinate(words, there, grammar)
        if words[there].form not in grammar.before_question_word:
            return False
    return False


def opens_yes_no(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether a verb stands here before the one who does it: "Slaapt Mees", "Do you"."""
    if place + 1 >= len(words) or words[place].clause != words[place + 1].clause:
        return False
    first, second = words[place].form, words[place + 1].form
    if first in grammar.yes_no_verbs:
        return True
    if not grammar.any_verb_opens or first in grammar.not_verbs or _may_be_doer(first, grammar):
        return False
    if first in grammar.question_words:
        return False
    return _may_be_doer(second, grammar) or words[place + 1].is_capital


def _may_be_doer(form: str, grammar: Grammar) -> bool:
    determiners = grammar.asking.determiners
    return form in grammar.subjects or form in grammar.persons or form in determiners


def _is_subordinate(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether a question word only ties a clause to another: "hoe het gaat"."""
    if place + 1 >= len(words) or words[place + 1].clause != words[place].clause:
        return False
    if "'" in words[place].form:
        return False  # "what's your dog called" has its verb already
    following = words[place + 1].form
    if words[place + 1].is_capital and words[place].form in grammar.question_or_time:
        return True  # "wanneer Bram terugkomt"; a question has its verb here
    if following in grammar.question_words:  # "(voor jou duidelijk) wie wat beslist"
        return place > 0
    if following in grammar.persons:
        # "Wie moeder …" says nothing; "which parents" asks.
        return words[place].form in grammar.takes_no_noun
    of_a_noun = (
        following in grammar.asking.determiners and words[place].form in grammar.takes_no_noun
    )
    return following in grammar.subjects or of_a_noun


def _main_clauses(words: Sequence[Word], grammar: Grammar) -> Sequence[Word]:
    """Return the words after a first clause such as "Als je naar huis gaat, …", or all."""
    skip = 1 if words[0].form in grammar.before_question_word and len(words) > 1 else 0
    first = words[skip]
    opens_time = first.form in grammar.subordinators and (
        first.form not in grammar.question_or_time or _is_subordinate(words, skip, grammar)
    )
    ties = first.form in grammar.question_words and _is_subordinate(words, skip, grammar)
    if opens_time or ties:
        rest = [word for word in words if word.clause != first.clause]
        return rest or words[skip:]
    is_lead = first.form in grammar.yes_no_verbs or words[0].form in grammar.asking.ands
    return words[skip:] if skip and is_lead else words


def _is_condition(words: Sequence[Word], grammar: Grammar) -> bool:
    """Return whether the verb in front was an "if": "Ben je boos, wat helpt dan?", or a colon."""
    for place, word in enumerate(words):
        previous = words[place - 1] if place else word
        if word.clause != previous.clause and asks_at(words, place, grammar):
            if word.opener == ":":
                return True
            later = {word.form for word in words[place:]}
            return not later.isdisjoint(grammar.asking.after_condition)
    return False


def _is_statement(asked: str, words: Sequence[Word], grammar: Grammar) -> bool:
    """Return whether a statement wants a yes: "Je vindt het hier leuk?", "Alles goed thuis?"."""
    forms = {word.form for word in words}
    if not any(asks_at(words, place, grammar) for place in _openings(words)):
        if grammar.asking.tag.search(asked) or words[0].form in grammar.asking.without_verb:
            return True
        if words[0].form in grammar.asking.ands and words[1].form in grammar.asking.without_verb:
            return True
    return forms.isdisjoint(grammar.question_words) and not forms.isdisjoint(
        grammar.subjects & grammar.you
    )


def _openings(words: Sequence[Word]) -> list[int]:
    """Return where the clauses begin."""
    return [
        place
        for place, word in enumerate(words)
        if place == 0 or words[place - 1].clause != word.clause
    ]


def blame(sentence: Sentence, grammar: Grammar) -> Span | None:
    """Find a "why" that asks someone to defend themselves."""
    if not sentence.is_question:
        return None
    pointed = grammar.you | grammar.negations
    if not any(word.form in pointed for word in sentence.words):
        return None
    return next(
        (
            Span(word.start, word.end)
            for place, word in enumerate(sentence.words)
            # "Weet je waarom je hier woont?" asks what someone knows.
            if word.form in grammar.why and asks_from(sentence.words, place, grammar)
        ),
        None,
    )


def asks_from(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    """Return whether a clause begins here, behind no more than "and"."""
    if place == 0 or words[place - 1].clause != words[place].clause:
        return True
    return words[place - 1].form in grammar.conjunctions
