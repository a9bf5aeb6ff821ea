"""An address as libpq reads it, with what we always ask for."""

from ipaddress import ip_address
from typing import Any, Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from relroute_tui.storage.archives.contract import ArchiveError, Problem

_ALWAYS: Final = {
    "application_name": "relroute",
    "gssencmode": "disable",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""A network that is cut is noticed within half a minute."""
_UNLESS_ASKED: Final = {"target_session_attrs": "read-write", "connect_timeout": 5}
CHECKED: Final = ("verify-full", "verify-ca")
"""Accepted ways for a server to prove its identity before anything is sent to it."""


def parameters_of(address: str) -> dict[str, Any]:
    """Return what to connect with. Raises ArchiveError: it is no address, or not protected."""
    try:
        asked = conninfo_to_dict(address)
    except ProgrammingError:
        raise ArchiveError(Problem.ADDRESS) from None
    ports = str(asked.get("port") or "").split(",")
    is_elsewhere = "service" in asked  # a file of libpq's own, which could say anything
    if is_elsewhere or not all(port.isdecimal() for port in ports if port):
        raise ArchiveError(Problem.ADDRESS)
    hosts = f"{asked.get('hostaddr') or ''},{asked.get('host') or ''}".strip(",")
    protection: dict[str, Any]
    if all(map(is_here, hosts.split(","))):
        protection = {"sslmode": asked.get("sslmode") or "prefer"}
    else:
        protection = _protection(asked)
    return {**_UNLESS_ASKED, **asked, **_ALWAYS, **protection}


def _protection(asked: dict[str, Any]) -> dict[str, str]:
    """Return how the connection is protected. Raises ArchiveError where it is asked not to be."""
    mode = str(asked.get("sslmode") or "verify-full")
    if mode not in CHECKED:
        raise ArchiveError(Problem.IN_THE_CLEAR)
    return {"sslmode": mode, "sslrootcert": str(asked.get("sslrootcert") or "system")}


def is_here(host: str) -> bool:
    """Return whether what goes to this host does not leave the machine."""
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
