"""The book of a route: an EPUB for the child, for now and for later."""
