"""Items under the headings of those who are charged: who owns each, with whom."""

from __future__ import annotations

from typing import Any

import pytest

from vnplan.parsers.agencies import AgencyReading
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.scope import of_heading
from vnplan.parsers.tasks.words import Words
from vnplan.readers import read_text
from vnplan.text.lines import logical_lines

Reader = Any

_UNDER = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- {item}\n"


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (
            "Chủ trì, phối hợp với Sở Tài chính, Công an tỉnh và các cơ quan, đơn vị có liên quan tổ chức đào tạo.",
            "lead Sở Nội vụ; coordinate Sở Tài chính, Công an tỉnh, các cơ quan, đơn vị có liên quan",
        ),
        (
            "Phối hợp với các Sở: Y tế, Tư pháp; UBND các huyện và các cơ quan báo chí tuyên truyền.",
            "implement Sở Nội vụ; coordinate Y tế, Tư pháp, UBND các huyện, các cơ quan báo chí",
        ),
        # another body that only helps: the heading's acts
        (
            "Sở Tài chính, Sở Tư pháp phối hợp thực hiện.",
            "implement Sở Nội vụ; coordinate Sở Tài chính, Sở Tư pháp",
        ),
        (
            "Trường Y hỗ trợ thực hiện.",
            "implement Sở Nội vụ; coordinate Trường Y",
        ),
        (
            "Mời Sở Y tế, Sở Tư pháp phối hợp tham gia đoàn kiểm tra.",
            "implement Sở Nội vụ; coordinate Sở Y tế, Sở Tư pháp",
        ),
        ("Mời Sở Y tế dự hội nghị.", "implement Sở Nội vụ"),
        (
            "Thường xuyên phối hợp, cung cấp thông tin với các sở, ngành về hoạt động xuất khẩu.",
            "implement Sở Nội vụ; coordinate các sở, ngành",
        ),
        (
            "Thường xuyên phối hợp, trao đổi thông tin cơ quan Công an trong thực hiện quản lý.",
            "implement Sở Nội vụ; coordinate cơ quan Công an",
        ),
        (
            "Chủ trì phối hợp với Sở Y tế kiểm tra an toàn thực phẩm.",
            "lead Sở Nội vụ; coordinate Sở Y tế",
        ),
        (
            "Chủ trì, phối hợp các sở, ngành, địa phương có liên quan tổ chức tuyên truyền.",
            "lead Sở Nội vụ; coordinate các sở, ngành, địa phương có liên quan",
        ),
        (
            "Chủ trì, phối hợp chặt chẽ với Sở Khoa học và Công nghệ, các sở, ngành triển khai Đề án 06.",
            "lead Sở Nội vụ; coordinate Sở Khoa học và Công nghệ, các sở, ngành",
        ),
        ("Chủ trì, phối hợp triển khai các nhiệm vụ về cải cách hành chính.", "lead Sở Nội vụ"),
        ("Chủ trì, rà soát toàn bộ các văn bản.", "lead Sở Nội vụ"),
        ("Tiếp tục chủ trì xây dựng đề án.", "lead Sở Nội vụ"),
        ("Phối hợp với Sở Tư pháp rà soát văn bản.", "implement Sở Nội vụ; coordinate Sở Tư pháp"),
        (
            "Phối hợp Sở Khoa học và Công nghệ phát động phong trào thi đua.",
            "implement Sở Nội vụ; coordinate Sở Khoa học và Công nghệ",
        ),
        (
            "Tham gia cùng Sở Khoa học và Công nghệ trong việc đánh giá chuyển đổi số.",
            "implement Sở Nội vụ; coordinate Sở Khoa học và Công nghệ",
        ),
        (
            "Hướng dẫn các đơn vị, cùng với Sở Tư pháp tổ chức tập huấn.",
            "implement Sở Nội vụ; coordinate Sở Tư pháp",
        ),
        ("Theo chức năng, nhiệm vụ được giao xây dựng kế hoạch.", "implement Sở Nội vụ"),
        # another body named as the subject: it wins over the heading
        (
            "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí.",
            "lead Sở Tài chính; coordinate Sở Nội vụ; fund Sở Tài chính",
        ),
        # what the heading's body directs, asks or encourages is its own duty
        (
            "Chỉ đạo, hướng dẫn UBND các xã tổ chức thực hiện.",
            "implement Sở Nội vụ; direct Sở Nội vụ",
        ),
        ("Khuyến khích các doanh nghiệp tham gia.", "implement Sở Nội vụ"),
        ("Yêu cầu các đơn vị trực thuộc báo cáo định kỳ.", "implement Sở Nội vụ"),
        # nobody leads or takes part by these words
        ("Xây dựng đề tài khoa học do Sở chủ trì.", "implement Sở Nội vụ"),
        ("Đề xuất giao Sở Tư pháp chủ trì xây dựng quy chế.", "implement Sở Nội vụ"),
        ("Nâng cao hiệu quả công tác phối hợp.", "implement Sở Nội vụ"),
        ("Báo cáo kết quả nhiệm vụ được giao chủ trì.", "implement Sở Nội vụ"),
        ("Xây dựng quy chế phối hợp giữa các ngành.", "implement Sở Nội vụ"),
    ],
)
def test_owners_and_partners(read: Reader, item: str, parts: str) -> None:
    reading = read(_UNDER.format(item=item))
    assert reading.texts == [item]
    assert reading.all_parts == [parts]


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("Tham mưu UBND tỉnh ban hành Kế hoạch.", "advise Sở Nội vụ; approve UBND tỉnh"),
        ("Chủ trì tham mưu UBND tỉnh điều chỉnh Kế hoạch.", "advise Sở Nội vụ"),
        ("Thẩm định hồ sơ, trình UBND tỉnh phê duyệt.", "appraise Sở Nội vụ; approve UBND tỉnh"),
        ("Theo dõi, đôn đốc việc thực hiện Kế hoạch.", "monitor Sở Nội vụ"),
        ("Là cơ quan thường trực, chủ trì theo dõi việc thực hiện.", "monitor Sở Nội vụ"),
        ("Bố trí kinh phí thực hiện Kế hoạch.", "fund Sở Nội vụ"),
        ("Chủ động bố trí kinh phí từ dự toán được giao.", "fund Sở Nội vụ"),
        ("Tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2022.", "receive_report UBND tỉnh"),
        (
            "Báo cáo kết quả về Công an tỉnh (qua Phòng Tham mưu) để tổng hợp.",
            "receive_report Công an tỉnh, Phòng Tham mưu",
        ),
    ],
)
def test_other_parts(read: Reader, item: str, parts: str) -> None:
    (told,) = read(_UNDER.format(item=item)).all_parts
    assert told.partition("; ")[2] == parts


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("1. Sở Tài chính", "Sở Tài chính"),
        ("1. Trách nhiệm của Sở Tài chính", "Sở Tài chính"),
        ("1. Đề nghị Liên đoàn Lao động tỉnh", "Liên đoàn Lao động tỉnh"),
        ("1. Đối với UBND các huyện, thành phố", "UBND các huyện, thành phố"),
        (
            "1. Các sở, ban, ngành; UBND các xã, phường",
            "Các sở, ban, ngành, UBND các xã, phường",
        ),
        (
            "1. Đề nghị Viện kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh",
            "Viện kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh",
        ),
        ("1. Sở Y tế (Cơ quan thường trực Ban Chỉ đạo)", "Sở Y tế"),
        ("a) Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
    ],
)
def test_who_is_addressed(read: Reader, heading: str, owners: str) -> None:
    reading = read(f"V. TỔ CHỨC THỰC HIỆN\n\n{heading}\n\n- Quán triệt, triển khai Kế hoạch này.\n")
    assert reading.all_parts == [f"implement {owners}"]
    assert reading.bases(reading.tasks[0]) == {"heading"}


@pytest.mark.parametrize(
    ("line", "text", "parts"),
    [
        (
            "1. Sở Giáo dục và Đào tạo: Phối hợp với Sở Nội vụ tổ chức hội thi.",
            "Phối hợp với Sở Nội vụ tổ chức hội thi.",
            "implement Sở Giáo dục và Đào tạo; coordinate Sở Nội vụ",
        ),
        (
            "1. Sở Công Thương - Chủ trì xây dựng phương án dự trữ hàng hóa.",
            "Chủ trì xây dựng phương án dự trữ hàng hóa.",
            "lead Sở Công Thương",
        ),
        (
            "1. Đề nghị các doanh nghiệp viễn thông (VNPT, Viettel): Đảm bảo thông tin liên lạc thông suốt.",
            "Đảm bảo thông tin liên lạc thông suốt.",
            "implement các doanh nghiệp viễn thông",
        ),
    ],
)
def test_headings_that_run_in(read: Reader, line: str, text: str, parts: str) -> None:
    reading = read(f"V. TỔ CHỨC THỰC HIỆN\n\n{line}\n")
    assert reading.texts == [text]
    assert reading.all_parts == [parts]


def test_a_heading_that_says_who_leads(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính:\n\n- Xây dựng kế hoạch chi tiết.\n"
    )
    assert reading.all_parts == ["lead Sở Y tế; coordinate Sở Tài chính"]


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("1. Nhóm nhiệm vụ về thể chế (Sở Tư pháp chủ trì)", "lead Sở Tư pháp"),
        (
            "1. Tuyên truyền (Chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ)",
            "lead Sở Tư pháp; coordinate Sở Nội vụ",
        ),
        ("1. Nhiệm vụ do Sở Nội vụ chủ trì", "lead Sở Nội vụ"),
        ("1. Đối với công tác y tế, giao Sở Y tế:", "implement Sở Y tế"),
        ("1- UBND các huyện, thị xã có trách nhiệm:", "implement UBND các huyện, thị xã"),
    ],
)
def test_headings_that_charge_somebody_inside(read: Reader, heading: str, parts: str) -> None:
    reading = read(f"III. PHÂN CÔNG NHIỆM VỤ\n\n{heading}\n\n- Xây dựng chuyên trang.\n")
    assert reading.all_parts == [parts]


def test_a_class_and_its_members_behind_a_colon(read: Reader) -> None:
    line = "1. Các Sở: Xây dựng, Tài chính căn cứ Kế hoạch này tổ chức thực hiện."
    reading = read(f"V. TỔ CHỨC THỰC HIỆN\n\n{line}\n")
    assert reading.texts == [line.removeprefix("1. ")]
    assert len(reading.tasks[0].owner_ids) == 2


def test_an_item_that_names_those_of_its_heading_short(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tư pháp các tỉnh, thành phố\n\n"
        "a) Căn cứ nhiệm vụ được giao, Sở Tư pháp chủ động bố trí kinh phí.\n"
    )
    assert reading.all_parts[0].startswith("implement Sở Tư pháp các tỉnh, thành phố")


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Đối với các tổ chức khác", "implement Hội Liên hiệp Phụ nữ tỉnh, Tỉnh đoàn"),
        ("Các cơ quan, đơn vị", "implement Các cơ quan, đơn vị"),
        ("Sở Nội vụ", "implement Sở Nội vụ"),
    ],
)
def test_a_request_tells_which_others_a_heading_means(
    read: Reader, heading: str, parts: str
) -> None:
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n1. {heading}\n\n"
        "Đề nghị Hội Liên hiệp Phụ nữ tỉnh, Tỉnh đoàn... phát động các cuộc vận động.\n"
    )
    assert reading.all_parts == [parts]


def test_a_lead_in_numbered_as_an_item(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Giao Sở Y tế triển khai các công việc sau:\n\n"
        "2. Tổ chức kiểm tra các cơ sở.\n\n3. Chuẩn bị các điều kiện cần thiết.\n"
    )
    assert reading.texts == ["Tổ chức kiểm tra các cơ sở.", "Chuẩn bị các điều kiện cần thiết."]
    assert reading.all_parts == ["implement Sở Y tế", "implement Sở Y tế"]


def test_a_heading_that_speaks_of_things_leaves_those_above(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n"
        "a) Đối với công tác dự phòng: giám sát chặt chẽ dịch bệnh.\n"
    )
    assert reading.all_parts == ["implement Sở Y tế; monitor Sở Y tế"]


def test_headings_that_name_no_body_leave_those_above(read: Reader) -> None:
    reading = read(
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Các sở, ban, ngành\n\n"
        "1.1. Trách nhiệm chung\n\na) Đánh giá sự phù hợp của dự án với quy hoạch tỉnh.\n"
    )
    assert reading.all_parts == ["implement Các sở, ban, ngành"]


def test_a_heading_of_somebodys_thing_addresses_nobody(read: Reader) -> None:
    text = "II. NỘI DUNG\n\n1. {}\n\n- Quán triệt, triển khai Kế hoạch này.\n"
    assert read(text.format("Kế hoạch giáo dục của Sở Y tế")).all_parts == [""]
    assert read(text.format("Công tác thanh tra của Sở Y tế")).all_parts == ["implement Sở Y tế"]


@pytest.mark.parametrize(
    ("heading", "unknown"),
    [
        ("Trách nhiệm của chủ rừng", True),  # somebody, but not whom the heading above names
        ("Đối với các thí sinh", True),
        ("Trách nhiệm chung", None),  # nobody: those above stay addressed
        ("Nhiệm vụ trọng tâm", None),
        ("Phân công nhiệm vụ", None),
        ("Giao thông", None),
        ("Xây dựng cơ sở dữ liệu", None),
    ],
)
def test_headings_that_name_nobody_known(heading: str, unknown: bool | None) -> None:
    (line,) = logical_lines(read_text(heading))
    scope = of_heading(Words(line, 0, len(line.text)), Naming(AgencyReading()))
    assert (scope.unknown if scope is not None else None) == unknown
    assert not scope


def test_a_sentence_of_a_paragraph_is_a_task_where_it_acts(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\n"
        "Chủ trì, phối hợp với Sở Tư pháp bảo đảm an toàn thông tin. "
        "Trong đó, chú trọng dữ liệu cá nhân. Hướng dẫn các đơn vị phòng, chống lừa đảo trên mạng.\n"
    )
    assert reading.texts == [
        "Chủ trì, phối hợp với Sở Tư pháp bảo đảm an toàn thông tin. "
        "Trong đó, chú trọng dữ liệu cá nhân.",
        "Hướng dẫn các đơn vị phòng, chống lừa đảo trên mạng.",
    ]
    assert reading.all_parts == [
        "lead Công an tỉnh; coordinate Sở Tư pháp",
        "implement Công an tỉnh",
    ]
