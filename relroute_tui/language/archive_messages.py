"""What keeps a laptop from its organisation's archive, in one sentence or two short ones."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.language import N_, _
from relroute_tui.storage.errors import Problem

_SENTENCES: Final[Mapping[Problem, str]] = {
    Problem.ADDRESS: N_(
        "The address of the shared archive cannot be read. Everything is saved on this laptop. "
        "It begins with postgresql:// ; look at it once more, or ask who set it up."
    ),
    Problem.NO_DRIVER: N_(
        "What speaks with the shared archive is not installed. Everything is saved on this "
        "laptop. Type: pip install 'relroute-tui[team]'"
    ),
    Problem.UNREACHABLE: N_(
        "The shared archive does not answer. Everything is saved on this laptop, and goes up as "
        "soon as it does."
    ),
    Problem.LOGIN: N_(
        "The shared archive does not let you in: the name or the password is not right. "
        "Everything is saved on this laptop. Ask who looks after the archive."
    ),
    Problem.CERTIFICATE: N_(
        "The server cannot prove that it is your organisation's archive, so nothing was sent. "
        "Everything is saved on this laptop. Tell who looks after the archive."
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
        "this laptop. Ask who looks after the archive which version to use."
    ),
    Problem.NO_RIGHT: N_(
        "You may not do this in the shared archive. Everything is saved on this laptop. Ask who "
        "looks after the archive."
    ),
    Problem.FULL: N_(
        "The shared archive is full. Everything is saved on this laptop, and goes up as soon as "
        "there is room. Tell who looks after the archive."
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


def archive_sentence(problem: Problem) -> str:
    """Say what is the matter, what is safe, and what to do now."""
    return _(_SENTENCES[problem])
