"""A year of one route."""
