"""The check itself: a text in, what could be plainer out. No screen, no disk."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from relroute_tui.domain.notes import AgreementLine
from relroute_tui.plain_language import agreements, questions, remedies
from relroute_tui.plain_language.model import Finding, Kind, Rule
from relroute_tui.plain_language.passive import passives
from relroute_tui.plain_language.questions import Span
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.terms import Match
from relroute_tui.plain_language.text import Sentence, form_of, sentences

MOST_WORDS: Final = 25
"""Of a card's question in all: more is not taken in at one hearing."""

LONGEST_SENTENCE: Final = {
    Kind.CARD_QUESTION: 18,
    Kind.CARD_WORDING: 15,
    Kind.FOLLOW_UP: 15,
    Kind.AGREEMENT: 20,
}
"""Words. Dutch at B1 has about 10 to a sentence and seldom over 15; a question may add examples, an
agreement has to hold who, what, when and where."""

_CARDS = (Kind.CARD_QUESTION, Kind.CARD_WORDING, Kind.FOLLOW_UP)


def findings(
    text: str,
    rules: Rules,
    kind: Kind,
    names: Collection[str] = (),
    *,
    says_who: bool = False,
    says_when: bool = False,
) -> tuple[Finding, ...]:
    """What could be plainer in a text, in the order in which it stands there.

    `names` are the nicknames at the table: never a difficult word, always somebody. `says_who` and
    `says_when`: an agreement tells so outside the sentence (@Anna; "when: every Friday").
    """
    parts = sentences(text)
    if not parts:
        return ()
    spans = list(_language(text, parts, rules, kind, names))
    if kind is Kind.AGREEMENT:
        spans += _agreement(text, parts, rules, names, says_who=says_who, says_when=says_when)
        open_ends = {each.rule for each in spans} & {Rule.PASSIVE, Rule.VAGUE}
        if not (says_who or open_ends) and not agreements.names_someone(
            text, parts, rules.grammar, _lowered(names)
        ):
            span = Span(parts[0].start, parts[0].end)
            spans.append(_finding(text, Rule.VAGUE, span, remedies.nobody()))
    else:
        spans += _questions(text, parts, rules, kind)
    return tuple(sorted(spans, key=lambda each: (each.start, each.end, each.rule)))


def agreement_findings(
    line: AgreementLine, rules: Rules, names: Collection[str]
) -> tuple[Finding, ...]:
    """What could be plainer in an agreement as it stands in the notes; spans are in its text."""
    return findings(
        line.text,
        rules,
        Kind.AGREEMENT,
        names,
        says_who=bool(line.who),
        says_when=bool(line.when),
    )


def _language(
    text: str, parts: Sequence[Sentence], rules: Rules, kind: Kind, names: Collection[str]
) -> Iterator[Finding]:
    """What goes for every kind of text: plain words, short sentences, someone who does it."""
    most = LONGEST_SENTENCE[kind]
    for part in parts:
        for match in rules.difficult.matches(part.words, _names_in(text, part, names)):
            yield _of_match(text, Rule.JARGON, part, match)
        if len(part.words) > most:
            remedy = remedies.long_sentence(len(part.words), most)
            yield _finding(text, Rule.LONG_SENTENCE, Span(part.start, part.end), remedy)
        for span in passives(part, rules.grammar.passive):
            yield _finding(
                text, Rule.PASSIVE, span, remedies.passive(text[span.start : span.end])
            )
    count = sum(len(part.words) for part in parts)
    if kind is Kind.CARD_QUESTION and count > MOST_WORDS:
        remedy = remedies.too_many_words(count, MOST_WORDS)
        yield _finding(text, Rule.TOO_MANY_WORDS, Span(parts[0].start, parts[-1].end), remedy)


def _questions(
    text: str, parts: Sequence[Sentence], rules: Rules, kind: Kind
) -> Iterator[Finding]:
    grammar = rules.grammar
    for part in parts:
        if span := questions.yes_no(part, grammar):
            yield _finding(text, Rule.YES_NO, span, remedies.yes_no())
        if span := questions.blame(part, grammar):
            remedy = remedies.blame(text[span.start : span.end])
            yield _finding(text, Rule.BLAME, span, remedy)
    # Several follow-ups in a row help a facilitator; a card asks one thing.
    if kind is not Kind.FOLLOW_UP and (span := questions.double(parts, grammar)):
        yield _finding(text, Rule.DOUBLE_QUESTION, span, remedies.double())


def _agreement(
    text: str,
    parts: Sequence[Sentence],
    rules: Rules,
    names: Collection[str],
    *,
    says_who: bool,
    says_when: bool,
) -> Iterator[Finding]:
    for part in parts:
        free = _names_in(text, part, names)
        for match in agreements.vague_words(text, part, rules, free, says_when=says_when):
            yield _of_match(text, Rule.VAGUE, part, match)


def _of_match(text: str, rule: Rule, part: Sentence, match: Match) -> Finding:
    span = Span(part.words[match.places[0]].start, part.words[match.places[-1]].end)
    remedy = remedies.plainer(text[span.start : span.end], match.entry)
    return _finding(text, rule, span, remedy, match.entry.alternatives)


def _finding(
    text: str, rule: Rule, span: Span, remedy: str, alternatives: tuple[str, ...] = ()
) -> Finding:
    found = text[span.start : span.end]
    return Finding(rule, span.start, span.end, found, remedy, alternatives)


def _names_in(text: str, part: Sentence, names: Collection[str]) -> frozenset[int]:
    """The places of the words that are someone's name here: with its capital, as it is written."""
    if not names:
        return frozenset()
    known = {word for name in names for word in name.split()}
    return frozenset(
        place for place, word in enumerate(part.words) if text[word.start : word.end] in known
    )


def _lowered(names: Collection[str]) -> frozenset[str]:
    return frozenset(form_of(word) for name in names for word in name.split())
