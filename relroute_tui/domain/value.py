"""Frozen values that cost little to define.

`dataclasses` writes and compiles Python for each method of each class, which takes half a
millisecond a class: with a hundred of them a person waits for it at every start. Values share
their methods.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[Class]) -> type[Class]:
    """A dataclass with slots whose instances never change, as `dataclass(frozen=True, slots=True)`.

    Equal and of one hash where all fields are. `fields`, `replace` and `match` work with it.
    """
    shows_itself = "__repr__" in cls.__dict__  # as what holds a secret does
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    own: Any = made
    names = tuple(each.name for each in fields(own))
    own.__init__ = _init(own, names)
    own.__eq__, own.__hash__ = _comparing(names)
    own.__setattr__ = own.__delattr__ = _refuse
    if not shows_itself:
        own.__repr__ = _shown
    return made


def _init(cls: Any, names: Sequence[str]) -> Callable[..., None]:
    usual: Mapping[str, Any] = {
        each.name: each.default for each in fields(cls) if each.default is not MISSING
    }
    makers: Mapping[str, Callable[[], Any]] = {
        each.name: each.default_factory
        for each in fields(cls)
        if each.default_factory is not MISSING
    }
    puts = tuple((name, getattr(cls, name).__set__) for name in names)
    every = frozenset(names)

    def completed(places: tuple[Any, ...], named: Mapping[str, Any]) -> Mapping[str, Any]:
        given = {**usual, **dict(zip(names, places, strict=False)), **named}
        for name, make in makers.items():
            if name not in given:
                given[name] = make()
        twice = named.keys() & names[: len(places)]
        if given.keys() != every or len(places) > len(names) or twice:
            raise TypeError(f"{cls.__qualname__}() takes just these: {', '.join(names)}")
        return given

    def __init__(self: object, *places: Any, **named: Any) -> None:  # noqa: N807
        is_complete = not places and named.keys() == every
        given = named if is_complete else completed(places, named)
        for name, put in puts:
            put(self, given[name])

    return __init__


def _comparing(names: Sequence[str]) -> tuple[Callable[..., object], Callable[..., int]]:
    everything: Callable[[object], object] = attrgetter(*names) if names else lambda _value: ()

    def __eq__(self: object, other: object) -> object:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or everything(self) == everything(other)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(everything(self))

    return __eq__, __hash__


def _shown(self: Any) -> str:
    parts = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _refuse(self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} never changes")
