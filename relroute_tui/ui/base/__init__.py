"""What the screens, panels and dialogs build on."""
