"""Apps of earlier tests, taken apart: the collector of garbage takes a tenth of a run for them."""

import gc
from itertools import count
from typing import Any
from weakref import WeakSet

import pytest
from textual._compositor import Compositor
from textual.message_pump import MessagePump

TESTS_BETWEEN = 100
_nodes: WeakSet[MessagePump] = WeakSet()
_layouts: list[dict[Any, Any] | set[Any]] = []
_tests = count(1)


def remember_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember every app and every widget that is made."""
    make = MessagePump.__init__

    def make_and_remember(self: MessagePump, *given: Any, **more: Any) -> None:
        make(self, *given, **more)
        _nodes.add(self)

    monkeypatch.setattr(MessagePump, "__init__", make_and_remember)


def remember_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember every layout of a screen: a function that calls itself holds on to each."""
    arrange = Compositor._arrange_root

    def arrange_and_remember(self: Compositor, *given: Any, **more: Any) -> Any:
        layout = arrange(self, *given, **more)
        _layouts.extend(layout)
        return layout

    monkeypatch.setattr(Compositor, "_arrange_root", arrange_and_remember)


def forget_nodes() -> None:
    """Let go of what the apps held, and now and then of the rest that still holds on to itself."""
    for layout in _layouts:
        layout.clear()
    _layouts.clear()
    for node in list(_nodes):
        vars(node).clear()
    _nodes.clear()
    if next(_tests) % TESTS_BETWEEN == 0:
        gc.collect()
        gc.freeze()  # what stays after that is kept for every app
