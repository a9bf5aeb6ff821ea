"""The routes in a folder, with the key that opens them."""

import hashlib
import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.envelope import OPEN
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.list_index import ListIndex
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope


def sealed_archive(
    folder: Path, key: Key, notes: Path, now: Callable[[], datetime] | None = None
) -> Archive:
    """Return the archive in `folder`: what is new is sealed, and what is open can still be read.

    In the folder `notes`, best one that stays on this laptop, is kept what was saved here last and
    what the list shows, both sealed.
    """
    machine = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
    last_saved = LastSaved(notes / f".last-saved-{machine}.age", key)
    envelopes = (SealedEnvelope(key, last_saved), OPEN)
    index = ListIndex(notes / f".list-{machine}.age", key, folder)
    if now is None:
        return Archive(folder, envelopes=envelopes, index=index)
    return Archive(folder, now=now, envelopes=envelopes, index=index)
