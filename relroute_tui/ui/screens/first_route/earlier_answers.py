"""The answers that were given to the questions of a first route before one left them."""

import os

from msgspec import Struct, field

from relroute_tui.domain.carers import Carers
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route


def _nobody_yet(role: Role) -> Participant:
    return Participant(os.urandom(4).hex(), "", role)


class EarlierAnswers(Struct, frozen=True):
    """What the fields and lists begin with; without an argument they are empty."""

    child: Participant = field(default_factory=lambda: _nobody_yet(Role.YOUNG_PERSON))
    own: Participant = field(default_factory=lambda: _nobody_yet(Role.FACILITATOR))
    others: tuple[Participant, ...] = ()
    carers: Carers = Carers()

    @classmethod
    def of(cls, route: Route) -> "EarlierAnswers":
        """Return the answers that are in a route whose questions were left."""
        people = route.participants
        child = next((p for p in people if p.role is Role.YOUNG_PERSON), None)
        own = next((p for p in reversed(people) if p.role is Role.FACILITATOR), None)
        return cls(
            child=child or _nobody_yet(Role.YOUNG_PERSON),
            own=own or _nobody_yet(Role.FACILITATOR),
            others=tuple(person for person in people if person not in (child, own)),
            carers=route.carers,
        )
