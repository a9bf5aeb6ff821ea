"""Fixtures of the screens, for what is counted in the real ones."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "ui"))

from running_app import a_month_on, home, house, language

__all__ = ["a_month_on", "home", "house", "language"]
