"""The rules of style sheets that were read before, kept as Python keeps its compiled modules.

To read the sheets of a meeting takes a twentieth of a start. They lie beside this module's own
compiled code and are as much code as that is: who can write there can change the program itself.
Nothing personal is in them.
"""

import os
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zlib import crc32

from textual import css
from textual.css.model import RuleSet
from textual.css.types import CSSLocation

from relroute_tui.storage.errors import SaveError
from relroute_tui.storage.files import replace_file

SheetKey = tuple[str, CSSLocation, bool, int, str]
"""All that rules are made of, the whole text of the sheet first, as Textual's own cache has it."""
Rules = Mapping[SheetKey, list[RuleSet]]

_CHECK: Final = 4
"""Bytes in front that tell whether the rest is whole."""


def beside_this_module() -> Path | None:
    """Where they are kept; None where Python keeps nothing either."""
    compiled = __spec__.cached
    if sys.dont_write_bytecode or compiled is None:
        return None
    return Path(compiled).with_suffix(".rules")


def kept_rules(place: Path | None, variables: Mapping[str, str]) -> Rules:
    """The rules that are kept for these colours and this Textual; none if there is any doubt."""
    try:
        content = b"" if place is None else place.read_bytes()
        check, body = content[:_CHECK], content[_CHECK:]
        if check != _check(body):
            return {}
        textual, colours, rules = pickle.loads(body)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: then the sheets are read
        return {}
    return rules if (textual, colours) == (_this_textual(), variables) else {}


def keep_rules(place: Path, variables: Mapping[str, str], rules: Rules) -> bool:
    """Keep these rules for the next start; False if that can not be."""
    body = pickle.dumps((_this_textual(), dict(variables), dict(rules)), pickle.HIGHEST_PROTOCOL)
    try:
        replace_file(place, _check(body) + body)
    except SaveError:  # a start without them is a little slower
        return False
    return True


def _check(body: bytes) -> bytes:
    return crc32(body).to_bytes(_CHECK, "big")


def _this_textual() -> dict[str, tuple[int, int]]:
    """What reads the sheets, by the size and the moment of each file, as Python knows a change."""
    with os.scandir(css.__path__[0]) as files:
        found = [(each.name, each.stat()) for each in files if each.name.endswith(".py")]
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in found}
