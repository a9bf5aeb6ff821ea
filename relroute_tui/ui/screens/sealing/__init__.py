"""Sealing the routes, opening them, and the screen that locks."""
