"""The laptop's side of the window for the television: what it shows now, and how it is opened."""
