"""A screen that outlives an error while another lies over it."""

from typing import TypeVar

from textual.message import Message
from textual.screen import Screen

Result = TypeVar("Result")


class GuardedScreen(Screen[Result]):
    """Textual takes a screen away at the first error in it, with all that it holds open.

    Where people are at a screen over it, that goes on, and this one with it.
    """

    async def _dispatch_message(self, message: Message) -> None:
        """Deal with a message; below another screen an error ends nothing."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            if self.app.screen is self or not self.is_mounted:
                raise
            self.app._handle_exception(error)
