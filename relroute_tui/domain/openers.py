"""The people who can open a route in an organisation that shares its routes."""

from msgspec import Struct


class Openers(Struct, frozen=True):
    """The people whose keys open a route."""

    names: tuple[str, ...]
    """Of colleagues who are in, by their names."""
    left: tuple[str, ...] = ()
    """Of those who left and still can."""
    unknown: int = 0
    """Keys of which nobody knows whose they are."""
    council: tuple[int, int] | None = None
    """Number of people needed and of all who hold a part; None where no council can open it."""
