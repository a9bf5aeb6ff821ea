"""The maker of the practice family, which lives outside the package."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Final

PLACE: Final = Path(__file__).parents[2] / "tools" / "practice_family" / "make.py"


def practice_maker() -> ModuleType:
    """`tools/practice_family/make.py`, loaded."""
    spec = importlib.util.spec_from_file_location("practice_family_maker", PLACE)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
