"""`relroute team`: the members of the organisation, and the routes that each can open."""

from typing import Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.team import (
    confirm,
    council,
    end,
    found,
    handover,
    join,
    leave,
    log,
    members,
    move,
    prepare,
    recover,
    rule,
    sync,
    who,
)
from relroute_tui.language import N_

_SUBCOMMANDS: Final = (
    found.COMMAND,
    join.COMMAND,
    confirm.COMMAND,
    members.COMMAND,
    who.COMMAND,
    handover.COMMAND,
    leave.COMMAND,
    council.COMMAND,
    recover.COMMAND,
    rule.COMMAND,
    end.COMMAND,
    log.COMMAND,
    prepare.COMMAND,
    move.COMMAND,
    sync.COMMAND,
)

COMMAND: Final = Command(
    name="team",
    summary=N_("your organisation: who is in it, and who can open which route"),
    usage=f"relroute team {'|'.join(subcommand.name for subcommand in _SUBCOMMANDS)} …",
    example="relroute team list",
    subcommands=_SUBCOMMANDS,
)
