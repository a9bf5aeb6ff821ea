"""Lines that are said, and questions that are answered with words or with a number."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final, Protocol

from msgspec import Struct

from relroute_tui.language import _

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Whatever was typed or pasted into a route never speaks to the terminal."""


class InputEnded(Exception):  # noqa: N818 - no error: the person, or the system, ended it
    """There is nobody any more to ask."""


class Terminal(Protocol):
    """Terminal to which lines are written and from which answers are read."""

    def write(self, line: str) -> None:
        """Write one line. Raises InputEnded."""

    def read(self, prompt: str, *, keeps: bool = False) -> str:
        """Return the line that was typed, without its end. Raises InputEnded.

        `keeps`: where the system ends the program, what was typed so far is an answer too.
        """


class Item(Struct, frozen=True):
    """One of the numbered choices of a menu."""

    text: str
    do: Callable[[], None]
    is_menu: bool = False
    """Whether it opens a menu of its own; one is told where one is again after that."""


class Dialogue:
    """Speaks with one person over a terminal."""

    def __init__(
        self,
        terminal: Terminal,
        news: Callable[[], str] = lambda: "",
        after_typing: Callable[[], None] = lambda: None,
    ) -> None:
        """`news` is said before the next question; `after_typing` goes before every answer."""
        self._terminal = terminal
        self._news = news
        self._after_typing = after_typing

    def say(self, text: str) -> None:
        """Say one or more lines; an empty text says nothing."""
        for line in text.splitlines():
            self._terminal.write(_CONTROL.sub("", line))

    def ask(self, question: str) -> str:
        """Ask for words, which make one line; they may be empty."""
        return " ".join(self.ask_lines(question))

    def ask_lines(self, question: str) -> tuple[str, ...]:
        """Ask for words; what was pasted may have several lines. None where nothing was typed."""
        self.say(question)
        typed = self._read(_("Answer: "), keeps=True)
        return tuple(self._without_details(line) for line in typed.splitlines() if line.strip())

    def choose(self, question: str, choices: Mapping[str, str]) -> str:
        """Ask for one of these, each under the key that is typed for it; return the key."""
        self.say(question)
        self._say_choices(choices)
        while (typed := self._read(_("Choice: "))) not in choices:
            self._say_it_is_none(typed, choices)
        return typed

    def confirm(self, question: str) -> bool:
        """Ask for a yes or a no."""
        return self.choose(question, {"1": _("yes"), "2": _("no")}) == "1"

    def pick(self, question: str, names: Sequence[str]) -> int | None:
        """Ask for one of these; return its place, None for none."""
        chosen = self.choose(
            question, {**_numbered(names), "0": _("none; back")} if names else {"0": _("back")}
        )
        return int(chosen) - 1 if chosen != "0" else None

    def pick_several(self, question: str, names: Sequence[str]) -> tuple[int, ...]:
        """Ask for any number of these; return their places, in the order in which they came."""
        numbered = _numbered(names)
        self.say(question)
        self._say_choices(numbered)
        while True:
            typed = re.split(r"[\s,;.]+", self._read(_("Numbers, or Enter for nobody: ")))
            keys = [key for key in typed if key]
            if all(key in numbered for key in keys):
                return tuple(dict.fromkeys(int(key) - 1 for key in keys))
            self._say_it_is_none(" ".join(keys), numbered)

    def run(
        self,
        where: Callable[[], str],
        items: Callable[[], Sequence[Item]],
        way_out: str,
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        """Let somebody choose from a menu until they leave it with 0; Enter says it once more.

        `where` says where one is, first of all; the items may be others each time.
        """
        says_all = True
        while not is_over():
            numbered = {str(number): item for number, item in enumerate(items(), 1)}
            texts = {key: item.text for key, item in numbered.items()} | {"0": way_out}
            if says_all:
                self.say(where())
                self._say_choices(texts)
            typed = self._read(_("Choice: "))
            says_all = not typed
            if typed == "0":
                return
            if typed in numbered:
                numbered[typed].do()
                if numbered[typed].is_menu and not is_over():
                    self.say(where().splitlines()[0])
            elif typed:
                self._say_it_is_none(typed, texts)

    def _without_details(self, line: str) -> str:
        from relroute_tui.plain.leaving_out import without_details  # loaded once somebody types

        return without_details(line, datetime.now().astimezone().date(), self._leaves_out)

    def _leaves_out(self, question: str) -> bool:
        """Ask it. Whoever says nothing, or is gone, keeps the words that were typed."""
        self.say(question)
        try:
            return self._read(_("1 leaves it out, Enter keeps it: ")) == "1"
        except InputEnded:
            return False

    def _read(self, prompt: str, *, keeps: bool = False) -> str:
        self.say(self._news())
        typed = self._terminal.read(prompt, keeps=keeps)
        self._after_typing()
        return _CONTROL.sub("", typed).strip()

    def _say_choices(self, choices: Mapping[str, str]) -> None:
        for key, text in choices.items():
            self.say(f"{key} {text}")

    def _say_it_is_none(self, typed: str, choices: Mapping[str, str]) -> None:
        if typed:
            sentence = _("“{words}” is none of the choices, which are {keys}.")
            self.say(sentence.format(words=typed, keys=", ".join(choices)))
        else:
            self._say_choices(choices)


def _numbered(names: Sequence[str]) -> dict[str, str]:
    return {str(number): name for number, name in enumerate(names, 1)}
