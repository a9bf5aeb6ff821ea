"""An organisation's part in other commands: a question, and a line in its log."""

from typing import TYPE_CHECKING

from relroute_tui.cli.output import CommandFailed, complain
from relroute_tui.cli.prompt import ask_line
from relroute_tui.environment import Environment
from relroute_tui.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from relroute_tui.domain.openers import Openers
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.vault import Unlocked
    from relroute_tui.team.erasing import Reach
    from relroute_tui.team.team import Team


def team_of(unlocked: "Unlocked", environment: Environment) -> "Team":
    """Return the organisation that shares this folder."""
    return environment.team_place.team(unlocked.key)


def note_act(unlocked: "Unlocked", environment: Environment, act: str, route_id: str) -> None:
    """Write into the log of an organisation, if there is one, what is done with a route."""
    if environment.team_place.has_team:
        from relroute_tui.team.acts import Act

        team_of(unlocked, environment).note_or_keep(Act(act), [route_id])


def reach_of_erasing(
    unlocked: "Unlocked", environment: Environment, archive: "Archive", path: "Path"
) -> "Reach | None":
    """Return how far erasing this route reaches; None without an organisation.

    Also None where its file does not open: then nobody knows.
    """
    if not environment.team_place.has_team:
        return None
    from relroute_tui.storage.errors import StorageError
    from relroute_tui.team.erasing import reach_of

    try:
        return reach_of(team_of(unlocked, environment), archive.readers(path))
    except StorageError:
        return None


def erase_there(unlocked: "Unlocked", environment: Environment, route_id: str) -> bool:
    """Erase a route in the archive too, now or at a later start; return whether it is gone."""
    from relroute_tui.storage.errors import ArchiveError

    team = team_of(unlocked, environment)
    team.keep_to_erase(route_id)
    try:
        team.erase_waiting()
    except ArchiveError:
        return False
    return True


def known_openers(
    unlocked: "Unlocked", environment: Environment, readers: tuple[str, ...]
) -> "Openers | None":
    """Return who can open a route; None without an organisation that can be asked now."""
    if not environment.team_place.has_team:
        return None
    from relroute_tui.storage.errors import ArchiveError
    from relroute_tui.team.openers import openers_of

    try:
        team = team_of(unlocked, environment)
        return openers_of(team, (unlocked.key.public, *readers)) if team.own else None
    except ArchiveError:
        return None


def check_confirmed(team: "Team", reader: str) -> None:
    """Ask, where nobody has confirmed whose key this is. Raises CommandFailed."""
    if team.roll.member_with(reader) is not None:
        return
    complain(
        _(
            "Nobody in {organisation} has confirmed whose key this is. Whoever has it would read "
            "all of this route. Do you know that it is your colleague's?"
        ).format(organisation=team.organisation or _("your organisation"))
    )
    if ask_line(_("Type yes to share it all the same: ")).casefold() not in _yes():
        raise CommandFailed(_("This route is not shared with that key. Nothing was changed."))


def _yes() -> frozenset[str]:
    return frozenset({"yes", _("yes")})
