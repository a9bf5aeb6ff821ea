"""Screens that outlive an error while another lies over them."""

from typing import TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

_Kind = TypeVar("_Kind", bound=type[MessagePump])


def guarded(kind: _Kind) -> _Kind:
    """Keep screens of this kind when something fails in them below another screen.

    Textual takes a screen away at the first error in it, with all that it holds open. Where people
    are at a screen over it, that goes on, and this one with it.
    """
    dispatch = kind._dispatch_message

    async def outlive_error(self: MessagePump, message: Message) -> None:
        try:
            await dispatch(self, message)
        except Exception as error:
            is_below = isinstance(self, Screen) and self.is_mounted and self.app.screen is not self
            if not is_below:
                raise
            self.app._handle_exception(error)

    kind._dispatch_message = outlive_error  # type: ignore[method-assign]
    return kind
