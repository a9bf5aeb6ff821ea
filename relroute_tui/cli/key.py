"""`relroute key`: one's own public key, for a colleague to share with; or a new key."""

import argparse
import sys
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.prompt import ask_line, ask_secret, read_line
from relroute_tui.cli.unlock import unlock
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    from relroute_tui.storage.sealing.vault import RecoveryKey


def _add_options(parser: Parser) -> None:
    parser.add_flag("--new", help=_("make a key for yourself in this folder"))


def _show_key(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.storage.sealing.key_folder import is_sealed

    with storage_errors_reported():
        if arguments.new:
            say_lines([_new_key(environment, arguments.passphrase_fd)])
            return
        if not is_sealed(environment.sessions):
            raise CommandFailed(_("There is no key here yet. `relroute key --new` makes one."))
        say_lines([unlock(environment, arguments.passphrase_fd).key.public])


def _new_key(environment: Environment, descriptor: int | None) -> str:
    """Make a key under a pass phrase, with its recovery key on paper, and return its public half.

    A pass phrase from the open file `descriptor` is not asked a second time. Raises CommandFailed
    and StorageError.
    """
    from relroute_tui.storage.recognise import hidden_open_routes
    from relroute_tui.storage.sealing.migrate import seal_everything
    from relroute_tui.storage.sealing.sealed_archive import sealed_archive
    from relroute_tui.storage.sealing.vault import SHORTEST, RecoveryKey, Vault

    pass_phrase = _new_pass_phrase(descriptor)
    if len(pass_phrase) < SHORTEST:
        raise CommandFailed(_("That is too short to keep anybody out. Nothing was made."))
    if descriptor is None and ask_secret(_("The same again: ")) != pass_phrase:
        raise CommandFailed(_("Those two are not the same. Nothing was made."))
    recovery = RecoveryKey.new()
    _try_out(recovery)
    key = Vault(environment.sessions).make(pass_phrase, recovery).key
    archive = sealed_archive(environment.sessions, key, environment.private)
    with progress_shown() as report:
        left = seal_everything(archive, report)
    if left:
        complain(_("Not everything could be sealed: close the other window first."))
    if hidden := hidden_open_routes(environment.sessions):
        folders = sorted({str(path.parent) for path in hidden})
        complain(
            _(
                "Open copies are left that a synchroniser keeps for itself, in {folders}. "
                "Throw them away there."
            ).format(folders=", ".join(folders))
        )
    return key.public


def _new_pass_phrase(descriptor: int | None) -> str:
    if descriptor is None:
        return ask_secret(_("A pass phrase, best of four words or more: "))
    return read_line(descriptor)


def _try_out(recovery: "RecoveryKey") -> None:
    """Show the recovery key and have its first and last group typed. Raises CommandFailed."""
    print(  # noqa: T201
        _("The recovery key opens the routes when the pass phrase is forgotten. Write it down:"),
        " ".join(recovery.groups),
        sep="\n\n  ",
        end="\n\n",
        file=sys.stderr,
    )
    typed = ask_line(_("Type its first and its last group of letters: "))
    if not recovery.is_tried_out_by(typed):
        raise CommandFailed(_("That is not what it says. Nothing was made. Begin again."))


COMMAND: Final = Command(
    name="key",
    summary=N_("your public key, for a colleague to share with"),
    usage="relroute key [--new]",
    example="relroute key",
    run=_show_key,
    add_options=_add_options,
    opens_sealed_routes=True,
)
