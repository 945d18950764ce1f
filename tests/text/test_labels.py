"""Labels at the start of a line: what is one, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text.labels import LabelKind, letter_value, read_label, roman_value, to_roman

LABELS = [
    # line, kind, name, ordinals, text after it
    ("I. MỤC ĐÍCH, YÊU CẦU", LabelKind.ROMAN, "I", (1,), "MỤC ĐÍCH, YÊU CẦU"),
    ("I- MỤC ĐÍCH", LabelKind.ROMAN, "I", (1,), "MỤC ĐÍCH"),  # Party style
    ("XIV. PHỤ TRÁCH", LabelKind.ROMAN, "XIV", (14,), "PHỤ TRÁCH"),
    ("1. Mục đích", LabelKind.DECIMAL, "1", (1,), "Mục đích"),
    ("1/ Mục đích", LabelKind.DECIMAL, "1", (1,), "Mục đích"),
    ("1- Mục đích", LabelKind.DECIMAL, "1", (1,), "Mục đích"),  # Party style
    ("1-2 lớp", None, "", (), ""),
    ("1 - Mục đích", LabelKind.DECIMAL, "1", (1,), "Mục đích"),
    ("2.9. Đề nghị Liên đoàn Lao động tỉnh", LabelKind.DECIMAL, "2.9", (2, 9), "Đề nghị"),
    ("6.2 Đối với đơn vị", LabelKind.DECIMAL, "6.2", (6, 2), "Đối với đơn vị"),
    ("1.1.1. Tổ chức", LabelKind.DECIMAL, "1.1.1", (1, 1, 1), "Tổ chức"),
    ("11. Các cơ sở", LabelKind.DECIMAL, "11", (11,), "Các cơ sở"),
    ("a) Chỉ tiêu đến năm 2025", LabelKind.LETTER, "a", (1,), "Chỉ tiêu"),
    ("đ) Đối với cá nhân", LabelKind.LETTER, "đ", (5,), "Đối với"),
    ("g. Tổ chức", LabelKind.LETTER, "g", (7,), "Tổ chức"),
    ("(1) Định hướng giáo dục", LabelKind.BRACKET, "1", (1,), "Định hướng"),
    ("(iii) nội dung", LabelKind.BRACKET_ROMAN, "iii", (3,), "nội dung"),
    ("- Chủ trì", LabelKind.BULLET, "-", (), "Chủ trì"),
    ("-Chủ trì", LabelKind.BULLET, "-", (), "Chủ trì"),
    ("– Chủ trì", LabelKind.BULLET, "–", (), "Chủ trì"),
    ("+ Mục tiêu", LabelKind.BULLET, "+", (), "Mục tiêu"),
    ("Điều 1. Ban hành", LabelKind.ARTICLE, "Điều 1", (1,), "Ban hành"),
    ("Điều 12a. Bổ sung", LabelKind.ARTICLE, "Điều 12a", (12,), "Bổ sung"),
    ("Phần I", LabelKind.PART, "Phần I", (1,), ""),
    ("Phần thứ nhất", LabelKind.PART, "Phần thứ nhất", (1,), ""),
    ("CHƯƠNG II QUY ĐỊNH CỤ THỂ", LabelKind.CHAPTER, "Chương II", (2,), "QUY ĐỊNH"),
    ("PHỤ LỤC", LabelKind.APPENDIX, "PL", (), ""),
    ("PHỤ LỤC CHỈ TIÊU GIAO", LabelKind.APPENDIX, "PL", (), ""),
    ("PHỤ LỤC I", LabelKind.APPENDIX, "PL1", (1,), ""),
    ("Phụ lục số 02", LabelKind.APPENDIX, "PL2", (2,), ""),
    ("Mẫu biểu số 01", LabelKind.APPENDIX, "Biểu 1", (1,), ""),
    ("Biểu số 2", LabelKind.APPENDIX, "Biểu 2", (2,), ""),
    ("Biểu 03 kèm theo Kế hoạch", None, "", (), ""),
    ("A. TÌNH HÌNH CHUNG", LabelKind.UPPER, "A", (1,), "TÌNH HÌNH"),
    ("A . MỤC ĐÍCH, YÊU CẦU:", LabelKind.UPPER, "A", (1,), "MỤC ĐÍCH"),  # a blank before the mark
    ("II . NỘI DUNG", LabelKind.ROMAN, "II", (2,), "NỘI DUNG"),
    ("2 . Yêu cầu", LabelKind.DECIMAL, "2", (2,), "Yêu cầu"),
    ("a- Trực ban 24/24 giờ;", LabelKind.LETTER, "a", (1,), "Trực ban"),
    ("đ - Kinh phí", LabelKind.LETTER, "đ", (5,), "Kinh phí"),
    ("I/- MỤC ĐÍCH, YÊU CẦU:", LabelKind.ROMAN, "I", (1,), "MỤC ĐÍCH"),  # two marks
    ("1./ Mục đích", LabelKind.DECIMAL, "1", (1,), "Mục đích"),
    ("b/- Ôn truyền thống.", LabelKind.LETTER, "b", (2,), "Ôn truyền"),
    ("ii. Thăm hỏi đoàn viên", LabelKind.BRACKET_ROMAN, "ii", (2,), "Thăm hỏi"),
    ("2.1.a. Thành lập Ban Chỉ đạo", LabelKind.LETTER, "a", (1,), "Thành lập"),  # below "2.1."
    ("3.b) Kinh phí", LabelKind.LETTER, "b", (2,), "Kinh phí"),
    ("a.2. Kiểm tra đột xuất", LabelKind.BRACKET, "2", (2,), "Kiểm tra"),  # below "a)"
    ("b1) Tập huấn", LabelKind.BRACKET, "1", (1,), "Tập huấn"),
    # a number typed as the picture of a key, and what some programs leave of it
    ("_2.3. Giao Vụ Chính sách", LabelKind.DECIMAL, "2.3", (2, 3), "Giao Vụ"),
    ("1️. Vùng Di sản", LabelKind.DECIMAL, "1", (1,), "Vùng Di"),
    ("2\ufe0f\u20e3 Tuyên truyền", LabelKind.DECIMAL, "2", (2,), "Tuyên"),
    ("3\u20e3. Kiểm tra", LabelKind.DECIMAL, "3", (3,), "Kiểm"),
    ("4\ufe0f0 người", None, "", (), ""),
    # not labels
    ("a - b", None, "", (), ""),
    ("a: hệ số điều chỉnh", None, "", (), ""),
    ("5 . 2 triệu", None, "", (), ""),
    ("1.200 tỷ đồng", None, "", (), ""),
    ("22 tháng 12 năm 2021", None, "", (), ""),
    ("30/10/2017 của Thủ tướng", None, "", (), ""),
    ("30.10.2017", None, "", (), ""),
    ("Điều 5 Nghị định số 30/2020/NĐ-CP", None, "", (), ""),
    ("Phụ lục kèm theo Kế hoạch", None, "", (), ""),
    ("2025. Các đơn vị", None, "", (), ""),
    ("-30 độ C", LabelKind.BULLET, "-", (), "30 độ C"),
    ("100% các trường", None, "", (), ""),
    ("Sở Tài chính", None, "", (), ""),
    ("", None, "", (), ""),
]


@pytest.mark.parametrize(("line", "kind", "name", "ordinals", "rest"), LABELS)
def test_label(
    line: str, kind: LabelKind | None, name: str, ordinals: tuple[int, ...], rest: str
) -> None:
    label = read_label(line)
    if kind is None:
        assert label is None
        return
    assert label is not None
    assert (label.kind, label.name, label.ordinals) == (kind, name, ordinals)
    assert line[label.end :].startswith(rest)


@given(st.integers(min_value=1, max_value=99))
def test_roman_numbers_go_there_and_back(value: int) -> None:
    assert roman_value(to_roman(value)) == value


@pytest.mark.parametrize(
    "line",
    [
        "379/QĐ-TTg ngày 17 tháng 3 năm 2021 của Thủ tướng Chính phủ",
        "206/NQ-HĐND ngày 03 tháng 10 năm 2025",
        "126/SKHĐT ngày 23/01/2007",
        "119- KH/TU ngày 18 tháng 12 năm 2019",
        "75/KH- UBND ngày 09/7/2018",
    ],
)
def test_a_wrapped_document_number_is_no_label(line: str) -> None:
    assert read_label(line) is None


def test_a_bar_still_marks_a_label() -> None:
    label = read_label("1/ Mục đích")
    assert label is not None
    assert label.kind is LabelKind.DECIMAL


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "IXI", "ABC"])
def test_malformed_roman(text: str) -> None:
    assert roman_value(text) is None


def test_points_run_without_f_and_j() -> None:
    assert [letter_value(letter) for letter in "abcdđeghik"] == list(range(1, 11))


@given(st.text(max_size=60))
def test_never_raises_and_ends_inside(text: str) -> None:
    label = read_label(text)
    assert label is None or 0 < label.end <= len(text)
