"""The check itself: a text in, what could be plainer out. No screen, no disk."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.text import starts_with
from relroute_tui.language.grammar import Grammar
from relroute_tui.plain_language import questions, remedies
from relroute_tui.plain_language.agreements import open_ends
from relroute_tui.plain_language.doers import Known
from relroute_tui.plain_language.double_questions import double
from relroute_tui.plain_language.model import Finding, Kind, Located, Rule
from relroute_tui.plain_language.passive import passives
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.text import Sentence, Span, sentences

MOST_WORDS: Final = 25
"""Most words of a card's whole question: more is not taken in at one hearing."""

LONGEST_SENTENCE: Final[Mapping[Kind, int]] = {
    Kind.CARD_QUESTION: 18,
    Kind.CARD_WORDING: 15,
    Kind.FOLLOW_UP: 15,
    Kind.AGREEMENT: 20,
}
"""Words. Dutch at B1 has about 10 to a sentence and seldom over 15; a question may add examples, an
agreement has to hold who, what, when and where."""

LONGEST_ABBREVIATION: Final = 6
"""Letters. A longer word in capitals is a word that somebody shouts."""


def findings(
    text: str,
    rules: Rules,
    kind: Kind,
    names: Collection[str] = (),
    *,
    says_who: bool = False,
    says_when: bool = False,
    is_asked_when: bool = False,
) -> tuple[Finding, ...]:
    """Return what could be plainer in a text, in the order in which it stands there.

    `names` are the nicknames at the table: never a difficult word, always somebody. `says_who` and
    `says_when`: an agreement tells so outside the sentence (@Anna; "when: every Friday").
    `is_asked_when`: whoever reads what is found is asked for the time anyway.
    """
    grammar = rules.grammar
    parts = sentences(text, grammar.abbreviations) if grammar else ()
    if grammar is None or not parts:
        return ()
    known = Known(names, says_who, says_when, is_asked_when)
    difficult = list(_difficult(text, parts, rules, known))
    found = list(_lengths(text, parts, kind))
    passive = [] if says_who else list(_passives(text, parts, grammar))
    if kind is Kind.AGREEMENT:
        vague = list(
            open_ends(text, parts, rules.vague, grammar, known, says_no_doer=bool(passive))
        )
        explained = {start for finding in vague for start in finding.words}
        # "Indien nodig" is reported once, as vague: whoever fixes that, fixes "indien" too.
        difficult = [finding for finding in difficult if not finding.words <= explained]
        found += [word.finding for word in vague]
    else:
        found += _questions(text, parts, grammar, kind)
    found += [*passive, *(word.finding for word in difficult)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))


def agreement_findings(
    line: AgreementLine, rules: Rules, names: Collection[str]
) -> tuple[Finding, ...]:
    """Return what could be plainer in an agreement of the notes; spans are in its text."""
    # "Sam wordt gehaald" begins with a name, and still does not say who fetches Sam.
    says_who = any(starts_with(line.text, name) is None for name in line.who)
    return findings(
        line.text,
        rules,
        Kind.AGREEMENT,
        names,
        says_who=says_who,
        says_when=bool(line.when),
        is_asked_when=True,  # beside every agreement stands what it does not say yet
    )


def _difficult(
    text: str, parts: Sequence[Sentence], rules: Rules, known: Known
) -> Iterator[Located]:
    shouts = text.isupper()
    for part in parts:
        names = known.places(text, part)
        seen = set(names)
        for match in rules.difficult.matches(part.words, names):
            seen.update(match.places)
            span = part.between(match.places[0], match.places[-1])
            remedy = remedies.plainer(span.of(text), match.entry)
            finding = Finding.at(text, span, Rule.JARGON, remedy, match.entry.alternatives)
            yield Located(finding, match.starts(part.words))
        for place, word in enumerate(part.words):
            span = Span(word.start, word.end)
            if shouts or place in seen:
                continue
            if remedy := _remedy_of_a_strange_word(span.of(text), word.form, rules):
                finding = Finding.at(text, span, Rule.JARGON, remedy)
                yield Located(finding, frozenset({word.start}))


def _remedy_of_a_strange_word(written: str, form: str, rules: Rules) -> str:
    """Say what is hard about a word that no list holds; empty where nothing is."""
    if rules.difficult.is_fine(form):
        return ""
    if _is_abbreviation(written, rules):
        return remedies.abbreviation(written)
    long_word = rules.grammar.long_word if rules.grammar else None
    return remedies.long_word(written) if long_word and long_word.match(form) else ""


def _is_abbreviation(written: str, rules: Rules) -> bool:
    """Return whether capitals stand for words that somebody may not know: EMDR, RvdK, LVB-kind."""
    return any(
        2 <= len(part) <= LONGEST_ABBREVIATION
        and part.isalpha()
        and sum(map(str.isupper, part)) > len(part) / 2
        and not rules.difficult.is_fine(part.lower())
        for part in written.split("-")
    )


def _lengths(text: str, parts: Sequence[Sentence], kind: Kind) -> Iterator[Finding]:
    most = LONGEST_SENTENCE[kind]
    for part in parts:
        if len(part.words) > most:
            remedy = remedies.long_sentence(len(part.words), most)
            yield Finding.at(text, part.span, Rule.LONG_SENTENCE, remedy)
    count = sum(len(part.words) for part in parts)
    if kind is Kind.CARD_QUESTION and count > MOST_WORDS:
        span = Span(parts[0].span.start, parts[-1].span.end)
        remedy = remedies.too_many_words(count, MOST_WORDS)
        yield Finding.at(text, span, Rule.TOO_MANY_WORDS, remedy)


def _passives(text: str, parts: Sequence[Sentence], grammar: Grammar) -> Iterator[Finding]:
    for part in parts:
        for span in passives(part, grammar.passive):
            yield Finding.at(text, span, Rule.PASSIVE, remedies.passive(span.of(text)))


def _questions(
    text: str, parts: Sequence[Sentence], grammar: Grammar, kind: Kind
) -> Iterator[Finding]:
    for part in parts:
        if span := questions.yes_no(text, part, grammar):
            yield Finding.at(text, span, Rule.YES_NO, remedies.yes_no())
        if span := questions.blame(part, grammar):
            yield Finding.at(text, span, Rule.BLAME, remedies.blame(span.of(text)))
    # Several follow-ups in a row help a facilitator; a card asks one thing.
    if kind is not Kind.FOLLOW_UP and (span := double(text, parts, grammar)):
        yield Finding.at(text, span, Rule.DOUBLE_QUESTION, remedies.double())
