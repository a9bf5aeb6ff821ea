"""Reach of the erasing of a route, where an organisation shares it."""

from collections.abc import Iterable

from msgspec import Struct

from relroute_tui.team.team import Team


class Reach(Struct, frozen=True):
    """People and places besides us that an erasing reaches."""

    colleagues: tuple[str, ...]
    """The names of those who can open the route too."""
    has_server: bool
    """Whether the organisation is on a server, where a route stays as long as colleagues open it;
    a folder has one file for all."""

    @property
    def is_for_server(self) -> bool:
        """Whether it goes on the server too: nobody else opens it there."""
        return self.has_server and not self.colleagues


def reach_of(team: Team, readers: Iterable[str]) -> Reach:
    """Return the reach for a route that these public keys open."""
    return Reach(team.colleagues_with(readers), team.beside is not None)
