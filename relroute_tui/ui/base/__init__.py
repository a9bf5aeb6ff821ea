"""The base of screens, panels and dialogs."""
