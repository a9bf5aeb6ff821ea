"""The decisions of a meeting, as the last page of its closing lists them."""

from collections.abc import Iterator

from textual.content import Content

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.progress.decisions import Decisions, LookedBackOn, Reworded
from relroute_tui.language import _, ngettext, progress_words, words


def decided(decisions: Decisions) -> Iterator[Content]:
    """Return the parts that have something in them: who does what and when, and what came of it."""
    number = len(decisions.hold_from_now_on)
    count = ngettext("{n} agreement", "{n} agreements", number).format(n=number)
    holds = [_agreement(agreement) for agreement in decisions.made]
    holds += [_reworded(change) for change in decisions.reworded]
    yield _part(count, holds)
    looked_back = [*decisions.carried_on, *decisions.ended]
    if looked_back:
        yield _part(_("Looked back on"), [_looked_back_on(seen) for seen in looked_back])


def _part(title: str, rows: list[Content]) -> Content:
    return Content("\n").join([Content.styled(title, "$quiet"), *rows])


def _agreement(agreement: Agreement, about: str = "") -> Content:
    facts = " · ".join(filter(None, (progress_words.facts_of(agreement), about)))
    row = Content.from_markup("[$title]·[/] $text", text=agreement.text)
    # On a row of its own: beside the names of those who do it, it would point at them.
    for said in filter(None, (facts, progress_words.lack_of_a_yes(agreement))):
        row += Content.from_markup("\n  [$quiet]$said[/]", said=said)
    return row


def _reworded(change: Reworded) -> Content:
    before = _("it was: {words}").format(words=f"“{change.before.text}”")
    return _agreement(change.after, before if change.has_new_words else _("changed"))


def _looked_back_on(seen: LookedBackOn) -> Content:
    outcome, then = words.OUTCOMES[seen.look_back.outcome], words.THEN[seen.look_back.then]
    return Content.from_markup(
        "[$title]·[/] $text\n  [$quiet]$came_of_it[/]",
        text=seen.agreement.text,
        came_of_it=f"{_(outcome)} · {_(then)}",
    )
