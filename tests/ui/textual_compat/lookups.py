"""Values that Textual reads thousands of times in a test, read with fewer steps."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from textual.css.styles import RenderStyles
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive


def look_up_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a value that is there from where it is kept, and prevent nothing where nothing is."""
    get, prevent = Reactive.__get__, MessagePump.prevent
    nothing = nullcontext()

    def get_reactive(self: Reactive[Any], obj: Any, obj_type: type) -> Any:
        """Leave what is computed, or not there yet, to Textual."""
        kept = self.internal_name
        if obj is None or kept not in vars(obj) or hasattr(obj, self.compute_name):
            return get(self, obj, obj_type)
        return vars(obj)[kept]

    def get_rule(self: RenderStyles, rule_name: str, default: object = None) -> object:
        inline = self._inline_styles._rules
        if rule_name in inline:
            return inline[rule_name]
        return self._base_styles._rules.get(rule_name, default)

    def prevent_some(
        self: MessagePump, *message_types: type[Message]
    ) -> AbstractContextManager[None]:
        return prevent(self, *message_types) if message_types else nothing

    def initialize_object(obj: Any) -> None:
        """Leave what has a value be, and hand to Textual what does more than to have one."""
        values = vars(obj)
        for name, reactive in obj._reactives.items():
            if reactive.internal_name in values:
                continue
            default = reactive._default
            if reactive._init or callable(default) or reactive._toggle_class is not None:
                reactive._initialize_reactive(obj, name)
            else:
                values[reactive.internal_name] = default

    monkeypatch.setattr(Reactive, "__get__", get_reactive)
    monkeypatch.setattr(Reactive, "_initialize_object", initialize_object)
    monkeypatch.setattr(RenderStyles, "get_rule", get_rule)
    monkeypatch.setattr(MessagePump, "prevent", prevent_some)
