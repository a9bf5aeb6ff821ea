"""Nothing that anybody does at the table ends the meeting, or loses or changes a word.

Hypothesis types, pastes, undoes, draws cards, fills in forms, and gives the window other sizes. The
short form is part of every run; the long one is `pytest -m long tests/ui/test_any_gesture.py`.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from contextvars import copy_context
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from running_app import Laptop, family, lay_out_cards

from relroute_tui.environment import Environment
from relroute_tui.language import current, use

STEPS: Counter[str] = Counter()

LETTERS = st.sampled_from(
    [*"aeinorst Zwé.,:;!?@#>-[]()*_`\\/\"'<&%0123456789", "ß", "\u0301", "\u00a0", "\u200d", "漢"]
)
PARTS = st.sampled_from(
    [
        "- [ ] Anna belt elke week. @Anna #bellen >15-12-2026",
        "- [\u00a0] Kees",
        "  lukt het niet: we appen Noor",
        "## Bellen",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\u2028",
        "\x85",
        "\x0b",
        "\x00",
        "e\u0301\u0308",
        "\u00a0\u202f",
        "مرحبا سام",
        "שלום",
        "👨\u200d👩\u200d👧",
        "漢字かな",
        "\ufffd",
        "\x1b[31mrood",
        "een lange regel die over de rand van het scherm heen gaat en dan verder " * 3,
        "regel\n" * 40,
    ]
)
PASTED = st.lists(st.one_of(PARTS, st.text(max_size=12)), min_size=1, max_size=5).map("".join)
MOVES = (
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "ctrl+home",
    "ctrl+end",
)
KEYS = st.sampled_from(
    [
        *MOVES,
        *("shift+left", "shift+up", "ctrl+a", "tab", "shift+tab", "enter", "space"),
        *("ctrl+w", "ctrl+k", "ctrl+u", "backspace", "delete"),
    ]
)
GONE_WITH = frozenset(["backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+u", "ctrl+x"])


goes_on = precondition(lambda table: not table.is_over)
"""Before what is done in a meeting: the last page of its closing may have ended it."""


class Table(RuleBasedStateMachine):
    """One meeting, and whatever people do in it."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._context = copy_context()  # Textual takes back what it set, where it set it
        self._stack = AsyncExitStack()
        self._language = current()
        use("nl")

    def _do(self, doing: Coroutine[object, object, object]) -> None:
        self._loop.run_until_complete(self._loop.create_task(doing, context=self._context))

    @initialize(width=st.integers(20, 200), height=st.integers(10, 60))
    def sit_down(self, width: int, height: int) -> None:
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        lay_out_cards(folder / "cards")
        self._patch = pytest.MonkeyPatch()
        cards = (folder / "cards",)
        self._patch.setattr(Environment, "card_folders", property(lambda _environment: cards))
        self._house = Laptop(folder, "nl")
        self._house.keep(family())
        opening = self._stack.enter_async_context(self._house.at_meeting(size=(width, height)))

        async def open_window() -> None:
            self.window = await opening

        self._do(open_window())

    def teardown(self) -> None:
        self._do(self._stack.aclose())
        self._loop.close()
        if hasattr(self, "_patch"):
            self._patch.undo()
        use(self._language)

    @property
    def _writes(self) -> bool:
        """Whether what is typed now goes into the notes, behind no selection."""
        window = self.window
        return (
            window.screen_name == "MeetingScreen"
            and window.focus == "notes"
            and self._is_large_enough
        )

    @property
    def _is_large_enough(self) -> bool:
        width, height = self.window.app.size
        return width >= 50 and height >= 15

    @property
    def _editor(self):
        return self.window.app.screen.query_one("#notes")

    async def _back_in_the_notes(self) -> None:
        for _ in range(4):
            if self.window.screen_name == "MeetingScreen":
                break
            await self.window.press("f8" if self.window.screen_name == "PauseScreen" else "escape")
        if self.window.screen_name == "MeetingScreen":
            self._editor.focus()
            await self.window.settle()

    # What people do

    @goes_on
    @rule(text=st.lists(LETTERS, min_size=1, max_size=8).map("".join))
    def types(self, text: str) -> None:
        self._do(self._types(text))

    async def _types(self, text: str) -> None:
        await self._back_in_the_notes()
        self._editor.move_cursor(self._editor.cursor_location)  # nothing is selected
        before = letters_of(self._editor.text)
        await self.window.type(text)
        assert before + letters_of(text) == letters_of(self._editor.text)

    @goes_on
    @rule(text=PASTED)
    def pastes(self, text: str) -> None:
        self._do(self._pastes(text))

    async def _pastes(self, text: str) -> None:
        await self._back_in_the_notes()
        self._editor.move_cursor(self._editor.cursor_location)
        before = letters_of(self._editor.text)
        await self.window.paste(text)
        assert before + letters_of(text) == letters_of(self._editor.text)

    @goes_on
    @rule(keys=st.lists(st.sampled_from(["ctrl+z", "ctrl+y"]), min_size=1, max_size=4))
    def undoes(self, keys: list[str]) -> None:
        self._do(self.window.press(*keys))

    @goes_on
    @rule()
    def undoes_and_does_again(self) -> None:
        self._do(self._undoes_and_does_again())

    async def _undoes_and_does_again(self) -> None:
        await self._back_in_the_notes()
        before = self._editor.text
        if self._editor.history.undo_stack:
            await self.window.press("ctrl+z", "ctrl+y")
            assert self._editor.text == before

    @goes_on
    @rule(keys=st.lists(KEYS, min_size=1, max_size=4))
    def presses(self, keys: list[str]) -> None:
        before = letters_of(self._editor.text) if self._writes else None
        self._do(self.window.press(*keys))
        if before is not None and not GONE_WITH & set(keys) and self._editor.selection.is_empty:
            assert before <= letters_of(self._notes) or {"enter", "space"} & set(keys)

    @goes_on
    @rule(key=st.sampled_from(["f2", "f3", "f4", "f6", "f7"]))
    def uses_a_card_a_step_or_a_turn(self, key: str) -> None:
        self._do(self.window.press(key))

    @goes_on
    @rule(key=st.sampled_from(["f1", "f5", "f8", "ctrl+g", "ctrl+p", "escape", "f9", "ctrl+b"]))
    def opens_or_leaves(self, key: str) -> None:
        if key == "escape" and self.window.screen_name == "MeetingScreen":
            return  # that would leave the table
        self._do(self.window.press(key))

    @goes_on
    @rule(text=st.lists(LETTERS, min_size=1, max_size=6).map("".join))
    def fills_in_the_form(self, text: str) -> None:
        self._do(self._fills_in(text))

    async def _fills_in(self, text: str) -> None:
        await self._back_in_the_notes()
        await self.window.press("ctrl+g")
        if self.window.screen_name == "AgreementDialog":
            self.window.app.screen.query_one("#if-not").focus()
            await self.window.type(text)
            await self.window.press("f4")

    @rule(width=st.integers(20, 200), height=st.integers(10, 60))
    def resizes(self, width: int, height: int) -> None:
        self._do(self.window.resize(width, height))

    # What holds after each of these

    @property
    def _meeting_screen(self):
        stack = self.window.app.screen_stack
        return next(each for each in stack if type(each).__name__ == "MeetingScreen")

    @property
    def _notes(self) -> str:
        return self._meeting_screen.query_one("#notes").text

    @property
    def is_over(self) -> bool:
        """Whether the meeting was closed, on the last page of its closing."""
        stack = self.window.app.screen_stack
        return not any(type(each).__name__ == "MeetingScreen" for each in stack)

    @invariant()
    def the_app_is_there(self) -> None:
        assert self.window.is_open
        if not self.is_over:
            STEPS["steps"] += 1
            assert self._meeting_screen.is_running

    @invariant()
    def a_meeting_that_was_closed_is_kept_whole(self) -> None:
        if self.is_over:
            assert self.window.app.context.save_now()  # it is saved a moment after the last key
            assert self._house.on_disk().meetings[0].notes == self._last_notes
        else:
            self._last_notes = self._meeting_screen.controller.meeting.notes

    @goes_on
    @invariant()
    def the_notes_are_what_the_route_holds(self) -> None:
        self._do(self.window.settle())
        if self.window.screen_name == "MeetingScreen":
            assert self._notes == self._meeting_screen.controller.meeting.notes

    @goes_on
    @invariant()
    def nothing_is_in_the_notes_that_no_one_can_see(self) -> None:
        assert {note for note in self._notes if category(note) == "Cc"} <= {"\n", "\t"}

    @goes_on
    @invariant()
    def the_cursor_is_in_the_text(self) -> None:
        editor = self._meeting_screen.query_one("#notes")
        for row, column in editor.selection:
            assert 0 <= row < editor.document.line_count
            assert 0 <= column <= len(editor.document.get_line(row))

    @goes_on
    @invariant()
    def the_notes_show_their_own_words(self) -> None:
        if self.window.screen_name != "MeetingScreen" or not self._editor.region:
            return
        shown = shown_in(self.window, self._editor)
        if shown.isascii():
            words = self._editor.text or str(self._editor.placeholder)
            assert shown in "".join(words.split()) + self._editor.suggestion


def letters_of(text: str) -> Counter[str]:
    """Count each character in a text, but for blanks, ends of lines and controls."""
    return Counter(each for each in "".join(text.split()) if category(each) != "Cc")


def shown_in(window, editor) -> str:
    """The letters that the notes show, but for a word that is only offered."""
    region = editor.content_region.intersection(window.app.screen.region)
    if not region or editor.suggestion:
        return ""
    rows = [row.crop(region.x, region.right) for row in window.strips[region.y : region.bottom]]
    return "".join("".join("".join(part.text for part in row).split()) for row in rows)


CHECKS = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
Table.TestCase.settings = settings(
    max_examples=4,
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=CHECKS,
    phases=(Phase.generate,),
)
TestAnyGesture = Table.TestCase


@pytest.mark.long
@pytest.mark.parametrize("quarter", range(4))
def test_twenty_thousand_gestures(quarter: int) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    rounds = settings(
        max_examples=55,
        stateful_step_count=100,
        deadline=None,
        derandomize=False,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=CHECKS,
    )
    STEPS.clear()
    run_state_machine_as_test(Table, settings=rounds)
    assert STEPS["steps"] >= 5_000
