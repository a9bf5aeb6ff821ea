"""Words for how people come to the table and leave it, on papers and screens."""

from collections.abc import Iterable, Mapping
from typing import Final

from relroute_tui.domain.scores import CheckIn, CheckOut, Feeling, Scale, Score
from relroute_tui.language import N_, _

SCALES: Final[Mapping[Scale, str]] = {
    Scale.ARRIVAL: N_("how I arrived"),
    Scale.HEARD: N_("I was heard"),
    Scale.SUBJECTS: N_("we talked about what matters to me"),
    Scale.WAY: N_("the way we talked suited me"),
    Scale.WHOLE: N_("the meeting as a whole"),
}
QUESTIONS: Final[Mapping[Scale, str]] = {
    Scale.ARRIVAL: N_("{name}, how are you arriving today?"),
    Scale.HEARD: N_("{name}, how well were you heard?"),
    Scale.SUBJECTS: N_("{name}, how well was it about what matters to you?"),
    Scale.WAY: N_("{name}, how well did the way we talked suit you?"),
    Scale.WHOLE: N_("{name}, how was this meeting for you?"),
}
"""Questions to one person, whose name is in them."""
FEELINGS: Final[Mapping[Feeling, str]] = {
    Feeling.GLAD_FACE: N_("very good"),
    Feeling.CONTENT_FACE: N_("good"),
    Feeling.EVEN_FACE: N_("so-so"),
    Feeling.UNSURE_FACE: N_("not so good"),
    Feeling.SAD_FACE: N_("bad"),
    Feeling.GOOD: N_("good"),
    Feeling.SO_SO: N_("so-so"),
    Feeling.NOT_GOOD: N_("not good"),
}
"""The word under each face, and of each step."""
CHOSEN: Final[Mapping[Feeling, str]] = {
    Feeling.GLAD_FACE: N_("a smiling face (very good)"),
    Feeling.CONTENT_FACE: N_("a content face (good)"),
    Feeling.EVEN_FACE: N_("a straight face (so-so)"),
    Feeling.UNSURE_FACE: N_("an unsure face (not so good)"),
    Feeling.SAD_FACE: N_("a sad face (bad)"),
    Feeling.GOOD: N_("good"),
    Feeling.SO_SO: N_("so-so"),
    Feeling.NOT_GOOD: N_("not good"),
}
"""What somebody chose, where nobody sees the face."""


def score_text(score: Score | None) -> str:
    """Return what somebody chose: "7,5", "a smiling face (very good)", "so-so"; "" for nothing."""
    return _(CHOSEN[score]) if isinstance(score, Feeling) else short_score(score)


def short_score(score: Score | None) -> str:
    """Return what somebody chose as a number or a word: "7,5", "very good"; "" for nothing."""
    if score is None:
        return ""
    if isinstance(score, Feeling):
        return _(FEELINGS[score])
    return f"{score:g}".replace(".", _("."))  # the mark before a decimal


def scale_and_score(scale: Scale, score: Score) -> str:
    """Return a score with what it is about: "I was heard 8", "I was heard: a sad face (bad)"."""
    colon = ":" if isinstance(score, Feeling) else ""
    return f"{_(SCALES[scale])}{colon} {score_text(score)}"


def arrival_heading(check_ins: Iterable[CheckIn]) -> str:
    """Return the heading above how people arrived; only of numbers it says from where to where."""
    return _("How we arrived, from 0 to 10") if _have_number(check_ins) else _("How we arrived")


def leaving_heading(check_outs: Iterable[CheckOut]) -> str:
    """Return the heading above how people left; only of numbers it says from where to where."""
    return _("How we left, from 0 to 10") if _have_number(check_outs) else _("How we left")


def _have_number(given: Iterable[CheckIn | CheckOut]) -> bool:
    scores = (one.score_on(scale) for one in given for scale in Scale)
    return any(score is not None and not isinstance(score, Feeling) for score in scores)
