"""Messages about storage, one sentence each: what happened, what is safe, what to do now."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from relroute_tui.language import N_, _
from relroute_tui.storage.errors import (
    AmbiguousRoute,
    ArchiveError,
    EraseError,
    FaultInSettings,
    FolderError,
    NoBackup,
    NoLine,
    NoPassPhrase,
    NoPlaceForCopy,
    NoPractice,
    NoSuchRoute,
    NoSuchVersion,
    ReadOnlyRoute,
    Reason,
    SaveError,
    StorageError,
    UnreadableKind,
    UnreadableRoute,
    WrongPassPhrase,
)

_FOLDER: Final[Mapping[Reason, str]] = {
    Reason.NO_PERMISSION: N_(
        "You have no access to the folder for the routes: {path}. Nothing was changed. Choose "
        "another with --sessions, or ask for access."
    ),
    Reason.DISK_FULL: N_(
        "The disk is full, so the folder for the routes cannot be used: {path}. Nothing was "
        "changed. Make some room and start again."
    ),
    Reason.READ_ONLY: N_(
        "The folder for the routes can only be read: {path}. Nothing was changed. "
        "Choose another with --sessions."
    ),
    Reason.GONE: N_(
        "The folder for the routes is not there: {path}. Nothing was changed. "
        "Connect the disk it is on, or choose another with --sessions."
    ),
    Reason.NOT_A_FOLDER: N_(
        "There is a file where the folder for the routes should be: {path}. Nothing was changed. "
        "Choose a folder with --sessions."
    ),
    Reason.OTHER: N_(
        "The folder for the routes cannot be used: {path}. Nothing was changed. Choose "
        "another with --sessions."
    ),
}
_SAVE: Final[Mapping[Reason, str]] = {
    Reason.NO_PERMISSION: N_("not saved yet: no access to the folder"),
    Reason.DISK_FULL: N_("not saved yet: the disk is full"),
    Reason.READ_ONLY: N_("not saved yet: the folder can only be read"),
    Reason.GONE: N_("not saved yet: the folder is gone"),
    Reason.NOT_A_FOLDER: N_("not saved yet: there is a file where the folder was"),
    Reason.OTHER: N_("not saved yet: the disk refuses"),
}
_UNREADABLE: Final[Mapping[UnreadableKind, str]] = {
    UnreadableKind.DAMAGED: N_(
        "The file {name} is damaged and cannot be opened. Nothing in it was changed; the other "
        "routes work. Put a copy of it back if you have one."
    ),
    UnreadableKind.FOREIGN: N_(
        "The file {name} was not made by relroute. Nothing in it was changed; the other routes "
        "work. It is best kept in another folder."
    ),
    UnreadableKind.NEWER: N_(
        "The file {name} was made by a newer relroute. Nothing in it was changed; the other "
        "routes work. Install the newer version to open it."
    ),
    UnreadableKind.SEALED: N_(
        "The file {name} is sealed with a key that is not open here. It is whole and "
        "unchanged; the other routes work. On the home screen, F7 and then F4 opens it with "
        "the other pass phrase; or ask the person who sealed it to share it."
    ),
    UnreadableKind.NOT_BY_A_READER: N_(
        "The file {name} was written by somebody who may no longer write to this route, so nothing "
        "of it is shown. Nothing in it was changed; the other routes work. Do not delete it, and "
        "tell whoever set up your organisation."
    ),
    UnreadableKind.UNREACHABLE: N_(
        "You have no access to the file {name}, or it cannot be reached. Nothing in it was "
        "changed; the other routes work. Ask for access to it."
    ),
}


_ALWAYS_THE_SAME: Final[Mapping[type[StorageError], str]] = {
    EraseError: N_(
        "Not all of it could be erased: the disk or the folder refuses. The route itself is "
        "still there. Put that right and erase it again."
    ),
    NoSuchRoute: N_("There is no such route. `relroute list` shows which there are."),
    WrongPassPhrase: N_("That pass phrase opens no key here. Nothing was changed. Try again."),
    NoPassPhrase: N_(
        "The routes are sealed, and there is no terminal to ask for the pass phrase. "
        "Nothing was opened. Use --passphrase-fd, or a terminal window."
    ),
    NoLine: N_(
        "No pass phrase can be read from that number of --passphrase-fd. Nothing was opened. "
        "Give the number of an open file, such as 0 for standard input."
    ),
    NoPractice: N_(
        "The practice family could not be copied. Nothing was changed. "
        "Make some room on the disk and try again."
    ),
    NoSuchVersion: N_("There is no such version. `relroute versions ROUTE` shows which there are."),
    ReadOnlyRoute: N_("This route is open in another window. Nothing was changed. Go on there."),
}
_COPY: Final[Mapping[type[StorageError], str]] = {
    NoBackup: N_(
        "There is no complete backup in {path}. Nothing was changed. Choose another folder."
    ),
    NoPlaceForCopy: N_(
        "No copy can be put in {path}. Nothing was changed. Choose a folder that is there and in "
        "which you may write, away from the routes themselves."
    ),
}
_ANYTHING_ELSE: Final = N_("That could not be saved. What was saved before is whole. Try again.")


def problem_sentence(problem: StorageError) -> str:
    """Say what is wrong with the store in one plain sentence, or two short ones."""
    match problem:
        case FolderError():
            return _(_FOLDER[problem.reason]).format(path=problem.path)
        case SaveError():
            return _save_sentence(problem)
        case UnreadableRoute():
            return _unreadable_sentence(problem)
        case AmbiguousRoute():
            return _("More than one route is called that. Use its id: {ids}.").format(
                ids=", ".join(problem.ids)
            )
        case NoBackup() | NoPlaceForCopy():
            return _(_COPY[type(problem)]).format(path=problem.path)
        case _:
            return _short_sentence(problem)


def _short_sentence(problem: StorageError) -> str:
    if isinstance(problem, ArchiveError):
        from relroute_tui.language.archive_messages import archive_sentence

        return archive_sentence(problem.problem)
    if sentence := _ALWAYS_THE_SAME.get(type(problem)):
        return _(sentence)
    from relroute_tui.language.team_messages import team_sentence  # mostly there is no team
    from relroute_tui.team.errors import TeamError

    return team_sentence(problem) if isinstance(problem, TeamError) else _(_ANYTHING_ELSE)


def _save_sentence(problem: SaveError) -> str:
    if isinstance(problem, FaultInSettings):
        return _(
            "Line {line} of your settings cannot be read, so nothing was written there. What you "
            "chose holds until you leave. Put that line right in {path}."
        ).format(line=problem.line, path=problem.path)
    reason = not_saved(problem.reason)
    return _("{problem}. What was saved before is whole. Put that right and try again.").format(
        problem=reason[:1].upper() + reason[1:]
    )


def problem_sentences(problems: Iterable[UnreadableRoute]) -> list[str]:
    """Return one sentence for each file that does not read.

    And one for all copies of a route, and one for all that is sealed with another key.
    """
    copies: dict[str, list[UnreadableRoute]] = {}
    sealed: list[UnreadableRoute] = []
    sentences = []
    for problem in problems:
        if problem.kind is UnreadableKind.COPY:
            copies.setdefault(problem.route_id or problem.path.name, []).append(problem)
        elif problem.kind is UnreadableKind.SEALED:
            sealed.append(problem)
        else:
            sentences.append(problem_sentence(problem))
    if sealed:
        sentences.append(_sealed_sentence(sealed))
    return [*map(_copies_sentence, copies.values()), *sentences]


def pass_phrase_sentence(*, has_key_conflict: bool) -> str:
    """Say what opens the routes: one pass phrase, or either where two laptops changed it apart."""
    if has_key_conflict:
        return _("There are two files with the key here. Either pass phrase will do.")
    return _("The routes are sealed. The pass phrase opens them.")


def _sealed_sentence(sealed: Sequence[UnreadableRoute]) -> str:
    if len(sealed) == 1:
        return problem_sentence(sealed[0])
    return _(
        "{n} files, such as {name}, are sealed with a key that is not open here. They are "
        "whole and unchanged; the other routes work. On the home screen, F7 and then F4 opens "
        "them with the other pass phrase; or ask the person who sealed them to share them."
    ).format(n=len(sealed), name=sealed[0].path.name)


def _unreadable_sentence(problem: UnreadableRoute) -> str:
    if problem.kind is UnreadableKind.COPY:
        return _copies_sentence([problem])
    return _(_UNREADABLE[problem.kind]).format(name=problem.path.name)


def _copies_sentence(copies: Sequence[UnreadableRoute]) -> str:
    first = copies[0]
    if len(copies) == 1 and not first.has_original:
        return _(
            "The route of {nickname} is only in {name} now: a synchroniser renamed it. It is "
            "whole. On the home screen, F5 shows what is in it and gives the route its own "
            "file back."
        ).format(nickname=first.nickname, name=first.path.name)
    if len(copies) == 1:
        return _(
            "There are two versions of the route of {nickname}; the other one is in {name}. "
            "Both are whole. On the home screen, F5 shows them side by side and joins them."
        ).format(nickname=first.nickname, name=first.path.name)
    return _(
        "There are {n} other versions of the route of {nickname}, such as {name}. All are "
        "whole. On the home screen, F5 shows what is in them and joins them at once."
    ).format(n=len(copies), nickname=first.nickname, name=first.path.name)


def not_saved(reason: Reason) -> str:
    """Say why the last save failed: half a sentence, for a place with little room."""
    return _(_SAVE[reason])
