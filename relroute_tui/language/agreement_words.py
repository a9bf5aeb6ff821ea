"""Sentences for the details of an agreement, in the language of the table."""

from collections.abc import Callable, Iterator

from relroute_tui.domain.agreement import Agreement, Detail, details_of
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.language import _, words


def said_beside(agreement: Agreement | AgreementLine) -> Iterator[str]:
    """Say every detail but when, which stands by itself: "who pays: Anna"."""
    for detail, value in details_of(agreement).items():
        if detail is not Detail.WHEN:
            yield f"{_(words.DETAILS[detail])}: {value}"


def details_in_sentences(agreement: Agreement, own: Callable[[str], str] = str) -> Iterator[str]:
    """Say every detail: "Who pays: Anna". `own` writes what a person said."""
    for label, value in labelled_details(agreement):
        yield f"{label}: {own(value)}"


def not_said_back(meeting: Meeting) -> str:
    """Say that agreements were not to be said back in this meeting; "" where they were."""
    if meeting.asks_to_say_back:
        return ""
    given = (response for made in meeting.agreements for response in made.responses)
    if any(response.said_back is not None for response in given):
        return _("In this meeting not everybody was asked to say the agreements back.")
    return _("In this meeting nobody was asked to say the agreements back.")


def labelled_details(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield what each detail is called, with a capital, and what was said."""
    for detail, value in details_of(agreement).items():
        label = _(words.DETAILS[detail])
        yield label[:1].upper() + label[1:], value
