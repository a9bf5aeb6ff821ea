"""Questions that sealing asks an organisation; `team/authorship.py` answers, where there is one."""

from collections.abc import Collection
from typing import Final, Protocol

from msgspec import Struct


class Author(Struct, frozen=True):
    """Author of a file, with their signature under it."""

    id: str
    signature: str


class Writing(Struct, frozen=True):
    """A file that was opened, as far as it matters who wrote it."""

    route_id: str
    tag: str
    """Tag by which its secret is known (`mac.tag_of`)."""
    code: str
    """The code of all that is in it; this is what its author signed."""
    author: Author | None
    is_newer: bool
    """Whether it would follow, or replace, what this laptop saved or received last, under the same
    secret."""


class Colleagues(Protocol):
    """Those with whom routes are shared. Asked for every file, so mostly from memory."""

    def standing(self) -> tuple[str, ...]:
        """Return the public keys to which a new route is sealed too, such as a council's."""

    def gone(self) -> frozenset[str]:
        """Return the public keys of those who left: nothing is sealed to them any more."""

    def sign(self, code: str, /) -> Author | None:
        """Sign what we save; None without an organisation."""

    def may_have_written(self, writing: Writing, losing: Collection[str], /) -> bool:
        """Return whether its author could write this route, as far as is known here.

        Those with an id in `losing` have it until now.
        """

    def vouch_for(self, route_id: str, tag: str, /) -> bool:
        """Return whether a colleague gave this route the secret with this tag."""

    def remember_given(self, tag: str, code: str, /) -> None:
        """Remember with which code a route came under this secret. Raises SaveError."""


class _NoColleagues:
    """Somebody who works alone."""

    def standing(self) -> tuple[str, ...]:
        return ()

    def gone(self) -> frozenset[str]:
        return frozenset()

    def sign(self, _code: str) -> Author | None:
        return None

    def may_have_written(self, _writing: Writing, _losing: Collection[str]) -> bool:
        return True

    def vouch_for(self, _route_id: str, _tag: str) -> bool:
        return False

    def remember_given(self, _tag: str, _code: str) -> None:
        pass


NO_COLLEAGUES: Final[Colleagues] = _NoColleagues()
