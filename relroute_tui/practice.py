"""The practice family: made up, to try everything on a copy."""

from pathlib import Path

from relroute_tui.environment import shipped
from relroute_tui.storage.files import replace_file


def practice_copy(language: str, folder: Path) -> str:
    """Put a copy of the practice family into `folder`; its route's id. Raises SaveError."""
    route_id = f"practice-{language}"
    content = (shipped("sessions") / f"{route_id}.json").read_bytes()
    replace_file(folder / f"{route_id}.json", content)
    return route_id
