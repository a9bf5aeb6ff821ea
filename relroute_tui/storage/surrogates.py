"""Half a surrogate pair: no key types it, a broken paste can hold it, UTF-8 has no bytes for it."""

from typing import Any


def mended(value: Any) -> Any:
    """The value with every such half as U+FFFD, and two halves as the character that they are."""
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case dict():
            return {mended(key): mended(each) for key, each in value.items()}
        case list() | tuple():
            return [mended(each) for each in value]
        case _:
            return value
