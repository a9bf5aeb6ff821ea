"""The decisions of one meeting: for the read-back, the end of the closing and the paper."""

from collections.abc import Mapping

from msgspec import Struct

from relroute_tui.domain.agreement import Agreement, LookBack, Then
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.wording import agreement_of
from relroute_tui.domain.route import Route, all_agreements


class LookedBackOn(Struct, frozen=True):
    """An agreement of earlier that people looked back on, and what came of it."""

    agreement: Agreement
    look_back: LookBack


class Reworded(Struct, frozen=True):
    """An agreement of earlier that was changed, with what it says from now on."""

    before: Agreement
    after: Agreement
    look_back: LookBack

    @property
    def has_new_words(self) -> bool:
        """Whether the sentence itself changed, and not only a day or a name beside it."""
        return self.before.text != self.after.text


class Decisions(Struct, frozen=True):
    """Everything that people decided in one meeting. An agreement is in one of the four."""

    made: tuple[Agreement, ...] = ()
    """The new agreements: those in the notes first, then those that were entered in a form."""
    reworded: tuple[Reworded, ...] = ()
    carried_on: tuple[LookedBackOn, ...] = ()
    """Looked back on, and kept as they are."""
    ended: tuple[LookedBackOn, ...] = ()

    @property
    def hold_from_now_on(self) -> tuple[Agreement, ...]:
        """The agreements that this meeting made or changed, in the words that hold now."""
        return (*self.made, *(change.after for change in self.reworded))

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was made, changed, looked back on or ended."""
        return not (self.made or self.reworded or self.carried_on or self.ended)


def decisions_of(route: Route, meeting: Meeting) -> Decisions:
    """Return what was decided in this meeting of the route, closed or still going on.

    The agreements of a meeting that goes on are those that its notes say now, each with the
    responses that were given to exactly these words.
    """
    known = {made.agreement.id: made.agreement for made in all_agreements(route)}
    look_backs = [
        look_back
        for look_back in route.look_backs
        if look_back.meeting_id == meeting.id and look_back.agreement_id in known
    ]
    reworded = tuple(
        Reworded(known[look.agreement_id], known[look.becomes], look)
        for look in look_backs
        if look.then is Then.CHANGED and look.becomes in known
    )
    entered = (record.agreement for record in route.agreements if record.meeting_id == meeting.id)
    new_words = {change.after.id for change in reworded}
    return Decisions(
        made=tuple(
            agreement
            for agreement in (*agreements_in(meeting), *entered)
            if agreement.id not in new_words
        ),
        reworded=reworded,
        carried_on=_with_outcome(Then.CARRIED_ON, look_backs, known),
        ended=_with_outcome(Then.ENDED, look_backs, known),
    )


def agreements_in(meeting: Meeting) -> tuple[Agreement, ...]:
    """Return the agreements that a meeting was closed with; before that, those in its notes now.

    Those have the ids that they would be closed with.
    """
    if meeting.finished is not None:
        return meeting.agreements
    lines = [line for line in meeting.agreement_lines() if line.text]
    return tuple(
        agreement_of(
            line,
            f"{meeting.id}-{number}",
            [given.response for given in meeting.responses if given.wording == line.wording],
        )
        for number, line in enumerate(lines, 1)
    )


def _with_outcome(
    then: Then, look_backs: list[LookBack], known: Mapping[str, Agreement]
) -> tuple[LookedBackOn, ...]:
    return tuple(
        LookedBackOn(known[look_back.agreement_id], look_back)
        for look_back in look_backs
        if look_back.then is then
    )
