"""Sends routes that were sealed to other people to the archive, in place of what is there."""

from pathlib import Path
from typing import Final

from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Problem,
    Save,
    SharedArchive,
    new_save_id,
)
from relroute_tui.storage.files import make_folder, replace_file
from relroute_tui.storage.sealing.envelope import LOCKED

_TRIES: Final = 5


def upload(
    shared: SharedArchive, route_id: str, *, was: bytes, sealed: bytes, readers: tuple[str, ...]
) -> None:
    """Put `sealed` in the place of what the archive has, where that is still what it `was`.

    Raises ArchiveError: BUSY where somebody else saved meanwhile, and where it is not known what
    became of it. Then fetch it and look.
    """
    there = shared.fetch(route_id)
    if there is not None and there.sealed != was:
        raise ArchiveError(Problem.BUSY)
    save = Save(route_id, sealed, readers, there.revision if there else None, new_save_id())
    answer = shared.save(save)
    for _try in range(_TRIES):
        match answer:
            case Answer.KEPT:
                return
            case Answer.REFUSED:
                raise ArchiveError(Problem.BUSY)
            case Answer.NOT_KEPT:
                answer = shared.save(save)
            case Answer.IN_DOUBT:
                answer = shared.settle(save)
    raise ArchiveError(Problem.UNREACHABLE)


def download(shared: SharedArchive, folder: Path) -> None:
    """Put every route that one may read there into a folder of its own, as files.

    Raises ArchiveError, FolderError and SaveError.
    """
    make_folder(folder)
    for route_id in shared.revisions():
        there = shared.fetch(route_id)
        if there is not None:
            replace_file(folder / f"{route_id}{LOCKED.suffix}", there.sealed)


def check_up_to_date(shared: SharedArchive, route_id: str, here: bytes) -> None:
    """Raise ArchiveError, BUSY, unless the archive has what is here, or has nothing yet."""
    there = shared.fetch(route_id)
    if there is not None and there.sealed != here:
        raise ArchiveError(Problem.BUSY)
