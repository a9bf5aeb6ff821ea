"""Adds signed lines to a log of the archive, each bound to those that are there."""

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.team.chain import Entry, new_line, newest, read_lines
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.identity import Signer

_TRIES: Final = 20
"""Number of times at most that a line is bound anew because somebody else was first."""
_ANY: Final = msgspec.json.Decoder(Entry)


def append(archive: SharedArchive, log: str, said: Entry, signer: Signer) -> None:
    """Add what is said as the newest line. Raises ArchiveError and TeamError."""
    for _attempt in range(_TRIES):
        lines, number = _lines_and_next_number(archive, log)
        before = newest(read_lines(lines, _ANY.decode))
        if archive.append_line(log, new_line(replace(said, before=before), signer), number):
            return
    raise TeamError(TeamProblem.BUSY)


def _lines_and_next_number(archive: SharedArchive, log: str) -> tuple[Sequence[bytes], int]:
    """Return the lines of a log, and the number that is free behind them.

    That is not how many there are: two laptops that wrote apart have lines with the same number.
    """
    lines = archive.read_log(log)
    number = len(lines)
    while archive.read_log(log, number):
        number += 1
    if number > len(lines):
        lines = archive.read_log(log)
    while number and not archive.read_log(log, number - 1):
        number -= 1
    return lines, number
