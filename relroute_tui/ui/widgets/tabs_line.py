"""The names of the panels, on one line, where only one panel shows."""

from collections.abc import Mapping

from textual.content import Content

from relroute_tui.language import _


def tabs_line(names: Mapping[str, str], current: str) -> Content:
    """The panels by their names, marked for the catalogue; the one that shows with a sign."""
    tabs = [
        Content.from_markup(
            "[bold $now]▸ $name[/]" if panel == current else "[$quiet not bold]  $name[/]",
            name=_(name),
        )
        for panel, name in names.items()
    ]
    return Content(" ").join(tabs)
