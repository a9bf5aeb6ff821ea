"""Reading aloud with the voices that this computer has: no network, and nothing is kept."""
