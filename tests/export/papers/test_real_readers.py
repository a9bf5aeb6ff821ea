"""Papers in programs that people have: `pytest -m long tests/export/papers`.

Each needs a program that is no part of this one; without it the test says which.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from html import unescape
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest
from family_of_swallow import CALLS, route_with
from msgspec.structs import replace

from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.environment import shipped
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import (
    Block,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
    lines_of,
    paper_of,
    sides_of,
)
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import LANGUAGES, use
from relroute_tui.storage.archive import Archive

pytestmark = pytest.mark.long
OFFICE = (Format.OPEN_DOCUMENT, Format.WORD)
EACH = list(product(LANGUAGES, Which))


def needed(program: str, why: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not on this machine: it {why}.")
    return found


def paper_of_practice(language: str, which: Which) -> Paper:
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    template = load_record_template((shipped("cards"),), language)[0]
    return paper_about(which, route, route.meetings[-1], lambda: template)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def run(*words: str | Path) -> str:
    answer = subprocess.run(
        [*map(str, words)], capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    return answer.stdout


def test_libreoffice_makes_a_pdf_of_each_with_every_word_in_its_place(tmp_path: Path) -> None:
    soffice = needed("soffice", "opens odt and docx")
    needed("pdftotext", "reads a PDF")
    papers = {}
    for (language, which), format_ in product(EACH, OFFICE):
        file = tmp_path / f"{language}-{which}-{format_}.{format_}"
        papers[file] = paper_of_practice(language, which)
        file.write_bytes(written(papers[file], format_))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *papers)
    for file, paper in papers.items():
        pdf = file.with_suffix(".pdf")  # soffice ends with 0 also where it made nothing
        read = words_of(run("pdftotext", "-raw", pdf, "-"))
        assert read == words_of(" ".join(lines_of(paper))), file.name
        if "family" in file.name:
            assert re.search(r"^Pages:\s+1$", run("pdfinfo", pdf), re.MULTILINE), file.name


def family_papers(*, large: bool) -> Iterator[Paper]:
    """The family's sheet with more and more agreements, each as long as the one before or longer."""
    use("en")
    for number in (1, 3, 5, 6, 7, 8, 10, 14):
        made = (
            replace(CALLS, id=f"m1-{n}", text=f"{n}. Anna calls. {'She says how it went. ' * n}")
            for n in range(1, number + 1)
        )
        route = route_with(*made)
        route = replace(route, planned=(Planned(date(2026, 12, 16), place="at school"),))
        yield paper_about(Which.FAMILY, route, route.meetings[0], template, large=large)


def template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "en")[0]


def test_a_familys_sheet_of_any_length_begins_with_what_it_must_and_parts_no_agreement(
    tmp_path: Path,
) -> None:
    soffice = needed("soffice", "opens odt and docx")
    chromium = needed("chromium", "prints HTML")
    needed("pdftotext", "reads a PDF")
    papers = {}
    for large, format_ in product((False, True), (*OFFICE, Format.HTML)):
        for number, paper in enumerate(family_papers(large=large), 1):
            file = tmp_path / f"{number}-{large}-{format_}.{format_}"
            file.write_bytes(written(paper, format_))
            papers[file] = paper
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = [file for file in papers if file.suffix != ".html"]
    run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *office)
    for file in papers.keys() - office:
        printed = (f"--print-to-pdf={file.with_suffix('.pdf')}", "--no-pdf-header-footer")
        run(chromium, "--headless", "--no-sandbox", "--disable-gpu", *printed, file.as_uri())
    for file, paper in papers.items():
        read = run("pdftotext", "-raw", file.with_suffix(".pdf"), "-")
        first, *others = read.removesuffix("\f").split("\f")
        assert len(others) <= (sides_of(paper) if sides_of(paper) > 1 else 0), file.name
        assert all(title in first for title in ("At the table", "at school", "Ring or message"))
        titles = [block.text for block in paper.blocks if isinstance(block, Heading)]
        for page in others:
            begins = page.partition("\n")[0].strip()
            assert any(title.startswith(begins) for title in titles), (file.name, begins)


def test_no_page_ends_between_a_title_and_what_it_is_in_three_other_languages(
    tmp_path: Path,
) -> None:
    soffice = needed("soffice", "opens odt and docx")
    needed("pdftotext", "reads a PDF")
    use("en")
    facts = Facts(tuple(Fact("Who", f"Anna {n}") for n in range(9)))

    def titled(level: int) -> Iterator[Block]:
        yield Heading(f"Title {level}", level)
        for language, text in (("ar", "العنوان"), ("uk", "Заголовок"), ("pl", f"Tytuł {level}")):
            yield Translated(text, language, is_title=True)

    files = []
    for number, format_ in product(range(14, 44, 2), OFFICE):
        lines = (Paragraph(f"Line {n}.") for n in range(number))
        blocks = (*lines, *titled(2), *titled(3), facts, *titled(4), facts)
        file = tmp_path / f"{number}-{format_}.{format_}"
        file.write_bytes(written(paper_of("Record", blocks), format_))
        files.append(file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files)
    for file in files:
        for page in run("pdftotext", "-raw", file.with_suffix(".pdf"), "-").split("\f"):
            titles = re.findall(r"^Title (\d)", page, re.MULTILINE)
            assert re.findall(r"^Tytuł (\d)", page, re.MULTILINE) == titles, (file.name, page)


@pytest.mark.parametrize(("language", "which"), EACH)
@pytest.mark.parametrize("format_", [*OFFICE, Format.HTML])
def test_pandoc_reads_the_same_words(
    tmp_path: Path, format_: Format, language: str, which: Which
) -> None:
    pandoc = needed("pandoc", "reads every format")
    paper = paper_of_practice(language, which)
    file = tmp_path / f"paper.{format_}"
    file.write_bytes(written(paper, format_))
    read = run(pandoc, "--wrap=none", "-f", format_, "-t", "json", file)
    blocks = run(pandoc, "--wrap=none", "-f", format_, "-t", "plain", file)
    assert words_of(" ".join(lines_of(paper)))[-10:] == words_of(blocks)[-10:]
    missing = set(words_of(" ".join(lines_of(paper)))) - set(words_of(blocks))
    assert not missing
    assert read.count('"t":"Header"') == 1 + sum(
        type(block).__name__ == "Heading" for block in paper.blocks
    )


@pytest.mark.parametrize(("language", "which"), EACH)
def test_a_browser_prints_a_page_on_a4(tmp_path: Path, language: str, which: Which) -> None:
    chromium = needed("chromium", "prints HTML")
    needed("pdfinfo", "reads a PDF")
    file, pdf = tmp_path / "paper.html", tmp_path / "paper.pdf"
    paper = paper_of_practice(language, which)
    file.write_bytes(written(paper, Format.HTML))
    printed = (f"--print-to-pdf={pdf}", "--no-pdf-header-footer", file.as_uri())
    run(chromium, "--headless", "--no-sandbox", "--disable-gpu", *printed)
    told = run("pdfinfo", pdf)
    assert "(A4)" in told
    assert which is not Which.FAMILY or re.search(r"^Pages:\s+1$", told, re.MULTILINE)
    assert words_of(run("pdftotext", "-raw", pdf, "-")) == words_of(" ".join(lines_of(paper)))


@pytest.mark.parametrize(("language", "which"), EACH)
def test_axe_finds_no_fault_in_a_page(tmp_path: Path, language: str, which: Which) -> None:
    chromium = needed("chromium", "runs axe")
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed: it brings axe.min.js.")
    axe = Path(found.origin).with_name("axe.min.js").read_text("utf-8")
    page = written(paper_of_practice(language, which), Format.HTML).decode()
    run_axe = "axe.run().then(found => { document.body.textContent = JSON.stringify(found); });"
    scripts = f"<script>{axe}</script><script>{run_axe}</script></html>"
    file = tmp_path / "paper.html"
    file.write_text(page.replace("</html>", scripts), "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000")
    dumped = run(chromium, *options, "--dump-dom", file.as_uri())
    body = unescape(re.search(r"<body[^>]*>(.*)</body>", dumped, re.DOTALL)[1])
    told = json.JSONDecoder().raw_decode(body)[0]
    assert len(told["passes"]) > 10
    assert told["violations"] == []
