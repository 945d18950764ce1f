"""Which parts are tasks, and which only introduce, tell, rule or close."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


def test_a_bullet_goes_on_about_the_body_of_the_one_above(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n"
        "- Sở Y tế chủ trì triển khai Kế hoạch.\n"
        "- Phối hợp với Công an tỉnh tổ chức tập huấn.\n"
        "- Sở Tài chính bố trí kinh phí.\n"
        "- Hướng dẫn thanh quyết toán.\n"
    )
    assert reading.all_parts == [
        "lead Sở Y tế",
        "implement Sở Y tế; coordinate Công an tỉnh",
        "implement Sở Tài chính; fund Sở Tài chính",
        "implement Sở Tài chính",
    ]


def test_an_order_that_a_page_break_cut_off_is_no_heading(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Sở Y tế, Sở Xây dựng tiếp tục nâng cao tinh thần trách nhiệm, khẩn trương chỉ đạo các đơn vị\n\n"
        "để hoàn thành các dự án trước ngày 15/12/2022.\n"
    )
    assert len(reading.tasks) == 1
    assert reading.all_parts == ["implement Sở Y tế, Sở Xây dựng"]


@pytest.mark.parametrize(
    "line",
    [
        "Hiện nay, toàn tỉnh có 178 xã, phường, thị trấn.",
        "Nghiêm cấm các cơ quan, đơn vị tự ý thu phí.",
        "Việc thu phí phải bảo đảm công khai, minh bạch.",
        "Chuyển đổi số là quá trình thay đổi tổng thể về cách sống, cách làm việc.",
        "Bảo đảm an toàn, an ninh mạng là điều kiện tiên quyết để phát triển hạ tầng số.",
        "Kế hoạch dạy học các môn học, hoạt động giáo dục là kế hoạch thực hiện chương trình môn học.",
        "Hạ tầng số của tỉnh bao gồm hạ tầng viễn thông, hạ tầng dữ liệu.",
        "Ít nhất 85% người hưởng trợ cấp mở tài khoản.",
        "Tổng nhu cầu vốn giai đoạn 2023 - 2025 dự kiến 2.318 tỷ đồng.",
        "Tổng hợp nhu cầu sử dụng đất đến năm 2030 dự kiến là 43.346.068 m2.",
        "(Chi tiết tại Phụ lục kèm theo)",
        "QUẢN LÝ ĐẠI LÝ INTERNET",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
        "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND.",
        "Sở Nội vụ đã hoàn thành dự thảo.",
        "Sở Y tế, Sở Tài chính đã phối hợp rà soát.",
        "Thường trực Chính phủ đã họp và có quyết nghị về vấn đề này.",
        "Thực hiện nhiệm vụ được giao, Bộ Công an trong thời gian ngắn đã tích cực vào cuộc.",
        "Thời gian nghỉ phép năm của giáo viên được thực hiện trong thời gian nghỉ hè.",
        "Xét đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV.",
        "Thời gian ủng hộ sách từ ngày 22 tháng 9 đến ngày 20 tháng 11 năm 2022.",
        "Chi đội nào ủng hộ vượt chỉ tiêu thì liên đội cộng 1 điểm thưởng.",
        "Thu 50.000đ/1 sào ruộng tiêu chuẩn.",
        "Đồng ý với đề xuất của Sở Giao thông vận tải.",
        "Thống nhất chủ trương điều chỉnh thiết kế kè.",
        "Đẩy mạnh chính sách ưu đãi người có công, đặc biệt là đào tạo nghề là nhiệm vụ cấp bách.",
        "Đào tạo nghề cho con liệt sĩ, con thương binh nặng phải gắn với giải quyết việc làm.",
    ],
)
def test_what_orders_nothing(read: Reader, line: str) -> None:
    assert read(f"II. NHIỆM VỤ\n\n1. Giải pháp\n\n- {line}\n\n- Xây dựng đề án.\n").texts == [
        "Xây dựng đề án."
    ]


@pytest.mark.parametrize(
    "part", ["I. MỤC ĐÍCH, YÊU CẦU", "I. MỤC TIÊU", "I. KINH PHÍ THỰC HIỆN", "I. CĂN CỨ PHÁP LÝ"]
)
def test_parts_without_tasks(read: Reader, part: str) -> None:
    body = f"{part}\n\n1. Nâng cao nhận thức của cán bộ, công chức.\n\nII. NHIỆM VỤ\n\n1. Xây dựng đề án.\n"
    assert read(body).texts == ["Xây dựng đề án."]


def test_a_lead_in_is_no_task_and_hands_on_whom_it_names(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện các nhiệm vụ sau:\n\n"
        "- Xây dựng đề án.\n\n- Rà soát biên chế.\n"
    )
    assert reading.texts == ["Xây dựng đề án.", "Rà soát biên chế."]
    assert reading.all_parts == ["lead Sở Nội vụ; coordinate Sở Tài chính"] * 2


@pytest.mark.parametrize("label", ["a) ", "- "])
def test_a_lead_in_tells_the_part_of_whom_the_heading_names(read: Reader, label: str) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\nChủ trì, phối hợp với Sở Tài chính tham mưu cho UBND tỉnh:\n\n"
        f"{label}Xây dựng đề án.\n\n{label.replace('a', 'b')}Rà soát biên chế.\n"
    )
    assert reading.texts == ["Xây dựng đề án.", "Rà soát biên chế."]
    assert reading.all_parts == ["lead Sở Nội vụ; coordinate Sở Tài chính"] * 2


@pytest.mark.parametrize(
    "role",
    [
        "a) Chủ trì, phối hợp với Sở Tài chính",
        "a) Chủ trì, phối hợp với Sở Tài chính:",
        "a) Là cơ quan thường trực, chủ trì, phối hợp với Sở Tài chính",
        "+ Chủ động chủ trì, phối hợp với Sở Tài chính",
        "Chủ trì, phối hợp với Sở Tài chính",
    ],
)
def test_a_heading_of_roles_alone_tells_the_part_of_those_above(read: Reader, role: str) -> None:
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n{role}\n\n- Xây dựng đề án.\n\n"
        "- Phối hợp với Sở Y tế rà soát biên chế.\n"
    )
    assert reading.texts == ["Xây dựng đề án.", "Phối hợp với Sở Y tế rà soát biên chế."]
    assert reading.all_parts == [
        "lead Sở Nội vụ; coordinate Sở Tài chính",
        "lead Sở Nội vụ; coordinate Sở Y tế",
    ]


@pytest.mark.parametrize("lead_in", ["Chủ trì, phối hợp", "Chủ trì, phối hợp với:"])
def test_a_lead_in_that_breaks_off_before_its_partners(read: Reader, lead_in: str) -> None:
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\na) {lead_in}\n\n"
        "- Sở Tài chính và các đơn vị có liên quan tham mưu bố trí ngân sách.\n\n- Với Sở Nội vụ rà soát biên chế.\n"
    )
    assert reading.all_parts == [
        "lead Công an tỉnh; coordinate Sở Tài chính, các đơn vị có liên quan",
        "lead Công an tỉnh; coordinate Sở Nội vụ",
    ]


def test_duties_of_leading_and_of_helping_under_headings(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\na) Nhiệm vụ chủ trì:\n\n- Xây dựng kế hoạch.\n\n"
        "b) Nhiệm vụ phối hợp\n\n- Với Sở Nội vụ, Sở Tư pháp rà soát biên chế.\n"
    )
    assert reading.all_parts == [
        "lead Công an tỉnh",
        "implement Công an tỉnh; coordinate Sở Nội vụ, Sở Tư pháp",
    ]


def test_a_lead_in_that_announces_bodies_charges_nobody(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\nCác cơ quan, đơn vị sau đây có trách nhiệm thực hiện Kế hoạch:\n\n"
        "1. Sở Y tế xây dựng kế hoạch.\n\n2. Tăng cường kiểm tra.\n"
    )
    assert reading.all_parts == ["implement Sở Y tế", ""]


def test_paragraphs_go_on_about_whom_the_item_opens_with(read: Reader) -> None:
    reading = read(
        "III. NHIỆM VỤ\n\n1. Nhiệm vụ tổng thể\n\n1.1. Tiếp tục tăng cường sự lãnh đạo của Đảng. "
        "Người đứng đầu cơ quan, tổ chức chịu trách nhiệm xử lý vi phạm.\n\nTuyên truyền sâu rộng.\n"
    )
    assert reading.all_parts == ["", "implement Người đứng đầu cơ quan, tổ chức", ""]


def test_a_part_in_the_work_is_that_of_whom_the_heading_names(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Cơ quan chủ trì giải quyết thủ tục đầu tư dự án\n\n"
        "a) Trường hợp các đơn vị có ý kiến khác nhau, cơ quan chủ trì có trách nhiệm phối hợp với Sở Tư pháp để làm rõ.\n\n"
        "b) Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.\n"
    )
    assert reading.all_parts == [
        "implement Cơ quan chủ trì giải quyết thủ tục đầu tư dự án; coordinate Sở Tư pháp",
        "implement Cơ quan phối hợp",
    ]


def test_the_last_request_is_of_no_heading_above_it(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\nXây dựng đề án.\n\n2. Sở Tài chính\n\nBố trí kinh phí thực hiện.\n\n"
        "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.\n"
    )
    assert reading.all_parts[-1] == "implement các cơ quan, đơn vị"


def test_what_a_paragraph_orders_before_it_introduces_items(read: Reader) -> None:
    reading = read(
        "III. PHÂN CÔNG TRÁCH NHIỆM\n\nCăn cứ Kế hoạch này, các sở, ban, ngành tổ chức quán triệt trong đơn vị. "
        "Đồng thời, yêu cầu các sở, ban, ngành thực hiện các công tác cụ thể như sau:\n\n1. Sở Nội vụ\n\n- Xây dựng đề án.\n"
    )
    assert reading.texts[0].endswith("tổ chức quán triệt trong đơn vị.")
    assert reading.all_parts == ["implement các sở, ban, ngành", "implement Sở Nội vụ"]


def test_what_goes_on_with_an_item_stands_in_it(read: Reader) -> None:
    reading = read(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Giao Công an tỉnh xây dựng kế hoạch hằng năm.\n\n"
        "Đồng thời, giao Công an tỉnh rà soát các nội dung của Kế hoạch.\n"
    )
    assert [task.section_id for task in reading.tasks] == ["IV.1", "IV.1"]


def test_things_listed_below_an_order_are_no_tasks(read: Reader) -> None:
    things = "- Hệ thống giám sát môi trường.\n\n- Bản đồ số dùng chung.\n"
    order = "Nghiên cứu, triển khai các nền tảng số như:"
    whole = f"{order} Hệ thống giám sát môi trường. Bản đồ số dùng chung."
    assert read(f"II. NHIỆM VỤ\n\n1. {order}\n\n{things}").texts == [whole]
    orders = "- Xây dựng bản đồ số.\n\n- Rà soát dữ liệu.\n"
    assert len(read(f"II. NHIỆM VỤ\n\n1. {order}\n\n{orders}").tasks) == 2


@pytest.mark.parametrize("mark", ["- ", ""])
@pytest.mark.parametrize("who", ["", "Ban Thường trực Mặt trận Tổ quốc xã "])
def test_what_an_inspection_asks_about_is_no_task(read: Reader, mark: str, who: str) -> None:
    verb = "giám sát" if who else "Giám sát"
    reading = read(
        f"II. NHIỆM VỤ\n\n1. Giám sát bầu cử\n\n{mark}{who}{verb} việc thành lập Tổ bầu cử. Cụ thể:\n\n"
        "- Thành phần, số lượng thành viên.\n\n- Việc ban hành các văn bản.\n\n"
        "- Bảo đảm đúng thời gian.\n\n* Thời gian thực hiện: từ ngày 01/12/2025 đến ngày 14/12/2025.\n"
    )
    assert len(reading.tasks) == 1
    assert len(reading.tasks[0].deadline_ids) == 1


@pytest.mark.parametrize(
    ("order", "items"),
    [
        ("Tăng cường kiểm tra việc sử dụng đất. Cụ thể:", ("Rà soát quỹ đất.", "Lập danh sách.")),
        ("Đề án tập trung vào kiểm tra:", ("Tổ chức kiểm tra đất.", "Công bố kết quả.")),
    ],
)
def test_orders_below_an_inspection_are_tasks(
    read: Reader, order: str, items: tuple[str, str]
) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n{order}\n\n- {items[0]}\n\n- {items[1]}\n")
    assert list(items) == reading.texts


def test_notes_below_a_table_are_no_tasks(read: Reader) -> None:
    reading = read(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế lập danh sách.\n\nGhi chú:\n\n"
        "- (*) Chủ tịch Hội đồng thẩm định quyết định.\n\n- Thời gian sẽ được điều chỉnh.\n"
    )
    assert reading.texts == ["Sở Y tế lập danh sách."]


def test_a_numbered_row_over_all_columns_is_a_group(read: Reader) -> None:
    reading = read(
        "PHỤ LỤC\n\nThời gian | Nội dung | Chủ trì | Phối hợp\nI | GIAI ĐOẠN 1\n1 | Lập nhiệm vụ\n"
        "10-11/2026 | Lấy ý kiến các Bộ | Sở Y tế | Sở Nội vụ\n | Tổng hợp ý kiến | Sở Y tế | \n"
    )
    assert reading.texts == ["Lấy ý kiến các Bộ", "Tổng hợp ý kiến"]
    assert [str(task.section_id).split(".")[-2:] for task in reading.tasks] == [["I", "1"]] * 2


def test_a_row_that_counts_on_from_a_group_stands_beside_it(read: Reader) -> None:
    reading = read(
        "PHỤ LỤC\n\nTT\nNội dung\nCơ quan chủ trì\nThời gian\n1\nXây dựng văn bản\na)\nXây dựng Thông tư\n"
        "Sở Y tế\nQuý I/2026\nb)\nLập cơ sở dữ liệu\nSở Nội vụ\nQuý II/2026\n2\nTheo dõi thi hành\n"
        "Sở Y tế\nThường xuyên\n"
    )
    sections = [str(task.section_id).split(".")[-1] for task in reading.tasks]
    assert sections[:2] == ["1", "1"]
    assert sections[2] != "1"


@pytest.mark.parametrize(
    ("words", "partner"),
    [
        ("trao đổi, thống nhất với Sở Tư pháp để xác định loại văn bản", "; coordinate Sở Tư pháp"),
        ("làm việc cụ thể và thống nhất với Sở Y tế về phân công", "; coordinate Sở Y tế"),
        ("trao đổi kinh nghiệm, thống nhất với quy định của Bộ Y tế", ""),
    ],
)
def test_who_has_to_agree_takes_part(read: Reader, words: str, partner: str) -> None:
    reading = read(f"IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính {words}.\n")
    assert reading.all_parts == [f"implement Sở Tài chính{partner}"]


def test_an_order_may_end_in_what_to_heed(read: Reader) -> None:
    order = "Bộ Tài chính hoàn thiện dự thảo Đề án, trình Thủ tướng Chính phủ trước ngày 20/12/2025"
    reading = read(
        f"II. NHIỆM VỤ\n\n1. {order}. Trong đó chú ý một số nội dung sau:\n\n"
        "- Bộ Tài chính rà soát quy định.\n\n- Bộ Tư pháp thẩm định dự thảo.\n"
    )
    assert [text[:20] for text in reading.texts] == [
        "Bộ Tài chính hoàn th",
        "Bộ Tài chính rà soát",
        "Bộ Tư pháp thẩm định",
    ]


def test_a_list_that_a_page_break_cut_off_goes_on(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Sở Nội vụ có trách nhiệm theo dõi, giám sát; vận động các đoàn thể như Hội Phụ nữ,\n\n"
        "Đoàn Thanh niên giúp đỡ các hộ gia đình xây dựng nhà ở.\n\n2. Sở Y tế lập danh sách.\n"
    )
    assert len(reading.tasks) == 2
    assert [parts.split(";")[0] for parts in reading.all_parts] == [
        "implement Sở Nội vụ",
        "implement Sở Y tế",
    ]


@pytest.mark.parametrize(
    ("ending", "count"), [("để:", 1), ("nhằm:", 1), ("như sau:", 2), ("tập trung:", 2)]
)
def test_what_an_order_is_for_stands_in_it(read: Reader, ending: str, count: int) -> None:
    reading = read(
        f"II. NHIỆM VỤ\n\n1. Sửa đổi Luật Khoa học và Công nghệ {ending}\n\n"
        "- Tháo gỡ các khó khăn, vướng mắc.\n\n- Đơn giản hóa thủ tục hành chính.\n"
    )
    assert len(reading.tasks) == count


def test_who_makes_up_what_an_order_sets_up_is_no_task(read: Reader) -> None:
    order = "Thành lập Ban vận động thực hiện Chương trình. Trong đó:"
    members = "* Cấp tỉnh: gồm lãnh đạo Sở Y tế.\n\n* Cấp huyện: gồm Trưởng phòng Y tế.\n"
    (task,) = read(f"II. NHIỆM VỤ\n\n- {order}\n\n{members}").texts
    assert task.startswith("Thành lập Ban vận động")


def test_orders_of_a_directive_are_for_whom_it_opens_with(read: Reader) -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\n\nSố: 12/CT-UBND\n\n"
        "Thái Nguyên, ngày 22 tháng 12 năm 2021\n\nCHỈ THỊ\n\nVề phòng, chống dịch\n\n"
    )
    reading = read(
        "Để chủ động phòng, chống dịch, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành thực hiện:\n\n"
        "1. Tăng cường tuyên truyền.\n\n2. Sở Y tế kiểm tra các cơ sở y tế.\n",
        head=head,
    )
    assert reading.texts == ["Tăng cường tuyên truyền.", "Sở Y tế kiểm tra các cơ sở y tế."]
    assert reading.all_parts == [
        "implement Giám đốc các sở, Thủ trưởng các ban, ngành",
        "implement Sở Y tế",
    ]


def test_an_opening_that_cites_first_charges_too(read: Reader) -> None:
    reading = read(
        "Thực hiện Kế hoạch số 12/KH-TU, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện một số nhiệm vụ sau:\n\n"
        "1. Sở Nội vụ\n\n- Đôn đốc việc thực hiện.\n\n2. Tổ chức trực Tết bảo đảm 24/24 giờ.\n"
    )
    assert [told.partition("; ")[0] for told in reading.all_parts] == [
        "implement Sở Nội vụ",
        "implement các sở, ban, ngành",
    ]


@pytest.mark.parametrize(
    ("article", "parts"),
    [
        (
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Giám đốc Sở Tài chính chịu trách nhiệm thi hành.",
            "implement Giám đốc Sở Tài chính",
        ),
        (
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nGiám đốc các sở: Tài chính, Y tế; Chủ tịch UBND các xã chịu trách nhiệm thi hành.",
            "implement Tài chính, Y tế, Chủ tịch UBND các xã",
        ),
        (
            "Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc: Sở Tài chính, Sở Y tế; Chủ tịch UBND các xã chịu trách nhiệm thi hành.",
            "implement Chánh Văn phòng UBND tỉnh, Sở Tài chính, Sở Y tế, Chủ tịch UBND các xã",
        ),
        (
            "Điều 2. Chánh Văn phòng UBND tỉnh; Thủ trưởng các cơ quan: Sở Tài chính, Sở Y tế chịu trách nhiệm thi hành.",
            "implement Chánh Văn phòng UBND tỉnh, Sở Tài chính, Sở Y tế",
        ),
        (
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nThủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này./.",
            "implement Thủ trưởng các sở, ban, ngành",
        ),
        (
            "Điều 2. Các ông (bà) Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Tài chính chịu trách nhiệm thi hành.",
            "implement Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Tài chính",
        ),
    ],
)
def test_whom_the_last_article_charges(read: Reader, article: str, parts: str) -> None:
    reading = read(
        f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tổ chức thực hiện Chỉ thị.\n\n{article}\n"
    )
    assert reading.all_parts == [parts]


def test_the_council_that_resolves_owns_nothing_below(read: Reader) -> None:
    reading = read(
        "Điều 1. Hội đồng nhân dân tỉnh thống nhất với nội dung chất vấn, cụ thể như sau:\n"
        "1. Về việc xử lý các dự án chậm triển khai:\n"
        "- Ủy ban nhân dân tỉnh rà soát các dự án.\n"
        "- Yêu cầu Ủy ban nhân dân tỉnh báo cáo kết quả.\n"
        "- Đề nghị Thường trực Hội đồng nhân dân tỉnh giám sát.\n"
    )
    assert reading.all_parts[:2] == ["implement Ủy ban nhân dân tỉnh"] * 2
    assert reading.all_parts[2].startswith("implement Thường trực Hội đồng nhân dân tỉnh")


def test_the_closing_paragraph_behind_the_items_of_a_directive_is_in_none(read: Reader) -> None:
    body = "{}1. Sở Y tế\n\n- Tổ chức tiêm chủng.\n\n2. Sở Nội vụ\n\n- Rà soát biên chế.\n\nYêu cầu các sở, ngành nghiêm túc thực hiện./.\n"
    assert read(body.format("")).tasks[-1].section_id is None
    assert read(body.format("V. TỔ CHỨC THỰC HIỆN\n\n")).tasks[-1].section_id == "V"


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Các cấp, các ngành tiếp tục đẩy mạnh công tác cải cách hành chính.", 1),
        ("Người đứng đầu chịu trách nhiệm về kết quả cải cách hành chính.", 1),
        ("Các cấp, các ngành đã tích cực đẩy mạnh cải cách hành chính.", 0),
        ("Sở Nội vụ thời gian qua đã tích cực đẩy mạnh cải cách hành chính.", 0),
        ("Cuối năm, tổng hợp kết quả báo cáo Ủy ban nhân dân tỉnh.", 1),
        ("Trường hợp hồ sơ chưa hợp lệ thì phải hướng dẫn bổ sung một lần.", 1),
        ("Đối với các dự án chậm tiến độ, có trách nhiệm tham mưu xử lý.", 1),
        ("Ưu tiên tập trung nguồn lực đầu tư hạ tầng.", 1),
        ("Tập trung nguồn lực đầu tư các công trình trọng điểm.", 1),
        ("Sở Nội vụ đã được giao chủ trì khẩn trương hoàn thành Đề án.", 1),
        ("Sở Tài chính trên cơ sở dự toán đã được duyệt bố trí kinh phí.", 1),
        ("Tình hình cải cách hành chính còn nhiều hạn chế.", 0),
        ("Bước 2: Tổ chức thu thập thông tin, chấm điểm theo phiếu B.", 1),
        ("Tham mưu thành lập Ban Chỉ đạo. Hoàn thành báo cáo trước ngày 01/12/2021.", 2),
        ("Tham mưu thành lập Ban Chỉ đạo. Hoàn thành trước ngày 01/12/2021.", 1),
        ("Các tỉnh, thành Hội duy trì hoạt động của các mô hình tự quản.", 1),
        ("Các tỉnh, thành Hội đã duy trì hoạt động của các mô hình tự quản.", 0),
        ("Mỗi xã, thị trấn đảm nhận ít nhất 01 công trình thanh niên.", 1),
        ("Mỗi xã, thị trấn đã đảm nhận 01 công trình thanh niên.", 0),
        ("Định kỳ 15 ngày báo cáo tình hình giá cả thị trường.", 1),
        ("Nếu có vướng mắc thì báo cáo để được hướng dẫn.", 1),
    ],
)
def test_sentences_of_an_unlabelled_paragraph(read: Reader, paragraph: str, count: int) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n1. Về công tác chỉ đạo, điều hành\n\n{paragraph}\n")
    assert len(reading.tasks) == count


@pytest.mark.parametrize(
    ("closing", "texts"),
    [
        # the letter itself
        ("Tổng cục Thuế thông báo để các Cục Thuế biết và triển khai thực hiện./.", []),
        ("Sở Y tế xin thông báo để các đơn vị được biết, thực hiện./.", []),
        ("Trên đây là Kế hoạch chuyển đổi số năm 2022 của tỉnh./.", []),
        (
            "Trên đây là Kế hoạch chuyển đổi số năm 2022, yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.",
            ["yêu cầu các sở, ban, ngành nghiêm túc thực hiện./."],
        ),
        (
            "Yêu cầu các sở, ban, ngành triển khai thực hiện. Trong quá trình thực hiện nếu có khó khăn, vướng mắc, báo cáo UBND tỉnh xem xét./.",
            [
                "Yêu cầu các sở, ban, ngành triển khai thực hiện.",
                "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, báo cáo UBND tỉnh xem xét./.",
            ],
        ),
    ],
)
def test_closing_paragraphs(read: Reader, closing: str, texts: list[str]) -> None:
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Xây dựng kế hoạch.\n\n2. Sở Nội vụ\n\n- Rà soát biên chế.\n\n{closing}\n"
    )
    assert reading.texts[2:] == texts
    for task in reading.tasks[2:]:
        assert reading.parts(task).startswith("implement các sở, ban, ngành")


@pytest.mark.parametrize(
    ("closing", "count"),
    [
        ("Nhận được công văn này, yêu cầu các bộ phận, các thôn triển khai thực hiện./.", 1),
        ("Nhận được công văn này đề nghị Hiệu trưởng các trường nghiêm túc thực hiện./.", 1),
        ("Trên đây là kế hoạch, UBND tỉnh yêu cầu các sở, ngành thực hiện kế hoạch này./.", 1),
        ("Trên đây là Báo cáo năm 2026; Sở Nội vụ báo cáo Bộ Nội vụ theo dõi./.", 0),
    ],
)
def test_whom_the_last_words_ask(read: Reader, closing: str, count: int) -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Xây dựng kế hoạch.\n\n2. Sở Nội vụ\n\n- Rà soát biên chế.\n\n"
    assert len(read(f"{body}{closing}\n").texts) == 2 + count


def test_a_last_item_without_its_full_stop_leaves_the_closing_words(read: Reader) -> None:
    item = "Tổ chức hướng dẫn cho học sinh cách phòng tránh đuối nước, không tắm ao, hồ khi không có người lớn"
    reading = read(f"1. Tăng cường tuyên truyền.\n\n2. {item}\n\nĐề nghị các trường thực hiện./.\n")
    assert reading.texts[1:] == [item, "Đề nghị các trường thực hiện./."]


def test_what_is_told_before_a_request_is_no_part_of_it(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Đến nay, dự án đã hoàn thành 60% khối lượng. Yêu cầu chủ đầu tư đôn đốc nhà "
        "thầu.\n\n2. Thống nhất chủ trương điều chỉnh thiết kế. Giao Sở Xây dựng thẩm định.\n\n"
        "3. Đồng ý về nguyên tắc; Sở Nội vụ hướng dẫn thực hiện.\n"
    )
    assert reading.texts == [
        "Yêu cầu chủ đầu tư đôn đốc nhà thầu.",
        "Giao Sở Xây dựng thẩm định.",
        "Đồng ý về nguyên tắc; Sở Nội vụ hướng dẫn thực hiện.",
    ]


def test_how_a_body_works_is_none_of_its_duties(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Ban Chỉ đạo\n\n- Xây dựng kế hoạch.\n\n"
        "- Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ.\n"
    )
    assert reading.texts == ["Xây dựng kế hoạch."]


@pytest.mark.parametrize("mark", ["1. ", "- ", ""])
@pytest.mark.parametrize("joint", [". ", "; "])
def test_a_body_that_dissolves_gives_no_time(read: Reader, mark: str, joint: str) -> None:
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n{mark}Sở Nội vụ tham mưu thành lập Tổ công tác{joint}"
        "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.\n"
    )
    assert len(reading.tasks) == 1
    assert reading.all_parts == ["implement Sở Nội vụ; advise Sở Nội vụ"]
    assert reading.deadlines == ()


def test_whom_an_order_dissolves_is_charged(read: Reader) -> None:
    order = "Giao Tổ công tác rà soát và tự giải thể sau khi hoàn thành nhiệm vụ."
    reading = read(
        f"V. TỔ CHỨC THỰC HIỆN\n\n1. {order}\n\n2. Sở Y tế báo cáo sau khi hoàn thành nhiệm vụ.\n"
    )
    assert len(reading.tasks) == 2
    assert [reading.words_of_deadlines(task) for task in reading.tasks] == [
        [],
        ["sau khi hoàn thành nhiệm vụ"],
    ]


def test_a_matter_named_with_a_full_stop_stands_over_its_lines(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Công tác phòng, chống ma túy.\n\nTổ chức ký cam kết với các thôn.\n\n"
        "2. Tiếp tục quán triệt Chỉ thị.\n\nRà soát các tụ điểm.\n"
    )
    assert reading.texts == [
        "Tổ chức ký cam kết với các thôn.",
        "Tiếp tục quán triệt Chỉ thị.",
        "Rà soát các tụ điểm.",
    ]


def test_a_heading_that_orders_before_it_introduces(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\na) Hằng năm, căn cứ hướng dẫn, Sở Tư pháp tham mưu ban hành kế hoạch hòa giải "
        "ở cơ sở và bảo đảm các nội dung sau:\n\n- Xác định rõ nhiệm vụ trọng tâm.\n\n"
        "b) Các sở, ban, ngành tiếp tục triển khai các giải pháp ổn định kinh tế, cụ thể như sau:\n\n"
        "- Sở Y tế rà soát dự án.\n"
    )
    assert [text.split(",")[0] for text in reading.texts] == [
        "Hằng năm",
        "Xác định rõ nhiệm vụ trọng tâm.",
        "Các sở",
        "Sở Y tế rà soát dự án.",
    ]


def test_a_page_break_inside_an_item_parts_nothing(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Xây dựng kế hoạch, phối hợp với\n\n"
        "Sở Tài chính bố trí\n\nkinh phí.\n\n- Báo cáo UBND tỉnh.\n"
    )
    assert reading.texts[-1] == "Báo cáo UBND tỉnh."
    assert "kinh phí." in reading.texts[0]


def test_a_heading_that_is_an_order_without_parts_is_a_task(read: Reader) -> None:
    reading = read("II. NHIỆM VỤ\n\n1. Xây dựng cơ sở dữ liệu dân cư\n\n2. Phát triển kinh tế số\n")
    assert reading.texts == ["Xây dựng cơ sở dữ liệu dân cư", "Phát triển kinh tế số"]


def test_a_heading_and_its_day_are_one_task(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Tổ chức khai giảng năm học mới: Ngày 05/9/2024 (thứ Năm).\n\n"
        "2. Xét công nhận tốt nghiệp trước ngày 30/6/2025.\n\n3. Ngày tựu trường: 28/8/2023.\n"
    )
    assert reading.texts[2] == "Ngày tựu trường: 28/8/2023."
    assert reading.texts[:2] == [
        "Tổ chức khai giảng năm học mới: Ngày 05/9/2024 (thứ Năm).",
        "Xét công nhận tốt nghiệp trước ngày 30/6/2025.",
    ]


def test_bullets_that_unfold_a_heading_are_in_its_task(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Thực hiện 35 tuần thực học, cụ thể:\n\n"
        "- Học kỳ I: Bắt đầu từ ngày 06/9/2024.\n\n- Học kỳ II: Kết thúc trước ngày 31/5/2025.\n"
    )
    assert len(reading.texts) == 1
    assert reading.texts[0].endswith("Kết thúc trước ngày 31/5/2025.")


@pytest.mark.parametrize(
    "line",
    [
        "Truyền thông trên loa đài, mạng xã hội (zalo, facebook...) về: xử lý nước; vệ sinh môi trường.",
        "Xác định cải cách hành chính là nhiệm vụ trọng tâm của năm.",
        "Hướng dẫn các đơn vị phải bảo đảm an toàn.",
        "Xây dựng kế hoạch, trong đó phải bảo đảm tiến độ.",
    ],
)
def test_what_orders_all_the_same(read: Reader, line: str) -> None:
    assert read(f"II. NHIỆM VỤ\n\n1. Giải pháp\n\n{line}\n").texts == [line]


def test_a_last_paragraph_that_orders_the_whole_closes(read: Reader) -> None:
    reading = read(
        "V. KINH PHÍ\n\n- Từ ngân sách tỉnh.\n\n"
        "Khắc phục môi trường sau bão là nhiệm vụ cấp bách. Đề nghị các sở, ban, ngành khẩn trương thực hiện./.\n"
    )
    assert reading.texts == ["Đề nghị các sở, ban, ngành khẩn trương thực hiện./."]
    assert [task.section_id for task in reading.tasks] == [None]


@pytest.mark.parametrize(
    "line",
    [
        "Triển khai các chương trình: “Bình dân học vụ số” cho người dân.",
        "Kiểm tra hồ sơ, tài liệu: Giấy phép sử dụng vật liệu nổ công nghiệp.",
        "Tuyên truyền: Thường xuyên.",
    ],
)
def test_an_order_and_its_objects_behind_a_colon(read: Reader, line: str) -> None:
    assert read(f"II. NHIỆM VỤ\n\n1. {line}\n").texts == [line]


def test_a_heading_before_an_order_is_no_part_of_it(read: Reader) -> None:
    assert read("II. NHIỆM VỤ\n\n1. Đào tạo: Tổ chức các lớp tập huấn.\n").texts == [
        "Tổ chức các lớp tập huấn."
    ]


def test_what_a_heading_speaks_of_charges_nobody(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\nSở Y tế có trách nhiệm:\n\n"
        "1. Đối với công tác quy hoạch: Lập quy hoạch mạng lưới.\n\n2. Rà soát nhân lực.\n\n"
        "Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Kế hoạch này./.\n"
    )
    assert reading.all_parts[:2] == ["implement Sở Y tế"] * 2
    assert reading.all_parts[2:] == ["implement Thủ trưởng các sở, ban, ngành"]


def test_the_last_words_of_a_body_are_its_own(read: Reader) -> None:
    last = "Bố trí kinh phí, chịu trách nhiệm tổ chức thực hiện Kế hoạch này./."
    reading = read(f"V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Xây dựng kế hoạch.\n\n{last}\n")
    assert [parts.split(";")[0] for parts in reading.all_parts] == ["implement Sở Y tế"] * 2


_PRIORITY = "\n\n{mark} Thanh toán nợ đọng.\n\n{mark} Bố trí vốn cho dự án chuyển tiếp.\n\n"


@pytest.mark.parametrize(
    ("order", "mark"),
    [
        ("1. Phân bổ vốn theo thứ tự ưu tiên sau:", "-"),
        ("1. Sở Tài chính phân bổ vốn theo thứ tự ưu tiên như sau:", "-"),
        ("- Sở Tài chính phân bổ vốn theo nguyên tắc, thứ tự ưu tiên sau:", "+"),
        ("Lựa chọn dự án theo các tiêu chí cụ thể sau đây:", "-"),
        ("1. Lựa chọn dự án đáp ứng đủ các điều kiện sau:", "-"),
    ],
)
def test_the_measure_of_an_order_stands_in_it(read: Reader, order: str, mark: str) -> None:
    below = _PRIORITY.format(mark=mark)
    reading = read(f"II. NHIỆM VỤ\n\n{order}{below}")
    assert len(reading.tasks) == 1
    assert reading.texts[0].endswith("Bố trí vốn cho dự án chuyển tiếp.")


@pytest.mark.parametrize(
    ("lead_in", "count"),
    [
        # what only names the measure orders nothing
        ("1. Thứ tự ưu tiên:", 0),
        ("1. Các tiêu chí lựa chọn như sau:", 0),
        # to put first, and to see to, are orders with their steps
        ("1. Ưu tiên thực hiện các nhiệm vụ sau:", 2),
        ("1. Chuẩn bị đầy đủ các điều kiện sau:", 2),
    ],
)
def test_a_measure_that_is_only_named(read: Reader, lead_in: str, count: int) -> None:
    below = _PRIORITY.format(mark="-")
    reading = read(f"II. NHIỆM VỤ\n\n{lead_in}{below}2. Rà soát hồ sơ.\n")
    assert len(reading.tasks) == count + 1
