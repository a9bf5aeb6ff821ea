"""What went wrong with the store, in one sentence: what happened, what is safe, what to do now."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.language import N_, _
from relroute_tui.storage.errors import (
    FolderError,
    Reason,
    SaveError,
    StorageError,
    UnreadableKind,
    UnreadableRoute,
)

NOT_SAVED: Final[Mapping[Reason, str]] = {}


def problem_sentence(problem: StorageError) -> str:
    return str(problem)
