"""Types a mark into every field of the app, key by key: a program of its own, in a home of its own.

    python every_field.py HOME sealed|open|begin

At the end it writes down, as one line of JSON, what it typed, at which fields of the source it was,
and which files were opened for writing.
"""

import ast
import asyncio
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType

TESTS = Path(__file__).parent.parent
UI = TESTS.parent / "relroute_tui" / "ui"
WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT
FIELDS = {"Input", "TextArea"}
VISITED = {
    "screens/cell/screen.py": 1,
    "screens/closing/last_page.py": 1,
    "dialogs/agreement.py": 4,
    "dialogs/backup.py": 1,
    "dialogs/contact.py": 13,
    "dialogs/correction.py": 2,
    "dialogs/erase.py": 1,
    "dialogs/export.py": 1,
    "dialogs/look_back.py": 1,
    "dialogs/my_view.py": 1,
    "dialogs/own_calendar.py": 1,
    "dialogs/own_words.py": 1,
    "dialogs/papers.py": 1,
    "dialogs/person.py": 2,
    "dialogs/plan.py": 3,
    "dialogs/round_off.py": 2,
    "dialogs/setting.py": 1,
    "dialogs/share.py": 1,
    "dialogs/since.py": 1,
    "widgets/detail_fields.py": 1,
    "screens/first_route/lives_with.py": 1,
    "screens/first_route/screen.py": 2,
    "screens/home/routes_panel.py": 1,
    "screens/meeting/notes.py": 1,
    "screens/questionnaire/with_words.py": 1,
    "screens/questionnaire/code.py": 2,
    "screens/questionnaire/words.py": 1,
    "screens/route/form.py": 2,
    "screens/route/panels.py": 1,
    "screens/sealing/join_keys.py": 1,
    "screens/sealing/keys.py": 2,
    "screens/sealing/pass_phrase.py": 2,
    "screens/sealing/recover.py": 1,
    "screens/sealing/recovery.py": 1,
    "screens/sealing/unlock.py": 1,
    "screens/search/screen.py": 1,
    "widgets/score_row.py": 2,
}
"""Number of fields that each file makes. Whoever adds one lets `main` come by, and counts it."""


@cache
def fields_in_source() -> frozenset[str]:
    """Return the places at which the source makes a field to type in: "dialogs/plan.py:67"."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")}
    nodes = [
        (path, node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef | ast.Call)
    ]
    kinds, known = set(FIELDS), 0
    while known < len(kinds):
        known = len(kinds)
        for _path, node in nodes:
            if isinstance(node, ast.ClassDef):
                bases = {getattr(base, "id", "") for base in node.bases}
                kinds |= {node.name} if bases & kinds else set()
    return frozenset(
        f"{path.relative_to(UI).as_posix()}:{node.lineno}"
        for path, node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds
    )


def watch_the_disk(written: set[str]) -> None:
    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(flags, int) and flags & WRITES
            if isinstance(path, str | bytes) and (writes or set(str(mode or "")) & set("wax+")):
                written.add(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100

    sys.addaudithook(watch)


class Typist:
    """Knows which fields there are, and puts a mark in each that comes into view."""

    def __init__(self, marks) -> None:
        self.marks = marks
        self.typed_at: set[str] = set()
        self._made: dict[int, str] = {}

    def look_on(self) -> None:
        """From now on it is known where each field was made."""
        from textual.widgets import Input, TextArea

        for kind in (Input, TextArea):
            kind.__init__ = self._noting(kind.__init__)

    def _noting(self, init):
        def noting(field, *arguments, **options):
            for frame in frames_above(sys._getframe(1)):
                path = Path(frame.f_code.co_filename)
                if path.is_relative_to(UI) and frame.f_locals.get("self") is not field:
                    site = f"{path.relative_to(UI).as_posix()}:{frame.f_lineno}"
                    field.made_at = site
                    break
            init(field, *arguments, **options)

        return noting

    def has_typed(self, file: str) -> bool:
        """Whether a field of this file had its mark."""
        return any(each.startswith(file) for each in self.typed_at)

    async def everywhere(self, window, mark: str = "") -> None:
        """A mark in each field that can be typed in now, or this one; at each place in the source
        once, as the check-out asks everyone the same.
        """
        from textual.widgets import Input, TextArea

        await window.settle()
        for field in window.app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            made_at = getattr(field, "made_at", "")
            asked = mark or made_at not in self.typed_at
            if made_at and asked and field.is_attached and field.focusable and field.region:
                window.app.screen.set_focus(field)
                window.strike("ctrl+end" if isinstance(field, TextArea) else "end")
                await window.type(mark or self.marks.next())
                self.typed_at.add(made_at)


def frames_above(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


async def until_in(window, *screens: str) -> None:
    await window.until(lambda: window.screen_name in screens)
    await window.settle()


async def act(window, action: str) -> None:
    """Do what a letter does, also where a field would take the letter."""
    await window.app.screen.run_action(action)
    await window.settle()


async def seal(window, typist: Typist) -> str:
    """Choose to seal at the first start, and return the pass phrase."""
    pass_phrase = typist.marks.next()
    await until_in(window, "SealScreen")
    await typist.everywhere(window, pass_phrase)
    await window.press("f2", "enter")
    await until_in(window, "RecoveryDialog")
    await typist.everywhere(window)
    await window.press("enter")
    groups = window.text_in("#groups").split()
    typist.marks.given += ["".join(groups), "".join(groups)[5:25], " ".join(groups[:3])]
    await window.fill_in("#tried", f"{groups[0]} {groups[-1]}")
    await window.press("enter")
    await until_in(window, "HomeScreen")
    return pass_phrase


async def lock_and_key(window, typist: Typist, laptop) -> None:
    await window.press("f7")
    await until_in(window, "KeysScreen")
    await typist.everywhere(window)
    await window.press("f4")
    await until_in(window, "JoinKeysScreen")
    await typist.everywhere(window)
    await back_to(window, "KeysScreen")
    await window.press("f2")
    await until_in(window, "PassPhraseDialog")
    await typist.everywhere(window, changed := typist.marks.next())
    await window.press("enter")
    await until_in(window, "KeysScreen")
    await back_to(window, "HomeScreen")
    laptop.clock.advance(hours=20)
    await until_in(window, "UnlockScreen")
    await typist.everywhere(window)
    await window.press("enter")
    await window.sees("That is not the pass phrase")
    await window.press("f4", "enter")
    await until_in(window, "RecoverDialog")
    await typist.everywhere(window)
    await window.press("enter", "escape")
    await until_in(window, "UnlockScreen")
    await window.until(lambda: not window.app.screen.query_one("#pass-phrase").disabled)
    await window.type(changed)
    await window.press("enter")
    await until_in(window, "HomeScreen")


async def back_to(window, screen: str) -> None:
    """By Esc; a form in which something was typed asks for it twice."""
    await window.settle()
    while window.screen_name != screen:
        await window.press("escape")
        await window.settle()


async def first_route(window, typist: Typist) -> None:
    """Answer the questions of a first route, and leave before the last one."""
    await window.press("f2")
    await until_in(window, "FirstRouteScreen")
    await typist.everywhere(window)
    await window.press("enter", "down", "enter")
    await window.press(*["down"] * 9)
    await typist.everywhere(window)
    await window.press("enter")
    await typist.everywhere(window)
    await back_to(window, "HomeScreen")


async def home(window, typist: Typist) -> None:
    await until_in(window, "HomeScreen")
    await typist.everywhere(window)
    await act(window, "clear_filter")
    for key, screen in (("ctrl+f", "SearchScreen"), ("f6", "BackupDialog")):
        await window.press(key)
        await until_in(window, screen)
        await typist.everywhere(window)
        await back_to(window, "HomeScreen")
    await window.press("ctrl+o")
    await until_in(window, "SettingsScreen")
    await window.press("end", "enter")
    await until_in(window, "SettingDialog")
    await typist.everywhere(window)
    await back_to(window, "HomeScreen")
    await window.fill_in("#filter", "Zwaluw")  # the questions of the first route were left
    await window.press("f3")
    await until_in(window, "RouteForm")
    window.app.screen.query_one("#carers").value = "own-word-for-one"
    await typist.everywhere(window)
    await window.press("f2")
    await until_in(window, "PersonDialog")
    await typist.everywhere(window)
    await window.press("enter")
    await until_in(window, "RouteForm")
    await window.press("f4")
    await until_in(window, "HomeScreen")
    await act(window, "clear_filter")


async def route(window, typist: Typist) -> None:
    await window.press("enter")
    await until_in(window, "RouteScreen")
    await typist.everywhere(window)
    for action in ("plan", "round_off", "share", "erase"):
        await act(window, f"do('{action}')")
        if window.screen_name != "RouteScreen":  # what is not sealed is not shared
            await typist.everywhere(window)
            await back_to(window, "RouteScreen")
    await act(window, "do('export')")
    await window.press("down", "enter")  # the papers come first
    await until_in(window, "ExportDialog")
    await typist.everywhere(window)
    await back_to(window, "RouteScreen")
    await act(window, "do('contact')")
    await until_in(window, "ContactScreen")
    await window.press("f2")
    await until_in(window, "ContactDialog")
    await window.press("f2")
    await typist.everywhere(window)
    await back_to(window, "ContactScreen")
    await act(window, "read_calendar")
    await until_in(window, "OwnCalendarDialog")
    await typist.everywhere(window)
    await back_to(window, "RouteScreen")


async def papers_refused(window, typist: Typist, documents: Path) -> None:
    """Make the papers of a meeting, which cannot be written: then another place is asked for."""
    documents.touch()
    await act(window, "papers")
    await until_in(window, "PapersDialog")
    await window.until(lambda: window.app.screen.query_one("#place").display)
    await typist.everywhere(window)
    await back_to(window, "ReviewScreen")
    documents.unlink()


async def cell_and_correction(window, typist: Typist, documents: Path) -> None:
    window.app.screen.query_one("#map").focus()
    await window.press("enter")
    await until_in(window, "CellScreen")
    await typist.everywhere(window)
    await act(window, "since")
    await until_in(window, "SinceDialog")
    await typist.everywhere(window)
    await back_to(window, "CellScreen")
    await back_to(window, "RouteScreen")
    window.app.screen.query_one("#filter").value = ""
    await window.settle()
    window.app.screen.query_one("OptionList#meetings").focus()
    await window.press("enter")
    await until_in(window, "ReviewScreen")
    await act(window, "correct")
    await until_in(window, "CorrectionDialog")
    await typist.everywhere(window)
    await window.press("f4")
    await until_in(window, "ReviewScreen")
    await act(window, "my_view")
    await until_in(window, "MyViewDialog")
    window.app.screen.query_one("#by").value = 0
    await typist.everywhere(window)
    await window.press("f4")
    await until_in(window, "ReviewScreen")
    await papers_refused(window, typist, documents)
    await back_to(window, "RouteScreen")


async def apart(window, typist: Typist) -> None:
    """A talk apart, and a questionnaire; each question that asks for words gets some."""
    await act(window, "do('prepare')")
    await until_in(window, "PreparationScreen")
    await window.press("f2", "enter")
    await until_in(window, "TalkScreen")
    for _question in range(4):
        await typist.everywhere(window)
        await window.press("enter")
    await back_to(window, "PreparationScreen")
    await back_to(window, "RouteScreen")
    await act(window, "do('questionnaires')")
    await until_in(window, "QuestionnairesScreen")
    await window.press("down", "f2", "enter")
    await until_in(window, "CodeScreen")
    code = typist.marks.next()
    for _twice in range(2):
        await typist.everywhere(window, code)
        await window.press("enter")
    await until_in(window, "QuestionnaireScreen")
    while window.screen_name == "QuestionnaireScreen" and not typist.has_typed(
        "screens/questionnaire/with_words.py"
    ):
        await typist.everywhere(window)
        await window.press("3")
        await typist.everywhere(window)
        await window.press("enter")
    while window.screen_name != "RouteScreen":
        await window.press("escape")


async def meeting(window, typist: Typist) -> None:
    await window.press("f2")
    await until_in(window, "MeetingScreen")
    await typist.everywhere(window)
    await window.type("\n")
    await window.press("ctrl+g")
    await until_in(window, "AgreementDialog")
    await typist.everywhere(window)
    await window.fill_in("#review", "15-12-2026")
    await window.press("f4")
    await until_in(window, "MeetingScreen")
    await act(window, "do('guest')")
    await until_in(window, "PersonDialog")
    await typist.everywhere(window, typist.marks.next())
    await window.press("enter")
    await until_in(window, "MeetingScreen")
    await act(window, "do('look_back')")
    await until_in(window, "LookBackScreen")
    await window.press("3")
    await until_in(window, "LookBackDialog")
    await typist.everywhere(window)
    await window.press("enter", "enter")
    await until_in(window, "LookBackScreen")
    await back_to(window, "MeetingScreen")
    await closing(window, typist)


async def closing(window, typist: Typist) -> None:
    await window.round_off()
    await until_in(window, "ClosingScreen")
    await window.press("2")
    await until_in(window, "OwnWordsDialog")
    await typist.everywhere(window)
    await window.press("enter", *["0"] * 8, "enter")
    await until_in(window, "OwnWordsDialog")
    await typist.everywhere(window, typist.marks.next())
    await window.press("enter")
    await until_in(window, "ClosingScreen")
    while window.screen_name == "ClosingScreen":
        await typist.everywhere(window)
        for field in window.app.screen.query(".score"):
            field.value = "7"
        for field in window.app.screen.query("#next-meeting"):
            field.value = "15-12-2026"
        await window.press("f9")
        await window.pilot.pause()
    await until_in(window, "RouteScreen")


async def main(home_folder: Path, kind: str) -> dict[str, object]:
    from marks import Marks
    from running_app import Laptop, family_with_a_meeting

    from relroute_tui.language import use
    from relroute_tui.storage.sealing.vault import Vault

    if kind == "begin":  # a pass phrase takes work on purpose; the long form does all of it
        Vault.__init__.__defaults__ = (4,)
    laptop, typist = Laptop(home_folder, "en"), Typist(Marks())
    use("en")
    typist.look_on()
    async with laptop.at_home() as window:
        await first_route(window, typist)
    if kind != "begin":  # what was answered is kept; the family is the only one again
        for path in laptop.environment.sessions.glob("*.json"):
            path.unlink()
    laptop.keep(family_with_a_meeting())
    is_sealed = kind != "open"
    if is_sealed:
        laptop.environment.older_settings.unlink()
    async with laptop.at_home() as window:
        if is_sealed:
            await seal(window, typist)
        await home(window, typist)
        if is_sealed:
            await lock_and_key(window, typist, laptop)
        if kind != "begin":
            await route(window, typist)
            await cell_and_correction(window, typist, laptop.environment.papers)
            await apart(window, typist)
            await meeting(window, typist)
    return {"marks": typist.marks.given, "typed_at": sorted(typist.typed_at)}


if __name__ == "__main__":
    sys.path += [str(TESTS / "ui"), str(TESTS / "faults"), str(TESTS.parent)]
    written: set[str] = set()
    watch_the_disk(written)
    done = asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
    print(json.dumps({**done, "written": sorted(written)}))  # noqa: T201
