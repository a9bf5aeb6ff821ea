"""Every private name of Textual and Rich, and every workaround, in this one place."""
