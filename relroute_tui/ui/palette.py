"""The palette: every command of the screen one is on, found by typing."""

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import PALETTE, Command
from relroute_tui.ui.keyboard.names import shown_key


class Palette(CommandPalette):
    """Textual's own, in our looks."""

    CSS_PATH = "palette.tcss"


class ScreenCommands(Provider):
    """The commands of the screen as the palette wants them."""

    def _commands(self) -> tuple[Command, ...]:
        return self.screen.shown_commands() if isinstance(self.screen, BaseScreen) else ()

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action)

    async def discover(self) -> Hits:
        """Yield every command, before a letter was typed."""
        for command in self._commands():
            if command.id != PALETTE.id:
                yield DiscoveryHit(
                    _(command.tip), lambda chosen=command: self._run(chosen), help=_below(command)
                )

    async def search(self, query: str) -> Hits:
        """Yield what goes with the letters that were typed; one line when nothing does."""
        matcher = self.matcher(query)
        found = False
        for command in self._commands():
            tip = _(command.tip)
            score = max(matcher.match(tip), matcher.match(_(command.name)))
            if score > 0:
                found = True
                yield Hit(
                    score,
                    matcher.highlight(tip),
                    lambda chosen=command: self._run(chosen),
                    help=_below(command),
                )
        if not found:
            yield Hit(1, _("Nothing found. Esc: back"), lambda: None)


def _below(command: Command) -> str:
    """Return what stands below its sentence: its name, and the key that does it at once."""
    keys = command.default_keys
    return f"{_(command.name)} · {shown_key(keys[0])}" if keys else _(command.name)
