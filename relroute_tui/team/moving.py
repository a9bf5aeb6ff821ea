"""Moves an organisation from the folder in which it began to a server.

Its lines are signed by those who wrote them, so anybody may carry them: the organisation stays the
same, and every laptop goes on with what it knows of it.
"""

from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.team import acts, roll
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.roll import read_roll


def move(source: SharedArchive, target: SharedArchive) -> None:
    """Bring the list, the log, the names and the requests over, as far as they are not there.

    Raises ArchiveError; the next try goes on. Raises TeamError where another one is there already,
    or others write there.
    """
    for log in (roll.NAME, acts.NAME):
        lines, there = source.read_log(log), target.read_log(log)
        if there[: len(lines)] != lines[: len(there)]:
            raise TeamError(TeamProblem.FOUNDED_ALREADY)
        for number, line in enumerate(lines[len(there) :], len(there)):
            if not target.append_line(log, line, number):
                raise TeamError(TeamProblem.BUSY)
    council = read_roll(target.read_log(roll.NAME)).council
    if council is not None:
        target.reserve_for_council(council.reader)
    for name in source.documents():
        document = source.fetch_document(name)
        if document is not None and target.fetch_document(name) is None:
            target.replace_document(name, document.content, None)
