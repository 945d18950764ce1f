"""Blocks spread over headings: the tasks under one, who does them and until when under others."""

from __future__ import annotations

from typing import Any

Reader = Any

_DIVIDED = """B. NỘI DUNG, NHIỆM VỤ

I. ĐẨY MẠNH THÔNG TIN, TUYÊN TRUYỀN

1. Nội dung, biện pháp

a) Tổ chức các diễn đàn, trao đổi, chia sẻ thông tin;

b) Lập các chuyên trang, chuyên mục từ nay đến năm 2020.

2. Cơ quan chủ trì, phối hợp

a) Cơ quan chủ trì

- Ban Chỉ đạo quốc gia.

- Bộ Thông tin và Truyền thông; Bộ Ngoại giao.

- Ban Chỉ đạo các quân khu, Ban Chỉ đạo các tỉnh.

(Văn phòng Ban Chỉ đạo đồng thời là cơ quan giúp việc).

b) Cơ quan phối hợp

- Hội Cựu chiến binh các cấp.

3. Thời gian thực hiện: Tháng 12/2013.
"""
_CHARGED = (
    "lead Ban Chỉ đạo quốc gia, Bộ Thông tin và Truyền thông, Bộ Ngoại giao,"
    " Ban Chỉ đạo các quân khu, Ban Chỉ đạo các tỉnh; coordinate Hội Cựu chiến binh các cấp"
)


def test_headings_divide_a_block(read: Reader) -> None:
    reading = read(_DIVIDED)
    first, second = reading.tasks
    assert first.text.startswith("Tổ chức các diễn đàn")
    assert reading.parts(first) == _CHARGED
    assert reading.parts(second) == _CHARGED
    assert first.section_id == "B.I.1.a"
    assert reading.words_of_deadlines(first) == ["Tháng 12/2013"]
    assert reading.words_of_deadlines(second) == ["Tháng 12/2013"]


def test_parties_in_one_list(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Rà soát văn bản\n\na) Nội dung: Rà soát, sửa đổi các quy định.\n\n"
        "b) Đơn vị chủ trì\n\n- Sở Tư pháp.\n\nc) Đơn vị phối hợp\n\n- Sở Nội vụ; Sở Tài chính."
    )
    (task,) = reading.tasks
    assert reading.parts(task) == "lead Sở Tư pháp; coordinate Sở Nội vụ, Sở Tài chính"


def test_a_heading_that_assigns_stands_over_tasks(read: Reader) -> None:
    reading = read(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Yêu cầu chung\n\n- Các đơn vị xây dựng kế hoạch.\n\n"
        "2. Phân công thực hiện\n\n- Sở Tư pháp theo dõi, tổng hợp.\n\n- Sở Nội vụ kiểm tra."
    )
    assert reading.texts == ["Sở Tư pháp theo dõi, tổng hợp.", "Sở Nội vụ kiểm tra."]
