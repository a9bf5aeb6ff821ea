"""Starts relroute from this folder, with the Python that lies beside it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "app"))

from relroute_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
