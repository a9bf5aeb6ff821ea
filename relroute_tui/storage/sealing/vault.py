"""The keys of a folder with routes, each under somebody's pass phrase.

In the folder `.keys`, so that they travel along with the routes:

    NAME.age            the key, under the pass phrase: `age -d -i NAME.age ROUTE.age` opens a route
    NAME.recovery.age   the same key, sealed to a recovery key that exists on paper only
    NAME.next.age       a key that took the place of another (`successor.py`)
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyrage
from pyrage import passphrase, x25519

from relroute_tui.storage.errors import FolderError, Reason, SaveError, WrongPassPhrase
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, NotAKey, seal_to, unseal
from relroute_tui.storage.sealing.key_folder import (
    KEY_ENDING,
    KEYS,
    RECOVERY_ENDING,
    has_conflict,
    is_sealed,
    key_files,
)
from relroute_tui.storage.sealing.pass_phrase import WORK, seal_under, spellings
from relroute_tui.storage.sealing.successor import successor_of

SHORTEST: Final = 8
"""Characters of a pass phrase. Shorter is no longer than a lunch break to try out."""
_BECH32: Final = re.compile(r"[02-9ac-hj-np-z]{58}")
_MISREAD: Final = str.maketrans({"o": "0", "i": "l", "1": "l"})
"""Letters that are in no key, and what they were on paper."""
_BEFORE: Final = "AGE-SECRET-KEY-1"
_LETTERS: Final = 5


@dataclass(frozen=True)
class Unlocked:
    """A key that was opened, and the file it is in."""

    key: Key
    path: Path
    older: tuple[Key, ...] = ()
    """The keys whose place it took, from the one in the file on."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """All of them, the newest first."""
        return (self.key, *reversed(self.older))


@dataclass(frozen=True)
class RecoveryKey:
    """A second key, to be printed: it opens the first when the pass phrase is forgotten."""

    private: str

    def __repr__(self) -> str:
        return "RecoveryKey()"

    @staticmethod
    def new() -> "RecoveryKey":
        """Make one that there was not before."""
        return RecoveryKey(str(x25519.Identity.generate()))

    @staticmethod
    def from_words(text: str) -> "RecoveryKey":
        """Return what was typed over from paper, in whatever case and spacing. Raises NotAKey."""
        letters = _letters_in(text)
        if not _BECH32.fullmatch(letters):
            raise NotAKey
        try:
            return RecoveryKey(str(x25519.Identity.from_str(_BEFORE + letters.upper())))
        except pyrage.IdentityError:
            raise NotAKey from None

    @property
    def groups(self) -> tuple[str, ...]:
        """The key in groups of letters, to print and to type over."""
        letters = self.private.removeprefix(_BEFORE)
        return tuple(
            letters[start : start + _LETTERS] for start in range(0, len(letters), _LETTERS)
        )

    def is_tried_out_by(self, text: str) -> bool:
        """Return whether these are its first and its last group, as forgiving as the key itself."""
        return _letters_in(text) == _letters_in(self.groups[0] + self.groups[-1])

    @property
    def identity(self) -> x25519.Identity:
        """The key as pyrage has it."""
        return x25519.Identity.from_str(self.private)


class Vault:
    """Makes, opens and changes the keys of one folder. What it writes is never a route."""

    def __init__(self, folder: Path, work: int = WORK) -> None:
        self.folder = folder
        self._work = work

    @property
    def has_keys(self) -> bool:
        """Whether somebody made a key here. Raises FolderError."""
        return is_sealed(self.folder)

    @property
    def has_key_conflict(self) -> bool:
        """Whether a synchroniser keeps two files of one key. False where that cannot be told."""
        try:
            return has_conflict(self.folder)
        except FolderError:
            return False

    def make(self, pass_phrase: str, recovery: RecoveryKey) -> Unlocked:
        """Make a key, and the copy that the recovery key opens. Raises SaveError."""
        unlocked = Unlocked(Key.new(), self.folder / KEYS / f"{os.urandom(4).hex()}.age")
        try:
            make_folder(unlocked.path.parent)
        except FolderError as error:
            raise SaveError(unlocked.path, error.reason) from error
        self.renew_recovery(unlocked, recovery)
        self.change(unlocked, pass_phrase)  # last: without this one there is no key
        return unlocked

    def open(self, pass_phrase: str) -> Unlocked:
        """Return the key that this pass phrase opens; some tenths of a second a key that is here.

        Where another key took its place, that one. Raises WrongPassPhrase, and FolderError also
        where there are no keys any more.
        """
        return self._first(self.each_opened_by(pass_phrase))

    def recover(self, recovery: RecoveryKey) -> Unlocked:
        """Return the key that this recovery key opens. Raises WrongPassPhrase and FolderError."""
        return self._first(self.each_recovered_by(recovery))

    def each_opened_by(self, pass_phrase: str) -> Iterator[Unlocked]:
        """Yield every key here that this pass phrase opens. Raises FolderError."""
        for path, sealed in self._sealed_keys():
            for spelling in spellings(pass_phrase):
                yield from self._unlocked(path, _opened(sealed, spelling))

    def each_recovered_by(self, recovery: RecoveryKey) -> Iterator[Unlocked]:
        """Yield every key here that this recovery key opens. Raises FolderError."""
        for path, sealed in self._sealed_keys(RECOVERY_ENDING):
            key_path = path.with_name(path.name.replace(".recovery", ""))
            yield from self._unlocked(key_path, unseal(sealed, recovery.identity))

    def change(self, unlocked: Unlocked, pass_phrase: str) -> None:
        """Put the key under another pass phrase; no route is touched. Raises SaveError."""
        sealed = seal_under(spellings(pass_phrase)[0], unlocked.key.text.encode(), self._work)
        replace_file(unlocked.path, sealed)

    def renew_recovery(self, unlocked: Unlocked, recovery: RecoveryKey) -> None:
        """Let this recovery key open the key, in place of any before. Raises SaveError."""
        sealed = seal_to(unlocked.key.text.encode(), str(recovery.identity.to_public()))
        replace_file(unlocked.path.with_suffix(RECOVERY_ENDING), sealed)

    def _sealed_keys(self, ending: str = KEY_ENDING) -> Iterable[tuple[Path, bytes]]:
        found = key_files(self.folder, ending)
        is_lost = ending == KEY_ENDING and is_sealed(self.folder)  # then no pass phrase is right
        if not found and not is_lost:  # a drive that went, say: none is wrong for that
            raise FolderError(self.folder / KEYS, Reason.GONE)
        for path in found:
            try:
                yield path, read_file(path)
            except OSError:
                continue  # that one does not open; perhaps another does

    def _unlocked(self, path: Path, opened: object) -> Iterator[Unlocked]:
        """Yield the key in what was opened, or the one that took its place; none for no key."""
        if not isinstance(opened, bytes):
            return
        try:
            key = Key.from_text(opened.decode())
        except (NotAKey, UnicodeDecodeError):
            return
        older: tuple[Key, ...] = ()
        while (newer := successor_of(self.folder, key)) and newer not in (key, *older):
            key, older = newer, (*older, key)
        yield Unlocked(key, path, older)

    @staticmethod
    def _first(unlocked: Iterator[Unlocked]) -> Unlocked:
        first = next(unlocked, None)
        if first is None:
            raise WrongPassPhrase
        return first


def _letters_in(text: str) -> str:
    """Return what was typed of a recovery key, in one case, without what parts its letters."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    return letters.removeprefix("agesecretkey1").translate(_MISREAD)


def _opened(sealed: bytes, pass_phrase: str) -> bytes | None:
    try:
        content: bytes = passphrase.decrypt(sealed, pass_phrase)
    except pyrage.DecryptError:
        return None
    return content
