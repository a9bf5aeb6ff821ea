"""The shorter ways of the tests, and what they lean on in Textual beyond its documentation.

A release that renames one of these, or changes what it takes, fails here with its name.
"""

import asyncio
import inspect
from functools import partial

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import _callback, cache
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.color import Color
from textual.css import stylesheet
from textual.css.model import Selector
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.reactive import Reactive, ReactiveError, reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Markdown, OptionList
from textual_compat import lookups, shortcuts, style_sheets

from relroute_tui.ui.screens.meeting.screen import MeetingScreen

FUNCTIONS = {
    # shortcuts.py
    (_callback, "_count_parameters"): "(func: 'Callable') -> 'int'",
    (cache, "FIFOCache"): "(maxsize: 'int') -> 'None'",
    (cache, "LRUCache"): "(maxsize: 'int') -> 'None'",
    (MessagePump, "_start_messages"): "(self) -> 'None'",
    (MessagePump, "_thread_init"): "(self)",
    (MessagePump, "_process_messages"): "(self) -> 'None'",
    (MessagePump, "_get_dispatch_methods"): (
        "(self, method_name: 'str', message: 'Message')"
        " -> 'Iterable[tuple[type, Callable[[Message], Awaitable]]]'"
    ),
    (BackgroundScreen, "process_segments"): (
        "(segments: 'Iterable[Segment]', color: 'Color') -> 'Iterable[Segment]'"
    ),
    # at_rest.py
    (App, "_check_resize"): "(self) -> 'None'",
    (Screen, "_on_timer_update"): "(self) -> 'None'",
    (Pilot, "_wait_for_screen"): "(self, timeout: 'float' = 30.0) -> 'bool'",
    # earlier_apps.py
    (Compositor, "_arrange_root"): (
        "(self, root: 'Widget', size: 'Size', visible_only: 'bool' = True)"
        " -> 'tuple[CompositorMap, set[Widget]]'"
    ),
    # frames.py
    (Compositor, "render_update"): (
        "(self, full: 'bool' = False, screen_stack: 'list[Screen] | None' = None,"
        " simplify: 'bool' = False) -> 'RenderableType | None'"
    ),
    (Compositor, "render_strips"): "(self, size: 'Size | None' = None) -> 'list[Strip]'",
    (Compositor, "_render_chops"): (
        "(self, crop: 'Region', is_rendered_line: 'Callable[[int], bool]')"
        " -> 'Sequence[Mapping[int, Strip]]'"
    ),
    (OptionList, "_update_lines"): "(self) -> 'None'",
    # lookups.py
    (Reactive, "__get__"): (
        "(self: 'Reactive[ReactiveType]', obj: 'Reactable | None',"
        " obj_type: 'type[ReactableType]') -> 'Reactive[ReactiveType] | ReactiveType'"
    ),
    (Reactive, "_initialize_object"): "(obj: 'Reactable') -> 'None'",
    (Reactive, "_initialize_reactive"): "(self, obj: 'Reactable', name: 'str') -> 'None'",
    (RenderStyles, "get_rule"): ("(self, rule_name: 'str', default: 'object' = None) -> 'object'"),
    (MessagePump, "prevent"): (
        "(self, *message_types: 'type[Message]') -> 'Generator[None, None, None]'"
    ),
    # style_sheets.py
    (Stylesheet, "parse"): "(self) -> 'None'",
    (stylesheet, "tokenize_values"): "(values: 'dict[str, str]') -> 'dict[str, list[Token]]'",
    (ColorSystem, "generate"): "(self) -> 'dict[str, str]'",
    (Stylesheet, "set_variables"): "(self, variables: 'dict[str, str]') -> 'None'",
    (Stylesheet, "apply"): (
        "(self, node: 'DOMNode', *, animate: 'bool' = False,"
        " cache: 'dict[tuple, RulesMap] | None' = None) -> 'None'"
    ),
    (Stylesheet, "replace_rules"): (
        "(node: 'DOMNode', rules: 'RulesMap', animate: 'bool' = False) -> 'None'"
    ),
    (Stylesheet, "_process_component_classes"): "(self, node: 'DOMNode') -> 'None'",
    (DOMNode, "_attach"): "(self, parent: 'MessagePump') -> 'None'",
    (DOMNode, "_get_component_classes"): "() -> 'frozenset[str]'",
}
FOUND = {(owner, name): str(inspect.signature(getattr(owner, name))) for owner, name in FUNCTIONS}
"""As they were imported, before the tests put some of their own in their place."""
NODE = ("_closed", "_closing", "_component_styles", "_id", "_classes", "_is_mounted", "_parent")


class Stock(App[None]):
    """Textual as it is."""

    def compose(self) -> ComposeResult:
        yield Markdown("text")
        yield Input()


@pytest.mark.parametrize(("owner", "name"), FUNCTIONS, ids=lambda it: getattr(it, "__name__", it))
def test_a_function_takes_what_it_took(owner, name):
    assert FOUND[owner, name] == FUNCTIONS[owner, name]


@pytest.mark.usefixtures("as_in_a_terminal")
async def test_an_attribute_is_there():
    app = Stock()
    async with app.run_test():
        field = app.query_one(Input)
        for thing, names in (
            (asyncio.get_running_loop(), ("_ready",)),
            (app, ("_background_screens", "_context", "_running")),
            (app.screen, ("_compositor", "_update_timer")),
            (app.screen._update_timer, ("_active",)),
            (app.screen._compositor, ("_dirty_regions", "cuts", "visible_widgets")),
            (app.stylesheet, ("_parse_cache", "_variables", "rules", "rules_map")),
            (app.query_one(Markdown), ("lock",)),
            (field, (*NODE, *style_sheets._NOTES, "_selector_names", "_task")),
            (field.styles, ("_base_styles", "_inline_styles")),
            (field.styles.base, ("_rules", "_updates")),
            (Message(), ("_no_default_action",)),
            (Reactive(0), ("_default", "_init", "_toggle_class")),
            (Selector("name"), ("_check", "pseudo_classes")),
        ):
            assert [name for name in names if not hasattr(thing, name)] == []
        assert "_decorated_handlers" in vars(Input)


def test_parameters_are_counted_as_their_signature_has_them():
    def some(one, *more, three, **named): ...

    for each in (some, partial(some, 1), Input().clear, len, Stock):
        assert shortcuts.count_parameters(each) == len(inspect.signature(each).parameters)


def test_what_stands_under_a_dialog_is_dimmed_as_textual_does_it(monkeypatch):
    styles = (Style.parse("bold red on blue"), Style(meta={"@click": "app.bell"}), Style(), None)
    segments = [Segment(text, style) for text in ("a", "b") for style in styles]
    colours = Color(0, 0, 0, 0.6), Color(0, 0, 0, 0)
    as_textual_does = [list(BackgroundScreen.process_segments(segments, it)) for it in colours]
    shortcuts.tint_a_style_once(monkeypatch)
    assert [list(BackgroundScreen.process_segments(segments, it)) for it in colours] == (
        as_textual_does
    )


class Counter(Widget):
    """Widget with a value that is kept, one that is computed, and one that is watched."""

    kept = reactive("kept")
    number = reactive(1)
    doubled = reactive(0)
    names = reactive(list)
    shown = reactive(True, init=False, toggle_class="-shown")
    quiet = reactive(7, init=False)

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def compute_doubled(self) -> int:
        return 2 * self.number

    def watch_number(self, number: int) -> None:
        self.seen.append(number)


@pytest.mark.usefixtures("as_in_a_terminal")
@pytest.mark.parametrize("is_quick", [False, True], ids=["Textual", "ours"])
async def test_what_is_looked_up_quickly_is_what_textual_looks_up(monkeypatch, is_quick):
    if is_quick:
        lookups.look_up_quickly(monkeypatch)
    app = Stock()
    async with app.run_test():
        counter = Counter()
        await app.screen.mount(counter)
        assert (counter.kept, counter.number, counter.doubled) == ("kept", 1, 2)
        assert (counter.names, counter.shown, counter.quiet) == ([], True, 7)
        assert counter.seen == [1]
        assert counter.has_class("-shown")
        assert set(counter._reactives) <= {
            name.removeprefix("_reactive_") for name in vars(counter)
        }
        counter.kept, counter.number = "other", 4
        assert (counter.kept, counter.doubled, counter.seen[-1]) == ("other", 8, 4)
        assert isinstance(Counter.kept, reactive)
        with pytest.raises(ReactiveError):
            _ = Counter.__new__(Counter).kept
        styles = counter.styles
        assert styles.get_rule("text_opacity", "none") == "none"
        styles.base.set_rule("layer", "below")
        assert styles.get_rule("layer") == "below"
        styles.inline.set_rule("layer", "above")
        assert styles.get_rule("layer") == "above"
        with counter.prevent():
            assert not counter._is_prevented(Input.Changed)
        with counter.prevent(Input.Changed), counter.prevent():
            assert counter._is_prevented(Input.Changed)


@pytest.mark.usefixtures("as_in_a_terminal")
async def test_every_message_comes_to_the_handlers_that_textual_finds(one_family, monkeypatch):
    as_textual_finds = MessagePump._get_dispatch_methods
    shortcuts.find_handlers_once(monkeypatch)
    ours, differences, asked = MessagePump._get_dispatch_methods, [], 0

    def find_both(self, method_name, message):
        nonlocal asked
        asked += 1
        found = list(as_textual_finds(self, method_name, message))
        if list(ours(self, method_name, message)) != found:
            differences.append((self, method_name, found))
        yield from found

    monkeypatch.setattr(MessagePump, "_get_dispatch_methods", find_both)
    async with one_family.at_meeting() as window:
        await window.press("f2", "f4", "a", "tab", "escape", "ctrl+g", "escape", "f1", "escape")
    assert asked > 100
    assert differences == []


async def test_a_handler_that_stands_in_a_class_for_a_while_is_called_for_that_while(
    one_family, monkeypatch
):
    came: list[str] = []
    async with one_family.at_meeting() as window:
        await window.press("tab", "tab")
        with monkeypatch.context() as patch:
            patch.setattr(
                MeetingScreen, "on_key", lambda _self, key: came.append(key.key), raising=False
            )
            await window.press("home")
        await window.press("end")
    assert came == ["home"]
