"""Funding: sources and amounts in parts on funding and in fields of activity blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.frame import Frame
from vnplan.parsers.funding import FundingContext, find_funding
from vnplan.parsers.sections import find_sections
from vnplan.records import Funding, Source, Span
from vnplan.text.document import Document
from vnplan.text.lines import logical_lines


def read(text: str, masked: tuple[Span, ...] = ()) -> tuple[Funding, ...]:
    source = Source(
        uri=None, media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain"
    )
    document = Document(text=text, source=source, soft_breaks=False)
    lines = logical_lines(document)
    sections = find_sections(document, lines, Frame(body=0)).sections
    return find_funding(lines, FundingContext(sections=sections, masked=masked))


def brief(found: Funding) -> str:
    if found.amount is None:
        return str(found.source)
    return f"{found.source} {found.amount.value:f} {found.amount.unit}"


LINES: list[tuple[str, list[str]]] = [
    (
        "Kinh phí thực hiện từ nguồn ngân sách Trung ương, nguồn ngân sách thành phố đối ứng và các"
        " nguồn huy động, vận động, nguồn hợp pháp khác.",
        ["central_budget", "local_budget", "socialized", "other"],
    ),
    (
        "Kinh phí được bố trí từ nguồn ngân sách nhà nước theo quy định của Luật Ngân sách nhà nước"
        " và các nguồn kinh phí hợp pháp khác theo quy định.",
        ["state_budget", "other"],
    ),
    ("Kinh phí sự nghiệp khoa học năm 2019 – 2020.", ["science_budget"]),
    ("Kinh phí lồng ghép thuộc các Chương trình mục tiêu quốc gia.", ["program"]),
    ("Kinh phí đóng góp của các doanh nghiệp, tổ chức và cá nhân tham gia.", ["socialized"]),
    ("Nguồn vốn hỗ trợ, tài trợ từ các tổ chức quốc tế.", ["donor"]),
    ("Nguồn Quỹ Phòng chống thiên tai Thành phố.", ["other"]),
    ("Do các doanh nghiệp đầu tư, triển khai bằng nguồn vốn của doanh nghiệp.", ["enterprise"]),
    (
        "Ưu tiên sử dụng Ngân sách Thành phố hoặc theo hình thức Hợp tác công tư (PPP).",
        ["local_budget", "enterprise"],
    ),
    (
        "Ngân sách nhà nước; nguồn xã hội hóa từ các doanh nghiệp, HTX và các nguồn huy động hợp pháp khác.",
        ["state_budget", "socialized", "other"],
    ),
    # amounts
    (
        "Tổng kinh phí: 25 tỷ đồng, trong đó: ngân sách tỉnh 15 tỷ đồng; xã hội hóa 10 tỷ đồng.",
        ["other 25 tỷ đồng", "local_budget 15 tỷ đồng", "socialized 10 tỷ đồng"],
    ),
    ("Ngân sách trung ương: 1,2 tỷ đồng.", ["central_budget 1.2 tỷ đồng"]),
    (
        "Kinh phí 500.000.000 đồng từ nguồn sự nghiệp khoa học và công nghệ.",
        ["science_budget 500000000 đồng"],
    ),
    # what names no source
    ("Các cơ quan lập dự toán, quyết toán theo quy định của Luật Ngân sách nhà nước.", []),
    ("Căn cứ khả năng cân đối ngân sách, trình cấp có thẩm quyền xem xét.", []),
    ("Kinh phí dành cho đào tạo, tuyên truyền, hỗ trợ doanh nghiệp.", []),
    ("Nguồn vốn thực hiện Đề án “Nâng cao nhận thức cộng đồng” bao gồm:", []),
    ("Thực hiện theo quy định của pháp luật hiện hành.", []),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:40] for line, _ in LINES])
def test_line_of_a_funding_part(line: str, expected: list[str]) -> None:
    assert [
        brief(found) for found in read(f"IV. KINH PHÍ THỰC HIỆN\n1. {line}\nV. TỔ CHỨC")
    ] == expected


def test_records_stand_where_their_words_are() -> None:
    text = "IV. KINH PHÍ\n1. Ngân sách nhà nước; nguồn tài trợ, viện trợ và các nguồn vốn hợp pháp khác."
    found = read(text)
    assert [item.text for item in found] == [
        "Ngân sách nhà nước",
        "nguồn tài trợ, viện trợ",
        "các nguồn vốn hợp pháp khác.",
    ]
    assert [item.span.of(text) for item in found] == [item.text for item in found]
    assert [item.id for item in found] == ["funding-IV.1-1", "funding-IV.1-2", "funding-IV.1-3"]


def test_a_field_of_an_activity_block() -> None:
    found = read(
        "I. NỘI DUNG\n1. Tổ chức hội nghị\n+ Chủ trì: Sở Y tế.\n"
        "+ Kinh phí thực hiện: 50 triệu đồng từ ngân sách tỉnh.\n+ Thời gian: năm 2026."
    )
    assert [brief(item) for item in found] == ["local_budget 50 triệu đồng"]


def test_duties_elsewhere_are_tasks() -> None:
    assert read("V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Bố trí kinh phí từ ngân sách tỉnh.") == ()


def test_masked_words_name_nothing() -> None:
    text = "IV. KINH PHÍ\n1. Thực hiện theo Thông tư về ngân sách nhà nước."
    at = text.index("Thông tư")
    assert read(text, (Span(start=at, end=len(text) - 1),)) == ()


@given(st.text(max_size=80))
def test_any_text_is_taken(words: str) -> None:
    text = f"IV. KINH PHÍ\n- {words}\n- ngân sách tỉnh 5 tỷ đồng; tài trợ"
    found = read(text)
    assert len({item.id for item in found}) == len(found)
    for item in found:
        assert " ".join(item.span.of(text).split()) == item.text.strip()
