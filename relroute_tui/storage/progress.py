"""Progress of long work, and a way to stop it."""

from collections.abc import Callable
from typing import TypeAlias

ReportProgress: TypeAlias = Callable[[int, int], None]
"""Called between two files with how many are done and how many there are. It may raise Stopped;
then everything is whole, and the work says what of it was done."""


class Stopped(Exception):  # noqa: N818 - somebody wanted it
    """Somebody stopped the work."""


def unreported(_done: int, _of: int) -> None:
    """Tell nobody."""
