"""Fixtures of the screens, for what is counted in the real ones."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "ui"))

from running_app import after_a_meeting, language, laptop, one_family

__all__ = ["after_a_meeting", "language", "laptop", "one_family"]
