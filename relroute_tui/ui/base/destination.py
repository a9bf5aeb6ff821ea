"""What the palette leads to beside commands, such as a panel or a meeting of the route."""

from collections.abc import Callable

from msgspec import Struct


class Destination(Struct, frozen=True):
    """Found by its name, and gone to."""

    name: str
    about: str
    """What is there, in a few words."""
    go: Callable[[], None]
