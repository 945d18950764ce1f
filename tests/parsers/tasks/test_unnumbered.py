"""Headings whose numbers a copy dropped: whom they name is addressed by what follows."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


def test_whom_they_address(read: Reader) -> None:
    found = read(
        "III. PHÂN CÔNG TRÁCH NHIỆM\n\nBan Giám hiệu nhà trường\n\n"
        "Chịu trách nhiệm toàn diện về công tác an ninh trật tự.\n\n"
        "Chỉ đạo giáo viên chủ nhiệm nắm hoàn cảnh gia đình học sinh.\n\n"
        "Tổ chức Đoàn Thanh niên Cộng sản Hồ Chí Minh\n\n"
        "Xây dựng hệ thống hòm thư góp ý.\n\n"
        "Sở Y tế\n\nTổ chức tập huấn cho cán bộ y tế.\n"
    )
    assert [task.text.split()[0] for task in found.tasks] == ["Chịu", "Chỉ", "Xây", "Tổ"]
    owners = [parts.split(";")[0] for parts in found.all_parts]
    assert owners == [
        "implement Ban Giám hiệu nhà trường",
        "implement Ban Giám hiệu nhà trường",
        "implement Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "implement Sở Y tế",
    ]


def test_over_bullets(read: Reader) -> None:
    found = read(
        "III. TỔ CHỨC THỰC HIỆN\n\nSở Y tế\n\n- Chủ trì tổ chức tập huấn.\n\n- Báo cáo kết quả.\n\n"
        "Trách nhiệm của Ủy ban nhân dân các xã\n\n- Tuyên truyền đến người dân.\n"
    )
    owners = [parts.split(";")[0] for parts in found.all_parts]
    assert owners == [
        "lead Sở Y tế",
        "implement Sở Y tế",
        "implement Ủy ban nhân dân các xã",
    ]


def test_what_they_name_is_no_task(read: Reader) -> None:
    found = read(
        "II. NHIỆM VỤ TRỌNG TÂM\n\nĐẩy mạnh công tác tuyên truyền, giáo dục kỹ năng sống\n\n"
        "Sở Y tế chủ động tuyên truyền trên các phương tiện.\n\n"
        "Nâng cao chất lượng quản lý học sinh\n\nTriển khai ký cam kết ngay từ đầu năm học.\n"
    )
    assert found.texts == [
        "Sở Y tế chủ động tuyên truyền trên các phương tiện.",
        "Triển khai ký cam kết ngay từ đầu năm học.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        # one alone may be a sentence that lost its stop
        "Đẩy mạnh công tác tuyên truyền\n\nTriển khai ký cam kết.\n",
        # nothing stands over what is no sentence
        "Đẩy mạnh công tác tuyên truyền\n\nTriển khai ký cam kết\n\nTổ chức tập huấn\n",
        # a body with what it does
        "Sở Y tế chủ trì tổ chức tập huấn\n\nSở Y tế ký cam kết.\n\n"
        "Sở Tài chính chủ trì bố trí kinh phí\n\nSở Tài chính cấp kinh phí.\n",
    ],
)
def test_sentences_without_a_stop(read: Reader, body: str) -> None:
    found = read(f"II. NHIỆM VỤ\n\n{body}")
    assert len(found.texts) == body.count("\n\n") + 1


_DUTIES = (
    "Ban Giám hiệu:\n\n- Chỉ đạo xây dựng kế hoạch.\n\nTổ chuyên môn:\n\n- Tổ chức chuyên đề.\n\n"
    "Giáo viên chủ nhiệm:\n\n- Phổ biến đến học sinh.\n\nCông đoàn:\n\n- Vận động đoàn viên.\n"
)


@pytest.mark.parametrize(
    "lead_in",
    [
        "",
        "Phân công cụ thể như sau:\n\n",
        "Phân công nhiệm vụ như sau:\n\n",
        # who divides the work does none of it by that
        "Hiệu trưởng phân công nhiệm vụ cho các thành viên như sau:\n\n",
    ],
)
@pytest.mark.parametrize("marks", [("", "-"), ("- ", "+")])
def test_names_with_a_colon_over_bullets(
    read: Reader, lead_in: str, marks: tuple[str, str]
) -> None:
    body = _DUTIES.replace("- ", f"{marks[1]} ")
    for name in ("Ban Giám hiệu:", "Tổ chuyên môn:", "Giáo viên chủ nhiệm:", "Công đoàn:"):
        body = body.replace(name, f"{marks[0]}{name}")
    found = read(f"IV. TỔ CHỨC THỰC HIỆN\n\n{lead_in}{body}")
    assert [parts.split(";")[0] for parts in found.all_parts] == [
        "implement Ban Giám hiệu",
        "implement Tổ chuyên môn",
        "implement Giáo viên chủ nhiệm",
        "implement Công đoàn",
    ]


def test_work_divided_under_a_heading_is_of_whom_it_names(read: Reader) -> None:
    found = read(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\nPhân công cụ thể như sau:\n\n- Rà soát hồ sơ.\n\n"
        "2. Sở Tài chính\n\nNhiệm vụ cụ thể:\n\n- Bố trí kinh phí.\n"
    )
    assert [parts.split(";")[0] for parts in found.all_parts] == [
        "implement Sở Y tế",
        "implement Sở Tài chính",
    ]
