"""The command that makes the folder."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from relroute_tui.language import _
from relroute_tui.portable.errors import PortableError
from relroute_tui.portable.folder import make_folder, pack
from relroute_tui.portable.systems import SYSTEMS


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a folder, pack it on request, and return the exit code."""
    options = _parser().parse_args(arguments)
    system = SYSTEMS[options.system]
    try:
        made = make_folder(options.output, system, options.python, options.project, options.wheels)
        packed = pack(options.output, system) if options.pack else None
    except PortableError as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - the answer of this command
        return 1
    print(  # noqa: T201
        _("{folder}: Python {version}, {size} MB. {file} starts it.").format(
            folder=options.output,
            version=made.version,
            size=megabytes(options.output),
            file=system.start_file,
        )
    )
    if packed is not None:
        print(_("{file}: {size} MB.").format(file=packed, size=megabytes(packed)))  # noqa: T201
    return 0


def megabytes(path: Path) -> int:
    """Return how large a file, or a folder with all that is in it, is."""
    found = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_size for file in found) / 1_000_000)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m relroute_tui.portable",
        description=_("Make a folder that runs relroute: nothing to install, no network."),
    )
    parser.add_argument(
        "--for", dest="system", choices=SYSTEMS, required=True, help=_("the system it is for")
    )
    parser.add_argument(
        "--python", type=Path, required=True, help=_("an archive with a Python for that system")
    )
    parser.add_argument(
        "--project",
        type=Path,
        default=Path(),
        help=_("the folder of the source, or a wheel; by default this folder"),
    )
    parser.add_argument(
        "--wheels", type=Path, help=_("a folder with all wheels, so that nothing is fetched")
    )
    parser.add_argument("--pack", action="store_true", help=_("an archive of it too"))
    parser.add_argument("-o", "--output", type=Path, required=True, help=_("the folder to make"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
