"""Shorter ways to what Textual works out anew for every message, callback, strip and widget."""

import asyncio
from collections.abc import Callable
from inspect import CO_VARARGS, CO_VARKEYWORDS, signature
from types import FunctionType

import pytest
from textual.message_pump import MessagePump


def take_shortcuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Log nothing, and spend little on what no test looks at.

    A strip has seven caches, and an empty dict costs a tenth of what a cache of Textual does.
    """
    monkeypatch.setattr("textual.message_pump.log", _Silence())
    monkeypatch.setattr("textual._callback._count_parameters", count_parameters)
    monkeypatch.setattr("textual.strip.FIFOCache", lambda _size: {})
    monkeypatch.setattr(MessagePump, "_start_messages", _start_messages)


class _Silence:
    """A log that nobody reads: a line of it costs more than the message that it is about."""

    def __getattr__(self, _group: str) -> "_Silence":
        return self

    def __call__(self, *_what: object, **_more: object) -> "_Silence":
        return self


def count_parameters(function: Callable[..., object]) -> int:
    """Return how many parameters the signature of a function has."""
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
