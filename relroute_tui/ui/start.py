"""The screen on which the app opens."""

from msgspec import Struct


class Start(Struct, frozen=True):
    """The screen that was asked for on the command line."""

    route_id: str | None = None
    """Straight into this route, so that no other name is shown; None: at home."""
    meet: bool = False
    """Into today's meeting at once."""
    tour: bool = False
    """With a tour in the first meeting."""
    audience: bool = False
    """With the window for the television."""
