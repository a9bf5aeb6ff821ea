"""Days as people say them: the words of each language, and the reader that knows no language."""
