"""Grammar that the plain-language check needs of a language: small words, and forms of time."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from relroute_tui.language import words_of


class PassiveGrammar(Struct, frozen=True):
    """Forms of the passive, and words that only look like one."""

    auxiliaries: frozenset[str]
    """Mark a passive for certain: wordt, worden; are, was."""
    states: frozenset[str]
    """Mark one only with a participle that can be nothing else: is, zijn."""
    owner_or_verb: frozenset[str]
    """A state that is more often "his": counts only where no other verb of `other_verbs` is."""
    other_verbs: frozenset[str]
    doer: str
    """"door", "by"."""
    not_a_doer: frozenset[str]
    """Words after "by" that name no doer."""
    participle: re.Pattern[str]
    adjectives: frozenset[str]
    """Participles that only describe after "is": is gericht op, is betrokken bij."""
    participles: frozenset[str]
    """The irregular ones that the pattern does not know."""
    not_participles: frozenset[str]
    """Nouns, adjectives, and the participles of verbs that no one does to anyone."""
    not_endings: tuple[str, ...]
    """Endings of nouns that begin like a participle: gemeente, gezondheid."""
    stops: frozenset[str]
    """Open another clause without a comma: dat, omdat."""
    conditions: frozenset[str]
    """Open a clause that says when something else happens: als, zodra."""
    bans: frozenset[str]
    """Make a passive a ban, which is for everyone: niet, nooit; not, never."""
    wishes: frozenset[str]
    """Stand two words before what somebody wants to happen: want (to) be told."""
    between: frozenset[str] | None
    """Words that may come between the two; None: any."""
    between_endings: tuple[str, ...] = ()
    """Endings of other words that may come there: -ly."""


class QuestionGrammar(Struct, frozen=True):
    """Forms of a question, beside its question words and verbs."""

    ands: frozenset[str]
    """Tie a second question or a second matter to the first: en, maar; and, but."""
    determiners: frozenset[str]
    """Stand before a noun: de, jouw; the, your."""
    prepositions: frozenset[str]
    """Two of them around "and" name two matters: at school and at home."""
    request: re.Pattern[str]
    """Asks politely to tell or to show: yes is no answer to it."""
    choice: re.Pattern[str]
    """Offers two answers, neither of which is yes: liever … of; rather … or."""
    tag: re.Pattern[str]
    """Turns a statement into a question: …, toch? …, isn't it?"""
    asides: frozenset[str]
    """Stand between commas and ask nothing: denk je, do you think."""
    without_verb: frozenset[str]
    """Open a question for yes or no that has no verb: alles; any."""
    opinion: re.Pattern[str]
    """Asks what someone thinks of it: two nouns behind it are two matters."""
    opposites: frozenset[str]
    """Two words around "and" that ask for two answers, as one text: "fijn moeilijk"."""
    infinitive: frozenset[str]
    """Stands before a verb, of which two are one matter: te, to."""
    between: frozenset[str]
    """Opens a pair that is one matter: tussen; between."""
    nobody: frozenset[str]
    """Say the same once more the other way round: "and of nobody else"."""
    if_so: frozenset[str]
    """Behind "and", ask on about what yes or no answered: "zo ja", "if so"."""
    lesser: frozenset[str]
    """Behind "and", ask for the opposite: minder; not."""
    at_once: frozenset[str]
    """Say that two things go together: tegelijk; same."""
    after_condition: frozenset[str]
    """Show that a verb in front was an "if": dan. Empty where a language has no such order."""


class PromiseGrammar(Struct, frozen=True):
    """Forms of time in an agreement, and the kinds of agreement that need none."""

    moment: re.Pattern[str]
    """A time, a rhythm, or a condition: op vrijdag, na elk bezoek, als Sam ziek is."""
    only_about: frozenset[str]
    """Stand before someone who does nothing: with Anna, aan de juf."""
    after_name: frozenset[str]
    """Follow the doer, as verbs do: nooit; never."""
    ors: frozenset[str]
    """Tie two people of whom either does it: of; or."""
    before_other: frozenset[str]
    """May stand between "or" and the second of them: anders de; else her."""
    articles: frozenset[str]
    """Stand before a thing that everyone knows: de, zijn; the, his."""
    done_once: frozenset[str]
    """Acts that are done on one day, which one wants to know: belt, koopt; rings, buys."""
    things_do: frozenset[str]
    """Verbs for what a thing does without anyone's promise: ligt, gaat; lies, goes."""
    moods: frozenset[str]
    """Nouns nobody can point at; they do nothing by themselves: sfeer, bezoek; mood, visit."""
    not_by_itself: frozenset[str]
    """Show that somebody has to see to it: er, moet; there, needs."""
    tells: frozenset[str]
    """Open a reason or somebody's words, which promise nothing: omdat, zei; because, said."""
    fact: re.Pattern[str]
    """Says how something is, which nobody has to do: het bezoek is op woensdag."""
    timeless: re.Pattern[str]
    """A right, a ban, a choice, who pays, where something lies: no time belongs to it."""

    def is_settled(self, agreement: str) -> bool:
        """Return whether everyone would know when to look for it."""
        return bool(self.moment.search(agreement) or self.timeless.search(agreement))


class SeparableVerbs(Struct, frozen=True):
    """Forms of verbs of which a part can stand apart: koppelt … terug."""

    finite: Callable[[str], tuple[str, ...]]
    """The forms of a verb that can stand before the part."""
    participles: Callable[[str, str], tuple[str, ...]]
    """The participles of a part and a verb: teruggekoppeld."""
    infinitive_marker: str
    """Stands between the part and the verb: terug te koppelen."""
    other_words: frozenset[str]
    """Parts that are as often another word: they count only where they close a clause."""
    after_clause: frozenset[str]
    """Words that may follow such a part where it closes a clause."""


class Inflection(Struct, frozen=True):
    """Forms that a word of a list may take in a sentence."""

    forms: Callable[[str], tuple[str, ...]]
    separable: SeparableVerbs | None = None
    """None where a language has no such verbs."""


class Grammar(Struct, frozen=True):
    """The small words of one language."""

    question_words: frozenset[str]
    yes_no_verbs: frozenset[str]
    """Verbs that open a question with yes or no for an answer."""
    any_verb_opens: bool
    """Whether any verb before a pronoun does (Slaap je …?)."""
    subjects: frozenset[str]
    not_verbs: frozenset[str]
    """Words before a pronoun that are not verbs: als, dat, met."""
    subordinators: frozenset[str]
    """Open a clause that comes before the question itself."""
    question_or_time: frozenset[str]
    """Question words that open a clause of time when a subject follows: wanneer, when."""
    takes_no_noun: frozenset[str]
    """Question words that no noun follows, unless it begins another clause: hoe, where."""
    before_question_word: frozenset[str]
    """May stand before a question word: en, met, for."""
    asking: QuestionGrammar
    why: frozenset[str]
    you: frozenset[str]
    negations: frozenset[str]
    passive: PassiveGrammar
    persons: frozenset[str]
    """Say who does it, as a name does."""
    organisations: frozenset[str]
    """Say so too, without being people: school."""
    anybody: frozenset[str]
    """May do it, or may be whom it is done to: iemand. ("Men" always does it.)"""
    person_endings: tuple[str, ...]
    not_names: frozenset[str]
    """Have a capital only because they open the sentence."""
    thing_endings: tuple[str, ...]
    """Endings of nouns that are no one's name: begeleiding, arrangement."""
    promise: PromiseGrammar
    how_often: re.Pattern[str]
    time: re.Pattern[str]
    """A day, a clock time, a term that ends."""
    inflection: Inflection
    long_word: re.Pattern[str] | None
    """A long word as services make them; None where a language writes it as several."""
    conjunctions: frozenset[str]
    """Tie two sentences into one: en, of, and."""
    abbreviations: frozenset[str]
    """Are written with a full stop that ends no sentence: bijv, mrs."""
    vague_headings: Mapping[str, str]
    """Above the groups of a list of vague words, in small letters: the `Vagueness` of each."""


def grammar_of(language: str) -> Grammar | None:
    """Return the grammar that a language brings, if it has one."""
    return words_of(language, "grammar", Grammar)


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """Return the endings of a list, in the form that `str.endswith` takes."""
    return tuple(text.split())
