"""Labelled blocks: one task, its parts told by labels."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any

# the second activity of plan 175/KH-UBND of Bình Dương, shortened
_BLOCK = """II. NỘI DUNG

1. Đào tạo khởi nghiệp đổi mới sáng tạo

- Mục tiêu: Nâng cao năng lực cho cán bộ.

- Nội dung: Tổ chức 05 lớp đào tạo.

- Đối tượng: Học sinh, sinh viên.

- Chủ trì: Sở Khoa học và Công nghệ.

- Phối hợp:

+ Sở Giáo dục và Đào tạo;

+ Các trường đại học trên địa bàn tỉnh.

- Thời gian thực hiện: Quý II/2022.

- Địa điểm: Thành phố Thái Nguyên

- Sản phẩm: 05 lớp đào tạo.
"""


def test_a_block_is_one_task_quoted_by_its_heading(read: Reader) -> None:
    reading = read(_BLOCK)
    (task,) = reading.tasks
    assert task.text == "Đào tạo khởi nghiệp đổi mới sáng tạo"
    assert task.form == "block"
    assert task.section_id == "II.1"
    assert reading.parts(task) == (
        "lead Sở Khoa học và Công nghệ; "
        "coordinate Sở Giáo dục và Đào tạo, Các trường đại học trên địa bàn tỉnh"
    )
    assert reading.bases(task) == {"label"}
    assert reading.words_of_deadlines(task) == ["Quý II/2022"]
    assert task.deliverable == "05 lớp đào tạo"
    assert task.beneficiaries == "Học sinh, sinh viên"
    assert task.place == "Thành phố Thái Nguyên"


def test_a_block_that_is_headed_by_the_label_of_its_matter(read: Reader) -> None:
    reading = read(
        "II. NỘI DUNG\n\n2. Hội nghị lần thứ hai\n\n2.1. Nội dung: Lập danh sách sơ bộ.\n\n"
        "- Thời gian: ngày 30/01/2026.\n\n- Đơn vị chủ trì: Sở Nội vụ.\n"
    )
    (task,) = reading.tasks
    assert task.text == "Lập danh sách sơ bộ."
    assert reading.parts(task) == "lead Sở Nội vụ"


def test_an_event_with_its_matter_and_the_work_behind_it(read: Reader) -> None:
    reading = read(
        "II. NỘI DUNG\n\n1. Hội nghị lần thứ hai\n\nNội dung: Lập danh sách sơ bộ.\n\n"
        "- Đơn vị chủ trì: Sở Nội vụ.\n\n1.1. Báo cáo kết quả hội nghị\n\n"
        "- Gửi biên bản hội nghị.\n\n- Chuyển danh sách cho các thôn.\n"
    )
    assert reading.texts == [
        "Hội nghị lần thứ hai Lập danh sách sơ bộ.",
        "Gửi biên bản hội nghị.",
        "Chuyển danh sách cho các thôn.",
    ]
    assert reading.tasks[0].action == "Lập danh sách sơ bộ"


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        (
            "- Chủ trì: Sở Nội vụ\n\n- Đơn vị phối hợp: Các sở, ban, ngành; UBND các huyện, thành phố",
            "lead Sở Nội vụ; coordinate Các sở, ban, ngành, UBND các huyện, thành phố",
        ),
        (
            "- Đơn vị thực hiện: Sở Nội vụ, các sở, ngành.\n\n- Thời gian: Cả năm.",
            "implement Sở Nội vụ, các sở, ngành",
        ),
        (
            "- Phân công thực hiện: Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; các cơ quan liên quan.",
            "lead Sở Nội vụ; coordinate Sở Tài chính, các cơ quan liên quan",
        ),
        (
            "- Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tài chính; Sở Y tế; thời gian: Năm 2022.",
            "lead Sở Nội vụ; coordinate Sở Tài chính, Sở Y tế",
        ),
        (
            "a) Cơ quan chủ trì: Sở Nội vụ\n\nb) Cơ quan phối hợp: Công an tỉnh\n\nc) Thời gian: Năm 2022",
            "lead Sở Nội vụ; coordinate Công an tỉnh",
        ),
        (
            "- Chủ trì: Sở Nội vụ.\n\n- Cơ quan phối hợp: Sở, ban, ngành có liên quan: Sở Tài chính; Sở Y tế.",
            "lead Sở Nội vụ; coordinate Sở Tài chính, Sở Y tế",
        ),
        (
            "- Đơn vị chịu trách nhiệm chính: Sở Nội vụ.\n\n- Các đơn vị phối hợp: Sở Tài chính, Sở Y tế.",
            "lead Sở Nội vụ; coordinate Sở Tài chính, Sở Y tế",
        ),
        (
            "- Cơ quan thực hiện: Sở Nội vụ chịu trách nhiệm chủ trì, phối hợp với Sở Y tế.",
            "lead Sở Nội vụ; coordinate Sở Y tế",
        ),
    ],
)
def test_values_of_labels(read: Reader, fields: str, parts: str) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n1. Đào tạo cán bộ\n\n{fields}\n")
    assert reading.texts == ["Đào tạo cán bộ"]
    assert reading.all_parts == [parts]


def test_labels_behind_a_sentence_are_its_own(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\na) Cử 08 giáo viên tham gia bồi dưỡng. Đơn vị chịu trách nhiệm chính: "
        "Trung tâm Dạy nghề huyện; Đơn vị phối hợp: Phòng Nội vụ.\n"
    )
    assert len(reading.texts) == 1
    assert reading.all_parts == ["lead Trung tâm Dạy nghề huyện; coordinate Phòng Nội vụ"]


def test_a_time_inside_a_line_of_labels_is_the_tasks_own(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Đào tạo cán bộ\n\n- Chủ trì: Sở Nội vụ; thời gian: Quý III/2022.\n"
    )
    assert reading.words_of_deadlines(reading.tasks[0]) == ["Quý III/2022"]


def test_a_block_may_tell_who_comes(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Kiểm tra công tác pháp chế\n\n"
        "a) Nội dung kiểm tra: Việc thực hiện công tác pháp chế tại các sở.\n\n"
        "b) Thời gian kiểm tra: Quý III/2022.\n\n"
        "c) Thành phần đoàn kiểm tra: Sở Tư pháp (chủ trì), Sở Nội vụ, Văn phòng UBND tỉnh.\n"
    )
    assert reading.texts == ["Kiểm tra công tác pháp chế"]
    assert reading.all_parts == ["lead Sở Tư pháp; coordinate Sở Nội vụ, Văn phòng UBND tỉnh"]
    assert reading.words_of_deadlines(reading.tasks[0]) == ["Quý III/2022"]


def test_those_who_come_take_no_part_in_what_others_prepare(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Tổ chức hội nghị hiệp thương lần thứ nhất\n"
        "- Thành phần: Thường trực HĐND tỉnh; Sở Nội vụ (chủ trì) và cử tri.\n"
        "- Đơn vị chủ trì: Sở Tư pháp.\n"
    )
    assert reading.all_parts == ["lead Sở Tư pháp"]


def test_bullets_that_order_are_tasks_of_the_blocks_body(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Đào tạo cán bộ\n\n"
        "- Xây dựng chương trình đào tạo.\n\n- Tổ chức các lớp đào tạo.\n\n"
        "- Đơn vị chủ trì: Sở Nội vụ.\n\n- Thời gian: Năm 2022.\n"
    )
    assert reading.texts == ["Xây dựng chương trình đào tạo.", "Tổ chức các lớp đào tạo."]
    assert reading.all_parts == ["lead Sở Nội vụ", "lead Sở Nội vụ"]


def test_an_order_with_its_steps_is_one_task_of_the_blocks_body(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Khảo sát\n\na) Rà soát nhu cầu học nghề của lao động:\n\n"
        "+ Khảo sát 3.000 hộ.\n\n+ Lập danh sách trước ngày 31/3/2022.\n\n"
        "Đơn vị chủ trì: Sở Nội vụ; Đơn vị phối hợp: Sở Tài chính.\n"
    )
    assert len(reading.tasks) == 1
    assert reading.texts[0].startswith("Rà soát nhu cầu học nghề")
    assert reading.all_parts == ["lead Sở Nội vụ; coordinate Sở Tài chính"]
    assert reading.words_of_deadlines(reading.tasks[0]) == ["trước ngày 31/3/2022"]


def test_a_time_below_an_item_belongs_to_it(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Xây dựng đề án.\n\n"
        "Thời gian hoàn thành: trước ngày 15/12/2022.\n\n- Phối hợp với Sở Tài chính.\n"
    )
    assert reading.texts == ["Xây dựng đề án.", "Phối hợp với Sở Tài chính."]
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == [
        ["trước ngày 15/12/2022"],
        [],
    ]


def test_an_owner_that_is_no_agency_is_told(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Đào tạo cán bộ\n\n- Chủ trì: Theo quyết định sau.\n\n- Thời gian: Năm 2022.\n"
    )
    assert reading.all_parts == [""]
    assert [note.code for note in reading.found.diagnostics] == ["owner-unknown"]


@pytest.mark.parametrize(
    ("items", "times"),
    [
        (  # one time below all of them
            "- Hội Nông dân huyện tư vấn nghề trồng trọt;\n\n- Huyện đoàn tư vấn cho thanh niên.\n\n"
            "Thời gian thực hiện: Quý II/2014.\n",
            [["Quý II/2014"], ["Quý II/2014"]],
        ),
        (  # each its own
            "- Tư vấn nghề trồng trọt.\n\nThời gian: Quý I/2014.\n\n- Tư vấn cho thanh niên.\n\n"
            "Thời gian: Quý II/2014.\n",
            [["Quý I/2014"], ["Quý II/2014"]],
        ),
    ],
)
def test_whose_time_it_is(read: Reader, items: str, times: list[list[str]]) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n1. Tư vấn\n\na) Tổ chức tư vấn tại ấp:\n\n{items}")
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == times


def test_a_time_below_a_paragraph_is_that_of_its_sentences(read: Reader) -> None:
    reading = read(
        "II. NỘI DUNG\n\n2.2. Bước 2: Kiểm tra hiện trạng nhà ở.\n\n"
        "Sở Xây dựng tổ chức kiểm tra. Sau khi kiểm tra, UBND cấp xã lập danh sách.\n\n"
        "Thời gian hoàn tất: trước ngày 25/7/2022.\n"
    )
    assert [reading.words_of_deadlines(task)[-1] for task in reading.tasks] == [
        "trước ngày 25/7/2022",
        "trước ngày 25/7/2022",
    ]


def test_a_numbered_time_is_that_of_all_items_of_its_block(read: Reader) -> None:
    reading = read(
        "B. NHIỆM VỤ\n\nI. CÔNG TÁC QUÁN TRIỆT\n\n1. Nội dung, biện pháp\n\n"
        "a) Tổ chức Hội nghị quán triệt Chỉ thị;\n\nb) Tổ chức triển khai kế hoạch đến cơ sở.\n\n"
        "2. Cơ quan chủ trì, phối hợp\n\na) Cơ quan chủ trì: Sở Nội vụ.\n\n"
        "3. Thời gian thực hiện: Tháng 12/2022 và thường xuyên.\n"
    )
    held = [task for task in reading.tasks if task.text.startswith("Tổ chức")]
    assert [reading.words_of_deadlines(task) for task in held] == [
        ["Tháng 12/2022", "thường xuyên"]
    ] * 2


def test_the_time_below_a_run_in_heading_is_its_own(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Tập huấn\n\na) Khai mạc chương trình tập huấn: giới thiệu hệ thống phần mềm.\n\n"
        "- Thành phần: Lãnh đạo Sở.\n\n- Thời gian dự kiến: 8h00-10h00 ngày 28/12/2022\n\n"
        "b) Đào tạo cho cán bộ văn thư.\n"
    )
    assert reading.words_of_deadlines(reading.tasks[0]) == ["8h00-10h00 ngày 28/12/2022"]


def test_partners_that_the_content_names(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Phổ biến pháp luật; phối hợp với Sở Nội vụ kiểm tra việc thực hiện.\n\n"
        "- Cơ quan thực hiện: Sở Tư pháp chủ trì, phối hợp với Sở Tài chính.\n\n"
        "- Thời gian thực hiện: Quý III/2022.\n"
    )
    assert reading.all_parts == ["lead Sở Tư pháp; coordinate Sở Nội vụ, Sở Tài chính"]


@pytest.mark.parametrize(
    "label",
    ["Trách nhiệm chỉ đạo thực hiện", "Trách nhiệm thực hiện", "Trách nhiệm tổ chức thực hiện"],
)
def test_those_answerable_below_a_part_are_those_of_all_its_bullets(
    read: Reader, label: str
) -> None:
    reading = read(
        "III. NHIỆM VỤ\n\n1. Huy động các nguồn lực\n\n- Bố trí tối thiểu 2% ngân sách tỉnh.\n\n"
        f"- Công tác phân loại chất thải tại nguồn.\n\n- Đẩy mạnh xã hội hóa.\n\n{label}: Đảng ủy Ủy ban nhân dân tỉnh; Sở Tài chính.\n\n"
        "2. Tuyên truyền\n\n- Đổi mới công tác tuyên truyền.\n"
    )
    charged = "implement Đảng ủy Ủy ban nhân dân tỉnh, Sở Tài chính"
    assert reading.all_parts == [charged, charged, charged, ""]


def test_fields_printed_once_behind_the_last_item_are_those_of_all(read: Reader) -> None:
    fields = "- Cơ quan thực hiện: Sở Y tế chủ trì, phối hợp với Sở Tài chính.\n\n"
    items = "1. Rà soát mạng lưới.\n\n2. Kiện toàn tổ chức.\n\n3. Tập huấn cán bộ.\n\n"
    reading = read(f"II. NHIỆM VỤ\n\n{items}{fields}")
    assert reading.all_parts == ["lead Sở Y tế; coordinate Sở Tài chính"] * 3
    # where others have their own, an item without is nobody's
    reading = read(
        f"II. NHIỆM VỤ\n\n1. Rà soát mạng lưới.\n\n{fields}2. Kiện toàn tổ chức.\n\n3. Tập huấn.\n\n{fields}"
    )
    assert reading.all_parts[1] == ""


@pytest.mark.parametrize(
    "heading",
    [
        "1. Tháng 9/2024:",
        "1. Quý III/2024",
        "a) Từ ngày 05/9/2024 đến ngày 30/9/2024",
        "Tháng 9/2024:",
        "Tháng 8, 9/2024:",
        "1. Đợt 1: Từ ngày 05/9/2024 đến ngày 30/9/2024 gồm các nội dung trọng tâm:",
    ],
)
def test_a_heading_that_is_a_time_is_that_of_its_items(read: Reader, heading: str) -> None:
    reading = read(
        f"II. NHIỆM VỤ\n\n{heading}\n\n- Tổ chức khai giảng.\n\n- Nộp kế hoạch trước ngày 15/9/2024.\n"
    )
    ends = {deadline.id: str(deadline.end) for deadline in reading.deadlines}
    found = [[ends[known] for known in task.deadline_ids] for task in reading.tasks]
    assert found == [["2024-09-30"], ["2024-09-15"]]


_STEPS = "+ Số hóa hồ sơ lưu trữ.\n\n+ Cập nhật dữ liệu trước ngày 15/9/2026.\n"
_LETTERED = "a) Số hóa hồ sơ lưu trữ.\n\nb) Cập nhật dữ liệu trước ngày 15/9/2026.\n"


@pytest.mark.parametrize(
    ("lead_in", "below", "first"),
    [
        ("- Trong năm 2026 hoàn thành việc rà soát và các nhiệm vụ:", _STEPS, ["2026-12-31"]),
        ("- Hoàn thiện thể chế, hoàn thành trước ngày 30/6/2026:", _STEPS, ["2026-06-30"]),
        ("Trong quý II/2026, hoàn thành các nội dung sau:", _LETTERED, ["2026-06-30"]),
        # a day in the middle is one of another thing, a phase is no time of the items
        ("- Triển khai kết luận của cuộc họp ngày 05/10/2026 với các nhiệm vụ:", _STEPS, []),
        ("- Giai đoạn 2026 - 2030 thực hiện các nhiệm vụ:", _STEPS, []),
    ],
)
def test_the_time_of_a_lead_in_is_that_of_what_it_introduces(
    read: Reader, lead_in: str, below: str, first: list[str]
) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n{lead_in}\n\n{below}")
    ends = {deadline.id: str(deadline.end) for deadline in reading.deadlines}
    found = [[ends[known] for known in task.deadline_ids] for task in reading.tasks]
    assert found[-2:] == [first, ["2026-09-15"]]
