"""Reads the word lists that a facilitator can extend, and says kindly what is wrong with one.

    # Words of the court
    [Law]
    ondertoezichtstelling; ots = een voogd van de rechter let mee op

A folder of decks may hold `words/nl.txt`, `words/en.txt` and, for agreements, `words/vague-nl.txt`,
`words/vague-en.txt`. How a line is written stands at the top of our own lists. A line with a fault
is left out; the others work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from msgspec.structs import replace

from relroute_tui.content.markdown import DeckFault
from relroute_tui.domain.text import fold_line
from relroute_tui.language import _, languages
from relroute_tui.language.grammar import Grammar, grammar_of
from relroute_tui.plain_language.model import Vagueness
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.term_lines import ALLOWED, BESIDE, TermError, term_forms
from relroute_tui.plain_language.terms import Entry, Pattern, Terms, index
from relroute_tui.plain_language.text import split_forms

FOLDER = "words"
"""Folder of the word lists, inside a folder of decks."""

LARGEST_LIST = 1_000_000
"""Bytes. A list is some pages; a file beyond this was put in the folder by mistake."""

_VAGUE = "vague-"


def load_rules(folders: Sequence[Path], language: str) -> Rules:
    """Return the rules of one language from these folders; later lists add to earlier ones.

    Raises ValueError for a language that there is not. One without a grammar has no rules.
    """
    if language not in languages():
        raise ValueError(language)
    grammar = grammar_of(language)
    if grammar is None:
        return Rules(language, None)
    difficult, vague = _Collector(grammar), _Collector(grammar)
    for folder in folders:
        difficult.read(folder / FOLDER / f"{language}.txt")
        vague.read(folder / FOLDER / f"{_VAGUE}{language}.txt")
    faults = (*difficult.faults, *vague.faults)
    return Rules(language, grammar, difficult.terms(), vague.terms(), faults)


def check_word_list(path: Path) -> tuple[DeckFault, ...]:
    """Return what is wrong with one list; its name says which language and what for."""
    grammar = None
    if path.stem.removeprefix(_VAGUE) in languages():
        grammar = grammar_of(path.stem.removeprefix(_VAGUE))
    if grammar is None:
        sentence = _("The name of this list says no language. Call it nl.txt or en.txt.")
        return (DeckFault(path, 1, sentence),)
    collector = _Collector(grammar)
    collector.read(path, missing_is_fine=False)
    return tuple(collector.faults)


@dataclass(slots=True)
class _Collector:
    """The lines of one kind of list, from one folder after the other."""

    grammar: Grammar
    patterns: dict[str, Sequence[Pattern]] = field(default_factory=dict)
    """Entries by the term as it is written, so that a later list can replace them."""
    beginnings: dict[str, Entry] = field(default_factory=dict)
    endings: dict[str, Entry] = field(default_factory=dict)
    allowed: list[Pattern] = field(default_factory=list)
    faults: list[DeckFault] = field(default_factory=list)

    def terms(self) -> Terms:
        return Terms(
            index(pattern for patterns in self.patterns.values() for pattern in patterns),
            self.beginnings,
            self.endings,
            index(self.allowed),
        )

    def read(self, path: Path, *, missing_is_fine: bool = True) -> None:
        try:
            if path.stat().st_size > LARGEST_LIST:
                self._fault(path, 1, _("This file is too large for a word list."))
                return
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            if not missing_is_fine:
                self._fault(path, 1, _("This file is not there. Look at its name."))
        except UnicodeDecodeError:
            self._fault(path, 1, _("This file is not UTF-8 text. Save it as UTF-8 in your editor."))
        except OSError:
            sentence = _("This file cannot be read. Check that it is there and open to you.")
            self._fault(path, 1, sentence)
        else:
            self._read_lines(path, text)

    def _read_lines(self, path: Path, text: str) -> None:
        grouped = path.stem.startswith(_VAGUE)
        group: Vagueness | None = None
        for number, line in _lines(text):
            if line.startswith("["):
                group = _vagueness(self.grammar, line)
                if grouped and group is None:
                    sentence = _("This heading is not known here. Choose from: {known}.")
                    self._fault(path, number, sentence.format(known=_known(self.grammar)))
            elif line.startswith(ALLOWED):
                self._allow(path, number, line.removeprefix(ALLOWED).strip())
            elif grouped and group is None:
                sentence = _("Put this line below a heading, one of: {known}.")
                self._fault(path, number, sentence.format(known=_known(self.grammar)))
            else:
                self._entry(path, number, line, group if grouped else None)

    def _allow(self, path: Path, number: int, written: str) -> None:
        term, _and, neighbours = written.partition(BESIDE)
        inflection = self.grammar.inflection
        words = [word for part in _parts(neighbours) for word in split_forms(part)]
        try:
            patterns = term_forms(term.strip(), Entry(), inflection).patterns
        except TermError:
            self._fault(path, number, _("Write one word after the exclamation mark."))
        else:
            beside = tuple(form for word in words for form in inflection.forms(word))
            self.allowed += [replace(pattern, beside=beside) for pattern in patterns]

    def _entry(self, path: Path, number: int, line: str, group: Vagueness | None) -> None:
        left, equals, right = line.partition("=")
        terms, alternatives = _parts(left), _parts(right)
        if not equals or not terms or not alternatives:
            self._fault(path, number, _("Write this line as: difficult word = plainer word"))
            return
        entry = Entry(alternatives, group)
        for term in terms:
            try:
                forms = term_forms(term, entry, self.grammar.inflection)
            except TermError:
                sentence = _("“{term}” cannot be read. Write it as at the top of our own list.")
                self._fault(path, number, sentence.format(term=term))
            else:
                self.patterns[_key(term)] = forms.patterns
                self.beginnings |= dict.fromkeys(forms.beginnings, entry)
                self.endings |= dict.fromkeys(forms.endings, entry)

    def _fault(self, path: Path, line: int, sentence: str) -> None:
        self.faults.append(DeckFault(path, line, sentence))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield number, stripped


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


def _key(term: str) -> str:
    """Return what makes two spellings one term; "één" and "een" are two."""
    return " ".join(normalize("NFC", term).casefold().split())


def _vagueness(grammar: Grammar, heading: str) -> Vagueness | None:
    meant = grammar.vague_headings.get(fold_line(heading.strip("[] ")))
    return Vagueness(meant) if meant else None


def _known(grammar: Grammar) -> str:
    return ", ".join(f"[{heading}]" for heading in grammar.vague_headings)
