"""Sentences that name their actors themselves."""

from __future__ import annotations

from typing import Any

import pytest

Reader = Any


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, Công an tỉnh xây dựng Đề án.",
            "lead Sở Y tế; coordinate Sở Tài chính, Công an tỉnh",
        ),
        (
            "Giao Sở Nông nghiệp và Phát triển nông thôn chủ trì phối hợp với các sở, ban, ngành tỉnh và UBND các xã, phường thực hiện chương trình OCOP.",
            "lead Sở Nông nghiệp và Phát triển nông thôn; coordinate các sở, ban, ngành tỉnh, UBND các xã, phường",
        ),
        (
            "Giao Công an tỉnh có trách nhiệm theo dõi, hướng dẫn việc thực hiện.",
            "implement Công an tỉnh; monitor Công an tỉnh",
        ),
        (
            "UBND tỉnh giao Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp các sở, ngành liên quan triển khai thực hiện.",
            "lead Sở Lao động - Thương binh và Xã hội; coordinate các sở, ngành liên quan",
        ),
        (  # to lead is what it does, not a post of the other
            "Ban cán sự đảng UBND tỉnh lãnh đạo Sở Nội vụ ban hành chương trình.",
            "implement Ban cán sự đảng UBND tỉnh; direct Ban cán sự đảng UBND tỉnh",
        ),
        (
            "Các ban đảng, Ban cán sự đảng, Đảng đoàn, huyện ủy, thành ủy xây dựng kế hoạch.",
            "implement Các ban đảng, Ban cán sự đảng, Đảng đoàn, huyện ủy, thành ủy",
        ),
        (
            "Các trường mầm non, tiểu học, THCS rà soát phiếu điều tra.",
            "implement Các trường mầm non, tiểu học, THCS",
        ),
        (
            "Các chủ công trình hồ chứa nước thủy lợi, thủy điện tổ chức trực ban.",
            "implement Các chủ công trình hồ chứa nước thủy lợi, thủy điện",
        ),
        (  # those who ask stand before the one who acts
            "Trên cơ sở đề nghị của UBND các huyện, Sở Xây dựng chủ trì lập Đề án.",
            "lead Sở Xây dựng",
        ),
        (
            "Trên cơ sở đề nghị của Sở Xây dựng và Sở Y tế, Sở Tài chính lập danh sách.",
            "implement Sở Tài chính",
        ),
        (  # … while a list of those who act stays whole
            "Căn cứ Kế hoạch này, Sở Xây dựng, Sở Tài chính lập danh sách.",
            "implement Sở Xây dựng, Sở Tài chính",
        ),
        (  # what is set up, not who does it
            "Thành lập Ban Chỉ đạo cấp tỉnh; Ban Chỉ đạo cấp huyện theo quy định.",
            "",
        ),
        (  # the bracket says which body has the part
            "Cơ quan thường trực Ban Chỉ đạo (Sở Nội vụ) có trách nhiệm tổng hợp.",
            "implement Sở Nội vụ",
        ),
        (  # a second one is charged behind
            "Giao Sở Văn hóa và Thể thao tổ chức hội thi và giao Sở Nội vụ theo dõi.",
            "implement Sở Văn hóa và Thể thao, Sở Nội vụ",
        ),
        (
            "Hằng tuần, các sở, ngành gửi báo cáo về Sở Nội vụ.",
            "implement các sở, ngành; receive_report Sở Nội vụ",
        ),
        (
            "Công an tỉnh phối hợp chặt chẽ, hiệu quả với Sở Y tế kiểm tra.",
            "implement Công an tỉnh; coordinate Sở Y tế",
        ),
        (
            "Công an tỉnh chủ trì, phối hợp chặt chẽ, quyết liệt với Sở Y tế kiểm tra.",
            "lead Công an tỉnh; coordinate Sở Y tế",
        ),
        (  # some of a class above all, however they are told
            "Các huyện, thành phố, nhất là các huyện trong vùng Đông Bắc, vùng đồng bằng chủ động rà soát.",
            "implement Các huyện, thành phố",
        ),
        (
            "Các sở, ngành, nhất là Sở Y tế chủ động rà soát.",
            "implement Các sở, ngành, Sở Y tế",
        ),
        (  # one that is not known among those that share a duty
            "Ủy ban nhân dân, Chủ tịch và các thành viên Ủy ban nhân dân tỉnh, các sở, ngành có trách nhiệm thực hiện.",
            "implement Ủy ban nhân dân, các thành viên Ủy ban nhân dân tỉnh, các sở, ngành",
        ),
        (  # … but not whose proposal it follows
            "Sở Nội vụ, theo đề nghị của Sở Tài chính, có trách nhiệm tổng hợp.",
            "implement Sở Nội vụ",
        ),
        ("Phân công Sở Giáo dục và Đào tạo tổ chức hội thi.", "implement Sở Giáo dục và Đào tạo"),
        ("Giao Chủ tịch UBND cấp xã rà soát hộ nghèo.", "implement Chủ tịch UBND cấp xã"),
        (
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh tuyên truyền, vận động nhân dân.",
            "implement Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        ),
        (
            "Yêu cầu các sở, ban, ngành báo cáo kết quả về Sở Nội vụ trước ngày 15/12/2022.",
            "implement các sở, ban, ngành; receive_report Sở Nội vụ",
        ),
        (
            "Căn cứ chức năng, nhiệm vụ được giao, Sở Xây dựng có trách nhiệm hướng dẫn các địa phương lập quy hoạch.",
            "implement Sở Xây dựng",
        ),
        (
            "Trong quý I/2022, Sở Giao thông vận tải hoàn thành việc cấp đổi.",
            "implement Sở Giao thông vận tải",
        ),
        (
            "Thủ trưởng các sở, ban, ngành và Ủy ban nhân dân các xã, phường chịu trách nhiệm triển khai, thực hiện Kế hoạch này.",
            "implement Thủ trưởng các sở, ban, ngành, Ủy ban nhân dân các xã, phường",
        ),
        (
            "Sở Công Thương phối hợp với Công an tỉnh kiểm tra thị trường.",
            "implement Sở Công Thương; coordinate Công an tỉnh",
        ),
        (
            "Sở Tư pháp và Sở Nội vụ phối hợp thực hiện rà soát thủ tục hành chính.",
            "implement Sở Tư pháp, Sở Nội vụ",
        ),
        (
            "Giao trách nhiệm cho Giám đốc Sở Nội vụ theo dõi, kiểm tra việc thực hiện Quyết định này.",
            "implement Giám đốc Sở Nội vụ; monitor Giám đốc Sở Nội vụ",
        ),
        (
            "Trên cơ sở nội dung Chương trình hành động của Chính phủ, các bộ, ngành, địa phương theo chức năng, nhiệm vụ xây dựng kế hoạch thực hiện.",
            "implement các bộ, ngành, địa phương",
        ),
        (
            "Chánh Văn phòng, Vụ trưởng Vụ Kế hoạch - Tài chính chịu trách nhiệm thi hành Quyết định này.",
            "implement Chánh Văn phòng, Vụ trưởng Vụ Kế hoạch - Tài chính",
        ),
        # several actors
        (
            "Sở Nội vụ chủ trì rà soát biên chế; Sở Tư pháp thẩm định văn bản; các sở, ngành phối hợp.",
            "lead Sở Nội vụ; implement Sở Tư pháp; coordinate các sở, ngành; appraise Sở Tư pháp",
        ),
        (
            "Các địa phương thực hiện lắp đặt camera giám sát; Công an tỉnh chủ trì hướng dẫn kỹ thuật.",
            "lead Công an tỉnh; implement Các địa phương",
        ),
        # passive
        ("Xây dựng phần mềm quản lý hồ sơ do Sở Nội vụ chủ trì thực hiện.", "lead Sở Nội vụ"),
        (
            "Phân tích đề thi tốt nghiệp – Trường THPT Cao Lãnh 2 thực hiện.",
            "implement Trường THPT Cao Lãnh 2",
        ),
        ("Xây dựng phần mềm quản lý hồ sơ (Sở Nội vụ chủ trì).", "lead Sở Nội vụ"),
        ("Xây dựng phần mềm quản lý hồ sơ (Sở Nội vụ đã thực hiện năm 2023).", ""),
        (
            "Rà soát báo cáo tiến độ, do Sở Tài chính và Sở Xây dựng chủ trì phối hợp với một số sở, ban, ngành.",
            "lead Sở Tài chính, Sở Xây dựng; coordinate một số sở, ban, ngành",
        ),
        (
            "Tổ chức hội nghị triển khai, giao Văn phòng UBND tỉnh chuẩn bị nội dung.",
            "implement Văn phòng UBND tỉnh",
        ),
        (
            "Xây dựng cơ sở dữ liệu dùng chung (Sở Thông tin và Truyền thông chủ trì, hoàn thành trong tháng 6/2022).",
            "lead Sở Thông tin và Truyền thông",
        ),
        # a class that has a part, told its duty
        ("Chủ đầu tư có trách nhiệm lập hồ sơ thanh toán.", "implement Chủ đầu tư"),
        ("Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.", "implement Cơ quan phối hợp"),
        (
            "Trong quá trình lập, cơ quan tổ chức lập quy hoạch phải bảo đảm khả năng tích hợp.",
            "implement cơ quan tổ chức lập quy hoạch",
        ),
        # lists whose head word stands once, and members of every sort
        (
            "Sở Nội vụ chủ trì, phối hợp với các Sở: Tài chính, Xây dựng hướng dẫn thực hiện.",
            "lead Sở Nội vụ; coordinate Tài chính, Xây dựng",
        ),
        (
            "Sở Y tế phối hợp với UBND huyện cùng cấp và các đơn vị có liên quan rà soát.",
            "implement Sở Y tế; coordinate UBND huyện, các đơn vị có liên quan",
        ),
        (
            "Sở Y tế phối hợp với Sở Tài chính và địa phương rà soát.",
            "implement Sở Y tế; coordinate Sở Tài chính, địa phương",
        ),
        ("Sở Y tế đồng hành cùng chính quyền phòng chống dịch.", "implement Sở Y tế"),
        # a duty in other words
        (
            "Sở Y tế có nhiệm vụ theo dõi, đôn đốc việc thực hiện.",
            "implement Sở Y tế; monitor Sở Y tế",
        ),
        (
            "Sở Y tế có trách nhiệm: theo dõi, đôn đốc việc thực hiện.",
            "implement Sở Y tế; monitor Sở Y tế",
        ),
        (
            "Sở Tài chính là cơ quan chủ trì, phối hợp với Sở Y tế theo dõi, đôn đốc.",
            "lead Sở Tài chính; coordinate Sở Y tế; monitor Sở Tài chính",
        ),
        (
            "Sở Xây dựng là cơ quan chủ trì, Sở Y tế là cơ quan phối hợp thực hiện rà soát quy hoạch.",
            "lead Sở Xây dựng; coordinate Sở Y tế",
        ),
        (  # it tells which one is meant
            "Sở Nội vụ gửi kế hoạch về Bộ Xây dựng là cơ quan chủ trì.",
            "implement Sở Nội vụ; receive_report Bộ Xây dựng",
        ),
        (
            "Bộ trưởng các Bộ Quốc phòng, Công an chỉ đạo rà soát phương án.",
            "implement Quốc phòng, Công an; direct Quốc phòng, Công an",
        ),
        (
            "Đối với các địa phương chưa lập Đề án thì khẩn trương lập và phê duyệt.",
            "implement các địa phương chưa lập Đề án",
        ),
        (
            "Đề nghị các đơn vị phối hợp và triển khai nghiêm túc.",
            "implement các đơn vị",
        ),
        (
            "Chủ tịch Hội đồng thành viên, Tổng Giám đốc các tập đoàn, tổng công ty nhà nước chủ động rà soát.",
            "implement Chủ tịch Hội đồng thành viên, Tổng Giám đốc các tập đoàn, tổng công ty nhà nước",
        ),
        (  # a list of those who act, by semicolons, behind the time
            "Trong năm 2022, các bộ, ngành; các cấp chính quyền địa phương; các tập đoàn kinh tế, tổng công ty của Nhà nước hoàn thành việc quán triệt.",
            "implement các bộ, ngành, các cấp chính quyền địa phương, các tập đoàn kinh tế, tổng công ty của Nhà nước",
        ),
        (  # what goes before "thì" is when
            "Sau khi kiểm tra, đối với những hồ sơ đủ điều kiện thì Sở Y tế giới thiệu đối tượng đi giám định.",
            "implement Sở Y tế",
        ),
        # households act by themselves, without "các"
        ("Hộ gia đình tự tổ chức diệt lăng quăng.", "implement Hộ gia đình"),
        ("Các hộ gia đình tự tổ chức vệ sinh môi trường.", "implement Các hộ gia đình"),
        ("Chủ hộ chăn nuôi có trách nhiệm khai báo dịch bệnh.", "implement Chủ hộ chăn nuôi"),
        ("Thôn, ấp, tổ dân phố vận động nhân dân.", "implement Thôn, ấp, tổ dân phố"),
        # nobody is charged
        ("Hộ gia đình nghèo được hỗ trợ vốn.", ""),
        ("Nâng cao đời sống của hộ gia đình nghèo.", ""),
        ("Kiểm tra các dự án do Sở Xây dựng quản lý.", ""),
        ("Khuyến khích các doanh nghiệp đầu tư vào khu công nghiệp.", ""),
        ("Nâng cao hiệu quả công tác phối hợp giữa các ngành.", ""),
        ("Tuyên truyền chủ trương của Tỉnh ủy.", ""),
    ],
)
def test_who_does_it(read: Reader, sentence: str, parts: str) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n1. {sentence}\n")
    assert reading.texts == [sentence]
    assert reading.all_parts == [parts]


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("Giao Sở Y tế xây dựng Đề án.", "stated"),
        ("Sở Y tế xây dựng Đề án.", "subject"),
        ("Đẩy mạnh tuyên truyền. Cơ quan chủ trì: Sở Tư pháp.", "label"),
    ],
)
def test_by_what_words_the_owner_is_told(read: Reader, sentence: str, basis: str) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n1. {sentence}\n")
    assert reading.bases(reading.tasks[0]) == {basis}


@pytest.mark.parametrize(
    ("item", "text", "parts"),
    [
        (
            "1. Đẩy mạnh tuyên truyền. Cơ quan chủ trì: Sở Tư pháp. Cơ quan phối hợp: Báo Thái Nguyên. Thời gian: Thường xuyên.",
            "Đẩy mạnh tuyên truyền. Cơ quan chủ trì: Sở Tư pháp. Cơ quan phối hợp: Báo Thái Nguyên. Thời gian: Thường xuyên.",
            "lead Sở Tư pháp; coordinate Báo Thái Nguyên",
        ),
        (
            "1. Rà soát quy hoạch (Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính, UBND các huyện; hoàn thành: Quý III/2022).",
            "Rà soát quy hoạch (Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính, UBND các huyện; hoàn thành: Quý III/2022).",
            "lead Sở Xây dựng; coordinate Sở Tài chính, UBND các huyện",
        ),
        (
            "1. Xây dựng kiến trúc số: Sở Thông tin và Truyền thông chủ trì, phối hợp các sở, ngành thực hiện.",
            "Xây dựng kiến trúc số: Sở Thông tin và Truyền thông chủ trì, phối hợp các sở, ngành thực hiện.",
            "lead Sở Thông tin và Truyền thông; coordinate các sở, ngành",
        ),
        (
            "1. Tổ chức đào tạo. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện.",
            "Tổ chức đào tạo. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện.",
            "lead Sở Nội vụ; coordinate Sở Tài chính",
        ),
        (
            "1. Nâng cấp hạ tầng.\n\n(Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính)",
            "Nâng cấp hạ tầng.",
            "lead Sở Xây dựng; coordinate Sở Tài chính",
        ),
    ],
)
def test_orders_with_who_carries_them_out_behind(
    read: Reader, item: str, text: str, parts: str
) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n{item}\n")
    assert reading.texts == [text]
    assert reading.all_parts == [parts]


@pytest.mark.parametrize(
    ("lead_in", "parts"),
    [
        ("Thời gian tới, các cấp, các ngành cần tập trung:", "implement các cấp, các ngành"),
        (
            "Để hoàn thành nhiệm vụ, ngành Y tế và các địa phương cần thực hiện các giải pháp sau:",
            "implement ngành Y tế, các địa phương",
        ),
        ("Giám đốc Sở yêu cầu toàn ngành tập trung:", "implement toàn ngành"),
    ],
)
def test_classes_that_a_lead_in_tells_what_they_need_to_do(
    read: Reader, lead_in: str, parts: str
) -> None:
    reading = read(f"II. NHIỆM VỤ\n\n{lead_in}\n- Rà soát các trạm y tế.\n")
    assert reading.texts == ["Rà soát các trạm y tế."]
    assert reading.all_parts == [parts]


def test_a_directive_tells_a_whole_service_what_it_needs_to_do(read: Reader) -> None:
    head = (
        "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\n\nSố: 01/CT-VKSTC\n\n"
        "Hà Nội, ngày 5 tháng 12 năm 2022\n\nCHỈ THỊ\nVề công tác năm 2023\n\n"
    )
    text = "Năm 2023, ngành Kiểm sát nhân dân cần tập trung:\n1. Nâng cao trách nhiệm công tố.\n"
    assert read(text, head=head).all_parts == ["implement ngành Kiểm sát nhân dân"]


def test_what_follows_the_last_part_of_a_directive_closes_it(read: Reader) -> None:
    head = "THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 13/CT-TTg\n\nHà Nội, ngày 2 tháng 5 năm 2024\n\nCHỈ THỊ\nVề tín chỉ\n\n"
    text = "Thủ tướng Chính phủ yêu cầu:\n1. Bộ Công Thương rà soát quy định.\n2. Bộ Tài chính lập Đề án.\n"
    follows = "Văn phòng Chính phủ theo dõi, đôn đốc theo chức năng, nhiệm vụ được giao.\n"
    reading = read(text + follows, head=head)
    assert [task.section_id for task in reading.tasks] == ["1", "2", None]
    own = "Bộ Tài chính theo dõi, đôn đốc việc thực hiện.\n"  # … but not the body of that part
    assert [task.section_id for task in read(text + own, head=head).tasks] == ["1", "2", "2"]


def test_what_a_bullet_orders_before_it_introduces_others(read: Reader) -> None:
    below = "+ Quy định rõ nội dung điều tra.\n+ Rà soát các Nghị định.\n"
    first = "Hoàn thành hồ sơ trình Chính phủ trong tháng 7 năm 2022."
    text = f"II. NHIỆM VỤ\n\n- {first} Tập trung vào một số nội dung:\n{below}- Lập quy hoạch.\n"
    assert read(text).texts[0] == first
    # "Trong đó:" parts what was said before
    assert len(read(text.replace("Tập trung vào một số nội dung:", "Trong đó:")).texts) == 3


def test_a_sentence_with_a_subject_of_its_own_is_a_task_of_its_own(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Sở Y tế kiểm tra các cơ sở y tế. Công an tỉnh bảo đảm an ninh trật tự.\n"
    )
    assert reading.texts == [
        "Sở Y tế kiểm tra các cơ sở y tế.",
        "Công an tỉnh bảo đảm an ninh trật tự.",
    ]


@pytest.mark.parametrize("often", ["Mỗi năm", "Hằng tuần", "Hằng năm"])
def test_how_often_before_an_order(read: Reader, often: str) -> None:
    order = f"{often} tập huấn kỹ thuật cho ít nhất 3.000 lượt hộ."
    assert read(f"III. NHIỆM VỤ\n\n1. Khuyến lâm\n\n{order}\n").texts == [order]


def test_a_body_whose_name_is_not_known_acts_in_a_task_of_its_own(read: Reader) -> None:
    reading = read(
        "II. NHIỆM VỤ\n\n1. Giải pháp\n\n- Người tham gia góp ý tại các nội dung đã định hướng. "
        "Ban tổ chức diễn đàn thường xuyên cập nhật, tổng hợp ý kiến. Tổng hợp kết quả.\n"
    )
    assert [text.split(",")[0] for text in reading.texts][1:] == [
        "Ban tổ chức diễn đàn thường xuyên cập nhật"
    ]


def test_who_comes_to_an_event_takes_no_part_in_the_work(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n"
        "- Tổ chức diễn đàn, sự kiện với sự tham gia của Sở Nội vụ, các cơ quan báo chí.\n\n"
        "- Kiểm tra các cơ sở, với sự tham gia của Sở Nội vụ.\n"
    )
    assert reading.all_parts == ["implement Sở Y tế", "implement Sở Y tế; coordinate Sở Nội vụ"]


def test_where_the_tasks_stand_is_none(read: Reader) -> None:
    reading = read(
        "III. NHIỆM VỤ\n\n1. Nhiệm vụ cần làm ngay\n\nCác nhiệm vụ cần làm ngay trong năm 2022 được xác "
        "định tại Phụ lục 2 kèm theo; tổ chức thực hiện theo tiến độ.\n\n2. Rà soát quy hoạch.\n"
    )
    assert reading.texts == ["Rà soát quy hoạch."]


def test_a_second_request_of_the_closing_is_a_task_of_its_own(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Rà soát.\n\nTrên đây là Kế hoạch năm 2022. "
        "Yêu cầu các sở, ngành triển khai thực hiện; đề nghị Liên đoàn Lao động tỉnh phối hợp thực "
        "hiện./.\n"
    )
    assert reading.all_parts[1:] == ["implement các sở, ngành", "implement Liên đoàn Lao động tỉnh"]


def test_what_follows_goes_on_about_whom_the_paragraph_opens_with(read: Reader) -> None:
    reading = read(
        "V. TỔ CHỨC THỰC HIỆN\n\n"
        "Các sở, ban, ngành xây dựng kế hoạch chi tiết. Hằng năm, báo cáo kết quả về Công an tỉnh.\n"
    )
    assert reading.all_parts == [
        "implement Các sở, ban, ngành",
        "implement Các sở, ban, ngành; receive_report Công an tỉnh",
    ]


@pytest.mark.parametrize("between", ["", "2\n\n"])
def test_a_name_that_a_page_break_cuts_goes_on(read: Reader, between: str) -> None:
    text = (
        "II. NHIỆM VỤ\n\n1. Bộ Tài chính:\n\n- Xây dựng chính sách, báo cáo Thủ tướng\n\n"
        f"{between}Chính phủ trong tháng 3 năm 2020.\n\n- Rà soát phí, lệ phí.\n"
    )
    reading = read(text)
    assert reading.all_parts[0] == "implement Bộ Tài chính; receive_report Thủ tướng"
    assert reading.texts == [
        "Xây dựng chính sách, báo cáo Thủ tướng Chính phủ trong tháng 3 năm 2020.",
        "Rà soát phí, lệ phí.",
    ]


def test_a_paragraph_behind_an_unmarked_item_is_its_own(read: Reader) -> None:
    text = (
        "II. NHIỆM VỤ\n\n1. Bộ Tài chính:\n\n- Xây dựng chính sách, trình Thủ tướng.\n\n"
        "Chính phủ xem xét trong tháng 3 năm 2020.\n\n- Rà soát phí, lệ phí.\n"
    )
    assert len(read(text).texts) == 3
