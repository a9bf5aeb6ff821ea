"""Places that the palette leads to besides commands, such as a panel or a meeting of the route."""

from collections.abc import Callable

from msgspec import Struct


class Destination(Struct, frozen=True):
    """Place that somebody finds by its name, and goes to."""

    name: str
    about: str
    """Short description."""
    go: Callable[[], None]
