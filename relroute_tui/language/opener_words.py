"""Sentences about who can open a route, for a screen and for paper."""

from typing import TYPE_CHECKING

from relroute_tui.domain.openers import Openers
from relroute_tui.language import _, ngettext
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
    lines = [opener_sentence(openers)]
    if openers.left:
        lines.append(
            _("Still sealed to people who left: {names}. Hand the route over to end that.").format(
                names=joined(openers.left)
            )
        )
    if openers.unknown:
        lines.append(
            ngettext(
                "{n} key more opens it, and nobody has confirmed whose it is.",
                "{n} keys more open it, and nobody has confirmed whose they are.",
                openers.unknown,
            ).format(n=openers.unknown)
        )
    return lines


def opener_sentence(openers: Openers) -> str:
    """Say which colleagues, and which council, can open the route."""
    sentence = _("This route can be opened by {names}.").format(names=joined(openers.names))
    if openers.council is None:
        return sentence
    needed, parts = openers.council
    council = _(
        "If they no longer can, {m} of the {n} people of the organisation's council can, together."
    ).format(m=needed, n=parts)
    return f"{sentence} {council}"


def openers_in_short(openers: Openers) -> str:
    """Say who can open the route in a few words, for a line of facts."""
    sentence = _("opened by {names}").format(names=joined((*openers.names, *openers.left)))
    if openers.council is None:
        return sentence
    needed, parts = openers.council
    return sentence + _(" or {m} of {n} of the council").format(m=needed, n=parts)
