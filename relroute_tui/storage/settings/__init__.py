"""The user's choices for the app itself, in one TOML file: no content of any route."""
