"""Earlier versions of a route: kept, restored, backed up and erased."""
