"""What the user chose for the app itself, in one TOML file: no content of any route."""
