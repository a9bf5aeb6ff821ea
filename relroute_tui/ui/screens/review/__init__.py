"""Looking back at a meeting that was finished."""
