"""How much a route holds: to tell two versions of it apart without reading them."""

from msgspec import Struct

from relroute_tui.domain.route import Route


class Amount(Struct, frozen=True):
    """How many meetings, agreements and words."""

    meetings: int
    agreements: int
    """Written in the notes of a meeting that goes on, or made at the end of one."""
    words: int
    """In the notes and what was added to them."""

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(
            self.meetings - other.meetings,
            self.agreements - other.agreements,
            self.words - other.words,
        )


def amount_of(route: Route) -> Amount:
    """How much this route holds."""
    agreements = (
        len(each.agreement_lines() if each.finished is None else each.agreements)
        for each in route.meetings
    )
    texts = [each.notes for each in route.meetings]
    texts += [added.text for each in route.meetings for added in each.corrections]
    return Amount(len(route.meetings), sum(agreements), sum(len(text.split()) for text in texts))
