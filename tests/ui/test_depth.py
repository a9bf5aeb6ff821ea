"""A screen is put together from parts: it stands on no tower of classes, and does not do it all."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from textual.app import App
from textual.screen import Screen

import relroute_tui.ui

DEEPEST = 4
"""Classes of ours, the screen itself among them."""
MOST_MEMBERS = 65
"""Methods and attributes that a class defines itself, with the few that Textual adds to it."""


def our_screens(base: type = Screen) -> Iterator[type]:
    """Every screen of ours, or every class of ours below `base`, however it came about."""
    for subclass in base.__subclasses__():
        if is_ours(subclass):
            yield subclass
        yield from our_screens(subclass)


def is_ours(kind: type) -> bool:
    return kind.__module__.startswith("relroute_tui.")


def depth(kind: type) -> int:
    """Return the number of our classes that stand on each other, along the longest way down."""
    below = max((depth(base) for base in kind.__bases__), default=0)
    return below + is_ours(kind)


def own_members(kind: type) -> list[str]:
    """Return what a class defines in its own body."""
    return [name for name in vars(kind) if not name.startswith("__")]


def test_no_screen_and_not_the_app_has_more_members_than_fit_in_a_head() -> None:
    for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        import_module(module.name)
    for kind in {*our_screens(), *our_screens(App)}:
        assert len(own_members(kind)) <= MOST_MEMBERS, kind


def test_no_screen_is_more_than_four_classes_of_ours_deep() -> None:
    for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        import_module(module.name)
    screens = set(our_screens())
    names = {each.__name__ for each in screens}
    assert {"HomeScreen", "RouteScreen", "MeetingScreen", "ClosingScreen", "TalkScreen"} <= names
    assert len(screens) > 40
    for screen in screens:
        assert depth(screen) <= DEEPEST, [each.__name__ for each in screen.__mro__ if is_ours(each)]
