"""The words of the commands that are about keeping."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from relroute_tui import keeping
from relroute_tui.language import _

COMMANDS: Final = "versions|restore|erase|backup|share|key|doctor"
AFTER: Final = {"--with": "KEY", "--without": "KEY", "--passphrase-fd": "N"}

_USAGE: Final = {
    "versions": "relroute versions ROUTE [--json]",
    "restore": "relroute restore ROUTE VERSION|latest",
    "erase": "relroute erase ROUTE",
    "backup": "relroute backup [--restore] DIR",
    "share": "relroute share ROUTE [--with KEY | --without KEY]",
    "key": "relroute key [--new]",
    "doctor": "relroute doctor",
}

AddCommand = Callable[[str, str, str, Callable[..., None]], Any]


def add_keeping(command: AddCommand) -> dict[str, Any]:
    """Add these commands with `command`: name, usage, what about, what to run; each by its name."""

    def add(name: str, about: str, run: Callable[..., None]) -> Any:
        return command(name, _USAGE[name], about, run)

    versions = add("versions", _("the earlier versions of a route"), keeping.list_versions)
    restore = add("restore", _("put a version back; nothing is lost"), keeping.restore)
    erase = add("erase", _("a route and all that is left of it"), keeping.erase)
    backup = add("backup", _("a copy of everything, and back"), keeping.back_up)
    share = add("share", _("let a colleague's key open a route too"), keeping.share)
    key = add("key", _("your public key, for a colleague to share with"), keeping.show_key)
    report = add("doctor", _("what helps to mend, without a word of content"), keeping.report)
    for each in (versions, restore, erase, share):
        group = each.add_argument_group(_("to fill in"))
        group.add_argument("route", metavar="ROUTE", nargs="?", help=_("its id or its nickname"))
        if each is restore:
            group.add_argument(
                "version",
                metavar="VERSION",
                nargs="?",
                help=_("as `relroute versions` shows it, or latest"),
            )
    group = backup.add_argument_group(_("to fill in"))
    group.add_argument("folder", metavar="DIR", nargs="?", type=_path, help=_("where it goes"))
    flag: dict[str, Any] = {"action": "store_true"}
    _add_options(backup, ("--restore", _("bring back what is not here"), flag))
    _add_options(versions, ("--json", _("for another program to read"), flag))
    _add_options(
        share,
        ("--with", _("this public key too"), {"metavar": "KEY", "dest": "with_key"}),
        ("--without", _("this one no longer"), {"metavar": "KEY", "dest": "without_key"}),
    )
    _add_options(key, ("--new", _("make a key for yourself in this folder"), flag))
    return {
        "versions": versions,
        "restore": restore,
        "erase": erase,
        "backup": backup,
        "share": share,
        "key": key,
        "doctor": report,
    }


def _add_options(parser: Any, *options: tuple[str, str, dict[str, Any]]) -> None:
    group = parser.add_argument_group(_("options"))
    for name, about, settings in options:
        group.add_argument(name, help=about, **settings)


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError
    return Path(os.path.expanduser(text))  # noqa: PTH111 - "~" may be unknown
