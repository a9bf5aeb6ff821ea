"""An agreement and the line that says it: from one to the other and back."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import fields, replace

from relroute_tui.domain.agreement import Agreement, Response
from relroute_tui.domain.notes.parsing import AgreementLine

_SHARED: Final = tuple(
    field.name
    for field in fields(Agreement)
    if field.name in {other.name for other in fields(AgreementLine)}
)
"""The fields that both have: the sentence and all that may be said beside it."""


def agreement_of(
    line: AgreementLine, agreement_id: str, responses: Iterable[Response]
) -> Agreement:
    """Return the agreement that a line says, with how people responded to these words."""
    return _filled(Agreement(agreement_id, "", responses=tuple(responses)), line)


def reworded(
    agreement: Agreement, line: AgreementLine, agreement_id: str, responses: Iterable[Response]
) -> Agreement:
    """Return an agreement in other words. Responses belong to words, so these are new too."""
    return _filled(replace(agreement, id=agreement_id, responses=tuple(responses)), line)


def as_line(agreement: Agreement) -> AgreementLine:
    """Return the agreement as a line of the notes would say it."""
    shared = {name: getattr(agreement, name) for name in _SHARED}
    return replace(AgreementLine(0, ""), **shared)


def _filled(agreement: Agreement, line: AgreementLine) -> Agreement:
    shared = {name: getattr(line, name) for name in _SHARED}
    return replace(agreement, **shared)
