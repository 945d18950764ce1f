"""Work divided among persons and posts: in headings, sentences and the columns of tables."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        # a person named with a form of address, with a part in the team or a post behind
        ("1. Ông. Lê Văn Nam - Trưởng đoàn", "Ông. Lê Văn Nam - Trưởng đoàn"),
        ("1. Bà Trần Thị Hoa, Thư ký", "Bà Trần Thị Hoa, Thư ký"),
        ("1. Đ/c Hoa", "Đ/c Hoa"),
        ("1. Ông Lê Văn Nam (Tổ phó)", "Ông Lê Văn Nam (Tổ phó)"),
        (
            "1. Đồng chí Lê Văn Nam, Phó Giám đốc Sở - Tổ trưởng",
            "Đồng chí Lê Văn Nam, Phó Giám đốc Sở - Tổ trưởng",
        ),
        (
            "1. Đ/c Trần Thị Hoa, Trưởng phòng Kỹ thuật - Tổ phó",
            "Đ/c Trần Thị Hoa, Trưởng phòng Kỹ thuật - Tổ phó",
        ),
        # without one: a full name, or a post beside it
        ("1. Lê Văn Nam", "Lê Văn Nam"),
        ("1. Lê Nam - Phó Trưởng ban", "Lê Nam - Phó Trưởng ban"),
        # two offices are one person's
        (
            "1. Đồng chí Trưởng Ban Tổ chức Tỉnh ủy - Trưởng Tiểu ban Nhân sự",
            "Trưởng Ban Tổ chức Tỉnh ủy - Trưởng Tiểu ban Nhân sự",
        ),
        (
            "1. Phó Giám đốc Trung tâm Y tế - Phó Trưởng tiểu ban",
            "Phó Giám đốc Trung tâm Y tế - Phó Trưởng tiểu ban",
        ),
        # a post that no body stands behind
        ("1. Trưởng đoàn", "Trưởng đoàn"),
        ("1. Thư ký Đoàn", "Thư ký Đoàn"),
        ("1. Phó Trưởng ban Thường trực", "Phó Trưởng ban Thường trực"),
        ("1. Phó Hiệu trưởng", "Phó Hiệu trưởng"),
        ("1. Kế toán", "Kế toán"),
        ("1. Điều dưỡng trưởng các khoa", "Điều dưỡng trưởng các khoa"),
        ("1. Toàn thể viên chức, người lao động", "Toàn thể viên chức, người lao động"),
        ("1. Trưởng Ban điều hành các khu phố", "Trưởng Ban điều hành các khu phố"),
        ("1. Trạm trưởng Trạm Y tế xã", "Trạm trưởng Trạm Y tế xã"),
        (
            "1. Công đoàn cơ sở, Đoàn Thanh niên bệnh viện",
            "Công đoàn cơ sở, Đoàn Thanh niên bệnh viện",
        ),
        ("1. Đoàn Thanh niên, Hội LHTN nhà trường", "Đoàn Thanh niên, Hội LHTN nhà trường"),
        # … behind another party
        ("1. Văn thư, Kế toán", "Văn thư, Kế toán"),
        ("1. Bộ phận Văn phòng, Kế toán", "Bộ phận Văn phòng, Kế toán"),
        ("1. Cán bộ, công chức, viên chức", "Cán bộ, công chức, viên chức"),
    ],
)
def test_headings_that_name_persons(read: Reader, heading: str, owner: str) -> None:
    reading = read(f"V. PHÂN CÔNG NHIỆM VỤ\n\n{heading}: Tổng hợp báo cáo kết quả.\n")
    assert reading.texts == ["Tổng hợp báo cáo kết quả."]
    assert reading.all_parts == [f"implement {owner}"]


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (
            "Đồng chí Lê Văn Nam phụ trách chung, tổng hợp báo cáo.",
            "implement Đồng chí Lê Văn Nam",
        ),
        (
            "Phân công ông Lê Văn Nam phối hợp với bà Trần Thị Hoa kiểm tra hồ sơ.",
            "implement ông Lê Văn Nam; coordinate bà Trần Thị Hoa",
        ),
        # those of a class of posts, with a form of address before
        (
            "Đề nghị các đồng chí Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành phụ trách địa bàn.",
            "implement Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành",
        ),
        (
            "Các đồng chí Tỉnh ủy viên phụ trách huyện, thành phố chỉ đạo hội nghị.",
            "implement đồng chí Tỉnh ủy viên",
        ),
        (
            "Đ/c Phó Hiệu trưởng phụ trách cơ sở vật chất kiểm tra khu bếp ăn.",
            "implement Phó Hiệu trưởng",
        ),
        # the head of a body that the plan does not name
        ("Hằng năm, Hiệu trưởng ban hành kế hoạch của nhà trường.", "implement Hiệu trưởng"),
        # a head speaks for the body
        (
            "Giao đồng chí Lê Văn Nam, Chánh Văn phòng UBND tỉnh chủ trì rà soát.",
            "lead đồng chí Lê Văn Nam, Chánh Văn phòng UBND tỉnh",
        ),
        (
            "Ủy viên Ban Thường vụ, Tỉnh ủy viên phụ trách địa bàn theo dõi, chỉ đạo.",
            "implement Ủy viên Ban Thường vụ, Tỉnh ủy viên",
        ),
        # a party before a colon
        (
            "Đối với các phòng chuyên môn: phối hợp với Sở Y tế tổng hợp.",
            "implement các phòng chuyên môn; coordinate Sở Y tế",
        ),
        ("Về công tác tuyên truyền: Sở Y tế chủ trì.", "lead Sở Y tế"),
        # those that are listed behind a class
        (
            "Sở Y tế chủ trì, phối hợp với các đơn vị: Công an tỉnh, Sở Công Thương kiểm tra.",
            "lead Sở Y tế; coordinate Công an tỉnh, Sở Công Thương",
        ),
        (
            "Nhiệm vụ này do Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện.",
            "lead Sở Nội vụ; coordinate Sở Tài chính",
        ),
        ("Trưởng thôn có trách nhiệm tuyên truyền.", "implement Trưởng thôn"),
        ("Các ông, bà Trưởng thôn tổ chức họp dân.", "implement Trưởng thôn"),
        (
            "Bí thư chi bộ, Trưởng các thôn vận động nhân dân tham gia.",
            "implement Bí thư chi bộ, Trưởng các thôn",
        ),
        # people of a body, where they are told a duty or help
        (
            "Mỗi cán bộ, đảng viên phải gương mẫu chấp hành.",
            "implement Mỗi cán bộ, đảng viên",
        ),
        ("Từng sở, ngành chủ động rà soát văn bản.", "implement Từng sở, ngành"),
        (
            "Cán bộ, công chức, viên chức có trách nhiệm thực hiện nghiêm Kế hoạch.",
            "implement Cán bộ, công chức, viên chức",
        ),
        (
            "Phối hợp với cán bộ kỹ thuật của Sở kiểm tra máy chủ.",
            "coordinate cán bộ kỹ thuật của Sở",
        ),
        # nobody: a place, a beginning, those somebody else will name
        ("Mỗi năm tập huấn ít nhất 03 lớp.", ""),
        ("Từng bước hoàn thiện cơ sở dữ liệu.", ""),
        ("Phân công cán bộ theo dõi, tổng hợp.", ""),
    ],
)
def test_sentences_that_charge_persons(read: Reader, item: str, parts: str) -> None:
    reading = read(f"V. TỔ CHỨC THỰC HIỆN\n\n- {item}\n")
    assert reading.all_parts == [parts]


def _table(head: str, row: str) -> str:
    line = "|" + "---|" * (head.count("|") - 1)
    return f"V. PHÂN CÔNG NHIỆM VỤ\n\n{head}\n{line}\n{row}\n"


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Lê Văn Nam<br>Trần Thị Hoa", "Lê Văn Nam, Trần Thị Hoa"),
        ("Lê Văn Nam, Trần Thị Hoa", "Lê Văn Nam, Trần Thị Hoa"),
        ("Lê Văn Nam, Trần Thị hoa Mai", "Lê Văn Nam, Trần Thị hoa Mai"),  # a slip
        ("Đ/c Nam, đ/c Hoa", "Đ/c Nam, đ/c Hoa"),
        ("Thầy Nam; cô Hoa", "Thầy Nam, cô Hoa"),
        ("Ông Lê Văn Nam - Trưởng phòng", "Ông Lê Văn Nam - Trưởng phòng"),
        ("Văn phòng UBND tỉnh; đ/c Hoa", "Văn phòng UBND tỉnh, đ/c Hoa"),
        ("Kế toán, Văn thư", "Kế toán, Văn thư"),
        ("Hà Nội", None),  # a place, though Hà is a family name
    ],
)
def test_cells_that_name_persons(read: Reader, cell: str, owners: str | None) -> None:
    for who in ("Người thực hiện", "Cán bộ phụ trách"):
        reading = read(
            _table(f"| TT | Nhiệm vụ | {who} |", f"| 1 | Tổng hợp báo cáo kết quả | {cell} |")
        )
        assert reading.texts == ["Tổng hợp báo cáo kết quả"]
        assert reading.all_parts == [f"implement {owners}" if owners else ""]


def test_a_table_that_says_what_each_person_is_to_do(read: Reader) -> None:
    head = "| TT | Họ và tên | Chức vụ | Nhiệm vụ được phân công |"
    reading = read(_table(head, "| 1 | Lê Văn Nam | Kế toán | Lập dự toán kinh phí |"))
    assert reading.all_parts == ["implement Lê Văn Nam"]


def test_a_list_of_members_holds_no_task(read: Reader) -> None:
    head = "| TT | Họ và tên | Chức vụ | Nhiệm vụ |"
    reading = read(_table(head, "| 1 | Lê Văn Nam | Giám đốc Sở | Phó Trưởng ban |"))
    assert reading.tasks == ()
