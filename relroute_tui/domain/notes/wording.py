"""An agreement and the line that says it: from one to the other and back."""

from collections.abc import Iterable

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Response
from relroute_tui.domain.notes.parsing import AgreementLine


def agreement_of(
    line: AgreementLine, agreement_id: str, responses: Iterable[Response]
) -> Agreement:
    """Return the agreement that a line says, with how people responded to these words."""
    return Agreement(
        id=agreement_id,
        text=line.text,
        who=line.who,
        when=line.when,
        if_not=line.if_not,
        category=line.category,
        review=line.review,
        responses=tuple(responses),
    )


def reworded(
    agreement: Agreement, line: AgreementLine, agreement_id: str, responses: Iterable[Response]
) -> Agreement:
    """Return an agreement in other words. Responses belong to words, so these are new too."""
    said = agreement_of(line, agreement_id, responses)
    return replace(said, set_by=agreement.set_by, contact=agreement.contact)


def as_line(agreement: Agreement) -> AgreementLine:
    """Return the agreement as a line of the notes would say it."""
    return AgreementLine(
        0,
        agreement.text,
        agreement.who,
        agreement.when,
        agreement.if_not,
        agreement.category,
        agreement.review,
    )
