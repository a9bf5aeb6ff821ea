"""Writes 32 bytes as a private key of age: Bech32, BIP 173."""

from collections.abc import Iterable, Iterator
from typing import Final

_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX: Final = "age-secret-key-"


def private_key(secret: bytes) -> str:
    """Return these bytes as age writes a private key, AGE-SECRET-KEY-1…"""
    data = [*_fives(secret)]
    checksum = _checksum([*_expanded(_PREFIX), *data, *[0] * 6]) ^ 1
    data += [checksum >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{_PREFIX}1{''.join(_LETTERS[value] for value in data)}".upper()


def _fives(content: bytes) -> Iterator[int]:
    """Yield the bits in groups of five; the last one is filled up with zeros."""
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    return (int(bits[start : start + 5], 2) for start in range(0, len(bits), 5))


def _expanded(prefix: str) -> Iterator[int]:
    yield from (ord(letter) >> 5 for letter in prefix)
    yield 0
    yield from (ord(letter) & 31 for letter in prefix)


def _checksum(values: Iterable[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            checksum ^= generator if top >> place & 1 else 0
    return checksum
