"""Number of made-up examples that a property is tried with."""

from hypothesis import settings

EVERY_DAY = 20
AS_MANY_AGAIN = 50


def examples(few: int) -> int:
    """Return so many for every day, and 50 times as many with `--hypothesis-profile=exploring`."""
    is_exploring = settings.get_current_profile_name() == "exploring"
    return few * AS_MANY_AGAIN if is_exploring else few
