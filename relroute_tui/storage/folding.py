"""Folds what somebody answered in a questionnaire, as one folds a letter.

Whoever opens a route's file in an editor, or searches in it, reads no answer in passing. It keeps
nobody out who means to read it: for that the whole file is sealed.
"""

from base64 import b64decode, b64encode

import msgspec

from relroute_tui.domain.questionnaire import Answer, Block, Filled, Moment
from relroute_tui.storage.surrogates import mended


class Folded(msgspec.Struct):
    """A filled-in questionnaire as a file keeps it."""

    participant_id: str
    moment: Moment
    folded: str
    """The answers: JSON in base64."""
    released: frozenset[Block] = frozenset()


def fold(filled: Filled) -> Folded:
    """The questionnaire with its answers folded; the same answers always fold to the same."""
    answers = mended(msgspec.to_builtins(filled.answers, order="deterministic"))
    folded = b64encode(msgspec.json.encode(answers)).decode("ascii")
    return Folded(filled.participant_id, filled.moment, folded, filled.released)


def unfold(folded: Folded) -> Filled:
    """The questionnaire as it was filled in. Raises ValueError where it can not be read."""
    written = b64decode(folded.folded, validate=True)
    answers = msgspec.json.decode(written, type=dict[str, Answer])
    return Filled(folded.participant_id, folded.moment, answers, folded.released)
