"""Questions that are answered before going on."""
