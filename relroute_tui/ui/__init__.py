"""The screens: one room per activity."""
