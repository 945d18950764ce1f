"""The course of an event, its matters and its manner: nobody's duties."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any

_DUTY = "III. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Sở: Chuẩn bị hội trường.\n"


@pytest.mark.parametrize(
    "part",
    [
        "1. Nội dung chương trình:\n\n- Chào cờ, tuyên bố lý do.\n\n- Giao lưu, phát biểu của lãnh đạo.\n",
        "1. Chương trình hội thảo\n\n- Đón tiếp đại biểu.\n\n- Trình bày tham luận.\n",
        "1. Phần lễ:\n\n- Văn nghệ chào mừng.\n\n- Hiệu trưởng đọc thư của Chủ tịch nước.\n",
        "1. Phần hội:\n\n- Múa lân.\n\n- Phá cỗ trung thu.\n",
        # by its hours
        "1. Ngày khai mạc\n\n- 7h30 - 8h00: Đón tiếp đại biểu.\n\n- 8h00 - 8h15: Tuyên bố lý do.\n",
        "1. Ngày khai mạc\n\n- 9 giờ: Văn nghệ.\n\n- 11 giờ 30 phút: Kết thúc chương trình.\n",
        # what is spoken of there
        "1. Nội dung tham luận:\n\n- Giải pháp truy xuất nguồn gốc.\n\n- Kinh nghiệm của doanh nghiệp.\n",
        "1. Định hướng nội dung:\n\n- Giải pháp phát triển thể thao.\n\n- Đánh giá thực trạng du lịch.\n",
        "1. Nội dung diễn đàn: trao đổi, thảo luận về:\n\n- Vai trò của tổ chức Đoàn.\n",
        "1. Phần thi cá nhân:\n\n- Thí sinh trả lời 30 câu hỏi trắc nghiệm.\n",
        "1. Giả định tình huống: Hồi 8h30, tại kho hàng xảy ra cháy lớn.\n",
        "1. Lực lượng tham gia: 02 xe chữa cháy, 30 cán bộ, chiến sĩ.\n",
        "1. Môn thi đấu và nội dung thi đấu\n\n- Thi cầu lông và bóng bàn.\n",
        # how it is held, and what it is called
        "1. Hình thức: Trực tiếp kết hợp trực tuyến.\n",
        "1. Hình thức: gồm 2 phần thi: phần thi cá nhân và phần thi tập thể.\n",
        "1. Chủ đề: “Phát huy giá trị văn hóa, xây dựng người Hà Nội thanh lịch”.\n",
        "1. Tên hội thảo: “Chuyển đổi số trong nông nghiệp”.\n",
        "- Tên website: giaiphapphattrienvanhoa.vn\n",
        "1. Quy định về hình thức biểu quyết\n\n- Hình thức biểu quyết: Hội nghị quyết định giơ tay.\n",
    ],
)
def test_points_of_an_event_are_no_tasks(read: Reader, part: str) -> None:
    assert read(f"II. NỘI DUNG\n\n{part}\n{_DUTY}").texts == ["Chuẩn bị hội trường."]


@pytest.mark.parametrize(
    "part",
    [
        "1. Phần lễ:\n\n- Phòng Văn hóa chủ trì, phối hợp với Văn phòng tổ chức.\n",
        "1. Nội dung thi đua\n\n- Đẩy mạnh cải cách hành chính.\n",
        "1. Chương trình hỗ trợ doanh nghiệp\n\n- Tổ chức tập huấn cho doanh nghiệp.\n",
        "1. Hình thức tuyên truyền\n\n- Tuyên truyền qua sinh hoạt chi bộ.\n",
        # days are not hours
        "1. Mốc thời gian\n\n- Ngày 10/6: Niêm yết thông báo tuyển sinh.\n",
    ],
)
def test_work_for_an_event_is_ordered(read: Reader, part: str) -> None:
    assert len(read(f"II. NỘI DUNG\n\n{part}\n{_DUTY}").texts) == 2


def test_a_row_of_a_programme_that_names_who_is_in_charge_is_a_duty(read: Reader) -> None:
    table = (
        "1. Chương trình chi tiết\n\n| Thời gian | Nội dung | {0} |\n|---|---|---|\n"
        "| 7h00 - 7h30 | Giới thiệu các câu lạc bộ | {1} |\n"
        "| 7h30 - 8h00 | An toàn giao thông | {1} |\n"
    )
    part = table.format("Đơn vị/ cá nhân phụ trách", "Công an xã Tân Lập")
    assert read(f"II. NỘI DUNG\n\n{part}\n{_DUTY}").texts == [
        "Giới thiệu các câu lạc bộ",
        "An toàn giao thông",
        "Chuẩn bị hội trường.",
    ]
    told = table.format("Địa điểm", "Sân trường")
    assert read(f"II. NỘI DUNG\n\n{told}\n{_DUTY}").texts == ["Chuẩn bị hội trường."]


def test_what_does_not_count_is_remarked(read: Reader) -> None:
    reading = read(
        "II. NỘI DUNG\n\n1. Tiếp nhận đơn\n\n- Chuyển đơn đến Ủy ban bầu cử.\n\n"
        "- Lưu ý: Không xem xét đơn tố cáo nặc danh.\n"
    )
    assert reading.texts == ["Chuyển đơn đến Ủy ban bầu cử."]


def test_what_is_to_be_made_known_is_part_of_the_order(read: Reader) -> None:
    reading = read(
        "II. NỘI DUNG\n\n1. Nội dung tuyên truyền\n\n- Tuyên truyền tiêu chuẩn, cơ cấu đại biểu, cụ thể:\n\n"
        "+ Về tiêu chuẩn: Lựa chọn những người tiêu biểu.\n\n+ Về cơ cấu bảo đảm hợp lý.\n\n"
        "+ Đề cao chất lượng đại biểu.\n"
    )
    assert len(reading.texts) == 1
    assert reading.texts[0].endswith("Đề cao chất lượng đại biểu.")
