"""Target tables: indicators in rows, years in columns; and tables of indicators with their owners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import vnplan
from vnplan.parsers.targets.tables import read_value
from vnplan.records import AgencyMention, Span
from vnplan.text.document import Cell, Table

Read = Callable[..., Any]


def grid(head: str, rows: list[list[str]]) -> tuple[str, Table]:
    """A text that ends in a table, one cell a line, with the table over it."""
    text = head
    cells = []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            start = len(text)
            text += words
            cells.append(Cell(Span(start=start, end=len(text)), at, column))
            text += "\n"
    return text, Table(Span(start=len(head), end=len(text) - 1), tuple(cells))


YEARS = [
    ["TT", "Chỉ tiêu", "ĐVT", "Ước TH 2025", "Năm 2026", "Năm 2030"],
    ["1", "Cà phê", "", "", "", ""],
    ["", "- Diện tích", "Ha", "26.120", "27.000", "30.000"],
    ["2", "Tỷ lệ hộ nghèo", "%", "3,5", "≤ 2,5", "1 - 1,5"],
    ["3", "Xã đạt chuẩn", "Xã", "12", "-", "15"],
    ["4", "Tỷ lệ đô thị hóa (%)", "", "40", "42", "trên 45%"],
]


def test_each_figure_of_a_planned_year(read: Read) -> None:
    text, table = grid("I. CHỈ TIÊU CHỦ YẾU\n", YEARS)
    reading = read(text, tables=(table,))
    assert reading.brief() == [
        "27000 Ha",
        "30000 Ha",
        "le 2.5 %",
        "1..1.5 %",
        "15 Xã",
        "42 %",
        "gt 45 %",
    ]
    area = reading.targets[0]
    assert (area.subject, area.indicator, area.text) == (
        "Cà phê",
        "Diện tích",
        "Diện tích 27.000 Ha",
    )
    assert area.span.of(text).startswith("- Diện tích")
    assert area.span.of(text).endswith("27.000")


OTHER_TABLES = [
    [["TT", "Tên tiêu chí", "Chỉ tiêu chung", "Mục tiêu 2030"], ["1", "Văn hóa", "80%", "100%"]],
    [["TT", "Chỉ tiêu", "Mục tiêu 2030"], ["1", "80%", "100%"]],
    [["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Tổ chức họp", "Sở Y tế", "2026"]],
    [["TT", "Tiêu chí thi đua", "Điểm chuẩn"], ["1", "Tuyên truyền đạt 100%", "20"]],
    [["TT", "Nội dung", "Dự toán 2026"], ["1", "Chi thường xuyên", "14.635"]],
    [["TT", "Chỉ tiêu", "Kết quả 2024", "Ước thực hiện 2025"], ["1", "Xã đạt chuẩn", "10", "12"]],
]


@pytest.mark.parametrize("rows", OTHER_TABLES)
def test_other_tables_set_none(read: Read, rows: list[list[str]]) -> None:
    text, table = grid("PHỤ LỤC\nPHÂN BỔ\n", rows)
    assert read(text, tables=(table,)).brief() == []


def test_indicators_with_their_owner(read: Read) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Chủ trì"],
        ["1", "Kinh tế số chiếm 45% GRDP tỉnh.", "Sở Tài chính"],
        ["2", "Tỷ lệ phủ sóng 5G đạt 100% dân số.", "Sở Y tế"],
    ]
    text, table = grid("PHỤ LỤC\nPHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU ĐẾN NĂM 2030\n", rows)
    at = text.index("Sở Tài chính")
    mention = AgencyMention(
        agency_id="so-tai-chinh", span=Span(start=at, end=at + 12), text="Sở Tài chính"
    )
    reading = read(text, tables=(table,), mentions=(mention,))
    assert reading.brief() == ["45 %", "100 %"]
    assert [target.owner_ids for target in reading.targets] == [("so-tai-chinh",), ()]


BY_ITEM = [
    (
        [
            ["STT", "Loại cây trồng", "Diện tích (ha)", "Năng suất (tạ/ha)"],
            ["1", "Lúa cả năm", "246.500", "58,5"],
        ],
        ["246500 ha", "58.5 tạ"],
    ),
    (
        [
            ["TT", "Nội dung", "ĐVT", "Thực hiện năm 2020", "Kế hoạch năm 2021", "So sánh (%)"],
            ["1", "Tổng đàn lợn", "con", "58.000", "63.000", "108,6"],
        ],
        ["63000 con"],
    ),
    (
        [["TT", "Đơn vị", "Chỉ tiêu giao năm 2022 (ha)"], ["1", "Huyện Ba Bể", "150"]],
        ["150 ha"],
    ),
    (
        [
            ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2020", "Năm 2022"],
            ["1", "Diện tích lúa", "ha", "1.200", "1.250"],
        ],
        ["1250 ha"],
    ),
    (
        [
            ["TT", "Chỉ tiêu", "ĐVT", "Lộ trình thực hiện", "Lộ trình thực hiện"],
            ["", "", "", "Năm 2022", "Năm 2025"],
            ["1", "Số trường đạt chuẩn", "trường", "45", "60"],
        ],
        ["45 trường", "60 trường"],
    ),
    ([["TT", "Nội dung", "ĐVT", "Kế hoạch vốn năm 2022"], ["1", "Cầu", "cái", "12"]], []),
]


@pytest.mark.parametrize(("rows", "expected"), BY_ITEM)
def test_a_table_that_names_items(read: Read, rows: list[list[str]], expected: list[str]) -> None:
    text, table = grid("I. MỤC TIÊU\n", rows)
    assert read(text, tables=(table,), issued_in=2021).brief() == expected


def test_the_amounts_of_an_assignment_table() -> None:
    plan = vnplan.parse_bytes(
        "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n"
        "| TT | Nội dung công việc | Đơn vị | Khối lượng | Thời gian hoàn thành | Đơn vị thực hiện |\n"
        "|---|---|---|---|---|---|\n"
        "| 1 | Nạo vét kênh mương | km | 12,5 | Quý II/2021 | UBND các xã |\n".encode(),
        name="a.md",
    )
    (target,) = plan.targets
    last = {deadline.id: deadline.end for deadline in plan.deadlines}
    assert target.quantity is not None
    assert (str(target.quantity.value), target.quantity.unit) == ("12.5", "km")
    assert str(last[target.deadline_id or ""]) == "2021-06-30"


def test_the_head_of_a_column_says_by_when(read: Read) -> None:
    text, table = grid("I. CHỈ TIÊU CHỦ YẾU\n", YEARS)
    assert read(text, tables=(table,)).last_days()[:2] == ["2026-12-31", "2030-12-31"]


VALUES = [
    ("27.000", "Ha", "Diện tích", "27000", "Ha"),
    ("≥ 95", "%", "Tỷ lệ", "95", "%"),
    ("80%", "", "Tỷ lệ", "80", "%"),
    ("7,5", "", "Tốc độ tăng (%)", "7.5", "%"),
    ("12", "", "Số xã", "12", None),
    ("98,5 trở lên", "%", "Tỷ lệ", "98.5", "%"),
    ("Không quá 5", "%", "Tỷ lệ", "5", "%"),
    ("Giảm 10", "vụ", "Tai nạn", "10", "vụ"),
    ("35,5 (tăng 2%)", "%", "Tỷ lệ", "35.5", "%"),
    ("75", "Triệu đồng/người", "Thu nhập", "75", "Triệu đồng"),
]


@pytest.mark.parametrize(("cell", "unit", "name", "value", "expected"), VALUES)
def test_value(cell: str, unit: str, name: str, value: str, expected: str | None) -> None:
    quantity = read_value(cell, unit, name)
    assert quantity is not None
    assert (format(quantity.value, "f"), quantity.unit) == (value, expected)


@pytest.mark.parametrize(
    "cell", ["", "-", "x", "Hoàn thành", "1.2.3", "5 - 3", "12/2026", "Quý II"]
)
def test_no_value(cell: str) -> None:
    assert read_value(cell, "%", "Tỷ lệ") is None


def test_an_assignment_table_of_an_appendix_may_set_some() -> None:
    plan = vnplan.parse(
        "KẾ HOẠCH\nChuyển đổi số\n\nI. MỤC ĐÍCH\n\n1. Yêu cầu\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả |\n|---|---|---|---|\n"
        "| 1 | Xây dựng nền tảng số | Sở Nội vụ | xây dựng 03 nền tảng |\n"
    )
    (target,) = plan.targets
    assert target.quantity is not None
    assert (str(target.quantity.value), target.quantity.unit) == ("3", "nền tảng")


DISTRICTS = [
    ["TT", "Huyện, thành phố", "ĐVT", "Năm 2026", "Năm 2030"],
    ["1", "Huyện Bình Lục", "xã", "4", "6"],
]
PLACES = [
    ["TT", "Chỉ tiêu", "ĐVT", "Toàn huyện", "Trong đó", "Trong đó"],
    ["", "", "", "", "Xã Liên Sơn", "Xã Thanh Sơn"],
    ["1", "Số người tham gia bảo hiểm", "Người", "1.200", "80", "95"],
]
QUARTERS = [
    ["TT", "Chỉ tiêu", "ĐVT", "Quý I", "Quý II", "Cả năm"],
    ["1", "Số cơ sở được kiểm tra", "cơ sở", "10", "12", "40"],
]
COMMUNES = [
    ["TT", "Xã, thị trấn", "Trồng rừng tập trung (ha)", "Trồng cây phân tán (cây)"],
    ["1", "Liên Sơn", "25,5", "4.000"],
]


def test_places_in_rows_and_years_in_columns(read: Read) -> None:
    text, table = grid("I. MỤC TIÊU\n1. Số xã đạt chuẩn của các huyện\n", DISTRICTS)
    reading = read(text, tables=(table,))
    assert reading.brief() == ["4 xã", "6 xã"]
    assert reading.last_days() == ["2026-12-31", "2030-12-31"]


def test_indicators_in_rows_and_places_in_columns(read: Read) -> None:
    text, table = grid("I. CHỈ TIÊU GIAO NĂM 2026\n", PLACES)
    reading = read(text, tables=(table,))
    assert reading.brief() == ["1200 Người", "80 Người", "95 Người"]
    assert [target.subject for target in reading.targets] == [
        "Toàn huyện",
        "Xã Liên Sơn",
        "Xã Thanh Sơn",
    ]
    assert reading.targets[1].indicator == "Số người tham gia bảo hiểm"
    outside, table = grid("I. NHIỆM VỤ\n1. Thực trạng của các xã\n", PLACES)
    assert read(outside, tables=(table,)).brief() == []


def test_quarters_in_columns(read: Read) -> None:
    text, table = grid("I. MỤC TIÊU\n1. Chỉ tiêu theo từng quý năm 2026\n", QUARTERS)
    reading = read(text, tables=(table,))
    assert reading.brief() == ["10 cơ sở", "12 cơ sở", "40 cơ sở"]
    assert reading.last_days() == ["2026-03-31", "2026-06-30", "2026-12-31"]


def test_places_in_rows_and_measures_in_columns(read: Read) -> None:
    text, table = grid("I. MỤC TIÊU\n1. Chỉ tiêu giao các xã năm 2026\n", COMMUNES)
    assert read(text, tables=(table,)).brief() == ["25.5 ha", "4000 cây"]
