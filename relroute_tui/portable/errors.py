"""Errors in making a portable folder, each with one sentence."""


class PortableError(Exception):
    """The folder could not be made. Its text says why, and what to do."""
