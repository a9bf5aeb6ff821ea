"""Pages out of fragments of HTML, which lie with their style sheets beside this module.

A file of fragments holds each below a comment with its name. `$name` in it is filled in by
`string.Template`, and escaped where it is no HTML yet.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

_NAME: Final = re.compile(r"^<!-- ([a-z-]+) -->\n", re.MULTILINE)


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def page(sheet: str, language: str, title: str, body: Html) -> str:
    """Return a whole page in the style sheet of this name."""
    style = Html(style_sheet(sheet))
    return fill("page", "page", language=language, title=title, style=style, body=body) + "\n"


def style_sheet(name: str) -> str:
    """Return the style sheet of this name."""
    return _text(f"{name}.css").strip()


def fill(file: str, fragment: str, **values: str) -> Html:
    """Return a fragment of this file, filled in."""
    safe = {
        name: value if isinstance(value, Html) else escape(value) for name, value in values.items()
    }
    return Html(_fragments(file)[fragment].substitute(safe))


def joined(parts: Iterable[Html], between: str = "\n") -> Html:
    """Return the parts as one."""
    return Html(between.join(parts))


@cache
def _fragments(file: str) -> Mapping[str, Template]:
    _before, *parts = _NAME.split(_text(f"{file}.html"))
    return {
        name: Template(text.strip()) for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
