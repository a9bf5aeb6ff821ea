"""Benchmarks of the program beside comparable ones: `python -m bench`."""
