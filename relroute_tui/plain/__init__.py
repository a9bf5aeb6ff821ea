"""A meeting as lines and numbered choices, for a screen reader, a braille line or any terminal.

It stands beside the screens: what can be done is in the domain and in the controller of a meeting;
here is only what is said and what is asked.
"""
