"""Keys that somebody chose: whether each can be where they want it."""

from textual.screen import Screen

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.ui.keyboard.checking import key_faults
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.home.commands import SETTINGS


def check_own_keys(screen: Screen[None], context: AppContext) -> None:
    """Say over this screen where one cannot be; a thread finds out, as it takes every screen."""

    def tell() -> None:
        sentence = _("One of your own keys cannot be used; {key} shows which.")
        screen.notify(sentence.format(key=key_for(SETTINGS)), markup=False, timeout=10)

    def check() -> None:
        if key_faults(context.settings_as_read):
            screen.app.call_from_thread(tell)

    screen.run_worker(check, thread=True, group="own-keys", exit_on_error=False)
