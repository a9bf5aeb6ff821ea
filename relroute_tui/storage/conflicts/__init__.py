"""Versions that a synchroniser or another laptop wrote beside or over a route."""
