"""The window for the television: an app of its own that draws what it is handed."""
