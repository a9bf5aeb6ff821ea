"""Messages about an archive that cannot be used, each one sentence or two short ones."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from relroute_tui.language import N_, _, dates, ngettext
from relroute_tui.storage.archives.sync_state import SyncState
from relroute_tui.storage.archives.sync_thread import ArchiveStatus
from relroute_tui.storage.errors import Problem

_SENTENCES: Final[Mapping[Problem, str]] = {
    Problem.ADDRESS: N_(
        "The address of the shared archive cannot be read. Everything is saved on this laptop. "
        "It begins with postgresql:// ; look at it once more, or ask whoever set it up."
    ),
    Problem.NO_DRIVER: N_(
        "What talks to the shared archive is not installed. Everything is saved on this "
        "laptop. Type: pip install 'relroute-tui[team]'"
    ),
    Problem.UNREACHABLE: N_(
        "The shared archive does not answer. Everything is saved on this laptop, and goes up as "
        "soon as it does."
    ),
    Problem.LOGIN: N_(
        "The shared archive does not let you in: the name or the password is not right. "
        "Everything is saved on this laptop. Ask whoever looks after the archive."
    ),
    Problem.CERTIFICATE: N_(
        "The server cannot prove that it is your organisation's archive, so nothing was sent. "
        "Everything is saved on this laptop. Tell whoever looks after the archive."
    ),
    Problem.IN_THE_CLEAR: N_(
        "The connection to the shared archive would not be protected, so nothing was sent. "
        "Everything is saved on this laptop. Use sslmode=verify-full in its address."
    ),
    Problem.NOT_PREPARED: N_(
        "There is no archive at this address yet. Everything is saved on this laptop. Ask who "
        "looks after the archive to prepare it."
    ),
    Problem.OTHER_SCHEMA: N_(
        "The shared archive was prepared by another version of relroute. Everything is saved on "
        "this laptop. Ask whoever looks after the archive which version to use."
    ),
    Problem.NO_RIGHT: N_(
        "You may not do this in the shared archive. Everything is saved on this laptop. Ask who "
        "looks after the archive."
    ),
    Problem.FULL: N_(
        "The shared archive is full. Everything is saved on this laptop, and goes up as soon as "
        "there is room. Tell whoever looks after the archive."
    ),
    Problem.BUSY: N_(
        "Somebody else is using this in the shared archive just now. Nothing was changed. Try "
        "again in a moment."
    ),
    Problem.NOT_SEALED: N_(
        "The routes on this laptop are not sealed, so nothing was sent to the shared archive. "
        "Choose a pass phrase first: F7 on the home screen."
    ),
    Problem.TOO_LONG: N_(
        "This route is too long for the shared archive. It is saved on this laptop. Tell who "
        "looks after the archive."
    ),
    Problem.OTHER: N_(
        "The shared archive could not do that. Everything is saved on this laptop, and it is "
        "tried again."
    ),
}


_STATES: Final[Mapping[SyncState, str]] = {
    SyncState.NOT_YOURS: N_(
        "{names}: the shared archive does not show this any more, so it was handed over, or you "
        "may not save it there. It is whole on this laptop. Ask whoever looks after the archive."
    ),
    SyncState.ERASED: N_(
        "{names}: this was erased in the shared archive, for everyone. It is still on this "
        "laptop; erase it here too, from the route itself with Ctrl+P."
    ),
    SyncState.UNREADABLE: N_(
        "{names}: what the shared archive has does not open with your key. Nothing was changed, "
        "here or there. Ask the colleague who shared it to share it again."
    ),
    SyncState.NOT_SEALED: N_(
        "{names}: this is not sealed, so it was not sent to the shared archive. It is sealed when "
        "the app is opened the next time."
    ),
    SyncState.TOO_LONG: N_(
        "{names}: this is too long for the shared archive. It is saved on this laptop. Tell who "
        "looks after the archive."
    ),
}


def archive_notes(status: ArchiveStatus, name_of: Callable[[str], str]) -> Iterator[str]:
    """Yield what home says about the shared archive; nothing while all is as it should be."""
    if status.problem is not None:
        yield archive_sentence(status.problem)
        waiting_for_it = [
            route_id for route_id in status.waiting if status.states.get(route_id) not in _STATES
        ]
        if waiting_for_it:
            waiting = ngettext(
                "{n} route waits for the shared archive.",
                "{n} routes wait for the shared archive.",
                len(waiting_for_it),
            )
            yield waiting.format(n=len(waiting_for_it))
    if status.was_put_back:
        yield _(
            "The shared archive was put back to an earlier state. What this laptop has was sent "
            "to it again. Tell whoever looks after the archive."
        )
    yield from sync_state_sentences(status.states, name_of)


def sync_state_sentences(
    states: Mapping[str, SyncState], name_of: Callable[[str], str]
) -> Iterator[str]:
    """Yield a sentence for every state that is for people to do something about."""
    for state, sentence in _STATES.items():
        ids = [route_id for route_id, stands in states.items() if stands is state]
        if ids:
            yield _(sentence).format(names=", ".join(sorted(map(name_of, ids))))


def kept_where(status: ArchiveStatus, route_id: str) -> str:
    """Return since when the archive has a route as it was here: a few words, for a border."""
    if status.states.get(route_id) is SyncState.APART:
        return _("somebody else saved too, both kept")
    kept_at = status.kept_at.get(route_id)
    if kept_at is None or (status.problem is not None and route_id in status.waiting):
        return _("not in the archive yet")
    return _("in the archive {time}").format(time=dates.clock_time(kept_at))


def archive_sentence(problem: Problem) -> str:
    """Say what is the matter, what is safe, and what to do now."""
    return _(_SENTENCES[problem])
