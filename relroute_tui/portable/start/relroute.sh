#!/bin/sh
# Starts relroute. Double-clicked, it opens a terminal window of a good size first.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ -t 0 ] && [ -t 1 ] || [ $# -gt 0 ]; then
    exec "$here/python/bin/python3" -I -S "$here/run.py" "$@"
fi
for terminal in kitty konsole gnome-terminal xfce4-terminal x-terminal-emulator xterm; do
    command -v "$terminal" >/dev/null 2>&1 || continue
    case $terminal in
        kitty) exec kitty -o initial_window_width=120c -o initial_window_height=40c "$here/relroute.sh" ;;
        konsole) exec konsole -p TerminalColumns=120 -p TerminalRows=40 -e "$here/relroute.sh" ;;
        gnome-terminal) exec gnome-terminal --geometry=120x40 -- "$here/relroute.sh" ;;
        xfce4-terminal) exec xfce4-terminal --geometry=120x40 -x "$here/relroute.sh" ;;
        xterm) exec xterm -geometry 120x40 -fs 14 -fa monospace -e "$here/relroute.sh" ;;
        *) exec "$terminal" -e "$here/relroute.sh" ;;
    esac
done
echo "relroute needs a terminal window: open one, and start $here/relroute.sh in it." >&2
exit 1
