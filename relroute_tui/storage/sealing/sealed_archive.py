"""The routes in a folder, with the key that opens them."""

import hashlib
import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.colleagues import NO_COLLEAGUES, Colleagues
from relroute_tui.storage.sealing.envelope import OPEN
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.list_index import ListIndex
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope


def sealed_archive(
    folder: Path,
    key: Key,
    notes: Path,
    now: Callable[[], datetime] | None = None,
    *,
    colleagues: Colleagues = NO_COLLEAGUES,
) -> Archive:
    """Return the archive in `folder`: what is new is sealed, and what is open can still be read.

    In the folder `notes`, best one that stays on this laptop, is kept what was saved here last and
    what the list shows, both sealed. In an organisation, `colleagues` are those who are in it.
    """
    last_saved = LastSaved(own_note(notes, "last-saved"), key)
    envelopes = (SealedEnvelope(key, last_saved, colleagues), OPEN)
    index = ListIndex(own_note(notes, "list"), key, folder)
    if now is None:
        return Archive(folder, envelopes=envelopes, index=index)
    return Archive(folder, now=now, envelopes=envelopes, index=index)


def own_note(notes: Path, name: str) -> Path:
    """Return where this laptop keeps something for itself, also in a folder that travels."""
    machine = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
    return notes / f".{name}-{machine}.age"
