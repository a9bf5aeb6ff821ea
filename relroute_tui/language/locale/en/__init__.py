"""English, which every sentence in the code is written in."""
