"""The palette: every command and every destination on the screen one is on, found by typing."""

from collections.abc import Awaitable, Callable

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.destination import Destination
from relroute_tui.ui.commands import PALETTE, Command
from relroute_tui.ui.keyboard.names import shown_key
from relroute_tui.ui.matching import Match, find_words


class Palette(CommandPalette):
    """Textual's own, in our looks."""

    CSS_PATH = "palette.tcss"
    BINDINGS = [Binding("ctrl+a", "select_typed", priority=True, show=False)]

    def action_select_typed(self) -> None:
        """Select what was typed, so that the next letter begins anew."""
        self.query_one(Input).select_all()


class ScreenCommands(Provider):
    """The commands and the destinations of a screen or a dialog as the palette wants them."""

    def _commands(self) -> tuple[Command, ...]:
        here = self.screen
        if not isinstance(here, CommandScreen):
            return ()
        return tuple(command for command in here.shown_commands() if command.id != PALETTE.id)

    def _destinations(self) -> tuple[Destination, ...]:
        return self.screen.destinations() if isinstance(self.screen, CommandScreen) else ()

    def _doing(self, command: Command) -> Callable[[], Awaitable[object]]:
        return lambda: self.screen.run_action(command.action)

    async def discover(self) -> Hits:
        """Yield every command, before a letter was typed."""
        for command in self._commands():
            yield DiscoveryHit(_(command.tip), self._doing(command), help=_below(command))

    async def search(self, query: str) -> Hits:
        """Yield what goes with the letters that were typed; one line when nothing does."""
        found = False
        for command in self._commands():
            tip = find_words(query, _(command.tip))
            score = _best(tip, find_words(query, _(command.name)))
            if score:
                found = True
                shown = self._shown(_(command.tip), tip)
                yield Hit(score, shown, self._doing(command), help=_below(command))
        for there in self._destinations():
            name = find_words(query, there.name)
            if name is not None:
                found = True
                yield Hit(name.score, self._shown(there.name, name), there.go, help=there.about)
        if not found:
            yield Hit(1, _("Nothing found. Esc: back"), lambda: None)

    def _shown(self, text: str, found: Match | None) -> Content:
        """Return a text with what was typed marked in it."""
        shown, style = Content(text), self.match_style
        if found is not None and style is not None:
            for start, end in found.places:
                shown = shown.stylize(style, start, end)
        return shown


def _best(*matches: Match | None) -> float:
    return max((found.score for found in matches if found is not None), default=0.0)


def _below(command: Command) -> str:
    """Return the line below its sentence: its name, and the key that does it at once."""
    keys = command.default_keys
    return f"{_(command.name)} · {shown_key(keys[0])}" if keys else _(command.name)
