"""Whole Word files: the same records as from the text, the same words as another program reads."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import regex
from tests.renderings import (
    FOUNDING,
    MISSING_OFFICE,
    Renderings,
    agreement,
    of_body,
    sheet_of,
    to_docx,
)

import vnplan
from vnplan.readers import needs, office, read_bytes, read_file

_BLANK = regex.compile(r"[\s\ufeff]+")


@pytest.mark.parametrize("numbered", [False, True], ids=["typed", "numbered"])
@pytest.mark.parametrize("name", FOUNDING)
def test_the_records_of_the_text(renderings: Renderings, name: str, numbered: bool) -> None:
    plan = vnplan.parse_bytes(renderings.docx(name, numbered=numbered), name="a.docx")
    agreed = agreement(plan, renderings.plan(name))
    assert not agreed.header, str(agreed)
    for kind, least in (("sections", 0.98), ("citations", 0.98), ("tasks", 0.95), ("owners", 0.95)):
        assert agreed.f1(kind) >= least, str(agreed)


@pytest.mark.parametrize("name", FOUNDING)
def test_numbers_are_written_as_if_they_were_typed(renderings: Renderings, name: str) -> None:
    typed, numbered = (read_bytes(renderings.docx(name, numbered=each)) for each in (False, True))
    assert numbered.text == typed.text


def _as_libreoffice_reads(data: bytes) -> list[str]:
    command = needs.found(needs.LIBREOFFICE)
    if command is None:
        pytest.skip(MISSING_OFFICE)
    text = office.convert(command, data, "MS Word 2007 XML", "txt:Text (encoded):UTF8")
    return _words(unicodedata.normalize("NFC", text.decode("utf-8")))


def _words(text: str) -> list[str]:
    """The words without bullets: LibreOffice writes "•" for all of them."""
    return [word for word in _BLANK.sub(" ", text).split() if word not in ("-", "+", "•")]


@pytest.mark.parametrize("name", FOUNDING)
def test_another_program_reads_the_same_words(renderings: Renderings, name: str) -> None:
    data = renderings.docx(name, numbered=True)
    assert _words(read_bytes(data).text) == _as_libreoffice_reads(data)


NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="(%4)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


@pytest.mark.parametrize(
    "sequence",
    [
        "10 11 12 12 13 13 11 12 13 10 11 12 21 21 22 10 11 13",
        # a list that begins anew does so once
        "10 11 11 21 21 20 21 21",
        "10 11 21 11 10 11",
        "10 20 21 10 11 20 21",
    ],
)
def test_another_program_counts_the_same(sequence: str) -> None:
    """Each item is its list and its level."""
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for item in sequence.split()
    )
    data = of_body(body, numbering=NUMBERING)
    assert _words(read_bytes(data).text) == _as_libreoffice_reads(data)


def _corpus(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.docx"))


def test_another_program_reads_the_same_in_real_files(shared_corpus: Path) -> None:
    for path in _corpus(shared_corpus):
        assert _words(read_file(path).text) == _as_libreoffice_reads(path.read_bytes()), path.name


@pytest.mark.slow
@pytest.mark.parametrize("numbered", [False, True], ids=["typed", "numbered"])
@pytest.mark.parametrize("name", ["310-kh-", "552-kh-", "980-kh-", "2623-qd-"])
def test_the_records_of_plans_with_tables(shared_corpus: Path, name: str, numbered: bool) -> None:
    """Tasks in rows, annexes, a plan that is issued with a decision."""
    (path,) = shared_corpus.glob(f"{name}*")
    sheet = sheet_of(read_file(path))
    agreed = agreement(vnplan.parse_bytes(to_docx(sheet, numbered=numbered)), sheet.plan)
    assert not agreed.header, str(agreed)
    for kind, least in (("sections", 0.98), ("citations", 0.98), ("tasks", 0.95), ("owners", 0.95)):
        assert agreed.f1(kind) >= least, str(agreed)


SHAPES = {
    "dongthap-kh-58-thptcl2-2026-docx.docx": (2, [(3, 2), (4, 2)]),
    "laocai-kh-sct-2242-2026.docx": (3, [(3, 3), (1, 3), (10, 4)]),
    "laocai-kh-sct-3024-2026.docx": (2, [(3, 3), (1, 3), (10, 4)]),
    "laocai-tb-sct-1894-2026-docx.docx": (2, [(3, 2), (1, 3)]),
    "ttg-ct-07-2012.docx": (5, [(2, 2), (1, 2)]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_pages_and_tables_of_real_files(shared_corpus: Path, name: str) -> None:
    document = read_file(shared_corpus / name)
    pages, tables = SHAPES[name]
    assert len(document.pages) == pages
    assert [(table.rows, table.columns) for table in document.tables] == tables


def test_the_same_notice_as_word_file_and_as_text(shared_corpus: Path) -> None:
    """The Word file is the draft: its number and day are still blank."""
    word, text = (
        vnplan.parse_file(shared_corpus / f"laocai-tb-sct-1894-2026-{end}")
        for end in ("docx.docx", "txt.txt")
    )
    agreed = agreement(word, text)
    assert agreed.header.keys() == {"number", "issued_on"}
    for kind, least in (("sections", 0.98), ("citations", 0.98), ("tasks", 0.95), ("owners", 0.95)):
        assert agreed.f1(kind) >= least, str(agreed)


def test_the_same_plan_as_word_file_and_as_pdf(shared_corpus: Path) -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra pdf (pip install 'vnplan[pdf]')")
    word, pdf = (
        vnplan.parse_file(shared_corpus / f"dongthap-kh-58-thptcl2-2026-{end}")
        for end in ("docx.docx", "pdf.pdf")
    )
    agreed = agreement(word, pdf)
    assert not agreed.header, str(agreed)
    for kind, least in (("sections", 0.98), ("citations", 0.98), ("tasks", 0.95), ("owners", 0.95)):
        assert agreed.f1(kind) >= least, str(agreed)


def test_a_label_looks_as_what_it_labels(renderings: Renderings) -> None:
    """Also where Word wrote it: a bold heading is bold from its number on."""
    for numbered in (False, True):
        document = read_bytes(renderings.docx("thai-nguyen", numbered=numbered))
        bold = {style.span.of(document.text) for style in document.styles if style.kind == "bold"}
        assert "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích" in bold
