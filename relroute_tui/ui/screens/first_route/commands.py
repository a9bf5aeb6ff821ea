"""The commands of the questions of a first route."""

from relroute_tui.language import N_
from relroute_tui.ui.commands import Command

NEXT = Command(
    "first_route.next", "next_question", ("enter",), N_("go on"), N_("On to the next question")
)
OTHER_ROLE = Command(
    "first_route.other_role",
    "other_role",
    ("f3",),
    N_("another role"),
    N_("Take a carer for a parent, or a parent for a carer: who is marked, or was added last"),
)
