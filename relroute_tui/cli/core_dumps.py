"""A program that crashes may be written to a disk as it was in memory, with all that was said."""

import sys
from contextlib import suppress


def leave_no_core_file() -> None:
    """Tell the system to write none of this program, where it can be told."""
    if sys.platform == "win32":  # which writes none unless somebody asked it to
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
