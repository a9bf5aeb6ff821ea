"""Sentences about who can open a route, for a screen and for paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relroute_tui.domain.openers import Openers
from relroute_tui.language import N_, _, ngettext
from relroute_tui.language.filled_sentences import Sentence, counted, in_one, names, sentence
from relroute_tui.language.progress_words import joined

if TYPE_CHECKING:  # an organisation is loaded only where there is one
    from relroute_tui.team.erasing import Reach


def before_erasing(reach: "Reach") -> str:
    """Say for whom else a route goes, or stays; empty where nobody else opens it."""
    if not reach.colleagues:
        return ""
    if reach.has_server:
        return _(
            "{names} can open it too. For them it stays on the server; `relroute team end` takes "
            "it away for everyone."
        ).format(names=joined(reach.colleagues))
    return _("{names} can open it too, and it goes for them as well.").format(
        names=joined(reach.colleagues)
    )


def after_erasing(reach: "Reach", *, waits: bool) -> str:
    """Say what is left where an erasing did not reach; `waits`: the server did not answer."""
    if reach.has_server and reach.colleagues:
        return _("It is still on the server, for {names}.").format(names=joined(reach.colleagues))
    sentences = []
    if waits:
        sentences.append(
            _("The server does not answer. It goes there too at the next start that reaches it.")
        )
    elif reach.has_server:
        sentences.append(_("It is gone from the server too."))
    sentences.append(
        _("Not reached: backups, papers, and what a synchroniser or a colleague keeps of it.")
    )
    return " ".join(sentences)


def opener_lines(openers: Openers) -> list[str]:
    """Return a sentence for each kind of opener that there is."""
    return [in_one(said) for said in openers_said(openers)]


def openers_said(openers: Openers) -> Iterator[tuple[Sentence, ...]]:
    """Yield the same to be said in any language."""
    yield tuple(_who_opens(openers))
    if openers.left:
        words = N_("Still sealed to people who left: {names}. Hand the route over to end that.")
        yield (sentence(words, names=names(openers.left)),)
    if openers.unknown:
        here = ngettext(
            "{n} key more opens it, and nobody has confirmed whose it is.",
            "{n} keys more open it, and nobody has confirmed whose they are.",
            openers.unknown,
        )
        one = "{n} key more opens it, and nobody has confirmed whose it is."
        yield (counted(one, here, openers.unknown, n=openers.unknown),)


def _who_opens(openers: Openers) -> Iterator[Sentence]:
    """Say which colleagues, and which council, can open the route."""
    yield sentence(N_("This route can be opened by {names}."), names=names(openers.names))
    if openers.council is not None:
        needed, parts = openers.council
        words = N_(
            "If they no longer can, {m} of the {n} people of the organisation's council can, "
            "together."
        )
        yield sentence(words, m=needed, n=parts)


def openers_in_short(openers: Openers) -> str:
    """Say who can open the route in a few words, for a line of facts."""
    sentence = _("opened by {names}").format(names=joined((*openers.names, *openers.left)))
    if openers.council is None:
        return sentence
    needed, parts = openers.council
    return sentence + _(" or {m} of {n} of the council").format(m=needed, n=parts)
