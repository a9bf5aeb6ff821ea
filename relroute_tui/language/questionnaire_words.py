"""What the answers of a questionnaire are called, on the screen and on paper."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.answers import Everyday, Face, Need, Silence
from relroute_tui.language import N_

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
    Face.EVEN: N_("just so"),
    Face.UNSURE: N_("not sure"),
    Face.SAD: N_("sad"),
}
"""Where the questionnaire that gave a face its own word is not at hand."""
