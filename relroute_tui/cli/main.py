"""The `relroute` command. Each part of the program is loaded only when it is needed."""

import sys

from relroute_tui import __version__

TYPE_CHECKING = False  # as `typing` has it, which costs more to load than all of this
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from relroute_tui.storage.settings.model import Settings


def main(argv: "Sequence[str] | None" = None) -> "NoReturn":
    """Run the command and exit: 0 done, 1 one line on standard error, 2 wrong usage."""
    argv = list(sys.argv[1:] if argv is None else argv)
    if argv == ["--version"]:
        sys.exit(_say_version())
    _write_utf8()
    sys.exit(_exit_code(argv))


def _say_version() -> int:
    """Answer at once, before anything is loaded."""
    version = f"relroute {__version__}\n"
    try:
        print(version, end="", flush=True)  # noqa: T201
    except OSError:  # nobody reads along, or there is no room
        from relroute_tui.cli import output

        try:
            output.say(version)
        except output.CommandFailed as problem:
            output.complain(problem.sentences[0])
            return 1
    return 0


def _exit_code(argv: "Sequence[str]") -> int:
    """Run the command and return its exit code; say what went wrong in one plain line."""
    import gc
    import os

    from relroute_tui.splash import SPLASH

    gc.disable()  # what is loaded stays; a screen turns it on again when it is there
    SPLASH.show(argv)

    from relroute_tui.cli.arguments import WrongUsage
    from relroute_tui.cli.output import CommandFailed, complain
    from relroute_tui.cli.parser import language_asked
    from relroute_tui.environment import add_own_languages, language_of, settings_path
    from relroute_tui.language import _, use
    from relroute_tui.storage.settings.reading import load_settings

    add_own_languages(os.environ)
    chosen = load_settings(settings_path(os.environ))
    language = language_asked(argv) or language_of(os.environ, chosen.language)
    use(language)
    try:
        with SPLASH:
            _run(argv, language, chosen)
    except WrongUsage as problem:
        hint = _("`{command} --help` shows what you can type.").format(command="relroute")
        complain(f"{problem} {hint}")
        return 2
    except CommandFailed as problem:
        for sentence in problem.sentences:
            complain(sentence)
        return 1
    except KeyboardInterrupt:
        return 130  # as every program that Ctrl+C ends
    except Exception as error:  # noqa: BLE001 - no traceback: it could hold what a family said
        if os.environ.get("RELROUTE_DEBUG"):
            _show_where(error)
        complain(
            _(
                "The program had to stop. What you typed is saved, up to the last two seconds. "
                "Start it again and go on."
            )
        )
        return 1
    finally:
        gc.freeze()  # else Python looks for garbage in all that is loaded before it ends
    return 0


def _run(argv: "Sequence[str]", language: str, chosen: "Settings") -> None:
    import os

    from relroute_tui.cli.parser import read_arguments
    from relroute_tui.environment import read_environment

    arguments = read_arguments(argv)
    environment = read_environment(
        os.environ,
        sessions=getattr(arguments, "sessions", None),
        cards=getattr(arguments, "cards", None),
        language=language,
        chosen=chosen,
    )
    arguments.run(arguments, environment)


def _write_utf8() -> None:
    """Write UTF-8, also where the system would write something older."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _show_where(error: BaseException | None) -> None:
    """Write where a fault is, for a programmer who asked for it, without the value of anything.

    The message of an exception is left out too: it may quote what it choked on.
    """
    import traceback

    while error is not None:
        frames = traceback.format_tb(error.__traceback__)
        print(*frames, type(error).__name__, sep="", file=sys.stderr)  # noqa: T201
        error = error.__cause__ or error.__context__
