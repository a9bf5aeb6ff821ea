"""Names that the app leans on in Textual and Rich beyond their documentation.

A release that renames one of these, or changes what it takes, fails here with its name. A
workaround has a test that it is still needed: where that fails, the workaround can go.
"""

import ast
import errno
import importlib
import inspect
import io
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from queue import Full
from types import ModuleType

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import _context, events
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap
from textual.css.stylesheet import Stylesheet
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.document._wrapped_document import WrappedDocument
from textual.dom import DOMNode
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static, TextArea
from textual_compat.stalling import stall_timers

import relroute_tui.ui
from relroute_tui.ui.textual_compat import caches, driver
from relroute_tui.ui.textual_compat.app import GuardedApp
from relroute_tui.ui.textual_compat.one_frame import OneFrameScreen
from relroute_tui.ui.textual_compat.style_sheets import CachedStylesheet

PACKAGE = Path(relroute_tui.__file__).parent
COMPAT = PACKAGE / "ui" / "textual_compat"

FUNCTIONS = {
    # textual_compat/app.py
    (App, "_handle_exception"): "(self, error: 'Exception') -> 'None'",
    (App, "_fatal_error"): "(self) -> 'None'",
    (App, "_refresh_notifications"): "(self) -> 'None'",
    (App, "_close_messages_no_wait"): "(self) -> 'None'",
    # textual_compat/text_area.py
    (TextArea, "_set_document"): "(self, text: 'str', language: 'str | None') -> 'None'",
    (TextArea, "_recompute_cursor_offset"): "(self)",
    (TextArea, "_refresh_size"): "(self) -> 'None'",
    (TextArea, "_rewrap_and_refresh_virtual_size"): "(self) -> 'None'",
    (TextArea, "_render_line"): "(self, y: 'int') -> 'Strip'",
    (TextArea, "edit"): "(self, edit: 'Edit') -> 'EditResult'",
    (WrappedDocument, "get_offsets"): "(self, line_index: 'int') -> 'list[int]'",
    # textual_compat/undo.py
    (EditHistory, "record"): "(self, edit: 'Edit') -> 'None'",
    (Edit, "__init__"): (
        "(self, text: 'str', from_location: 'Location', to_location: 'Location',"
        " maintain_selection_offset: 'bool') -> None"
    ),
    # textual_compat/one_frame.py
    (Screen, "_on_timer_update"): "(self) -> 'None'",
    (Screen, "_compositor_refresh"): "(self) -> 'None'",
    # textual_compat/style_sheets.py
    (Stylesheet, "__init__"): "(self, *, variables: 'dict[str, str] | None' = None) -> 'None'",
    (Stylesheet, "parse"): "(self) -> 'None'",
    (Stylesheet, "reparse"): "(self) -> 'None'",
    (EditResult, "__init__"): "(self, end_location: 'Location', replaced_text: 'str') -> None",
}
FOUND = {(owner, name): str(inspect.signature(getattr(owner, name))) for owner, name in FUNCTIONS}
"""As they were imported, before the tests put some of their own in their place."""
ATTRIBUTES = {
    "App": ("_exception", "_driver", "_background_screens"),
    "Screen": ("_update_timer", "_compositor"),
    "Timer": ("_skip",),
    "OptionList": ("_index_to_line",),
    "Stylesheet": ("_parse_cache",),
    "TextArea": ("_theme", "_cursor_offset", "_draw_cursor"),
    "WrappedDocument": ("_offset_to_line_info", "_line_index_to_offsets"),
    "EditHistory": ("_undo_stack",),
    "Edit": ("_edit_result", "_original_selection", "_updated_selection"),
}


class Stock(App[None]):
    """Textual as it is."""

    def compose(self) -> ComposeResult:
        yield TextArea()
        yield Input()


@pytest.mark.parametrize(("owner", "name"), FUNCTIONS, ids=lambda it: getattr(it, "__name__", it))
def test_a_function_takes_what_it_took(owner, name):
    assert FOUND[owner, name] == FUNCTIONS[owner, name]


async def test_an_attribute_is_there():
    app = Stock()
    async with app.run_test():
        area = app.query_one(TextArea)
        edit = Edit("a", (0, 0), (0, 0), False)
        area.edit(edit)
        listed = OptionList("one")
        for thing in (
            app,
            app.screen,
            app.set_timer(1, lambda: None),
            listed,
            app.stylesheet,
            area,
            area.wrapped_document,
            area.history,
            edit,
        ):
            names = next(
                ATTRIBUTES[c.__name__] for c in type(thing).__mro__ if c.__name__ in ATTRIBUTES
            )
            assert [name for name in names if not hasattr(thing, name)] == []
    assert _context.active_message_pump.get(None) is None


def test_what_is_emptied_in_a_pause_can_be_emptied():
    assert {Segment._split_cells, Style._add} <= set(caches.CACHES)
    assert all(callable(cache.cache_clear) for cache in caches.CACHES)


# Whether a workaround is still needed


async def test_textual_still_looks_for_the_cursor_behind_the_end_of_an_undone_text():
    app = Stock()
    with pytest.raises((ValueError, IndexError)):
        async with app.run_test(size=(40, 10)) as pilot:
            area = app.query_one(TextArea)
            area.insert("line\n" * 40)
            await pilot.pause()
            area.undo()
            await pilot.pause()


class Opened(ModalScreen[None]):
    """A screen with a line of text."""

    def compose(self) -> ComposeResult:
        yield Static("opened")


class OpenedInOneFrame(OneFrameScreen[None], Opened):
    """The same."""


@pytest.mark.parametrize(
    ("kind", "frames"), [(Opened, range(3, 9)), (OpenedInOneFrame, range(1, 3))]
)
async def test_textual_still_draws_a_new_screen_after_each_layout_and_ours_once(
    kind, frames, monkeypatch
):
    drawn = []
    monkeypatch.setattr(Compositor, "render_update", lambda *_self, **_how: drawn.append(1))
    app = Stock()
    async with app.run_test() as pilot:
        drawn.clear()
        await app.push_screen(kind())
        await pilot.pause()
        assert len(drawn) in frames


async def test_textual_still_keeps_the_first_line_of_a_paste_only():
    app = Stock()
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        field.post_message(events.Paste("one\ntwo"))
        await pilot.pause()
        assert field.value == "one"
        assert not events.Key("x", "\u200c").is_printable


def test_the_reader_of_the_keyboard_still_asks_for_a_decoder_by_this_name():
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    source = inspect.getsource(linux_driver.LinuxDriver.run_input_thread)
    assert 'getincrementaldecoder("utf-8")()' in source
    driver.decode_leniently()
    decoder = linux_driver.getincrementaldecoder("utf-8")()
    assert decoder.decode(b"caf\xe9 \xc3") == "caf\ufffd "
    assert decoder.decode(b"\xa9", final=True) == "é"


@pytest.mark.parametrize(
    ("terminal", "sent", "key", "stock"),
    [
        ("rxvt-unicode", "\x1b[7^", "ctrl+home", "ctrl+end"),
        ("rxvt-unicode", "\x1b[8^", "ctrl+end", "ctrl+home"),
        ("st-256color", "\x1b[P", "delete", "f1"),
        ("xterm-kitty", "\x1b[P", "f1", "f1"),
        ("xterm-256color", "\x1bOP", "f1", "f1"),
    ],
)
def test_textual_still_takes_keys_of_some_terminals_for_others(
    terminal, sent, key, stock, monkeypatch
):
    def keys(typed: str) -> list[str]:
        return [each.key for each in XTermParser().feed(typed) if isinstance(each, events.Key)]

    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    assert keys(sent) == [stock]
    monkeypatch.setenv("TERM", terminal)
    driver.decode_leniently()
    decoder = linux_driver.getincrementaldecoder("utf-8")()
    assert keys(decoder.decode(sent.encode())) == [key]


async def test_textual_still_ends_where_a_page_is_turned_in_a_list_without_lines():
    app = Stock()
    with pytest.raises(KeyError):
        async with app.run_test(size=(40, 10)) as pilot:
            listed = OptionList("one", "two")
            listed.display = False
            await app.mount(listed)
            listed.highlighted = 0
            await pilot.pause()
            listed.action_page_down()


async def test_textual_still_does_a_backspace_after_the_letters_that_were_typed_behind_it():
    """If it no longer does, `ui/base/input_order.py` may go."""
    app = Stock()
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        area.focus()
        await pilot.pause()
        for key in ("a", "b", "backspace", "c"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert area.text == "ab"


async def test_textual_still_drops_a_line_feed():
    """If it no longer does, `as_typed` may leave it alone."""
    app = Stock()
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        area.focus()
        await pilot.pause()
        app.post_message(events.Key("ctrl+j", "\n"))
        await pilot.pause()
        assert area.text == ""


async def test_textual_still_ends_at_the_first_error_with_every_variable_on_the_terminal():
    class Failing(Stock):
        def on_mount(self) -> None:
            raise RuntimeError

    app = Failing()
    with pytest.raises(RuntimeError):
        async with app.run_test():
            pass
    assert "show_locals=True" in inspect.getsource(App._fatal_error)


async def test_textual_still_never_rings_once_where_the_machine_was_busy(monkeypatch):
    stall_timers(monkeypatch)
    rung: list[str] = []

    class Ringing(Stock):
        def on_mount(self) -> None:
            for kind in (App, GuardedApp):
                kind.set_timer(self, 0.01, lambda kind=kind: rung.append(kind.__name__))

    app = Ringing()
    async with app.run_test() as pilot:
        while not rung:
            await pilot.pause()
    assert rung == ["GuardedApp"]


def test_textuals_keymap_still_takes_no_key_away_and_says_nothing_of_the_editor():
    bindings = BindingsMap([Binding("f2", "draw", id="draw"), Binding("f3", "back", id="back")])
    bindings.apply_keymap({"draw": "", "back": "d"})
    assert [binding.id for binding in bindings.key_to_bindings["f2"]] == ["draw"]
    (typed,) = bindings.key_to_bindings["d"]
    assert not typed.priority  # as it was bound at first, whatever its key is now


def test_textuals_keymap_still_gives_one_key_to_two_commands_and_takes_a_third_along():
    bindings = BindingsMap(
        [
            Binding("f2", "draw", id="draw"),
            Binding("f3", "back", id="back"),
            Binding("f2", "other", id="other"),
        ]
    )
    bindings.apply_keymap({"draw": "f4", "back": "f4"})
    assert {
        key: [each.id for each in bound] for key, bound in bindings.key_to_bindings.items()
    } == {"f4": ["draw", "back"]}


# Nowhere else


ELSEWHERE = {"_exit", "_ArgumentGroup", "_SubParsersAction"}
"""Names of the standard library: documented, or the type of what argparse hands out."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def reached_for(path: Path) -> Iterator[str]:
    """The private names in a module that are not its own."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                if module.split(".")[0] in ("textual", "rich"):
                    yield from (*module.split("."), *(alias.name for alias in names))
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                pass
            case ast.Attribute(attr=name):
                yield name
            case ast.Call(
                func=ast.Name(id="getattr" | "setattr" | "hasattr"),
                args=[_, ast.Constant(value=str(name)), *_],
            ):
                yield name


def test_nothing_private_of_another_is_reached_for_outside_textual_compat():
    reached = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in PACKAGE.rglob("*.py")
        if COMPAT not in path.parents
        for name in reached_for(path)
        if is_private(name) and name not in ELSEWHERE
    }
    assert reached == set()


def our_classes() -> set[type[DOMNode]]:
    for module in pkgutil.walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        importlib.import_module(module.name)
    found: set[type[DOMNode]] = set()
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        children = set(waiting.pop().__subclasses__()) - found
        waiting += children
        found |= children
    return {each for each in found if each.__module__.startswith("relroute_tui")}


@cache
def classes_in(module: ModuleType) -> tuple[ast.ClassDef, ...]:
    nodes = ast.walk(ast.parse(inspect.getsource(module)))
    return tuple(node for node in nodes if isinstance(node, ast.ClassDef))


def written_in(owner: type) -> set[str]:
    """The private names that a class defines, or gives to itself in one of its methods."""
    names: set[str] = set()
    for top in classes_in(sys.modules[owner.__module__]):
        for node in ast.walk(top) if top.name == owner.__name__ else ():
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    names.add(name)
                case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                    names.add(name)
                case (
                    ast.Assign(targets=[ast.Name(id=name)])
                    | ast.AnnAssign(target=ast.Name(id=name))
                ):
                    names.add(name)
    return set(filter(is_private, names))


def test_no_name_of_ours_takes_the_place_of_one_of_textuals():
    theirs: dict[type, set[str]] = {}
    taken = set()
    for ours in our_classes():
        if ".textual_compat." in ours.__module__:
            continue
        names = written_in(ours)
        for base in ours.__mro__[1:]:
            if base.__module__.startswith("textual"):
                if base not in theirs:
                    theirs[base] = written_in(base) | set(filter(is_private, vars(base)))
                taken |= {f"{ours.__name__}.{name}" for name in names & theirs[base]}
    assert taken == set()


def parsed_for_a_new_source(sheet: Stylesheet, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are parsed where one more comes to a sheet that was parsed."""
    sheet.add_source("Input { color: red; }", read_from=("old", ""))
    sheet.parse()
    parsed: list[str] = []
    monkeypatch.setattr(
        "textual.css.stylesheet.parse", lambda scope, css, *_, **__: parsed.append(css) or ()
    )
    sheet.add_source("Input { color: blue; }", read_from=("new", ""))
    sheet.reparse()
    return parsed


@pytest.mark.usefixtures("as_in_a_terminal")
def test_textual_still_parses_every_sheet_again_for_a_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert len(parsed_for_a_new_source(Stylesheet(), monkeypatch)) == 2


@pytest.mark.usefixtures("as_in_a_terminal")
def test_ours_parses_the_new_one_only(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parsed_for_a_new_source(CachedStylesheet({}), monkeypatch)
    assert parsed == ["Input { color: blue; }"]


def test_the_driver_still_reads_the_size_of_the_terminal_itself():
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    look = inspect.signature(linux_driver.LinuxDriver._get_terminal_size)
    assert list(look.parameters) == ["self"]
    source = inspect.getsource(linux_driver.LinuxDriver.start_application_mode)
    assert "SIGWINCH" in source
    assert "self._get_terminal_size()" in source  # in the handler: it may be the size of before


class Gone(io.StringIO):
    """A terminal that is gone."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EIO, "the terminal is gone")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_textuals_writer_still_takes_no_frame_for_a_terminal_that_is_gone():
    writer = WriterThread(Gone())
    writer.start()
    for _frame in range(MAX_QUEUED_WRITES):
        writer.write("a frame")
    writer.join(timeout=10)
    assert not writer.is_alive()
    with suppress(Full):
        writer._queue.put("the frame that the writer had taken", block=False)
    assert writer._queue.full()  # one more would wait for good


def test_the_writer_still_has_one_queue_that_fills_up_and_a_name_in_the_driver():
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    source = inspect.getsource(linux_driver.LinuxDriver)
    assert "WriterThread(" in source

    driver.outlive_terminal()
    writer = linux_driver.WriterThread(Gone())
    writer.start()
    for _frame in range(10 * MAX_QUEUED_WRITES):
        writer.write("a frame")  # Textual's own would wait here for good
    writer.stop()
    assert not writer.is_alive()
