"""A score and a word, asked one by one; nobody has to give any."""

from relroute_tui.domain.scores import FEELINGS, AnsweredWith, Scale, Score, parse_score
from relroute_tui.domain.text import fold
from relroute_tui.language import _, score_words
from relroute_tui.language.first_letters import letter_places, word_with_letter
from relroute_tui.plain.dialogue import Dialogue


def ask_score(dialogue: Dialogue, name: str, scale: Scale, given: Score | None) -> Score | None:
    """Ask for a score on this scale; Enter alone keeps what was `given`, or gives none."""
    how = _("A number from 0 to 10, or a word: {words}. Enter alone passes.")
    if given is not None:
        how = _("A number from 0 to 10, or a word: {words}. It is {score}; Enter alone keeps it.")
    asked = " ".join((_(score_words.QUESTIONS[scale]), how))
    steps = ", ".join(_words())
    asked = asked.format(name=name, words=steps, score=score_words.score_text(given))
    while typed := dialogue.ask(asked):
        score = _score(typed)
        if score is not None:
            return score
        dialogue.say(
            _("“{typed}” is not a number from 0 to 10, nor one of: {words}.").format(
                typed=typed, words=steps
            )
        )
    return given


def _words() -> list[str]:
    return [_(score_words.FEELINGS[step]) for step in FEELINGS[AnsweredWith.STEPS]]


def _score(typed: str) -> Score | None:
    """Return the number that was typed, or the step by its word or its letter."""
    words = _words()
    whole = (place for place, word in enumerate(words) if fold(word) == fold(typed))
    place = next(whole, word_with_letter(words, letter_places(words), typed))
    return parse_score(typed) if place is None else FEELINGS[AnsweredWith.STEPS][place]


def ask_word(dialogue: Dialogue, name: str, given: str) -> str:
    """Ask for a word beside the score; Enter alone keeps what was `given`, or gives none."""
    question = _("{name}, a word? Enter alone passes.")
    if given:
        question = _("{name}, a word? It is {word}; Enter alone keeps it.")
    return dialogue.ask(question.format(name=name, word=f"“{given}”")) or given
