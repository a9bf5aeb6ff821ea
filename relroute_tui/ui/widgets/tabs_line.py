"""The names of the panels on one line, where there is room for one panel only."""

from collections.abc import Mapping

from textual.content import Content

from relroute_tui.language import _


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
