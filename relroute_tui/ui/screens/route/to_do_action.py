"""The action that shows what there is to do, and goes there."""

from typing import TYPE_CHECKING

from relroute_tui.domain.progress.todo import Next, ToDo, things_to_do

if TYPE_CHECKING:
    from relroute_tui.ui.screens.route.screen import RouteScreen


def show_what_to_do(screen: "RouteScreen") -> None:
    """Say what there is to do next, and go to where that is done."""
    from relroute_tui.ui.dialogs.to_do import ToDoDialog

    def go(to_do: ToDo | None) -> None:
        match to_do.what if to_do else None:
            case Next.GO_ON:
                screen.action_meet()
            case Next.PLAN | Next.MEETING | Next.OVERDUE:
                screen.action_plan()
            case Next.LOOK_BACK:
                screen.go_to_panel("open")
            case Next.CELL:
                screen.go_to_panel("map")
            case Next.NEXT_PHASE:
                screen.action_next_phase()
            case Next.ROUND_OFF:
                screen.action_round_off()
            case Next.QUESTIONNAIRES:
                screen.action_questionnaires()
            case Next.PREPARE:
                screen.action_prepare()

    today = screen.context.environment.now().date()
    screen.app.push_screen(ToDoDialog(things_to_do(screen.opened.route, today)), go)
