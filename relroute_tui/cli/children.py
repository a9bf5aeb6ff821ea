"""A child that was named on the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relroute_tui.cli.output import CommandFailed

if TYPE_CHECKING:
    from relroute_tui.domain.participant import Participant


def child_called(name: str, children: "Sequence[Participant]", none_is: str) -> "Participant":
    """Return the child with this name. Raises CommandFailed.

    `none_is` says that nobody is called so, with `{names}` for those who are there.
    """
    from relroute_tui.domain.participant import same_name

    found = next((child for child in children if same_name(child.name, name)), None)
    if found is None:
        raise CommandFailed(none_is.format(names=", ".join(child.name for child in children)))
    return found
