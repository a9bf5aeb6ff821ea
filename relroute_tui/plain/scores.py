"""Numbers from 0 to 10 and a word, asked one by one; nobody has to give any."""

from relroute_tui.domain.scores import Scale, parse_score
from relroute_tui.language import _, words
from relroute_tui.plain.dialogue import Dialogue


def ask_score(
    dialogue: Dialogue, name: str, scale: Scale, given: float | None
) -> int | float | None:
    """Ask for a number on this scale; Enter alone keeps what was `given`, or gives none."""
    question = _("{name}, from 0 to 10: {scale}. Enter alone passes.")
    if given is not None:
        question = _("{name}, from 0 to 10: {scale}. It is {score}; Enter alone keeps it.")
    asked = question.format(name=name, scale=_(words.SCALES[scale]), score=words.score_text(given))
    while typed := dialogue.ask(asked):
        score = parse_score(typed)
        if score is not None:
            return score
        dialogue.say(_("“{typed}” is not a number from 0 to 10.").format(typed=typed))
    return given


def ask_word(dialogue: Dialogue, name: str, given: str) -> str:
    """Ask for a word beside the numbers; Enter alone keeps what was `given`, or gives none."""
    question = _("{name}, a word? Enter alone passes.")
    if given:
        question = _("{name}, a word? It is {word}; Enter alone keeps it.")
    return dialogue.ask(question.format(name=name, word=f"“{given}”")) or given
