"""`python -m relroute_tui` is the `relroute` command."""

from relroute_tui.cli.main import main

if __name__ == "__main__":
    main()
