"""What a facilitator can choose for the app itself."""
