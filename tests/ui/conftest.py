"""The fixtures of the living room, for every test of a screen."""

from living_room import a_month_on, home, house, language, quick_saving

__all__ = ["a_month_on", "home", "house", "language", "quick_saving"]
