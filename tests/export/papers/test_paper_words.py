"""Every fixed sentence and word of a paper is there in the second language too, or says why not.

The language of the table is made of marks here: each message of the catalogue stands between them,
with its number. So is the second language, with the id of each translation. What is on a paper
without a mark was typed by somebody, or comes from a card.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from everything_on_paper import LANGUAGE, QUESTIONNAIRES, TEEN, YOUNG, routes
from msgspec.structs import replace

import relroute_tui
from relroute_tui.content.decks import load_decks
from relroute_tui.content.record_template import load_record_template
from relroute_tui.content.translations import load_sentences
from relroute_tui.context.card_languages import CardLanguages
from relroute_tui.domain import vocabulary
from relroute_tui.domain.carers import Carers
from relroute_tui.domain.openers import Openers
from relroute_tui.environment import read_environment, shipped
from relroute_tui.export.book.chapters import chapters_of
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.export.papers.paper import (
    Bullets,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
)
from relroute_tui.export.papers.sections import EVERY_SECTION, Section
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import LANGUAGES, add_languages, languages, locale, use, vocabularies
from relroute_tui.language.carers import call
from relroute_tui.language.contact_words import CONTACT_KINDS
from relroute_tui.language.paper_sentences import (
    CONTACT_SENTENCES,
    COUNTED,
    DAY_PARTS,
    DRAFT,
    KEYS,
    NOT_TRANSLATED,
    PAPER_IDS,
    PLURAL,
    form_for,
    places_of,
)
from relroute_tui.language.paper_words import CARERS_IDS, THEMES

MARKED: Final = "xx"
BEFORE_TYPED: Final = "It stands between two things that people typed, which are in one language."
MEASURED: Final = (
    "It repeats the words of a questionnaire, which measure: another wording that nobody tested "
    "would measure something else."
)
IN_ONE_LANGUAGE: Final[Mapping[str, str]] = {
    "{names} and {last}": "It joins names; a second language has a comma there.",
    "{words} (about {sentence})": BEFORE_TYPED,
    "about “{title}”: “{words}”": BEFORE_TYPED,
    "{now} Before that it was: {before}": BEFORE_TYPED,
    "Agreement {n}: {words}": "The second language has its number alone: the words are typed.",
    "nearly {word}": "It stands before a word of a questionnaire.",
    "{title}: at first {name} said {before}, and now {after}.": MEASURED,
    "{title}: {name} is closer to “{end}” now.": MEASURED,
    "{title}: at first you said {before}, and now {after}.": MEASURED,
    "The book of {name}": "Its name, as a list of books shows it.",
    ".": "The mark before a decimal.",
}
"""Sentences of the papers that go home which stand in the language of the table alone, and why."""
OF_A_CONTACT: Final = frozenset(
    {
        *CONTACT_KINDS.values(),
        "{name} brings",
        "{name} picks up",
        "{name} is there",
        "with someone there",
        "along: {names}",
        "{n} hour",
    }
)
"""The sentence that a contact writes has other words than those that tell it in full sentences."""
SAID_ABOVE: Final = frozenset({NOT_TRANSLATED, DRAFT})
"""What is to be known of translations: it stands in each language before it stands in this one."""
FOR_WORK: Final = "For those who do the work, in the language in which they write the file."
ONE_LANGUAGE_AS_A_WHOLE: Final[Mapping[str, str]] = {
    "papers/files.py": "Names of files, for who saves them.",
    "papers/pictograms.py": "What a drawing shows, for a screen reader in the language of the page.",
    "book/epub.py": "What a reading program says around the book, in the language of the book.",
    "calendar/own_calendar.py": "Messages to who reads a calendar in.",
    "calendar/writing.py": "What stands in a calendar program, in one line.",
    "html/month.py": "Its pictograms say the same; the legend is below them.",
    "html/questionnaire.py": MEASURED,
    "html/story.py": "A picture story, in the words of its file; it says what it shows.",
    "html/report.py": FOR_WORK,
    "markdown/report.py": FOR_WORK,
    "markdown/agreements.py": FOR_WORK,
    "markdown/comparison.py": MEASURED,
    "markdown/contact.py": FOR_WORK,
    "markdown/handover.py": FOR_WORK,
    "markdown/meetings.py": FOR_WORK,
    "markdown/parts.py": FOR_WORK,
    "markdown/person.py": "What is kept of somebody, to the word, in the language in which it is.",
    "markdown/receipt.py": FOR_WORK,
    "markdown/route.py": FOR_WORK,
    "side_by_side.py": FOR_WORK,
}
"""What is written in one language, by its module, and why."""


@pytest.fixture
def messages(tmp_path: Path) -> Iterator[tuple[str, ...]]:
    """Speak the language of marks; give the messages of the catalogue by their numbers."""
    path = Path(relroute_tui.__file__).with_name("language") / "locale/nl/LC_MESSAGES/relroute.po"
    with path.open("rb") as file:
        found = [message.id for message in read_po(file) if message.id]
    catalogue = Catalog(locale="en")
    for number, each in enumerate(found):
        marked = tuple(f"‹{number}›{form}" for form in ([each] if isinstance(each, str) else each))
        catalogue.add(each, marked if len(marked) > 1 else marked[0])
    folder = tmp_path / "languages" / MARKED / "LC_MESSAGES"
    folder.mkdir(parents=True)
    folder.with_name("__init__.py").touch()
    with (folder / "relroute.mo").open("wb") as file:
        write_mo(file, catalogue)
    before = list(locale.__path__)
    add_languages(tmp_path / "languages")
    vocabulary.register(vocabularies)  # which looks for languages anew
    use(MARKED)
    yield tuple(each if isinstance(each, str) else each[0] for each in found)
    use("en")
    call(Carers())
    locale.__path__[:] = before
    languages.cache_clear()
    vocabulary.register(vocabularies)


@pytest.fixture
def texts_in(tmp_path: Path, messages: object):
    """The second language of marks."""
    ours = load_sentences([shipped("cards")], LANGUAGE).texts
    kept = {key: ours[key] for key in DAY_PARTS} | {PLURAL: "0"}
    texts = {key: kept.get(key) or _marked(key) for key in PAPER_IDS}
    path = tmp_path / "cards" / "translations" / LANGUAGE / "papers.md"
    path.parent.mkdir(parents=True)
    parts = (f"## {{#{key}}}\n\n{text}\n" for key, text in texts.items())
    path.write_text("# Marks\ntranslated: a test\n\n" + "\n".join(parts), encoding="utf-8")
    environment = replace(
        read_environment({}, language="en"), cards=(tmp_path / "cards",), language=MARKED
    )
    return CardLanguages(environment).texts


def _marked(key: str) -> str:
    return " ".join((f"⟪{key}⟫", *(f"{{{place}}}" for place in sorted(places_of(key)))))


def papers(texts_in) -> Iterator[Paper]:
    """Yield the papers of every route, whole and with nothing chosen, and the chapters of books."""
    cards = load_decks((shipped("cards"),), "en").cards
    template = load_record_template((shipped("cards"),), "en")[0]
    openers = Openers(("Noor", "Bo"), ("Cy",), 2, (2, 3))
    for route in routes():
        call(route.carers)
        chosen = [
            (Which.RECORD, None),
            (Which.FAMILY, None),
            (Which.CHILD, YOUNG),
            (Which.CHILD, TEEN),
        ]
        for meeting in route.meetings:
            for which, child in chosen:
                for sections in (EVERY_SECTION, frozenset[Section]()):
                    yield paper_about(
                        which,
                        route,
                        meeting,
                        lambda: template,
                        child=child,
                        openers=openers,
                        texts_in=texts_in,
                        sections=sections,
                    )
        for child in (YOUNG, TEEN):
            yield from chapters_of(route, child, cards, texts_in)


def pieces(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield each piece of a paper in the language of the table, with the same in the second."""
    above, below = paper.title, ""
    for block in paper.blocks:
        if isinstance(block, Translated):
            below += block.text
            continue
        yield above, below
        above, below = "", ""
        match block:
            case Heading(text) | Paragraph(text):
                above = text
            case Bullets(items):
                above = " ".join(items)
            case Facts(facts):
                for fact in facts:
                    others = (*fact.other_labels, *fact.other_texts)
                    yield f"{fact.label}: {fact.text}", " ".join(each.text for each in others)
    yield above, below


def marks_in(text: str, messages: Collection[str]) -> set[str]:
    return {messages[int(number)] for number in re.findall(r"‹(\d+)›", text)}


def ids_in(text: str) -> set[str]:
    return set(re.findall("⟪(.+?)⟫", text))


def missing(own: set[str], second: set[str]) -> set[str]:
    """Return the messages that are on a paper and not in the second language on it."""
    wanted = own - IN_ONE_LANGUAGE.keys()
    second = second | SAID_ABOVE
    if second & CONTACT_SENTENCES.keys():
        wanted -= OF_A_CONTACT
    named = {words for words in wanted if KEYS.get(words) in second | set(THEMES)}
    if "{carer}" in wanted and second & set(CARERS_IDS):
        named.add("{carer}")
    return wanted - named


def test_every_sentence_on_a_paper_is_there_in_the_second_language_too(messages, texts_in) -> None:
    seen: set[str] = set()
    not_there: dict[str, str] = {}
    for paper in papers(texts_in):
        for above, below in pieces(paper):
            own, second = marks_in(above, messages), ids_in(below)
            not_there |= dict.fromkeys(missing(own, second), above)
            seen |= second
    assert not not_there, "\n".join(f"{key!r}: {text[:90]}" for key, text in not_there.items())
    for route, what in (
        (route, what) for route in routes() for what in (What.LETTER, What.CHILD_LETTER)
    ):
        call(route.carers)
        text = text_about(what, route, lambda: QUESTIONNAIRES, route.created.date(), texts_in)
        own, second = marks_in(text, messages), ids_in(text)
        assert not missing(own, second)
        seen |= second
    left = set(PAPER_IDS) - seen - set(DAY_PARTS) - {PLURAL}
    assert not left, "no paper here says these: take them out, or make a route that does"


def test_a_new_sentence_on_paper_is_translated_or_says_why_it_is_not() -> None:
    """Also one that no route here brings on paper: the sentences are read from the code."""
    folder = Path(relroute_tui.__file__).with_name("export")
    known = {*KEYS, *(form for forms in COUNTED.values() for form in forms), *IN_ONE_LANGUAGE}
    as_a_whole = set()
    for path in sorted(folder.rglob("*.py")):
        sentences = set(sentences_in(path))
        name = path.relative_to(folder).as_posix()
        if name in ONE_LANGUAGE_AS_A_WHOLE:
            as_a_whole.add(name)
        else:
            assert sentences <= known, (name, sentences - known)
    assert as_a_whole == ONE_LANGUAGE_AS_A_WHOLE.keys()


def sentences_in(path: Path) -> Iterator[str]:
    """Yield the messages for the catalogues in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="_" | "N_" | "ngettext"), args=[*args]):
                yield from (arg.value for arg in args if isinstance(arg, ast.Constant))


@pytest.mark.parametrize("language", ["uk", "pl", "tr", "ar", *LANGUAGES])
def test_what_is_counted_has_the_form_that_unicode_says_a_number_has(language: str) -> None:
    texts = load_sentences([shipped("cards")], language).texts
    plural = Locale(language).plural_form
    for key in COUNTED:
        by_kind: dict[str, set[str]] = {}
        for number in range(201):
            form = form_for(number, texts[key], texts[PLURAL])
            by_kind.setdefault(plural(number), set()).add(form)
        assert all(len(forms) == 1 for forms in by_kind.values()), (key, by_kind)
