"""How quick the program is, beside its neighbours: `python -m bench`."""
