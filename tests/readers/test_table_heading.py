"""Headings of tables in two levels."""

from __future__ import annotations

import pytest

from vnplan.readers.table_heading import heading_spans


@pytest.mark.parametrize(
    ("upper", "lower", "width", "spans"),
    [
        ("TT | Nhiệm vụ | Cơ quan thực hiện | Ghi chú", "Chủ trì | Phối hợp", 5, [0, 0, 2, 0]),
        ("TT | Chỉ tiêu | ĐVT | ƯTH Năm 2025 | Giai đoạn 2026 - 2028", "Năm 2026 | Năm 2027 | Năm 2028", 7, [0, 0, 0, 0, 3]),
        ("STT | Nội dung | Đơn vị tính | Năm hiện hành 2025 | Năm 2026 | Năm 2027", "Kế hoạch | Ước thực hiện", 7, [0, 0, 0, 2, 0, 0]),
        ("STT | Nội dung | Năm 2025 | Dự kiến 03 năm", "Dự toán | Đánh giá thực hiện | Năm 2026 | Năm 2027 | Năm 2028", 7, [0, 0, 2, 3]),
        ("TT | Tên dự án | Thời gian | Vốn", "Bắt đầu | Kết thúc", 5, [0, 0, 2, 0]),
        ("TT | Sản phẩm | Kế hoạch 2026 | Kế hoạch 2027", "Lượng | Giá trị | Lượng | Giá trị", 6, [0, 0, 2, 2]),
        # nothing stands over anything
        ("TT | Nội dung | Chủ trì", "1 | Rà soát | Sở A", 3, None),
        ("TT | Nội dung", "1 | Rà soát", 9, None),
    ],
)  # fmt: skip
def test_spans(upper: str, lower: str, width: int, spans: list[int] | None) -> None:
    assert heading_spans(upper.split(" | "), lower.split(" | "), width) == spans
