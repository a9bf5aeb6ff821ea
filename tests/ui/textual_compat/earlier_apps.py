"""Apps of earlier tests, taken apart: the collector of garbage takes a tenth of a run for them."""

import gc
from itertools import count
from typing import Any
from weakref import WeakSet

import pytest
from textual.message_pump import MessagePump

TESTS_BETWEEN = 20
_nodes: WeakSet[MessagePump] = WeakSet()
_tests = count(1)


def remember_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember every app and every widget that is made."""
    make = MessagePump.__init__

    def make_and_remember(self: MessagePump, *given: Any, **more: Any) -> None:
        make(self, *given, **more)
        _nodes.add(self)

    monkeypatch.setattr(MessagePump, "__init__", make_and_remember)


def forget_nodes() -> None:
    """Let go of what the apps held, and now and then of the rest that still holds on to itself."""
    for node in list(_nodes):
        vars(node).clear()
    _nodes.clear()
    if next(_tests) % TESTS_BETWEEN == 0:
        gc.collect()
        gc.freeze()  # what stays after that is kept for every app
