"""The command line: one command, one module, its parser and its handler side by side."""
