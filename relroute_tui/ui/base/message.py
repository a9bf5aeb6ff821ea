"""What one widget tells another."""

from typing import Any, dataclass_transform

from textual.message import Message as TextualMessage


@dataclass_transform(eq_default=False)
class Message(TextualMessage):
    """Textual's message, made with the fields that its class annotates.

    As a dataclass, but that writes and compiles its methods anew at every start, which takes as
    long as a widget; see `relroute_tui.domain.value`.
    """

    def __init__(self, *places: Any, **named: Any) -> None:
        super().__init__()
        names = tuple(type(self).__annotations__)
        given = {**dict(zip(names, places, strict=False)), **named}
        if len(given) != len(places) + len(named) or given.keys() != set(names):
            raise TypeError(f"{type(self).__qualname__}() takes just these: {', '.join(names)}")
        for name, each in given.items():
            setattr(self, name, each)
