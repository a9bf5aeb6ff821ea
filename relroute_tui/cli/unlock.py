"""From a folder to its archive, asking for the pass phrase where the routes are sealed."""

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from relroute_tui.environment import Environment
from relroute_tui.language import _

if TYPE_CHECKING:  # each is loaded where it is needed, and not before
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.vault import Unlocked, Vault

_TRIES: Final = 3
_LONGEST_LINE: Final = 4096


def archive_in(environment: Environment, descriptor: int | None = None) -> "Archive":
    """The archive of this environment; where it is sealed, opened with the pass phrase.

    Raises WrongPassPhrase, NoPassPhrase, NoLine and FolderError. Where there is no key, nothing
    that can open one is loaded.
    """
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.key_folder import is_sealed

    if not is_sealed(environment.sessions):
        return Archive(environment.sessions, now=environment.now)
    from relroute_tui.storage.sealing.sealed_archive import sealed_archive

    key = unlock(environment, descriptor).key
    return sealed_archive(environment.sessions, key, environment.settings.parent, environment.now)


def unlock(environment: Environment, descriptor: int | None = None) -> "Unlocked":
    """The key that the pass phrase opens.

    It is asked on the terminal, or is a line from the open file `descriptor`: never a word of the
    command or a variable, which other programs can read. Raises WrongPassPhrase, NoPassPhrase,
    NoLine and FolderError.
    """
    from relroute_tui.storage.sealing.vault import Vault

    vault = Vault(environment.sessions)
    if descriptor is not None:
        return vault.open(line_from(descriptor))
    return _unlock_by_asking(vault)


def _unlock_by_asking(vault: "Vault") -> "Unlocked":
    from relroute_tui.storage.errors import WrongPassPhrase

    for failed in range(_TRIES):
        time.sleep(2**failed - 1)
        try:
            return vault.open(ask(_("Pass phrase: ")))
        except WrongPassPhrase:
            print(_("That was not it. Nothing was changed."), file=sys.stderr)  # noqa: T201
    raise WrongPassPhrase


def ask(question: str) -> str:
    """Ask something on the terminal, without showing the answer. Raises NoPassPhrase."""
    from getpass import getpass

    from relroute_tui.storage.errors import NoPassPhrase

    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassPhrase
    try:
        return getpass(question)
    except (EOFError, OSError, UnicodeError):
        raise NoPassPhrase from None


def line_from(descriptor: int) -> str:
    """One line from an open file, and not a byte more. Raises NoLine."""
    from relroute_tui.storage.errors import NoLine

    line = bytearray()
    try:
        while len(line) < _LONGEST_LINE and (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
        return line.decode().removesuffix("\r")
    except (OSError, OverflowError, UnicodeDecodeError):
        raise NoLine from None
