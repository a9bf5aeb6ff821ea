"""The contact of a route."""
