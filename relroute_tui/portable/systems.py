"""The systems that a folder can be made for."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_MANYLINUX: Final = ("manylinux_2_28", "manylinux_2_17", "manylinux2014")


class System(Struct, frozen=True):
    """One kind of machine: whose wheels it takes, and what starts the app there."""

    wheel_tags: tuple[str, ...]
    """Platform tags of the wheels, the newest first."""
    start_file: str
    """The file to double-click."""
    packs_as: str
    """The archive for it that people can open without more: a format of `shutil.make_archive`."""
    is_windows: bool = False


SYSTEMS: Final[Mapping[str, System]] = {
    "linux-x86_64": System(tuple(f"{tag}_x86_64" for tag in _MANYLINUX), "relroute.sh", "gztar"),
    "linux-aarch64": System(tuple(f"{tag}_aarch64" for tag in _MANYLINUX), "relroute.sh", "gztar"),
    "macos-arm64": System(("macosx_11_0_arm64",), "relroute.command", "gztar"),
    "macos-x86_64": System(
        ("macosx_10_13_x86_64", "macosx_10_12_x86_64"), "relroute.command", "gztar"
    ),
    "windows-x86_64": System(("win_amd64",), "relroute.cmd", "zip", is_windows=True),
}
