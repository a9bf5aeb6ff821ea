"""Errors of a server, each as a problem that a person can be told."""

from typing import Final

import psycopg

from relroute_tui.storage.archives.contract import ArchiveError, Problem

_AT_THE_DOOR: Final = (
    (("certificate",), Problem.CERTIFICATE),
    (("does not support SSL", "SSL error", "server closed the connection"), Problem.UNREACHABLE),
    (
        ("authentication", "password", "pg_hba", "not permitted to log in", 'role "'),
        Problem.LOGIN,
    ),
    (('database "',), Problem.NOT_PREPARED),
)
"""An error of connecting has no code: only its words tell. Of several hosts all are in there."""
_BY_CODE: Final = {
    "42501": Problem.NO_RIGHT,
    "42P01": Problem.NOT_PREPARED,
    "3F000": Problem.NOT_PREPARED,
    "42703": Problem.OTHER_SCHEMA,
    "55P03": Problem.BUSY,
    "25006": Problem.UNREACHABLE,
    "54000": Problem.TOO_LONG,
    "23514": Problem.TOO_LONG,
}
_BY_CLASS: Final = {"08": Problem.UNREACHABLE, "57": Problem.UNREACHABLE, "53": Problem.FULL}
_SURELY_NOT_DONE: Final = ("22", "23", "25", "40", "42", "53", "54", "55")
"""Classes of errors after which the server has undone the statement, and says so."""
_NOBODY_KNOWS: Final = "40003"
AGAIN: Final = ("40001", "40P01")
"""Two transactions stood in each other's way: the same once more, and it works."""


def problem_at_the_door(error: psycopg.Error) -> ArchiveError:
    """Return why there is no connection."""
    words = str(error)
    for phrases, problem in _AT_THE_DOOR:
        if any(phrase in words for phrase in phrases):
            return ArchiveError(problem)
    return ArchiveError(Problem.UNREACHABLE)


def problem_of(error: psycopg.Error) -> ArchiveError:
    """Return why a statement did not do what it should."""
    code = error.sqlstate or ""
    default = Problem.UNREACHABLE if isinstance(error, psycopg.OperationalError) else Problem.OTHER
    return ArchiveError(_BY_CODE.get(code) or _BY_CLASS.get(code[:2]) or default)


def is_surely_undone(error: psycopg.Error) -> bool:
    """Return whether the server said that nothing of the statement was done."""
    code = error.sqlstate or ""
    return code != _NOBODY_KNOWS and code[:2] in _SURELY_NOT_DONE


def needs_another_connection(error: psycopg.Error) -> bool:
    """Return whether this connection is of no use any more.

    Also where it ended at a copy that only reads, after another server took over.
    """
    return error.sqlstate == "25006" or not is_surely_undone(error)
