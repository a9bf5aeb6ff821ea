"""The people who can open a route in an organisation that shares its routes."""

from msgspec import Struct


class Openers(Struct, frozen=True):
    """The people whose keys open a route."""

    names: tuple[str, ...]
    """Names of current colleagues."""
    left: tuple[str, ...] = ()
    """Names of former colleagues who can still open it."""
    unknown: int = 0
    """Number of keys whose owners are unknown."""
    council: tuple[int, int] | None = None
    """Number of people needed and of all who hold a part; None where no council can open it."""
