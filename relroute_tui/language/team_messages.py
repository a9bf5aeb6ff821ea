"""Messages about what an organisation does not allow, and about faults in its logs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from relroute_tui.language import N_, _
from relroute_tui.team.acts import Act
from relroute_tui.team.chain import Fault, FaultKind
from relroute_tui.team.errors import TeamError, TeamProblem

_PROBLEMS: Final[Mapping[TeamProblem, str]] = {
    TeamProblem.FOUNDED_ALREADY: N_(
        "There is an organisation here already. Nothing was changed. `relroute team join` asks "
        "to come in."
    ),
    TeamProblem.NOT_FOUNDED: N_(
        "There is no organisation here yet. `relroute team found NAME --as YOUR NAME` makes one."
    ),
    TeamProblem.IN_ALREADY: N_("You are in already. `relroute team list` shows who is."),
    TeamProblem.NOT_IN: N_(
        "You are not in yet, so nothing was changed. `relroute team join` shows six words; read "
        "them to a colleague who is in."
    ),
    TeamProblem.NO_NAME: N_("A name is missing. Nothing was changed."),
    TeamProblem.NAME_IS_TAKEN: N_(
        "Somebody called {name} is in already. Nobody was confirmed. Choose a name that tells the "
        "two apart."
    ),
    TeamProblem.NOBODY: N_(
        "Nobody called {name} is in. Nothing was changed. `relroute team list` shows who is."
    ),
    TeamProblem.TWO_OF_THEM: N_(
        "More than one colleague is called {name}. Nothing was changed. Use the id that "
        "`relroute team list` shows."
    ),
    TeamProblem.NOT_CONFIRMED: N_(
        "This key cannot come in: it belongs to a colleague, or to another organisation. Nobody "
        "was confirmed."
    ),
    TeamProblem.BUSY: N_(
        "Others are writing at this very moment. Nothing was changed. Try again in a minute."
    ),
}
_FAULTS: Final[Mapping[FaultKind, str]] = {
    FaultKind.UNREADABLE: N_("Line {n} cannot be read: it was changed or cut off."),
    FaultKind.NOT_SIGNED: N_(
        "Line {n} does not count: it was changed, or written by somebody who was not in."
    ),
    FaultKind.NOT_IN_ORDER: N_(
        "Line {n} does not stand in its place, or stands there twice. It counts once, in its place."
    ),
    FaultKind.MISSING: N_(
        "A line before line {n} is gone. Where a synchroniser is still at work, look again later."
    ),
}
_GONE: Final = N_(
    "A line that this laptop saw before is gone. Where a synchroniser is still at work, look "
    "again later."
)
_ACTS: Final[Mapping[Act, str]] = {
    Act.FOUNDED: N_("{who} founded the organisation"),
    Act.ENROLLED: N_("{who} confirmed {whom}"),
    Act.LEFT: N_("{who} took {whom} off the list"),
    Act.COUNCIL: N_("{who} made a key for the council"),
    Act.RULE: N_("{who} changed how long working copies stay"),
    Act.SHARED: N_("{who} shared {routes} with {whom}"),
    Act.TAKEN_BACK: N_("{who} took {routes} back from {whom}"),
    Act.HANDED_OVER: N_("{who} handed {routes} over to {whom}"),
    Act.RECOVERED: N_("{who} opened {routes} with the council, for {whom}"),
    Act.ERASED: N_("{who} erased {routes}"),
    Act.EXPORTED: N_("{who} exported {routes}"),
}


def team_sentence(problem: TeamError) -> str:
    """Say what the organisation does not allow, and what to do."""
    return _(_PROBLEMS[problem.problem]).format(name=problem.name)


def fault_sentences(faults: Sequence[Fault]) -> list[str]:
    """Say what is wrong with a log, each thing once."""
    templates = (_(_FAULTS[fault.kind] if fault.number else _GONE) for fault in faults)
    numbers = (fault.number for fault in faults)
    sentences = (text.format(n=number) for text, number in zip(templates, numbers, strict=True))
    return list(dict.fromkeys(sentences))


def act_sentence(act: Act, *, who: str, routes: Iterable[str], whom: str) -> str:
    """Say what somebody did, without a full stop."""
    return _(_ACTS[act]).format(who=who, routes=", ".join(routes), whom=whom)
