"""Everything that is read from a text file under `cards/`."""
