"""Agreements after which someone would still not know who does what, and when."""

from collections.abc import Collection, Iterator, Sequence

from relroute_tui.plain_language.grammar import Grammar
from relroute_tui.plain_language.model import Vagueness
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.terms import Match
from relroute_tui.plain_language.text import Sentence


def vague_words(
    text: str, sentence: Sentence, rules: Rules, free: Collection[int], *, says_when: bool
) -> Iterator[Match]:
    """The words of a sentence that leave something open which the sentence does not close itself.

    "Regularly" is fine beside "every Saturday", "as soon as possible" beside "before Friday": then
    everyone knows. But "sometimes on Sunday" does not say which Sundays, and "we will try to ring on
    Sunday" does not say whether the phone will ring; no day mends that.
    """
    matches = rules.vague.matches(sentence.words, free)
    if not matches:
        return
    said = text[sentence.start : sentence.end]
    closed = {
        Vagueness.HOW_OFTEN: says_when or rules.grammar.how_often.search(said) is not None,
        Vagueness.WHEN: says_when or rules.grammar.time.search(said) is not None,
    }
    for match in matches:
        vagueness = match.entry.vagueness
        if vagueness is not None and not closed.get(vagueness, False):
            yield match


def names_someone(
    text: str, sentences: Sequence[Sentence], grammar: Grammar, names: Collection[str]
) -> bool:
    """Whether anybody stands in the text: by name, by role, or as "I", "we", "everyone"."""
    return any(_names_someone(text, sentence, grammar, names) for sentence in sentences)


def _names_someone(
    text: str, sentence: Sentence, grammar: Grammar, names: Collection[str]
) -> bool:
    for place, word in enumerate(sentence.words):
        if word.form in names or word.form in grammar.persons:
            return True
        if word.form.endswith(grammar.person_endings):
            return True
        has_capital = text[word.start].isupper() and word.form not in grammar.not_names
        if has_capital and (place or _may_do(sentence)):
            return True
    return False


def _may_do(sentence: Sentence) -> bool:
    """Whether the first word looks like someone who does something: "Menno haalt", "Will rings".

    Who is at the table is known by name; this is for everyone else.
    """
    return len(sentence.words) > 1 and sentence.words[1].form.endswith(("t", "s"))
