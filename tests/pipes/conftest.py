"""What the tests of pipes share: spaCy with the tokenizer and the pipe, and a document."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import vnplan
from vnplan.records import Plan

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "vnplan.VietnameseTokenizer.v1"}}}

SHORT = """\
UBND TỈNH THÁI NGUYÊN
Số: 17/KH-UBND
Thái Nguyên, ngày 02 tháng 3 năm 2024

KẾ HOẠCH
Thử nghiệm tưới tiết kiệm

Thực hiện Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ.
I. MỤC TIÊU
- Ít nhất 80% vườn được tưới.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí trước ngày 30/6/2024.
"""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The tokenizer and the pipe, found by their entry points."""
    made = spacy.blank("vi", config=TOKENIZER)
    made.add_pipe("vnplan")
    return made


@pytest.fixture(scope="session")
def founding(nlp: Language, corpus_dir: Path) -> Doc:
    """The plan of Bình Dương, whose Markdown marks stay in `doc.text`."""
    return nlp((corpus_dir / "binh-duong-175-2019.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def plan(corpus_dir: Path) -> Plan:
    """The plan of Thái Nguyên."""
    return vnplan.parse_file(corpus_dir / "thai-nguyen-232-2021.txt")


def said(doc: Doc) -> dict[str, list[tuple[str, str, str, str]]]:
    """The spans of every group: words, label and ids."""
    return {
        key: [(span.text, span.label_, span.id_, span.kb_id_) for span in group]
        for key, group in doc.spans.items()
    }
