"""The words of the commands that are about keeping."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from relroute_tui.cli import maintenance
from relroute_tui.language import _

COMMANDS: Final = "versions|restore|erase|backup|share|key|doctor"
AFTER: Final = {"--with": "KEY", "--without": "KEY", "--passphrase-fd": "N"}
_FLAG: Final[dict[str, Any]] = {"action": "store_true"}

AddCommand: TypeAlias = Callable[
    [str, str, str, Callable[..., None] | None], argparse.ArgumentParser
]
"""Adds a command: its name, its usage, what it is about, what to run. Gives its parser."""


def _add_versions(command: AddCommand) -> argparse.ArgumentParser:
    usage, about = "relroute versions ROUTE [--json]", _("the earlier versions of a route")
    made = command("versions", usage, about, maintenance.list_versions)
    add_route(made)
    _add_options(made, ("--json", _("for another program to read"), _FLAG))
    return made


def _add_restore(command: AddCommand) -> argparse.ArgumentParser:
    usage, about = "relroute restore ROUTE VERSION|latest", _("put a version back; nothing is lost")
    made = command("restore", usage, about, maintenance.restore)
    group = add_route(made)
    version = _("as `relroute versions` shows it, or latest")
    group.add_argument("version", metavar="VERSION", nargs="?", help=version)
    return made


def _add_erase(command: AddCommand) -> argparse.ArgumentParser:
    about = _("a route and all that is left of it")
    made = command("erase", "relroute erase ROUTE", about, maintenance.erase)
    add_route(made)
    return made


def _add_backup(command: AddCommand) -> argparse.ArgumentParser:
    usage, about = "relroute backup [--restore] DIR", _("a copy of everything, and back")
    made = command("backup", usage, about, maintenance.back_up)
    group = made.add_argument_group(_("to fill in"))
    group.add_argument("folder", metavar="DIR", nargs="?", type=path_in, help=_("where it goes"))
    _add_options(made, ("--restore", _("bring back what is not here"), _FLAG))
    return made


def _add_share(command: AddCommand) -> argparse.ArgumentParser:
    usage = "relroute share ROUTE [--with KEY | --without KEY]"
    about = _("let a colleague's key open a route too")
    made = command("share", usage, about, maintenance.share)
    add_route(made)
    _add_options(
        made,
        ("--with", _("this public key too"), {"metavar": "KEY", "dest": "with_key"}),
        ("--without", _("this one no longer"), {"metavar": "KEY", "dest": "without_key"}),
    )
    return made


def _add_key(command: AddCommand) -> argparse.ArgumentParser:
    about = _("your public key, for a colleague to share with")
    made = command("key", "relroute key [--new]", about, maintenance.show_key)
    _add_options(made, ("--new", _("make a key for yourself in this folder"), _FLAG))
    return made


def _add_doctor(command: AddCommand) -> argparse.ArgumentParser:
    about = _("what helps to mend, without a word of content")
    return command("doctor", "relroute doctor", about, maintenance.report)


ADDERS: Final[Mapping[str, Callable[[AddCommand], argparse.ArgumentParser]]] = {
    "versions": _add_versions,
    "restore": _add_restore,
    "erase": _add_erase,
    "backup": _add_backup,
    "share": _add_share,
    "key": _add_key,
    "doctor": _add_doctor,
}
"""What adds each of these commands."""


def add_route(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Let a route be named; what else is to be filled in goes into the same group."""
    group = parser.add_argument_group(_("to fill in"))
    group.add_argument("route", metavar="ROUTE", nargs="?", help=_("its id or its nickname"))
    return group


def _add_options(
    parser: argparse.ArgumentParser, *options: tuple[str, str, dict[str, Any]]
) -> None:
    group = parser.add_argument_group(_("options"))
    for name, about, settings in options:
        group.add_argument(name, help=about, **settings)


def path_in(text: str) -> Path:
    """The path that somebody typed; none is no path."""
    if not text:
        raise argparse.ArgumentTypeError
    return Path(os.path.expanduser(text))  # noqa: PTH111 - "~" may be unknown
