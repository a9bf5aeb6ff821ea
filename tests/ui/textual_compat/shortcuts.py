"""Shorter ways to what Textual works out anew for every message, callback, strip and widget."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from inspect import CO_VARARGS, CO_VARKEYWORDS, signature
from types import FunctionType, MethodType

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.message import Message
from textual.message_pump import MessagePump
from textual.renderables.background_screen import BackgroundScreen

CACHES = (
    "textual.dom.LRUCache",
    "textual.strip.FIFOCache",
    "textual.widget.FIFOCache",
    "textual.widget.LRUCache",
    "textual.widgets._option_list.LRUCache",
)


def take_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Log nothing, and spend little on what no test looks at.

    A strip has seven caches and a widget four. A dict costs a tenth of what a cache of Textual
    does, and leaves no circle of links for the collector of garbage.
    """
    monkeypatch.setattr("textual.message_pump.log", _Silence())
    monkeypatch.setattr("textual._callback._count_parameters", count_parameters)
    for cache in CACHES:
        monkeypatch.setattr(cache, lambda maxsize: {})
    monkeypatch.setattr(MessagePump, "_start_messages", _start_messages)
    find_handlers_once(monkeypatch)
    tint_a_style_once(monkeypatch)


class _Silence:
    """A log that nobody reads: a line of it costs more than the message that it is about."""

    def __getattr__(self, _group: str) -> "_Silence":
        return self

    def __call__(self, *_what: object, **_more: object) -> "_Silence":
        return self


def count_parameters(function: Callable[..., object]) -> int:
    """Return how many parameters the signature of a function has."""
    if isinstance(function, MethodType):
        return count_parameters(function.__func__) - 1
    if not isinstance(function, FunctionType) or hasattr(function, "__wrapped__"):
        return len(signature(function).parameters)
    code = function.__code__
    named = code.co_argcount + code.co_kwonlyargcount
    return named + bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)


def _start_messages(self: MessagePump) -> None:
    """Begin to handle messages, in a task that is not called after all that its widget is."""
    self._thread_init()
    if self.app._running:
        self._task = asyncio.create_task(self._process_messages())
    else:
        self._closing = self._closed = True


_HANDLERS: dict[tuple[type, str, type], list[tuple[type, FunctionType]] | None] = {}
"""Handlers that were found, by the class, the name and the kind of message."""


def find_handlers_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the handlers in the bases of a class once in a run, and not for every message.

    A test that puts a handler of its own in a class has them looked for again. Other attributes
    change no handler: Textual counts every new widget in its class.
    """
    find = MessagePump._get_dispatch_methods
    found = _HANDLERS

    def may_be_handlers(name: str) -> bool:
        return name.startswith(("on_", "_on_", "_decorated_handlers"))

    def find_in_classes(
        pump: MessagePump, name: str, message: Message
    ) -> list[tuple[type, FunctionType]] | None:
        """Return the handlers, or none where a decorator has a say, who may ask for the sender."""
        for base in type(pump).__mro__:
            decorated = vars(base).get("_decorated_handlers", {})
            if any(kind in decorated for kind in type(message).__mro__):
                return None
        return [(owner, handler.__func__) for owner, handler in find(pump, name, message)]

    def get_dispatch_methods(
        self: MessagePump, method_name: str, message: Message
    ) -> Iterator[tuple[type, Callable[[Message], object]]]:
        if message._no_default_action:
            return
        place = type(self), method_name, type(message)
        if place not in found:
            found[place] = find_in_classes(self, method_name, message)
        handlers = found[place]
        if handlers is None:
            yield from find(self, method_name, message)
            return
        for owner, function in handlers:
            if message._no_default_action:
                break
            yield owner, MethodType(function, self)

    def set_attribute(owner: type, name: str, value: object) -> None:
        if may_be_handlers(name):
            found.clear()
        type.__setattr__(owner, name, value)

    def delete_attribute(owner: type, name: str) -> None:
        if may_be_handlers(name):
            found.clear()
        type.__delattr__(owner, name)

    monkeypatch.setattr(type(MessagePump), "__setattr__", set_attribute)
    monkeypatch.setattr(type(MessagePump), "__delattr__", delete_attribute)
    monkeypatch.setattr(MessagePump, "_get_dispatch_methods", get_dispatch_methods)


_TINTED: dict[tuple[Style | None, Color], Style | None] = {}
"""Styles as they are under the colour of a dialog."""


def tint_a_style_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dim what stands under a dialog by its few styles, and not piece by piece."""
    tint = BackgroundScreen.process_segments

    def process_segments(segments: Iterable[Segment], color: Color) -> Iterator[Segment]:
        for segment in segments:
            if segment.control:
                yield segment
                continue
            asked = segment.style, color
            if asked not in _TINTED:
                _TINTED[asked] = next(iter(tint([segment], color))).style
            yield Segment(segment.text, _TINTED[asked])

    monkeypatch.setattr(BackgroundScreen, "process_segments", staticmethod(process_segments))
