"""Letters: what they order of nobody by name belongs to those they are sent to."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any

_HEAD = """TỔNG CỤC THUẾ
Số: 1046/TCT-TTKT
V/v tăng cường công tác thanh tra
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 12 tháng 3 năm 2020

"""
_ITEMS = "1. Rà soát danh sách doanh nghiệp có rủi ro.\n\n2. Đẩy mạnh trao đổi nghiệp vụ.\n"
_TAX = "Cục Thuế các tỉnh, thành phố trực thuộc Trung ương"


@pytest.mark.parametrize(
    ("to", "opening", "owners"),
    [
        # the verb alone
        (_TAX, "Nhằm ngăn chặn kịp thời vi phạm, Tổng cục Thuế yêu cầu:", _TAX),
        (_TAX, "Tổng cục Thuế yêu cầu thực hiện một số nội dung sau:", _TAX),
        (_TAX, "Tổng cục Thuế hướng dẫn triển khai một số công việc như sau:", _TAX),
        # those addressed in short
        (_TAX, "Thực hiện Nghị quyết số 01/NQ-CP, Tổng cục Thuế đề nghị các Cục Thuế tổ chức thực hiện:", _TAX),
        ("Các đơn vị thuộc Bộ", "Văn phòng Bộ đề nghị các đơn vị thực hiện những việc sau:", "Các đơn vị thuộc Bộ"),
        # a post, with a form of address
        (
            f"Cục trưởng {_TAX}",
            "Tổng cục Thuế yêu cầu đồng chí Cục trưởng Cục Thuế các tỉnh, thành phố chỉ đạo thực hiện một số công việc như sau:",
            f"Cục trưởng {_TAX}",
        ),
        # guided by name
        (
            "Cục Hải quan các tỉnh, thành phố",
            "Tổng cục Hải quan hướng dẫn Cục Hải quan các tỉnh, thành phố một số nội dung như sau:",
            "Cục Hải quan các tỉnh, thành phố",
        ),
        # one of several
        (
            "Các Sở Y tế; các đơn vị thuộc Bộ",
            "Bộ Y tế đề nghị các Sở Y tế thực hiện một số nội dung sau:",
            "các Sở Y tế",
        ),
        # those who are told to direct others, not those they direct
        (
            "Ủy ban nhân dân các tỉnh",
            "Bộ Y tế kính đề nghị Ủy ban nhân dân các tỉnh chỉ đạo các cơ quan, đơn vị trực thuộc quán triệt và thực hiện các quy định nêu trên, cụ thể như sau:",
            "Ủy ban nhân dân các tỉnh",
        ),
        # a letter that explains orders nothing
        (_TAX, "Về vấn đề này, Bộ Tài chính hướng dẫn như sau:", ""),
    ],
)  # fmt: skip
def test_whose_duties_they_are(read: Reader, to: str, opening: str, owners: str) -> None:
    found = read(f"Kính gửi: {to}.\n\n{opening}\n\n{_ITEMS}", head=_HEAD)
    assert found.all_parts == [f"implement {owners}" if owners else ""] * 2


def test_addressees_in_bullets(read: Reader) -> None:
    body = f"Kính gửi:\n\n- Các Sở Y tế;\n\n- Cục Quân y.\n\nBộ yêu cầu thực hiện:\n\n{_ITEMS}"
    assert read(body, head=_HEAD).all_parts == ["implement Các Sở Y tế, Cục Quân y"] * 2


def test_an_item_that_names_its_own(read: Reader) -> None:
    body = "1. Rà soát hồ sơ.\n\n2. Các Chi cục Thuế tăng cường kiểm tra hồ sơ.\n"
    found = read(f"Kính gửi: {_TAX}.\n\nTổng cục Thuế yêu cầu:\n\n{body}", head=_HEAD)
    assert found.all_parts == [f"implement {_TAX}", "implement Các Chi cục Thuế"]


def test_the_closing_request_is_theirs_too(read: Reader) -> None:
    closing = "Trong quá trình thực hiện, nếu có vướng mắc đề nghị phản ánh về Tổng cục Thuế./.\n"
    found = read(f"Kính gửi: {_TAX}.\n\nTổng cục Thuế yêu cầu:\n\n{_ITEMS}\n{closing}", head=_HEAD)
    assert found.all_parts[-1] == f"implement {_TAX}; receive_report Tổng cục Thuế"


def test_those_addressed_are_counted_once(read: Reader) -> None:
    item = (
        "1. Triển khai quyết liệt các biện pháp; các Cục Thuế chủ động báo cáo cấp có thẩm quyền.\n"
    )
    found = read(f"Kính gửi: {_TAX}.\n\nTổng cục Thuế yêu cầu:\n\n{item}", head=_HEAD)
    assert [part.split(";")[0] for part in found.all_parts] == [f"implement {_TAX}"]


def test_a_class_in_the_singular_acts(read: Reader) -> None:
    line = "Sau mỗi đợt đồng bộ, cơ sở đào tạo thực hiện kiểm tra kết quả tiếp nhận dữ liệu."
    assert read(f"II. NHIỆM VỤ\n\na) Kiểm tra sau đồng bộ\n\n{line}\n").texts == [line]


@pytest.mark.parametrize(
    "item",
    [
        "Phụ lục IV - Đề án đổi mới công tác thanh tra đến năm 2030.",
        "Bộ Giáo dục và Đào tạo trân trọng cám ơn./.",
        "Dữ liệu đồng bộ phải tuân thủ cấu trúc, danh mục dùng chung và mã định danh.",
        "Kinh phí triển khai thực hiện Chương trình được ngân sách nhà nước bảo đảm theo quy định.",
    ],
)
def test_no_task(read: Reader, item: str) -> None:
    assert read(f"V. TỔ CHỨC THỰC HIỆN\n\n- {item}\n").texts == []


def test_what_a_thing_must_be_is_no_task_of_whom_the_heading_names(read: Reader) -> None:
    item = "Giấy tờ chứng minh có tham gia kháng chiến phải là giấy tờ đúng theo hướng dẫn."
    assert read(f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n- {item}\n- Rà soát hồ sơ.\n").texts == [
        "Rà soát hồ sơ."
    ]


def test_a_list_of_those_asked_runs_on_behind_a_semicolon(read: Reader) -> None:
    opening = "Văn phòng đề nghị Sở Y tế; các sở, ban ngành trong tỉnh triển khai các nội dung sau:"
    found = read(f"Kính gửi: {_TAX}.\n\n{opening}\n\n{_ITEMS}", head=_HEAD)
    assert found.all_parts == ["implement Sở Y tế, các sở, ban ngành trong tỉnh"] * 2


def test_who_builds_acts_by_himself(read: Reader) -> None:
    found = read("I. NHIỆM VỤ\n\n1. Chủ đầu tư bố trí biển báo, hướng dẫn bảo đảm an toàn.\n")
    assert found.all_parts == ["implement Chủ đầu tư"]


_BULLETS = "- Rà soát danh sách người nghèo.\n\n- Đẩy mạnh tuyên truyền.\n"


@pytest.mark.parametrize(
    ("opening", "owners"),
    [
        # no longer taken for the closing paragraph
        (
            "UBND tỉnh yêu cầu các sở, ban, ngành, địa phương:",
            "các sở, ban, ngành, địa phương",
        ),
        ("Bộ Y tế đề nghị thực hiện một số nội dung sau:", "Các Sở Y tế"),
        ("Bộ Y tế yêu cầu các cơ quan khẩn trương thực hiện:", "các cơ quan"),
        # "căn cứ" and "báo cáo" stand before what is asked
        ("Căn cứ Nghị định số 12/2020/NĐ-CP, Bộ Y tế đề nghị Quý cơ quan:", "Các Sở Y tế"),
        ("Theo báo cáo của các địa phương, dịch lan rộng, Bộ Y tế yêu cầu:", "Các Sở Y tế"),
    ],
)
def test_an_opening_over_bullets(read: Reader, opening: str, owners: str) -> None:
    found = read(f"Kính gửi: Các Sở Y tế.\n\n{opening}\n\n{_BULLETS}", head=_HEAD)
    assert found.all_parts == [f"implement {owners}"] * 2


@pytest.mark.parametrize(
    "asked",
    [
        "Bộ Y tế đề nghị Ủy ban nhân dân các tỉnh báo cáo các nội dung sau:\n\n- Số ca mắc.\n",
        "Mọi vướng mắc đề nghị liên hệ:\n\n- Bà Lê Thị B, điện thoại 0912345678.\n",
    ],
)
def test_what_is_to_be_told_below_an_opening_is_no_task(read: Reader, asked: str) -> None:
    first = "Bộ Y tế đề nghị các địa phương báo cáo kết quả rà soát trước ngày 15/12/2020.\n\n"
    found = read(f"Kính gửi: Các Sở Y tế.\n\n{first}{asked}", head=_HEAD)
    assert not any(text.startswith(("Số ca", "Bà Lê")) for text in found.texts)


def test_those_a_dispatch_is_sent_to(read: Reader) -> None:
    head = _HEAD.replace("V/v tăng cường công tác thanh tra\n", "").replace(
        "1046/TCT-TTKT", "12/CĐ-TTg"
    )
    to = "Thủ tướng Chính phủ điện:\n\n- Bộ trưởng Bộ Công an;\n\n- Chủ tịch UBND các tỉnh.\n\n"
    order = "Bão số 3 đang vào Biển Đông. Thủ tướng Chính phủ yêu cầu:\n\n"
    found = read(f"CÔNG ĐIỆN\nVề việc ứng phó bão số 3\n\n{to}{order}{_BULLETS}", head=head)
    assert found.all_parts == ["implement Bộ trưởng Bộ Công an, Chủ tịch UBND các tỉnh"] * 2
