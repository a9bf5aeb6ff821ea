"""The commands of the closing, and which of them each page has."""

from collections.abc import Iterable

from msgspec.structs import replace

from relroute_tui.language import N_
from relroute_tui.ui.commands import MY_VIEW, READ_ALOUD, Command
from relroute_tui.ui.screens.meeting.commands import TELEVISION

PREVIOUS = Command(
    "closing.previous", "previous", ("f2", "pageup"), N_("previous"), N_("To the page before")
)
NEXT = Command("closing.next", "next", ("f3", "pagedown"), N_("next"), N_("To the next agreement"))
FILL_IN = Command(
    "closing.fill_in",
    "fill_in",
    ("f4",),
    N_("fill in"),
    N_("Say what this agreement does not say yet"),
)
SAYING_BACK = Command(
    "closing.saying_back",
    "switch_saying_back",
    ("f5",),
    N_("say back"),
    N_("Ask everyone to say an agreement back, or not in this meeting"),
    in_footer=False,
)
KEEP_RESPONSES = Command(
    "closing.keep_responses",
    "keep_responses",
    ("f12",),
    N_("keep responses"),
    N_("Only the spelling of this agreement changed: what everyone said holds"),
)
CLOSE = Command(
    "closing.close",
    "close_meeting",
    ("f9",),
    N_("close"),
    N_("On to the closing round, the next date, and close the meeting"),
)
PAPERS = Command(
    "closing.papers",
    "close_with_papers",
    ("f6",),
    N_("close, papers"),
    N_("Close the meeting and write the three papers that go home"),
)
SHEET = Command(
    "closing.sheet",
    "show_sheet",
    ("f7",),
    N_("look at the sheet"),
    N_("The sheet for at home as it would be now; nothing is closed or written yet"),
)
ONE_BY_ONE = replace(
    FILL_IN, name=N_("one at a time"), tip=N_("Ask how everyone leaves, one person at a time")
)
"""The same key, at the closing round."""
ONWARDS = replace(CLOSE, name=N_("go on"))
"""The same key, where it does not close yet."""
TO_THE_ROUND = replace(
    CLOSE,
    name=N_("closing round"),
    tip=N_("Past the other agreements to the closing round, the next date, and the end"),
)
"""The same key, at an agreement."""
BACK = Command(
    "closing.back", "back", ("escape",), N_("notes"), N_("Back to the notes; nothing is lost")
)

CLOSING_COMMANDS: tuple[Command, ...] = (
    READ_ALOUD,
    NEXT,
    PREVIOUS,
    FILL_IN,
    SAYING_BACK,
    KEEP_RESPONSES,
    SHEET,
    CLOSE,
    PAPERS,
    MY_VIEW,
    TELEVISION,
    BACK,
)


def commands_of_page(
    commands: Iterable[Command], left: int, *, can_keep_responses: bool
) -> tuple[Command, ...]:
    """Return those of these commands that a page has, by the names that they have there.

    `left` is how many agreements are left with the one on the page: 0 at the closing round, less at
    the end. Only agreements are filled in, and one by one is how everyone leaves. From the last
    agreement on only F9 goes on: F3 in the closing round is "rather not", and one F3 too many would
    give that for somebody.
    """
    is_at_the_end = left < 0
    gone = {
        FILL_IN.action: is_at_the_end,
        READ_ALOUD.action: left <= 0,
        KEEP_RESPONSES.action: not can_keep_responses,
        NEXT.action: left <= 1,
        PAPERS.action: not is_at_the_end,
        SHEET.action: not is_at_the_end,
    }
    others = _named_for_page(left)
    return tuple(
        others.get(command.id, command) for command in commands if not gone.get(command.action)
    )


def _named_for_page(left: int) -> dict[str, Command]:
    """Return commands by the id of those they stand for."""
    if left > 0:
        return {CLOSE.id: TO_THE_ROUND}
    if left == 0:
        return {CLOSE.id: ONWARDS, FILL_IN.id: ONE_BY_ONE}
    return {}
