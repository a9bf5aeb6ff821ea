"""Style sheets that all apps of a run share, and that find their rules with less work.

A third of what the tests of screens cost is Textual's search for the rules of each widget.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest
from textual.cache import LRUCache
from textual.css import stylesheet
from textual.css.model import CombinatorType, Selector
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.design import ColorSystem
from textual.dom import DOMNode

_TOKENS: dict[object, dict[str, list[Token]]] = {}
"""What the variables of each theme consist of."""
_GENERATED: dict[object, dict[str, str]] = {}
"""The variables that Textual makes of the colours of each theme."""
_PARSED: dict[tuple[tuple[str, str], ...], LRUCache[Any, Any]] = {}
"""The rules of every sheet, by the variables of the theme that they were parsed with."""


def _colours_of(system: ColorSystem) -> object:
    return tuple(
        (name, tuple(each.items()) if isinstance(each, dict) else each)
        for name, each in vars(system).items()
    )


def share_parsed_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the rules of an app for the next one: a sheet is parsed once for each theme, and what
    the theme is made of is read once too.
    """
    parse, set_variables = Stylesheet.parse, Stylesheet.set_variables
    tokenize, generate = tokenize_values, ColorSystem.generate

    def parse_shared(self: Stylesheet) -> None:
        theme = tuple(sorted(self._variables.items()))
        self._parse_cache = _PARSED.setdefault(theme, LRUCache(1024))
        parse(self)

    def set_own_variables(self: Stylesheet, variables: dict[str, str]) -> None:
        self._parse_cache = LRUCache(1)  # or the shared one would be emptied
        set_variables(self, variables)

    def tokens_of(values: dict[str, str]) -> dict[str, list[Token]]:
        theme = tuple(values.items())
        if theme not in _TOKENS:
            _TOKENS[theme] = tokenize(values)
        return _TOKENS[theme]

    def generate_once(self: ColorSystem) -> dict[str, str]:
        colours = _colours_of(self)
        if colours not in _GENERATED:
            _GENERATED[colours] = generate(self)
        return _GENERATED[colours].copy()

    monkeypatch.setattr(stylesheet, "tokenize_values", tokens_of)
    monkeypatch.setattr(ColorSystem, "generate", generate_once)
    monkeypatch.setattr(Stylesheet, "parse", parse_shared)
    monkeypatch.setattr(Stylesheet, "set_variables", set_own_variables)


@cache
def names_of_parts(kind: type[DOMNode]) -> Sequence[str]:
    """Return the component classes of a widget of this kind, in the order of their names."""
    return sorted(kind._get_component_classes())


_NOTES = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""Notes that Textual makes on a widget beside its rules."""


class _Found(NamedTuple):
    """Rules and notes of every widget that stands in the same place."""

    rules: RulesMap | None
    notes: tuple[bool, ...]


_FOUND: dict[object, _Found] = {}
"""Rules that were found, by place."""


_NUMBERS: dict[object, int] = {}
"""Numbers of what is compared often, and is long."""


def _number(of: object) -> int:
    return _NUMBERS.setdefault(of, len(_NUMBERS))


class _Answers(NamedTuple):
    """Answers of all nodes of one type, id and classes to some questions."""

    number: int
    """Of the answers that never change."""
    changing: tuple[Selector, ...]
    """Questions about what may change: the focus, the size of the window, the place in a row."""


def _answers(node: DOMNode, questions: Iterable[Selector]) -> _Answers:
    names_match = [selector._check(node) for selector in questions]
    return _Answers(
        _number(tuple(names_match)),
        tuple(
            selector
            for selector, matches in zip(questions, names_match, strict=True)
            if matches and selector.pseudo_classes
        ),
    )


class _Around(NamedTuple):
    """Questions that a set of rules asks about what a widget stands in."""

    questions: tuple[Selector, ...]
    answers: dict[object, _Answers]
    """By the type, the id and the classes of what the widget stands in."""


class _Asked(NamedTuple):
    """Questions that decide on the rules of widgets of some type, id and classes."""

    sets: int
    """The number of the sets of rules that may be theirs, in their order."""
    of_itself: _Answers
    around: _Around


class _Places:
    """All that the rules of a widget depend on, among the same sets of rules."""

    def __init__(self, sheet: Stylesheet) -> None:
        self._sets = sheet.rules  # kept, so that no other set ever has the id of one of these
        self._by_name = sheet.rules_map
        self._asked: dict[object, _Asked] = {}

    def place_of(self, node: DOMNode) -> object:
        """Return the answers of a widget, and of all that it stands in, to what its rules ask."""
        names = _names_of(node)
        asked = self._asked.get(names)
        if asked is None:
            asked = self._asked[names] = self._asked_of(node)
        of_itself, (questions, known) = asked.of_itself, asked.around
        place: list[object] = [asked.sets, of_itself.number]
        place += [node.has_pseudo_classes(each.pseudo_classes) for each in of_itself.changing]
        above: object = node._parent if questions else None
        while isinstance(above, DOMNode):
            names = _names_of(above)
            answers = known.get(names)
            if answers is None:
                answers = known[names] = _answers(above, questions)
            place.append(answers.number)
            for each in answers.changing:
                place.append(above.has_pseudo_classes(each.pseudo_classes))
            above = above._parent
        return tuple(place)

    def _asked_of(self, node: DOMNode) -> _Asked:
        names = node._selector_names
        may_be = {id(rule) for name in self._by_name.keys() & names for rule in self._by_name[name]}
        rules = [rule for rule in self._sets if id(rule) in may_be]
        of_itself, around = dict[object, Selector](), dict[object, Selector]()
        for rule in rules:
            for selectors in (each.selectors for each in rule.selector_set):
                last = max(
                    n
                    for n, each in enumerate(selectors)
                    if each.combinator != CombinatorType.SAME or not n
                )
                of_itself |= {_question(selector): selector for selector in selectors[last:]}
                around |= {_question(selector): selector for selector in selectors[:last]}
        sets = _number(tuple(map(id, rules)))
        if sets not in _AROUND:
            _AROUND[sets] = _Around(tuple(around.values()), {})
        return _Asked(sets, _answers(node, of_itself.values()), _AROUND[sets])


_AROUND: dict[int, _Around] = {}
"""By the number of the sets of rules that ask."""


def _names_of(node: DOMNode) -> object:
    return type(node), node._id, frozenset(node._classes)


def _question(selector: Selector) -> object:
    return selector.type, selector.name, frozenset(selector.pseudo_classes)


_BY_SETS: dict[tuple[int, ...], _Places] = {}
_PUT_ON_NEW: dict[int, tuple[RulesMap, RulesMap]] = {}
"""Rules of each place as a widget got them that had none, by the id of the rules that were
found, which are kept so that no others ever have that id."""


def find_rules_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find the rules of a place once for all apps of a run, and put none that is there already."""
    find, replace_rules = Stylesheet.apply, Stylesheet.replace_rules

    def places(sheet: Stylesheet) -> _Places:
        sets, known = sheet.__dict__.get("_places", (None, None))
        if sets is not sheet.rules:
            ids = tuple(map(id, sheet.rules))
            if ids not in _BY_SETS:
                _BY_SETS[ids] = _Places(sheet)
            known = _BY_SETS[ids]
            sheet.__dict__["_places"] = (sheet.rules, known)
        return known

    def found_by_textual(sheet: Stylesheet, node: DOMNode) -> _Found:
        found: list[RulesMap] = []
        apart = {
            "replace_rules": lambda _node, rules, **_more: found.append(rules),
            "_process_component_classes": lambda _node: None,
        }
        vars(sheet).update(apart)
        find(sheet, node)
        for name in apart:
            del vars(sheet)[name]
        return _Found(next(iter(found), None), tuple(getattr(node, name) for name in _NOTES))

    def apply(self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
        place = places(self).place_of(node)
        if place not in _FOUND:
            _FOUND[place] = found_by_textual(self, node)
        rules, notes = _FOUND[place]
        for name, note in zip(_NOTES, notes, strict=True):
            setattr(node, name, note)
        if rules is not None:
            self.replace_rules(node, rules, animate=animate)
        self._process_component_classes(node)

    def put(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        base = node.styles.base
        asked, became = base.__dict__.get("_put_last", (None, None))
        if asked is rules and became == base._rules:
            if not animate:
                node.notify_style_update()
            return
        if animate and rules == base._rules:
            return
        is_new = not (base._rules or node._is_mounted or animate)
        _same_rules, put_before = _PUT_ON_NEW.get(id(rules), (None, None))
        if is_new and put_before is not None:
            base._rules.update(put_before)
            base._updates += 1
            node.notify_style_update()
        elif animate and "transitions" in rules:
            replace_rules(node, rules, animate)
        else:
            put_what_is_other(node, rules)
        base.__dict__["_put_last"] = (rules, base._rules.copy())
        if is_new:
            _PUT_ON_NEW[id(rules)] = base.__dict__["_put_last"]

    def put_what_is_other(node: DOMNode, rules: RulesMap) -> None:
        """Put the rules that the widget does not have yet, and take away what is no longer there."""
        base = node.styles.base
        for name in base._rules.keys() | rules.keys():
            if base._rules.get(name) != rules.get(name):
                setattr(base, name, rules.get(name))
        node.notify_style_update()

    def keep_parts(sheet: Stylesheet, node: DOMNode) -> None:
        """Find the rules of the parts of a widget, which are made once for each."""
        parts: dict[str, DOMNode] = vars(node).setdefault("_parts", {})
        is_changed = False
        for name in names_of_parts(type(node)):
            if name not in parts:
                parts[name] = DOMNode(classes=name)
                parts[name]._attach(node)
            styles = parts[name].styles
            before = styles.base._rules.copy()
            sheet.apply(parts[name])
            is_changed |= styles.base._rules != before or name not in node._component_styles
            node._component_styles[name] = styles
        if is_changed:
            node.refresh()

    monkeypatch.setattr(Stylesheet, "_process_component_classes", keep_parts)
    monkeypatch.setattr(Stylesheet, "apply", apply)
    monkeypatch.setattr(Stylesheet, "replace_rules", staticmethod(put))
