"""What can go wrong while a folder is made, each as one sentence."""


class PortableError(Exception):
    """The folder could not be made. Its text says why, and what to do."""
