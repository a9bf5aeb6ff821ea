"""The folders with decks that a command reads."""

import os
from pathlib import Path

from relroute_tui.cli.output import CommandFailed
from relroute_tui.environment import Environment
from relroute_tui.language import _


def card_folders(environment: Environment) -> tuple[Path, ...]:
    """Return the folders with decks. Raises CommandFailed where one of them is not there."""
    for folder in environment.cards:
        if not os.path.isdir(folder):  # noqa: PTH112 - a name that is too long is none either
            raise CommandFailed(
                _("The folder with decks is not there: {path}. Check how it is written.").format(
                    path=folder
                )
            )
    return environment.card_folders
