"""Searching in what was said, in all routes."""
