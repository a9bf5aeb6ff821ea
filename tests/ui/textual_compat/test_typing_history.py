"""Undoing: as the stock editor does it, with one thing in memory for what was typed in one go."""

import random

import pytest
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from relroute_tui.ui.textual_compat.text_area import QuickTextArea


class Two(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea(id="stock")
        yield QuickTextArea(id="ours")


MOVES = ["cursor_left", "cursor_right", "cursor_line_start", "cursor_up"]


def do(area: TextArea, step: str) -> None:
    if step in MOVES:
        getattr(area, f"action_{step}")()
    elif step == "back":
        area.action_delete_left()
    elif step in ("undo", "redo"):
        getattr(area, step)()
    elif step == "over":  # a selection that is typed over
        area.action_cursor_left(select=True)
        area.action_cursor_left(select=True)
        area.replace("!", *area.selection)
    else:
        area.insert(step)


@pytest.mark.parametrize("seed", range(12))
async def test_everything_is_undone_and_done_again_as_in_the_stock_editor(seed):
    chance = random.Random(seed)
    steps = chance.choices(
        [*"abcde", " ", "\n", "geplakt", "back", "undo", "redo", "over", *MOVES],
        [6] * 5 + [4, 2, 1, 3, 4, 3, 1, 1, 1, 1, 1],
        k=120,
    )
    app = Two()
    async with app.run_test() as pilot:
        stock, ours = app.query_one("#stock", TextArea), app.query_one("#ours", TextArea)
        for step in steps:
            do(stock, step)
            do(ours, step)
            if step == "redo":  # the stock cursor stays where its batch began
                assert ours.text == stock.text
                for each in (stock, ours):
                    each.move_cursor(each.document.end)
            await pilot._wait_for_screen()
            assert (ours.text, ours.selection) == (stock.text, stock.selection), step


async def test_what_was_typed_in_one_go_is_one_thing_in_memory():
    app = Two()
    async with app.run_test():
        ours = app.query_one("#ours", TextArea)
        for letter in "dit is in een keer getypt":
            ours.insert(letter)
        assert sum(map(len, ours.history.undo_stack)) == 1
        ours.undo()
        assert ours.text == ""
