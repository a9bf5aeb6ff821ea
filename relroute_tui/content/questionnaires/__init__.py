"""Questionnaires, read from their Markdown files."""
