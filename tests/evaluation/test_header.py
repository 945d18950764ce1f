"""The header, field by field."""

from __future__ import annotations

import datetime as dt

import pytest

from vnplan.evaluation.gold import GoldHeader, GoldSigner
from vnplan.evaluation.header import score_header
from vnplan.evaluation.scores import Share
from vnplan.records import DocumentNumber, DocumentType, Header, Signer

GOLD = GoldHeader(
    parent_authority=None,
    issuer="Ủy ban nhân dân tỉnh Thái Nguyên",
    number="232/KH-UBND",
    type="Kế hoạch",
    issued_on=dt.date(2021, 12, 22),
    place="Thái Nguyên",
    title="THỰC HIỆN ĐỀ ÁN “HỖ TRỢ HỌC SINH, SINH VIÊN KHỞI NGHIỆP”",
    signers=(GoldSigner(name="Lê Quang Tiến", title="Phó Chủ tịch", capacity="KT. CHỦ TỊCH"),),
    recipients=2,
)
RIGHT = Header(
    issuer="UBND tỉnh Thái Nguyên",
    number=DocumentNumber(raw="232/KH- UBND", canonical="232/KH-UBND"),
    type=DocumentType.PLAN,
    type_name="Kế hoạch",
    issued_on=dt.date(2021, 12, 22),
    place="Thái Nguyên",
    title="Thực hiện Đề án “Hỗ trợ học sinh, sinh viên khởi nghiệp”",
    signers=(
        Signer(
            authority="TM. ỦY BAN NHÂN DÂN",
            capacity="KT. CHỦ TỊCH",
            title="Phó Chủ tịch",
            name="LÊ QUANG TIẾN",
        ),
    ),
    recipients=("Thường trực Tỉnh ủy", "Lưu: VT, KGVX"),
)


def test_all_right() -> None:
    score = score_header(GOLD, RIGHT)

    assert score.overall == Share(9, 9)
    assert score.findings == ()


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("parent_authority", {"parent_authority": "Ủy ban nhân dân tỉnh Thái Nguyên"}),
        ("issuer", {"issuer": "Ủy ban nhân dân tỉnh Bình Dương"}),
        ("issuer", {"issuer": None}),
        ("number", {"number": DocumentNumber(raw="23/KH-UBND", canonical="23/KH-UBND")}),
        ("type", {"type_name": "Quyết định"}),
        ("issued_on", {"issued_on": dt.date(2021, 12, 21)}),
        ("place", {"place": None}),
        ("title", {"title": "Thực hiện Đề án"}),
        ("signers", {"signers": ()}),
        ("signers", {"signers": (Signer(name="Lê Quang Tiến", title="Chủ tịch"),)}),
        ("signers", {"signers": RIGHT.signers * 2}),
        ("recipients", {"recipients": ("Lưu: VT",)}),
    ],
)
def test_one_wrong(field: str, change: dict[str, object]) -> None:
    score = score_header(GOLD, RIGHT.model_copy(update=change))

    assert score.overall == Share(8, 9)
    assert [finding.field for finding in score.findings] == [field]


def test_a_field_that_was_not_annotated_is_not_scored() -> None:
    score = score_header(GoldHeader(number="9/KH"), RIGHT)

    assert score.overall == Share(0, 1)
    assert [(finding.expected, finding.got) for finding in score.findings] == [
        ("9/KH", "232/KH-UBND")
    ]


def test_a_type_without_a_printed_name_is_known_by_its_type() -> None:
    letter = Header(type=DocumentType.OFFICIAL_LETTER)

    assert score_header(GoldHeader(type="Công văn"), letter).overall == Share(1, 1)
    assert score_header(GoldHeader(type="Kế hoạch"), letter).overall == Share(0, 1)


def test_no_document_has_nothing_right_not_even_what_is_empty() -> None:
    assert score_header(GOLD, None).overall == Share(0, 9)
