"""The papers of one meeting: a page for the child, a sheet for the family, a record for the file.

What stands on a paper is a value, made by a pure function; a renderer of its own writes it in each
format.
"""
