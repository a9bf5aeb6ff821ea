"""Screens with panels: their names, and the way from one to the next, by key and by mouse."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.content import Content
from textual.events import DescendantFocus
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen

if TYPE_CHECKING:  # loaded with the palette, and not before
    from relroute_tui.ui.base.destination import Destination

Result = TypeVar("Result")


class PanelScreen(BaseScreen[Result]):
    """A screen with panels in an order. Its style sheet knows the one that shows by a class."""

    PANELS: ClassVar[Mapping[str, str]] = {}
    """The ids of the panels in their order, and what each is called, marked for the catalogue."""

    panel: reactive[str] = reactive("", repaint=False)
    """The panel with the focus, and the one that shows where there is little room."""

    def action_next_panel(self) -> None:
        """Go to the next panel."""
        self._step_panel(1)

    def action_previous_panel(self) -> None:
        """Go to the previous panel."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        names = list(self.PANELS)
        self.go_to_panel(names[(names.index(self.panel) + step) % len(names)])

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the panels."""
        from relroute_tui.ui.base.destination import Destination

        return tuple(
            Destination(_(name).capitalize(), _("To this panel"), partial(self.go_to_panel, panel))
            for panel, name in self.PANELS.items()
        )

    def go_to_panel(self, panel: str) -> None:
        """Give the focus to this panel, or to the list that it holds."""
        self.panel = panel
        wanted = self.query_one(f"#{panel}")
        (wanted if wanted.can_focus else wanted.query_one(OptionList)).focus()

    def is_clear_which(self, panel: str, number: int) -> bool:
        """Return whether it is clear which of so many agreements in this panel is meant.

        Where it is not in view, one goes there first, and is asked to choose.
        """
        if number > 1 and not self.query_one(f"#{panel}").has_focus_within:
            self.go_to_panel(panel)
            self.tell(_("Which agreement do you mean? Choose it, and press the same key again."))
            return False
        self.app.clear_notifications()
        return True

    def watch_panel(self, panel: str) -> None:
        """Tell the style sheet which panel shows, and the line with the names of all."""
        self.update_classes({f"-at-{name}": name == panel for name in self.PANELS})
        if self.is_mounted:
            self.show_tabs()

    def show_tabs(self) -> None:
        """Write the names of the panels on the line `#tabs`, where only one of them shows."""
        self.query_one("#tabs", Static).update(tabs_line(self.PANELS, self.panel))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep up with the mouse."""
        for widget in event.widget.ancestors_with_self:
            if widget.id and widget.id in self.PANELS:
                self.panel = widget.id


def tabs_line(names: Mapping[str, str], current: str) -> Content:
    """Return the names of the panels, marked for the catalogue; a mark shows which is open."""
    tabs = [
        Content.from_markup(
            "[bold $now]▸ $name[/]" if panel == current else "[$quiet not bold]  $name[/]",
            name=_(name),
        )
        for panel, name in names.items()
    ]
    return Content(" ").join(tabs)
