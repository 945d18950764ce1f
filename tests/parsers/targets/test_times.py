"""By when a target is to be reached: its own time, else that of its block or heading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import vnplan

Read = Callable[..., Any]

OWN: list[tuple[str, list[str | None]]] = [
    ("Đến năm 2030, tỷ lệ thu gom rác thải đạt 100%.", ["2030-12-31"]),
    ("Diện tích rừng ngập mặn đến năm 2030 đạt 1.700 ha.", ["2030-12-31"]),
    ("Tổ chức 02 lớp tập huấn cho cán bộ (năm 2022 và 2024).", ["2024-12-31"]),
    ("Giảm 10% lượng phát thải vào năm 2025 và 20% vào năm 2030.", ["2025-12-31", "2030-12-31"]),
    ("Sản lượng 21 triệu tấn (đến năm 2030 đạt 24 triệu tấn).", [None, "2030-12-31"]),
    (
        "Đàn trâu: 250 con, tăng 5% so với năm 2025; đàn lợn: 3.000 con, bằng năm 2025.",
        [None, None, None],
    ),
    ("Năm 2026: 60%; năm 2027: 70%.", ["2026-12-31", "2027-12-31"]),
    # the next aim's
    (
        "Hết năm 2026 đạt ít nhất 50% số xã không ma túy và đến năm 2028 đạt tỉnh không ma túy.",
        ["2026-12-31"],
    ),
    (
        "Hằng năm giảm số người nghiện; phấn đấu đến năm 2030 đạt ít nhất 50% số xã không ma túy.",
        ["2030-12-31"],
    ),
    (
        "Phấn đấu đạt 20% xã, phường không ma túy trong năm 2025, bảo đảm đến hết năm 2030 đạt 50%.",
        ["2025-12-31", "2030-12-31"],
    ),
    (
        "Sản lượng đạt 18.000 tấn; tổng giá trị xuất khẩu đến năm 2030 đạt 10 triệu USD.",
        [None, "2030-12-31"],
    ),
    (
        "100% các trường cao đẳng, 50% các trường trung cấp có tổ tư vấn vào năm 2025.",
        ["2025-12-31"] * 2,
    ),
    (
        "Đến năm 2023 có 40% xã; năm 2024 thí điểm tại 05 xã, năm 2025 vận hành chính thức.",
        ["2023-12-31", "2024-12-31"],
    ),
    ("Đến năm 2030: 100% xã có nước sạch; 90% hộ dân sử dụng.", ["2030-12-31"] * 2),
    (
        "Đến cuối năm 2026, 100% cán bộ dùng nền tảng số; đến 2028, hoàn thành cơ sở dữ liệu.",
        ["2026-12-31"],
    ),
    # steps on the way end with their clause
    (
        "Đến năm 2030 đạt 100% hộ, năm 2028 đạt 98%, năm 2029 đạt 99%; 98% xã có trạm y tế.",
        ["2030-12-31", "2028-12-31", "2029-12-31", "2030-12-31"],
    ),
    (
        "Đến năm 2028: 50% xã đạt chuẩn, đến năm 2030 đạt 60%; 70% hộ có nước sạch.",
        ["2028-12-31", "2030-12-31", "2030-12-31"],
    ),
    ("Kiện toàn Ban Chỉ huy trong quý I năm 2026; thành lập 1.650 tổ, đội quần chúng.", [None]),
    ("Trồng 500 ha rừng, hoàn thành trong năm 2026; chăm sóc 1.200 ha.", ["2026-12-31", None]),
    ("Cấp 3.000 cây cừ tràm, 02 máy phát điện. Hoàn thành trong tháng 7/2026.", ["2026-07-31"] * 2),
    ("Tổ chức 05 lớp tập huấn; báo cáo kết quả trước ngày 15/12/2026.", [None]),
    (
        "Đến hết năm 2027 có 25% hợp tác xã. Kiện toàn Ban Chỉ đạo xong trước ngày 31/12/2025.",
        ["2027-12-31"],
    ),
    (
        "Di dời 320 hộ dân, trong đó 140 hộ trước ngày 30 tháng 8 năm 2026.",
        [None, "2026-08-30"],
    ),
]


@pytest.mark.parametrize(("line", "expected"), OWN, ids=[line[:40] for line, _ in OWN])
def test_own_time(read: Read, line: str, expected: list[str | None]) -> None:
    assert read(f"I. MỤC TIÊU\n- {line}").last_days() == expected


def test_the_heading_lends_its_time(read: Read) -> None:
    reading = read(
        "II. MỤC TIÊU\n1. Mục tiêu đến hết năm 2026\n- 100% khu công nghiệp có trạm phát sóng.\n"
        "2. Mục tiêu đến năm 2030\n- Hoàn thiện xây dựng hạ tầng viễn thông thụ động.\n"
        "- Tỷ lệ hồ sơ đạt 50% vào năm 2028."
    )
    assert reading.last_days() == ["2026-12-31", "2030-12-31", "2028-12-31"]


def test_the_period_in_the_heading_of_a_stage(read: Read) -> None:
    reading = read(
        "III. LỘ TRÌNH THỰC HIỆN\n1. Giai đoạn 2025 - 2030\n- Rà soát các chính sách hỗ trợ.\n"
        "- Đổi mới công nghệ: 100% khu công nghiệp triển khai chương trình hỗ trợ.\nIV. TỔ CHỨC"
    )
    assert reading.last_days() == ["2030-12-31"]


def test_an_appendix_of_indicators_is_read(read: Read) -> None:
    reading = read(
        "PHỤ LỤC\nPHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU ĐẾN NĂM 2030\n1. Tỷ lệ phủ sóng 5G đạt 100% dân số."
    )
    assert reading.brief() == ["100 %"]


def test_a_time_without_end_leaves_the_end_to_the_heading(read: Read) -> None:
    """ "01 lần/năm" recurs; "Chỉ tiêu đến năm 2025" says until when."""
    reading = read(
        "I. ĐẨY MẠNH TRUYỀN THÔNG\na) Chỉ tiêu đến năm 2025\n"
        "- Tổ chức ngày hội, hội nghị kết nối doanh nghiệp: 01 lần/năm.\nb) Nhiệm vụ\n- Tiếp nhận."
    )
    assert reading.brief() == ["1 lần"]
    assert reading.last_days() == ["2025-12-31"]


def test_a_lead_in_lends_its_time(read: Read) -> None:
    reading = read(
        "I. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao nhận thức về thiên tai cho người dân.\n"
        "2. Mục tiêu cụ thể\nĐến hết năm 2030, phấn đấu đạt được những mục tiêu sau:\n"
        "- Hoàn thiện các văn bản hướng dẫn cơ chế, chính sách;\n- 100% người dân được phổ biến.\nII. NHIỆM VỤ"
    )
    assert reading.brief() == ["-", "-", "100 %"]
    assert reading.last_days() == [None, "2030-12-31", "2030-12-31"]


def test_a_bullet_above_lends_its_time(read: Read) -> None:
    reading = read(
        "I. MỤC TIÊU\n- Đến năm 2025:\n+ 50% xã đạt chuẩn.\n+ Hoàn thành việc lập quy hoạch chung.\n"
        "- Đến năm 2030:\n+ 100% xã đạt chuẩn."
    )
    assert reading.brief() == ["50 %", "-", "100 %"]
    assert reading.last_days() == ["2025-12-31", "2025-12-31", "2030-12-31"]


def test_no_time_is_made_up(read: Read) -> None:
    reading = read("I. MỤC TIÊU\n- 100% xã có kế hoạch phòng, chống thiên tai được phê duyệt.")
    assert [target.deadline_id for target in reading.targets] == [None]


def test_a_year_compared_with_bounds_nothing(read: Read) -> None:
    (target,) = read("I. MỤC TIÊU\n- Giảm 5% số vụ tai nạn so với năm 2024.").targets
    assert target.deadline_id is None


def test_the_year_of_a_vision_is_not_that_of_the_goal(read: Read) -> None:
    reading = read(
        "1. Mục tiêu phát triển và tầm nhìn đến năm 2045\na) Mục tiêu phát triển\n"
        "- Mạng lưới cơ sở văn hóa quốc gia đồng bộ, hiện đại, bản sắc.\nb) Tầm nhìn đến năm 2045\n"
        "- Mạng lưới cơ sở thể thao phát triển cân đối, hợp lý."
    )
    assert reading.last_days() == [None, "2045-12-31"]


def test_a_field_of_the_item_in_one_line_with_others(read: Read) -> None:
    reading = read(
        "IV. NHIỆM VỤ\n1. Tuyên truyền\na) Xây dựng 06 chuyên mục phát trên Đài Truyền thanh.\n"
        "Đơn vị chủ trì: Đài Truyền thanh huyện; Thời gian thực hiện: Đến tháng 11/2026."
    )
    assert reading.last_days() == ["2026-11-30"]


DONE_BELOW: list[tuple[str, list[str], list[str | None]]] = [
    (
        "II. NHIỆM VỤ\n1. Hoàn thành di dời 01 khu công nghiệp và 02 cụm công nghiệp\n"
        "UBND phường chủ trì, phối hợp với Sở Xây dựng thực hiện di dời các cơ sở tới vị trí mới, "
        "hoàn thành trong quý IV năm 2026. Việc di dời thực hiện theo quy định.\n2. Khác",
        ["1 khu công nghiệp", "2 cụm công nghiệp"],
        ["2026-12-31"] * 2,
    ),
    (
        "II. NHIỆM VỤ\n1. Tỷ lệ các khu công nghiệp có công trình xử lý nước thải đạt chuẩn 100%.\n"
        "Ban Quản lý Khu kinh tế triển khai xây dựng hoàn thành trong năm 2026.\n2. Khác",
        ["100 %"],
        ["2026-12-31"],
    ),
    (
        "I. MỤC TIÊU\n1. 100% các thủ tục hành chính được số hóa\nHoàn thành trong quý IV/2026.\n"
        "2. Trồng mới 500 ha rừng\nThời gian hoàn thành: Trước ngày 30/11/2026.\nII. NHIỆM VỤ",
        ["100 %", "500 ha"],
        ["2026-12-31", "2026-11-30"],
    ),
    # what is done by then is a step of it; two days are those of steps
    (
        "II. NHIỆM VỤ\n1. Xây dựng 10 trạm y tế xã\nCác xã gửi hồ sơ trước ngày 30/4/2026.\n2. Khác",
        ["10 trạm y tế"],
        [None],
    ),
    (
        "II. NHIỆM VỤ\n1. Xây dựng 10 trạm y tế xã\nRà soát quỹ đất, hoàn thành trong tháng 4/2026.\n"
        "Các xã giao đất, hoàn thành trong tháng 6/2026.\n2. Khác",
        ["10 trạm y tế"],
        [None],
    ),
    (
        "II. NHIỆM VỤ\n1. Xây dựng 10 trạm y tế xã\n- Rà soát, hoàn thành trong tháng 4/2026.\n2. Khác",
        ["10 trạm y tế"],
        [None],
    ),
]


@pytest.mark.parametrize(
    ("text", "said", "expected"), DONE_BELOW, ids=[text[12:50] for text, _, _ in DONE_BELOW]
)
def test_the_paragraph_below_says_when_it_is_done(
    read: Read, text: str, said: list[str], expected: list[str | None]
) -> None:
    reading = read(text)
    assert reading.brief() == said
    assert reading.last_days() == expected


ROWS = """KẾ HOẠCH

**III. NHIỆM VỤ**

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Sản phẩm |
|---|---|---|---|---|
| 1 | Lắp đặt 24 trạm cảnh báo cháy | Chi cục Kiểm lâm | 2027 - 2028 | Biên bản |
| 2 | Hỗ trợ chủ rừng lập hồ sơ | Sở Y tế | Tháng 9/2027 | 2.500 ha được cấp chứng chỉ |
"""


def test_a_row_lends_its_time_and_what_it_delivers() -> None:
    plan = vnplan.parse_bytes(ROWS.encode(), name="rows.md")
    ends = {deadline.id: str(deadline.end) for deadline in plan.deadlines}
    found = [
        (str(target.quantity.value), ends[target.deadline_id])
        for target in plan.targets
        if target.quantity is not None and target.deadline_id is not None
    ]
    assert found == [("24", "2028-12-31"), ("2500", "2027-09-30")]


def test_a_preamble_declares_an_aim() -> None:
    plan = vnplan.parse(
        "CHÍNH PHỦ\nSố: 380/NQ-CP\nHà Nội, ngày 25 tháng 11 năm 2025\nNGHỊ QUYẾT\nVề khắc phục hậu quả\n"
        "Để ổn định tình hình, phấn đấu tăng trưởng kinh tế cả năm 2025 đạt trên 8% và năm 2026 đạt "
        "từ 10% trở lên, Chính phủ yêu cầu các Bộ trưởng thực hiện:\n"
        "I. PHẠM VI\n1. Các tỉnh bị ảnh hưởng.\n"
    )
    ends = {deadline.id: str(deadline.end) for deadline in plan.deadlines}
    found = [ends[target.deadline_id] for target in plan.targets if target.deadline_id is not None]
    assert found == ["2025-12-31", "2026-12-31"]
