"""A meeting as lines and numbered choices, in place of a screen: `--plain`."""

import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from relroute_tui import operating_system
from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.launch import block_openssl, encoding_hindrance_of
from relroute_tui.cli.output import CommandFailed, storage_errors_reported
from relroute_tui.cli.prompt import ask_secret
from relroute_tui.cli.unlock import unlock
from relroute_tui.environment import Environment
from relroute_tui.language import _
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    from relroute_tui.context import AppContext

_LONGEST_WAIT: Final = 30
"""Seconds after a wrong pass phrase, at most."""


def add_plain_flag(parser: Parser) -> None:
    """Take --plain."""
    parser.add_flag("--plain", help=_("as lines and numbered choices, for a screen reader"))


def show_lines(environment: Environment, start: Start) -> None:
    """Hold the meeting as lines until somebody leaves.

    Raises WrongUsage with a window for the television, CommandFailed where something is not saved,
    and StorageError.
    """
    from relroute_tui.context import AppContext
    from relroute_tui.language.save_words import not_saved_notice
    from relroute_tui.plain.dialogue import Dialogue
    from relroute_tui.plain.route import Route, SaveNews
    from relroute_tui.plain.terminal import StandardTerminal
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.key_folder import is_sealed

    if start.audience:
        raise WrongUsage(_("--plain has no window for the television."))
    if sys.stdin is None or sys.stdout is None:
        raise CommandFailed(_("There is nothing here to read lines from."))
    hindrance = encoding_hindrance_of(os.environ) if sys.stdout.isatty() else None
    if hindrance:
        raise CommandFailed(hindrance)
    operating_system.leave_no_core_dump()
    block_openssl()
    with storage_errors_reported():
        archive = Archive(environment.sessions, now=environment.now)
        archive.prepare()
        context = AppContext(environment, archive)
        if is_sealed(environment.sessions):
            context.unlock(unlock(environment))
        assert start.route_id is not None
        opened = context.open(context.archive.find(start.route_id).id)
    terminal = StandardTerminal()
    dialogue = Dialogue(terminal, SaveNews(opened), idle_lock(context))
    with terminal.listening():
        is_saved = Route(dialogue, context, opened).open(meet=start.meet)
    if not is_saved:
        raise CommandFailed(not_saved_notice(opened.status))


def idle_lock(context: "AppContext") -> Callable[[], None]:
    """Return what asks for the pass phrase again where nobody typed for as long as is set."""
    if context.unlocked is None:
        return lambda: None
    now, last = context.environment.now, [context.environment.now()]

    def look() -> None:
        minutes = context.settings.locks_after
        if minutes and now() - last[0] >= timedelta(minutes=minutes):
            _ask_again(context)
        last[0] = now()

    return look


def _ask_again(context: "AppContext") -> None:
    """Go on once the pass phrase was typed that opened the routes before. Raises InputEnded."""
    from relroute_tui.plain.dialogue import InputEnded
    from relroute_tui.storage.errors import NoPassPhrase, StorageError
    from relroute_tui.storage.sealing.vault import Vault

    print(_("Nobody typed for a while. Everything is kept as it was."))  # noqa: T201
    vault, before, failed = Vault(context.environment.sessions), context.unlocked, 0
    while True:
        try:
            unlocked = vault.open(ask_secret(_("Pass phrase: ")))
        except NoPassPhrase:
            raise InputEnded from None
        except StorageError:
            unlocked = None
        if before is not None and unlocked is not None and before.key in unlocked.keys:
            return
        print(_("That was not it. Nothing was changed."))  # noqa: T201
        time.sleep(min(2**failed, _LONGEST_WAIT))
        failed += 1
