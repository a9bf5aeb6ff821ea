"""`relroute audience`: the window for the television."""

from typing import TYPE_CHECKING, Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.launch import show_audience
from relroute_tui.environment import Environment
from relroute_tui.language import N_

if TYPE_CHECKING:
    import argparse


def _wait_for_a_meeting(_arguments: "argparse.Namespace", environment: Environment) -> None:
    show_audience(environment)


COMMAND: Final = Command(
    name="audience",
    summary=N_("the window for the television; it waits for a meeting"),
    usage="relroute audience",
    example="relroute audience",
    run=_wait_for_a_meeting,
)
