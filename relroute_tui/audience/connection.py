"""The way between a meeting and its window, as this system has it: no port and no network.

Both ends begin with a few bytes that say whose they are, so that whoever only looks whether there
is somebody is no window, and a foreign program is handed nothing.
"""

import sys

from relroute_tui.audience.endpoint import Connected, Listener

if sys.platform == "win32":
    from relroute_tui.audience.named_pipe import connect, listen
else:
    from relroute_tui.audience.unix_socket import connect, listen

__all__ = ["Connected", "Listener", "connect", "listen"]
