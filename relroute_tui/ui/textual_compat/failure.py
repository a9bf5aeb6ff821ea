"""Gets at the exception that ended an app, which Textual prints and keeps to itself."""

from typing import Any

from textual.app import App


def raise_failure(app: App[Any]) -> None:
    """Raise the exception that ended `app`, if one did."""
    if app._exception is not None:
        raise app._exception
