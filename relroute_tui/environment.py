"""The environment of the program, as one value that is handed in: folders, clock and language."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui import operating_system
from relroute_tui.language import SOURCE, add_languages, languages
from relroute_tui.storage.settings.model import DEFAULTS, Settings

if TYPE_CHECKING:
    from relroute_tui.team.opening import TeamPlace

_KONSOLE_WITH_KITTY = 220400
"""22.04. Konsole draws a dark bar beside a Sixel, and Kitty's pictures without fault."""
_PACKAGE = Path(__file__).parent


def _now() -> datetime:
    return datetime.now().astimezone()


def _seed() -> int:
    return int.from_bytes(os.urandom(7)) >> 3  # 53 bits; `secrets` loads half of OpenSSL


class Environment(Struct, frozen=True):
    """Everything that a test would want to choose for itself."""

    sessions: Path
    """The folder in which the routes are kept."""
    settings: Path
    """The file with what the user chose for the app: no content of any route."""
    private: Path
    """The folder for small files of this laptop's own that belong to these routes."""
    exports: Path
    """Folder for exports that are made in the app, unless another one is given."""
    language: str
    cards: tuple[Path, ...] = ()
    """Folders with decks, beside the decks that come along."""
    now: Callable[[], datetime] = _now
    seed: Callable[[], int] = _seed
    """A new number for a shuffle."""
    pictures: str = ""
    """Protocol of the terminal for pictures: "kitty", "sixel" or "blocks"; empty: not known yet."""
    documents: Path | None = None
    """Folder for the papers that go home; None: the user's own documents folder."""
    archive: str = ""
    """The address of an organisation's shared archive; empty: there is none."""
    open_path: Callable[[Path], None] = operating_system.open_path
    """Opens a file or a folder in the program that the user has for it. Raises OSError."""
    runtime: Path | None = None
    """The folder in which a meeting and the window for the television find each other; None where
    there is no such window."""
    is_practice: bool = False
    """Whether the routes are of a practice family, a copy that is thrown away."""

    def at_practice(self, folder: Path) -> "Environment":
        """Return the same for a practice family's copy in `folder`: all that it writes goes there.

        An organisation's archive hears nothing of it.
        """
        exports = folder / "exports"
        return replace(
            self,
            sessions=folder,
            exports=exports,
            documents=exports,
            archive="",
            is_practice=True,
        )

    @property
    def older_settings(self) -> Path:
        """The file in which earlier versions kept the user's choices; still that for these routes.

        It says whether somebody chose to leave them open.
        """
        return self.private / "settings.json"

    @property
    def team_place(self) -> "TeamPlace":
        """Place of the organisation that shares these routes, if there is one."""
        from relroute_tui.team.opening import TeamPlace

        return TeamPlace(self.sessions, self.private, self.archive, self.now)

    @property
    def papers(self) -> Path:
        """The folder of documents in which the papers of a meeting get a folder of their own."""
        if self.documents is not None:
            return self.documents
        from platformdirs import user_documents_path  # nothing is written there at a start

        return user_documents_path()

    @property
    def card_folders(self) -> tuple[Path, ...]:
        """The folders with decks: ours first, so that the organisation's own come over them."""
        return (shipped("cards"), *self.cards)


def read_environment(
    variables: Mapping[str, str],
    *,
    sessions: Path | None = None,
    cards: Path | None = None,
    language: str | None = None,
    chosen: Settings = DEFAULTS,
) -> Environment:
    """Return the environment as this machine, its variables and the command line have it.

    Where those say nothing, what the user chose holds.
    """
    chosen_sessions = sessions or _path(variables, "RELROUTE_SESSIONS")
    chosen_cards = cards or _path(variables, "RELROUTE_CARDS")
    folder = chosen_sessions or data_folder()
    kept = chosen_sessions or folder / "sessions"
    return Environment(
        sessions=kept,
        settings=settings_path(variables),
        private=folder,
        exports=kept / "exports",
        language=language or language_of(variables, chosen.language),
        cards=(chosen_cards,) if chosen_cards else deck_folders(chosen),
        documents=papers_folder(chosen),
        archive=variables.get("RELROUTE_ARCHIVE") or chosen.archive,
        pictures=_pictures(variables),
        runtime=operating_system.runtime_folder(variables),
    )


def data_folder() -> Path:
    """Return where this user's programs keep their data."""
    from platformdirs import user_data_path  # loaded only where no folder was named

    return user_data_path("relroute", appauthor=False)


def settings_path(variables: Mapping[str, str]) -> Path:
    """Return the file of the user's settings: RELROUTE_SETTINGS, else in their own configuration.

    The folder of a program that runs from a stick names its own.
    """
    named = _path(variables, "RELROUTE_SETTINGS")
    if named is not None:
        return named
    from platformdirs import user_config_path  # as with the folder for data

    return user_config_path("relroute", appauthor=False) / "settings.toml"


def deck_folders(chosen: Settings) -> tuple[Path, ...]:
    """Return the folders with decks that the user chose."""
    return tuple(Path(os.path.expanduser(folder)) for folder in chosen.decks if folder)  # noqa: PTH111


def papers_folder(chosen: Settings) -> Path | None:
    """Return the folder for papers that the user chose; None for the default one."""
    return Path(os.path.expanduser(chosen.papers)) if chosen.papers else None  # noqa: PTH111


def shipped(name: str) -> Path:
    """Return a folder that comes along: "cards" or "sessions", from a wheel or from a checkout."""
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def add_own_languages(variables: Mapping[str, str]) -> None:
    """Find the languages in the folder RELROUTE_LANGUAGES too, beside those that come along."""
    folder = _path(variables, "RELROUTE_LANGUAGES")
    if folder is not None:
        add_languages(folder)


def language_of(variables: Mapping[str, str], chosen: str = "") -> str:
    """Return the language in RELROUTE_LANG, else the chosen one, the system's, or English."""
    asked = variables.get("RELROUTE_LANG") or (chosen if chosen in languages() else "")
    if not asked:
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        asked = next((variables[name] for name in names if variables.get(name)), "")
    code = re.split(r"[-_.@]", asked or operating_system.system_locale(), maxsplit=1)[0].casefold()
    return code if code in languages() else SOURCE


def _pictures(variables: Mapping[str, str]) -> str:
    """Return RELROUTE_PICTURES if it is set, else what the terminal is sure to have."""
    asked = variables.get("RELROUTE_PICTURES", "")
    if asked in ("kitty", "sixel", "blocks"):
        return asked
    if variables.get("TMUX") or variables.get("STY"):
        return "blocks"  # what lies between us and the terminal would swallow them
    if variables.get("XTERM_VERSION"):
        return ""  # the other variables are of the terminal that it was started from
    konsole = variables.get("KONSOLE_VERSION", "")
    has_kitty = (
        variables.get("KITTY_WINDOW_ID")
        or variables.get("TERM_PROGRAM") == "ghostty"
        or (konsole.isdecimal() and int(konsole) >= _KONSOLE_WITH_KITTY)
    )
    return "kitty" if has_kitty else ""


def _path(variables: Mapping[str, str], name: str) -> Path | None:
    text = variables.get(name, "")
    return Path(os.path.expanduser(text)) if text else None  # noqa: PTH111 - "~" may be unknown
