"""Maker of the practice family, which lives outside the package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

PLACE: Final = Path(__file__).parents[1] / "practice_family" / "make.py"


def practice_maker() -> ModuleType:
    """`tests/practice_family/make.py`, loaded."""
    if str(PLACE.parent) not in sys.path:  # its other half lies beside it
        sys.path.append(str(PLACE.parent))
    spec = importlib.util.spec_from_file_location("practice_family_maker", PLACE)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
