"""The key that replaced another, for anyone who still opens the other one.

    NAME.next.age   the new key, sealed to the older one and proved with its secret

So a pass phrase and a recovery key stay as they were, and lead to the new key. Without the proof
anybody with the folder and a public key could have new routes sealed to a key of their own.
"""

import hashlib
import hmac
from pathlib import Path
from typing import Final

from relroute_tui.storage.files import read_file, replace_file
from relroute_tui.storage.sealing.key import Key, NotAKey, seal_to, unseal
from relroute_tui.storage.sealing.key_folder import KEYS, SUCCESSOR_ENDING, key_files

_PROOF: Final = "# relroute took the place of: "


def successor_of(folder: Path, key: Key) -> Key | None:
    """Return the key that took this one's place; None where none did. Raises FolderError."""
    for path in key_files(folder, SUCCESSOR_ENDING):
        try:
            opened = unseal(read_file(path), key)
            text, found, proof = (
                opened.decode().rpartition(_PROOF) if isinstance(opened, bytes) else ("", "", "")
            )
            if found and hmac.compare_digest(proof.strip(), _proof(key, text)):
                return Key.from_text(text)
        except (OSError, NotAKey, UnicodeDecodeError, TypeError):
            continue  # that one leads nowhere; perhaps another does
    return None


def name_successor(folder: Path, key: Key, successor: Key) -> None:
    """Let anyone who opens `key` come to its successor. Raises SaveError.

    The key and what opens it stay as they are.
    """
    name = hashlib.sha256(key.public.encode()).hexdigest()[:8] + SUCCESSOR_ENDING
    content = f"{successor.text}{_PROOF}{_proof(key, successor.text)}\n".encode()
    replace_file(folder / KEYS / name, seal_to(content, key.public))


def _proof(key: Key, text: str) -> str:
    return key.mac("successor", text)
