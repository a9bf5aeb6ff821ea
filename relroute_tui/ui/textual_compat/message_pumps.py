"""Screens that outlive an error while another lies over them, and timers that fire however late."""

from typing import Any, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

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


def timers_fire_late(kind: _Kind) -> _Kind:
    """Let a one-shot timer of this kind fire late rather than never.

    Textual skips a tick whose time has passed when the timer looks at the clock. A one-shot timer
    has only one tick: if a busy machine holds it up for that long, it never fires, and what was
    typed waits for it in vain.
    """
    stock = kind.set_timer

    def set_timer(self: MessagePump, *settings: Any, **more_settings: Any) -> Timer:
        timer = stock(self, *settings, **more_settings)
        timer._skip = False
        return timer

    kind.set_timer = set_timer  # type: ignore[method-assign]
    return kind
