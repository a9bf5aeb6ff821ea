"""A screen is put together from parts; it does not stand on a tower of classes."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.screen import Screen

import relroute_tui.ui

DEEPEST = 4
"""Classes of ours, the screen itself among them."""


def our_screens(base: type = Screen) -> Iterator[type]:
    """Every screen of ours, however it came about."""
    for each in base.__subclasses__():
        if is_ours(each):
            yield each
        yield from our_screens(each)


def is_ours(kind: type) -> bool:
    return kind.__module__.startswith("relroute_tui.")


def depth(kind: type) -> int:
    """How many classes of ours stand on each other, along the longest way down."""
    below = max((depth(base) for base in kind.__bases__), default=0)
    return below + is_ours(kind)


for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
    import_module(module.name)
SCREENS = sorted(set(our_screens()), key=lambda each: each.__name__)


def test_every_screen_is_looked_at() -> None:
    names = {each.__name__ for each in SCREENS}
    assert {"HomeScreen", "RouteScreen", "MeetingScreen", "ClosingScreen", "TalkScreen"} <= names
    assert len(SCREENS) > 40


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.__name__)
def test_no_screen_is_more_than_four_classes_of_ours_deep(screen: type) -> None:
    assert depth(screen) <= DEEPEST, [each.__name__ for each in screen.__mro__ if is_ours(each)]
