"""Questionnaires: who fills in what, one question to a screen, and what may come to the table."""
