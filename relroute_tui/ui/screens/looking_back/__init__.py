"""Looking back on what was agreed."""
