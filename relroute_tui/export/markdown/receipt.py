"""The receipt of an erasing, and what nobody could reach. It has no word of the route itself."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from relroute_tui.export.markdown.commonmark import typed
from relroute_tui.export.markdown.parts import bulleted, heading, text_of
from relroute_tui.language import _, dates, ngettext
from relroute_tui.language.progress_words import joined


class Receipt(Struct, frozen=True):
    """The end of one working copy."""

    route_id: str
    on: date
    organisation: str
    by: str
    """Name of the person who erased it."""
    versions: int
    """Earlier versions that went along."""
    others: tuple[str, ...]
    """Colleagues who could open it, whose laptops may have a copy."""
    papers: tuple[str, ...]
    """The names of the files that were made before."""
    is_on_server: bool


def receipt_text(receipt: Receipt) -> str:
    """Return the receipt, in the language that is spoken."""
    title = _("Receipt: the working copy {id} is erased").format(id=receipt.route_id)
    return text_of(
        (
            f"# {title}",
            _("{day}, by {name}, {organisation}.").format(
                day=dates.long_date(receipt.on),
                name=typed(receipt.by),
                organisation=typed(receipt.organisation),
            ),
            heading(_("Erased")),
            bulleted(_erased(receipt)),
            heading(_("Made before, for the file and for the child")),
            bulleted(map(typed, receipt.papers)),
            heading(_("Not reached")),
            bulleted(_not_reached(receipt)),
        )
    )


def _erased(receipt: Receipt) -> Iterator[str]:
    yield _("the route")
    yield ngettext("{n} earlier version", "{n} earlier versions", receipt.versions).format(
        n=receipt.versions
    )
    yield _("copies beside it, and its texts in our own folder")
    if receipt.is_on_server:
        yield _("the route on the server of the organisation")


def _not_reached(receipt: Receipt) -> Iterator[str]:
    yield _("papers that were taken home, and papers in the documents of a laptop")
    yield _("backups of this laptop, and what a synchroniser keeps of files that went")
    if receipt.is_on_server:
        yield _("backups of the server, and its own records until they are written over")
    if receipt.others:
        yield _("copies on the laptops of {names}, until these come together with this one").format(
            names=typed(joined(receipt.others))
        )
    yield _("what somebody copied or handed over before")
