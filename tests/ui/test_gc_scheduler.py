"""Garbage is taken out when nobody types, and only when something was done."""

import gc
from pathlib import Path

import pytest
from ends import until
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from relroute_tui.audience.message import Message, Pause
from relroute_tui.ui.audience.app import AudienceApp
from relroute_tui.ui.gc_scheduler import AGAIN_AFTER, MUCH, QUIET, GcScheduler

pytestmark = pytest.mark.usefixtures("as_in_a_terminal")


class Ring:
    """Something that only the collector takes away."""

    def __init__(self) -> None:
        self.itself = self


def rings() -> int:
    return sum(isinstance(each, Ring) for each in gc.get_objects())


def test_it_waits_for_a_pause_and_then_takes_everything_out():
    clock = 0.0
    tidying = GcScheduler(lambda: clock)
    gc.disable()
    try:
        clock = AGAIN_AFTER
        Ring()
        tidying.key_came()
        assert not tidying.look()
        clock += QUIET / 2
        assert not tidying.look()
        assert rings() == 1
        clock += QUIET / 2
        assert tidying.look()
        assert rings() == 0
    finally:
        gc.enable()


def test_what_is_kept_of_what_was_shown_is_let_go():
    colour = Style(color="#123456")
    Strip([Segment("a card", colour)]).render(Console(color_system="truecolor", width=20))
    assert Region(0, 0, 9, 9).contains_region(Region(1, 1, 2, 2))
    assert Strip.render_ansi.cache_info().currsize
    assert Region.contains_region.cache_info().currsize
    clock = 0.0
    tidying = GcScheduler(lambda: clock)
    clock = AGAIN_AFTER
    assert tidying.look()
    assert not Strip.render_ansi.cache_info().currsize
    assert not Region.contains_region.cache_info().currsize


def test_it_does_nothing_twice():
    clock = 0.0
    tidying = GcScheduler(lambda: clock)
    clock = AGAIN_AFTER
    assert tidying.look()
    clock += AGAIN_AFTER
    assert not tidying.look()
    tidying.key_came()
    clock += QUIET
    assert tidying.look()
    tidying.key_came()
    clock += QUIET
    assert not tidying.look()
    clock += AGAIN_AFTER
    assert tidying.look()


def test_who_never_pauses_does_not_fill_the_memory():
    held = 0
    tidying = GcScheduler(lambda: 0.0, lambda: held)
    held = 10 * MUCH  # what is loaded at the start
    assert not tidying.look()
    held += MUCH - 1
    assert not tidying.look()
    held += 1
    assert tidying.look()
    held += MUCH - 1
    assert not tidying.look()
    held += 1
    assert tidying.look()


async def test_the_television_takes_it_out_after_every_page(tmp_path: Path):
    app = AudienceApp(tmp_path / "nobody-here")
    async with app.run_test():
        gc.disable()
        try:
            Ring()
            app.post_message(AudienceApp.Heard(Message(Pause())))
            await until(lambda: rings() == 0)
        finally:
            gc.enable()
