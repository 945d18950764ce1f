"""The action of a task: its first verb phrase without prefaces, names and words of roles."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


@pytest.mark.parametrize(
    ("item", "action"),
    [
        (
            "Chủ trì, phối hợp với các sở, ngành, địa phương triển khai Kế hoạch này.",
            "triển khai Kế hoạch",
        ),
        ("Phối hợp với Sở Tư pháp rà soát văn bản.", "rà soát văn bản"),
        (
            "Tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch.",
            "bố trí kinh phí thực hiện Kế hoạch",
        ),
        (
            "Căn cứ chức năng, nhiệm vụ được giao, xây dựng kế hoạch chi tiết.",
            "xây dựng kế hoạch chi tiết",
        ),
        (
            "Căn cứ Kế hoạch này xây dựng kế hoạch thực hiện.",
            "xây dựng kế hoạch thực hiện",
        ),
        (
            "Chỉ đạo các đơn vị trực thuộc triển khai Kế hoạch.",
            "Chỉ đạo các đơn vị trực thuộc triển khai Kế hoạch",
        ),
        ("Cụ thể hóa các nội dung của Đề án.", "Cụ thể hóa các nội dung"),
        (
            "Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả về Công an tỉnh.",
            "báo cáo kết quả",
        ),
        ("Phối hợp với Sở Tư pháp.", None),
        ("Chịu trách nhiệm về tiến độ.", None),
    ],
)
def test_actions(read: Reader, item: str, action: str | None) -> None:
    (task,) = read(f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- {item}\n").tasks
    assert task.action == action
