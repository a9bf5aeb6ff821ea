"""Makes a folder that simply runs: Python, the app, and a file to double-click.

    python -m relroute_tui.portable --for linux-x86_64 --python ARCHIVE -o FOLDER

Python comes from an archive that somebody has, such as python-build-standalone's "install_only" or
the embeddable package for Windows; the app and what it needs come as the wheels of that system.
Nothing in the folder is installed, and it needs no network and no administrator rights.
"""
