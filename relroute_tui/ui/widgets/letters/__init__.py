"""Draws a text as large as its room allows, so that a card can be read from across the table.

The room is counted in cells. A cell holds two pixels above each other (half blocks) for smooth
letters, and two by two (quadrants) for block letters; a pixel of a smooth letter is about square.
"""
