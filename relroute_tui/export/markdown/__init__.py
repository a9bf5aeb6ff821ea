"""Markdown texts of a route that people take along."""
