"""Other keys for what is bound on one screen or on the app.

Textual's own keymaps (`App.set_keymap`) do nearly this, but take no key away from a command, give a
key to two of them, forget what else had the old key, and leave it to the binding, not to the key,
whether it reaches past an editor.
"""

from collections.abc import Mapping, Sequence

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

_DEFAULT = "_default_bindings"
"""Attribute in which a node keeps the bindings that it had at first."""


def is_bound_anew(node: DOMNode) -> bool:
    """Return whether `bind_anew` was asked for this node before."""
    return _DEFAULT in vars(node)


def ids_bound_on(node: DOMNode) -> frozenset[str]:
    """Return the ids of what is bound on this node at first."""
    default: BindingsMap = vars(node).get(_DEFAULT, node._bindings)
    return frozenset(binding.id for _key, binding in default if binding.id)


def bind_anew(node: DOMNode, changed: Mapping[str, Sequence[Binding]]) -> None:
    """Give what has these ids other keys, on this node alone, whatever was changed before."""
    default = vars(node).setdefault(_DEFAULT, node._bindings)
    keys: dict[str, list[Binding]] = {}
    for key, binding in default:
        if binding.id not in changed:
            keys.setdefault(key, []).append(binding)
    for bindings in changed.values():
        for binding in bindings:
            keys.setdefault(binding.key, []).append(binding)
    node._bindings = BindingsMap.from_keys(keys)
