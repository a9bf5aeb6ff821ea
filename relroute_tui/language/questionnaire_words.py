"""Words for the answers of a questionnaire, on the screen and on paper."""

from collections.abc import Iterator, Mapping
from typing import Final

from relroute_tui.domain.questionnaire.answers import Answer, Everyday, Face, Need, Silence
from relroute_tui.domain.questionnaire.model import Item
from relroute_tui.language import N_, _, words

SILENCES: Final[Mapping[Silence, str]] = {
    Silence.DONT_KNOW: N_("don't know"),
    Silence.RATHER_NOT: N_("rather not say"),
}
EVERYDAYS: Final[Mapping[Everyday, str]] = {
    Everyday.GOES_WELL: N_("goes well"),
    Everyday.LETS_TALK: N_("let's talk"),
    Everyday.DONT_KNOW: N_("don't know"),
}
"""As asked on paper, a column each. On the screen one can rather not say, as at any question."""
NEEDS: Final[Mapping[Need, str]] = {
    Need.NONE: N_("none"),
    Need.SOME: N_("some"),
    Need.MUCH: N_("much"),
}
FACES: Final[Mapping[Face, str]] = {
    Face.GLAD: N_("glad"),
    Face.CONTENT: N_("content"),
    Face.EVEN: N_("okay"),
    Face.UNSURE: N_("not sure"),
    Face.SAD: N_("sad"),
    Face.ANGRY: N_("angry"),
    Face.SCARED: N_("scared"),
}
"""Words for the faces, where the questionnaire with a word of its own is not at hand."""
_TOLD: Final = (Everyday.GOES_WELL, Everyday.LETS_TALK)
"""Answers that are shown. Not knowing, or preferring not to say, is not put on display."""


def said_in(answer: Answer, item: Item | None = None) -> Iterator[str]:
    """Yield what was answered, beside own words; a face by the word that it has at this item."""
    if answer.face is not None:
        own = {face.face: face.word for face in item.faces} if item else {}
        yield own.get(answer.face) or _(FACES[answer.face])
    if answer.score is not None:
        yield str(answer.score)
    if answer.need is not None:
        yield _(NEEDS[answer.need])
    for category, how in answer.everyday:
        if how in _TOLD:
            yield f"{_(words.CATEGORIES[category])}: {_(EVERYDAYS[how])}"
    for theme in answer.themes:
        yield _(words.THEMES[theme])
