"""The rows of the settings, each with its words and its value."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from relroute_tui.language import N_, _, languages, ngettext
from relroute_tui.storage.settings.model import LONGEST, Settings

Value: TypeAlias = str | int | bool | tuple[str, ...]


class NotChosen(ValueError):  # noqa: N818 - told to a person, not raised at a programmer
    """The typed text is no value of a setting; the sentence says why."""


class Row(Struct, frozen=True):
    """One thing that can be chosen."""

    setting: str
    """Its name in `Settings`."""
    label: str
    """Marked for the catalogue, as the others."""
    about: str
    """One or two sentences for whoever marks it."""
    choices: tuple[tuple[Value, str], ...] = ()
    """Choices with the words for them; empty where the value is typed."""
    if_empty: str = ""
    """Text for the value that holds where nothing was typed."""


_LANGUAGES: Final[Mapping[str, str]] = {"nl": "Nederlands", "en": "English"}
"""Each in its own words, for whoever reads only that one."""
_LISTED: Final = ";"
"""Separator of folders in one field."""

ROWS: Final = (
    Row("language", N_("Language"), N_("The language of every screen and of every paper.")),
    Row(
        "theme",
        N_("Looks"),
        N_("The colours of the screen."),
        (
            ("evening", N_("Evening")),
            ("morning", N_("Morning")),
            ("high-contrast", N_("High contrast")),
        ),
    ),
    Row(
        "letters",
        N_("Letters of a card"),
        N_("How large a card is drawn. A program that reads the screen aloud needs ordinary ones."),
        (
            ("large", N_("as large as fits")),
            ("medium", N_("half as large")),
            ("small", N_("ordinary letters")),
        ),
    ),
    Row(
        "meeting",
        N_("The meeting"),
        N_("In panels for you, or as one screen that everyone reads. F12 changes it in a meeting."),
        (
            ("by-size", N_("by the size of the window")),
            ("panels", N_("in panels")),
            ("table", N_("one screen for everyone")),
        ),
    ),
    Row(
        "keyboard",
        N_("Keys"),
        N_("Where function keys are out of reach, Alt with a letter does the same."),
        (("function-keys", N_("function keys")), ("letters", N_("Alt with a letter"))),
    ),
    Row(
        "card_headings",
        N_("Headings in the notes"),
        N_("Whether drawing a card starts a section in the notes."),
        ((True, N_("yes, with each card")), (False, N_("no"))),
    ),
    Row(
        "locks_after",
        N_("Lock after"),
        N_("Minutes without a key, once the routes are sealed. 0 means never."),
        if_empty=N_("never"),
    ),
    Row(
        "reminds_after",
        N_("Reminder after"),
        N_("Months without a meeting, after which the home screen names a route. 0 means never."),
        if_empty=N_("never"),
    ),
    Row(
        "papers",
        N_("Folder for papers"),
        N_("Where the papers that go home are written. Empty: your own documents."),
        if_empty=N_("your own documents"),
    ),
    Row(
        "decks",
        N_("Decks of your own"),
        N_("Folders with decks, beside ours. More than one: with ; between them."),
        if_empty=N_("only ours"),
    ),
    Row(
        "terminal",
        N_("Second window"),
        N_("The command that opens a terminal window for the television. Empty: the usual one."),
        if_empty=N_("the usual one"),
    ),
    Row(
        "archive",
        N_("Shared archive"),
        N_("The address of your organisation's archive; whoever looks after it knows it."),
        if_empty=N_("none"),
    ),
)


def choices_of(row: Row) -> tuple[tuple[Value, str], ...]:
    """Return the choices with their words; nothing where the value is typed."""
    if row.setting == "language":
        names = tuple((code, _LANGUAGES.get(code, code)) for code in languages())
        return (("", _("as this laptop")), *names)
    return tuple((value, _(words)) for value, words in row.choices)


def value_text(row: Row, settings: Settings) -> str:
    """Return in words what is chosen now."""
    value = getattr(settings, row.setting)
    words = dict(choices_of(row))
    if value in words:
        return words[value]
    if not value:
        return _(row.if_empty)
    if row.setting == "locks_after":
        return ngettext("{n} minute", "{n} minutes", value).format(n=value)
    if row.setting == "reminds_after":
        return ngettext("{n} month", "{n} months", value).format(n=value)
    return as_typed(value)


def as_typed(value: Value) -> str:
    """Return a value as one would type it."""
    return f"{_LISTED} ".join(value) if isinstance(value, tuple) else str(value)


def value_of(row: Row, typed: str) -> Value:
    """Return the value that was typed. Raises NotChosen with a sentence that says why not."""
    typed = typed.strip()
    match row.setting:
        case "locks_after" | "reminds_after":
            if not (typed.isdecimal() and typed.isascii() and int(typed) <= LONGEST):
                raise NotChosen(_("A whole number from 0 to {most}.").format(most=LONGEST))
            return int(typed)
        case "papers":
            return _folder(typed) if typed else ""
        case "decks":
            return tuple(_folder(part) for part in map(str.strip, typed.split(_LISTED)) if part)
        case _:
            return typed


def _folder(typed: str) -> str:
    path = Path(os.path.expanduser(typed))  # noqa: PTH111 - "~" may be unknown
    if not (path.is_absolute() and path.is_dir()):
        raise NotChosen(_("There is no folder {folder}.").format(folder=typed))
    return typed
