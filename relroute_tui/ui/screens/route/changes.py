"""The changes that are made to an opened route from its screen, each with what it asks.

Each is handed the screen over which it asks, and calls `done` once something was kept.
"""

from collections.abc import Callable

from msgspec.structs import replace

from relroute_tui.context import AppContext
from relroute_tui.domain.phase import phase_after
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.todo import reopen, round_off, with_changes, with_phase
from relroute_tui.domain.route import Route
from relroute_tui.language import _, ngettext, words
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen

Done = Callable[[], None]


def may_change(screen: BaseScreen[None], opened: OpenRoute) -> bool:
    """Return whether the route can be changed here; say so where another window has it."""
    if opened.read_only:
        screen.tell(_("This route is open in another window. Change it there."))
    return not opened.read_only


def plan_meeting(
    screen: BaseScreen[None],
    context: AppContext,
    opened: OpenRoute,
    planned: Planned | None,
    done: Done,
) -> None:
    """Ask for the plan that takes the place of `planned`, or for a new one."""
    from relroute_tui.ui.dialogs.plan import PlanDialog, PlanKept

    if not may_change(screen, opened):
        return

    def keep(kept: PlanKept | None) -> None:
        if kept is None:
            return
        route = opened.route
        others = tuple(plan for plan in route.planned if plan != planned)
        added = (kept.planned,) if kept.planned else ()
        opened.put(replace(route, planned=(*others, *added)))
        done()

    today = context.environment.now().date()
    screen.app.push_screen(PlanDialog(opened.route, context.texts.agendas, today, planned), keep)


def change_people(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, done: Done
) -> None:
    """Ask for another nickname, another phase or other people."""
    from relroute_tui.ui.screens.route.form import RouteForm

    if not may_change(screen, opened):
        return
    try:
        listing = context.archive.listing()
    except StorageError as problem:
        screen.tell(problem_sentence(problem))
        return
    others = tuple(route.nickname for route in listing.routes if route.id != opened.route.id)

    def keep(changed: Route | None) -> None:
        context.call_carers((changed or opened.route).carers)  # the form tried words out
        if changed is not None:
            before = opened.route
            opened.put(with_changes(before, changed, context.environment.now()))
            done()
            if opened.route.meetings != before.meetings:
                _tell_of_names(screen, before, opened.route)

    screen.app.push_screen(RouteForm(context.environment, others, opened.route), keep)


def _tell_of_names(screen: BaseScreen[None], before: Route, now: Route) -> None:
    """Say that the open meeting follows another name, and how often the old one stands there."""
    from relroute_tui.domain.renaming import rows_with_name

    called = {person.id: person.name for person in now.participants}
    old = [person.name for person in before.participants if called.get(person.id) != person.name]
    notes = now.unfinished.notes if now.unfinished else ""
    number = sum(len(rows_with_name(notes, name)) for name in old)
    sentences = [_("The meeting that is under way uses the new name too.")]
    if number:
        still = ngettext(
            "{n} sentence in its notes still has the old one; F2 goes there.",
            "{n} sentences in its notes still have the old one; F2 goes there.",
            number,
        )
        sentences.append(still.format(n=number))
    screen.tell(" ".join(sentences))


def to_next_phase(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, done: Done
) -> None:
    """Move the route to its next phase, after saying once what is not finished."""
    from relroute_tui.ui.dialogs.phase import PhaseDialog

    phase = phase_after(opened.route.phase)
    if not may_change(screen, opened):
        return
    if phase is None:
        screen.tell(_("This is the last phase. F3 changes it back."))
        return
    moved = with_phase(opened.route, phase, context.environment.now())

    def go(is_agreed: bool | None) -> None:
        if is_agreed:
            opened.put(moved)
            done()
            screen.tell(
                _("This route is in the phase “{phase}” now. F3 changes it back.").format(
                    phase=_(words.PHASES[phase])
                )
            )

    screen.app.push_screen(PhaseDialog(moved), go)


def round_off_route(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, done: Done
) -> None:
    """Ask when the route was done and what people say about it; or let it go on again."""
    from relroute_tui.ui.dialogs.round_off import EndKept, RoundOffDialog

    if not may_change(screen, opened):
        return
    if opened.route.unfinished:
        screen.tell(_("A meeting is not rounded off yet. Round that off first."))
        return

    def keep(kept: EndKept | None) -> None:
        if kept is None:
            return
        route = opened.route
        opened.put(round_off(route, kept.on, kept.words) if kept.on else reopen(route))
        done()

    today = context.environment.now().date()
    screen.app.push_screen(RoundOffDialog(opened.route, today), keep)


def take_back_cards(screen: BaseScreen[None], opened: OpenRoute, done: Done) -> None:
    """Let the cards that were set aside join in again."""
    if opened.read_only or not opened.route.set_aside:
        screen.tell(_("No card was set aside."))
        return
    opened.put(replace(opened.route, set_aside=()))
    done()
    screen.tell(_("All cards are back in the deck."))
