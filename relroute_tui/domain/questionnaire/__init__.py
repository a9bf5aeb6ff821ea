"""Questionnaires, their answers, and what both sides released side by side."""
