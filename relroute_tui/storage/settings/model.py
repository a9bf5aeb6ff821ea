"""The choices, as values; their names are those in the file."""

from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

LONGEST: Final = 999
"""Of both times, in their own units. What a damaged file says beyond it locks nobody out."""

_Line: TypeAlias = Annotated[str, Meta(max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$")]

ThemeName: TypeAlias = Literal["evening", "morning", "high-contrast"]
LettersSize: TypeAlias = Literal["large", "medium", "small"]
MeetingLayout: TypeAlias = Literal["by-size", "panels", "table"]
KeySet: TypeAlias = Literal["function-keys", "letters"]
Keys: TypeAlias = str | tuple[str, ...]
KeyTable: TypeAlias = dict[str, dict[str, Keys]]


class Settings(Struct, frozen=True):
    """The choices, each with what holds where none was made."""

    language: Annotated[
        _Line, Meta(description="The language of the screen, such as nl; empty: as this laptop.")
    ] = ""
    theme: Annotated[ThemeName, Meta(description="The colours of the screen.")] = "evening"
    letters: Annotated[
        LettersSize,
        Meta(
            description="How large a card becomes: as large as it fits, half of that, or in the "
            "terminal's own letters."
        ),
    ] = "large"
    meeting: Annotated[
        MeetingLayout,
        Meta(
            description="How a meeting looks: in panels; as one screen that everyone reads, with "
            "the card large; or by the size of the window, the latter from 80 by 24 down."
        ),
    ] = "by-size"
    keyboard: Annotated[
        KeySet, Meta(description="The set of keys: function keys, or Alt with a letter.")
    ] = "function-keys"
    locks_after: Annotated[
        int,
        Meta(
            ge=0,
            le=LONGEST,
            description="Minutes without keys after which sealed routes lock; 0: never.",
        ),
    ] = 10
    reminds_after: Annotated[
        int,
        Meta(
            ge=0,
            le=LONGEST,
            description="Months without a meeting after which a route is mentioned; 0: never.",
        ),
    ] = 12
    papers: Annotated[
        _Line, Meta(description="The folder for papers to take home; empty: your documents.")
    ] = ""
    terminal: Annotated[
        _Line,
        Meta(
            description="The command that opens a terminal with a program behind it, for the "
            "television; empty: the usual one here."
        ),
    ] = ""
    decks: Annotated[
        tuple[_Line, ...], Meta(description="Folders with decks, beside those that come along.")
    ] = ()
    archive: Annotated[
        _Line, Meta(description="The address of an organisation's shared archive; empty: none.")
    ] = ""
    card_headings: Annotated[
        bool, Meta(description="Whether drawing a card starts a section in the notes.")
    ] = True
    keys: Annotated[
        KeyTable,
        Meta(
            description="Keys of your own: a table for each screen, in it the command and its key "
            "or keys; an empty list takes every key away."
        ),
    ] = {}


DEFAULTS: Final = Settings()


def schema() -> dict[str, Any]:
    """Return the JSON schema of the file, for editors."""
    whole = msgspec.json.schema(Settings)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole["$defs"]["Settings"],
        "title": "The settings of relroute",
    }
