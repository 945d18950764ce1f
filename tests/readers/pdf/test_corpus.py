"""Real PDFs of the larger corpus, from five programs and three decades."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from tests.renderings import agreement

import vnplan
from vnplan.evaluation import evaluate_file
from vnplan.readers import read_file
from vnplan.text.lines import logical_lines

LAYERED = [
    "daknong-kh-stc-3125-2018.pdf",  # Word, signed: the stamps are fields
    "thuathienhue-tb-254-2022.pdf",
    "dongthap-kh-58-thptcl2-2026-pdf.pdf",
    "laocai-kh-dkt-1105-2026-pdf.pdf",  # printed again by a portal: fonts without a map
    "laocai-tb-sct-1894-2026-pdf.pdf",
    "ttg-qd-115-2004-tcvn3.pdf",
]
FURNITURE = regex.compile(
    r"(?i)(?:người ký|ký bởi|email|thời gian ký|ngày ký|công văn đến)\s?:|\d{1,3}$"
)


@pytest.mark.parametrize("name", LAYERED)
def test_the_text_layer_is_read(shared_corpus: Path, name: str) -> None:
    document = read_file(shared_corpus / name)
    lines = [line.text for line in logical_lines(document) if line.cell is None]
    assert [text for text in lines if FURNITURE.match(text)] == []
    assert document.recognised == ()
    assert document.pages[-1].end == len(document.text)
    assert "\ufffd" not in document.text
    assert regex.search(r"[\u0300-\u036f\p{Co}\p{Cyrillic}]", document.text) is None


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("daknong-kh-stc-3125-2018.pdf", [(2, 2), (1, 2)]),
        ("thuathienhue-tb-254-2022.pdf", [(2, 2), (1, 2)]),
        ("dongthap-kh-58-thptcl2-2026-pdf.pdf", [(2, 2), (1, 2)]),
        ("laocai-tb-sct-1894-2026-pdf.pdf", [(2, 2), (1, 2)]),
        ("laocai-kh-dkt-1105-2026-pdf.pdf", [(1, 2), (1, 2), (6, 5)]),
        ("ttg-qd-115-2004-tcvn3.pdf", []),
    ],
)
def test_tables(shared_corpus: Path, name: str, shapes: list[tuple[int, int]]) -> None:
    document = read_file(shared_corpus / name)
    assert [(table.rows, table.columns) for table in document.tables] == shapes


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("daknong-kh-stc-3125-2018.pdf", "Số: 3125 /KH-STC"),
        ("laocai-kh-dkt-1105-2026-pdf.pdf", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("laocai-kh-dkt-1105-2026-pdf.pdf", "Số: 1105 /KH-ĐKT"),
        ("laocai-tb-sct-1894-2026-pdf.pdf", "Lào Cai, ngày 09 tháng 4 năm 2026"),
        ("ttg-qd-115-2004-tcvn3.pdf", "QUYẾT ĐỊNH"),
        ("ttg-qd-115-2004-tcvn3.pdf", "THỦ TƯỚNG CHÍNH PHỦ"),
    ],
)
def test_lines(shared_corpus: Path, name: str, line: str) -> None:
    assert line in [found.text for found in logical_lines(read_file(shared_corpus / name))]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("dongthap-kh-58-thptcl2-2026-pdf.pdf", "dongthap-kh-58-thptcl2-2026-docx.docx"),
        ("laocai-tb-sct-1894-2026-pdf.pdf", "laocai-tb-sct-1894-2026-docx.docx"),
        ("laocai-tb-sct-1894-2026-pdf.pdf", "laocai-tb-sct-1894-2026-txt.txt"),
        ("laocai-kh-dkt-1105-2026-pdf.pdf", "laocai-kh-dkt-1105-2026-txt.txt"),
    ],
)
def test_the_same_document_in_another_format(shared_corpus: Path, name: str, other: str) -> None:
    plan = vnplan.parse_file(shared_corpus / name)
    agreed = agreement(plan, vnplan.parse_file(shared_corpus / other))
    assert set(agreed.header) <= {"number", "issued_on"}, str(agreed)  # the draft had none yet
    for kind, least in (("sections", 0.98), ("tasks", 0.95), ("citations", 0.9)):
        assert agreed.f1(kind) >= least, str(agreed)


def test_the_gold_of_dak_nong(shared_corpus: Path, shared_gold: Path) -> None:
    scored = evaluate_file(shared_gold / "daknong-kh-stc-3125-2018.yaml", shared_corpus)
    values = scored.values()
    for kind in ("header", "sections", "citations", "tasks"):
        assert (values[kind] or 0) >= 0.98, values
