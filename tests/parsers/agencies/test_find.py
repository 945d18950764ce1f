"""Agencies of whole documents: references, short names, recipients, tables, wraps."""

from __future__ import annotations

from collections.abc import Callable

from vnplan.parsers.agencies import AgencyReading
from vnplan.records import Abbreviation, Span

Reader = Callable[..., AgencyReading]


def _named(reading: AgencyReading) -> list[tuple[str, str]]:
    return [(mention.text, mention.agency_id) for mention in reading.mentions]


def test_a_head_word_alone_is_the_body_of_the_heading(read: Reader) -> None:
    text = "1. Sở Y tế\n\n- Xây dựng đề tài do Sở chủ trì.\n\n2. Sở Nội vụ\n\n- Văn bản do Sở tham mưu.\n"
    reading = read(text, headings=["1. Sở Y tế", "2. Sở Nội vụ"])
    assert _named(reading) == [
        ("Sở Y tế", "thai-nguyen/so-y-te"),
        ("Sở", "thai-nguyen/so-y-te"),
        ("Sở Nội vụ", "thai-nguyen/so-noi-vu"),
        ("Sở", "thai-nguyen/so-noi-vu"),
    ]


def test_an_addressee_that_no_list_holds_is_an_unknown_class(read: Reader) -> None:
    heading = "1. Trách nhiệm của đối tượng thực hiện kiểm kê"
    reading = read(f"{heading}\n\n- Lập báo cáo.\n", headings=[heading])
    assert _named(reading) == [
        ("đối tượng thực hiện kiểm kê", "thai-nguyen/cac-doi-tuong-thuc-hien-kiem-ke")
    ]
    agency = reading.agencies[-1]
    assert (agency.is_group, agency.known) == (True, False)


def test_a_heading_of_things_addresses_nobody(read: Reader) -> None:
    heading = "1. Đối với tài sản công"
    assert read(f"{heading}\n\n- Lập báo cáo.\n", headings=[heading]).mentions == ()


def test_a_head_word_alone_is_the_issuer(read: Reader) -> None:
    reading = read("Các văn bản do Sở ban hành", issuer="Sở Nội vụ tỉnh Lào Cai")
    assert _named(reading) == [("Sở", "lao-cai/so-noi-vu")]


def test_a_head_whose_body_is_not_named_is_a_post(read: Reader) -> None:
    letter = "Hiệu trưởng ban hành kế hoạch."
    found = read(letter, issuer="Bộ Giáo dục và Đào tạo").agencies
    assert ("Hiệu trưởng", "person") in [(agency.name, agency.kind) for agency in found]
    school = read(letter, issuer="Trường Tiểu học Ngô Quyền")
    assert [agency.name for agency in school.agencies] == ["Trường Tiểu học Ngô Quyền"]


def test_the_office_of_a_body_whose_office_has_no_name_of_its_own(read: Reader) -> None:
    text = "Sở Y tế phối hợp với Văn phòng và Sở Nội vụ."
    found = read(text, issuer="Hội Liên hiệp Phụ nữ tỉnh Thái Nguyên").agencies
    assert [agency.name for agency in found if agency.name.startswith("Văn phòng")] == ["Văn phòng"]


def test_a_head_word_that_leads_nowhere_is_nobody(read: Reader) -> None:
    assert read("Các đề tài do Sở chủ trì thực hiện").mentions == ()


def test_a_short_name_is_the_body_named_in_full(read: Reader) -> None:
    text = "Kiện toàn Ban Chỉ huy Phòng thủ dân sự tỉnh.\n\nVăn phòng Ban Chỉ huy tổng hợp.\n\nBan Chỉ huy chỉ đạo.\n"
    ids = [mention.agency_id for mention in read(text).mentions]
    assert ids == [
        "thai-nguyen/ban-chi-huy-phong-thu-dan-su",
        "thai-nguyen/van-phong-ban-chi-huy-phong-thu-dan-su",
        "thai-nguyen/ban-chi-huy-phong-thu-dan-su",
    ]


def test_a_committee_of_the_province_is_not_that_of_the_centre(read: Reader) -> None:
    text = "Theo hướng dẫn của Ban Chỉ đạo Trung ương, Ban Chỉ đạo tỉnh chủ trì."
    assert [mention.agency_id for mention in read(text).mentions][-1] == "thai-nguyen/ban-chi-dao"


def test_a_title_alone_is_the_office_of_the_issuer(read: Reader) -> None:
    text = "Điều 3. Chánh Văn phòng, Giám đốc Sở Tài chính chịu trách nhiệm thi hành."
    assert _named(read(text)) == [
        ("Chánh Văn phòng", "thai-nguyen/van-phong-uy-ban-nhan-dan"),
        ("Giám đốc Sở Tài chính", "thai-nguyen/so-tai-chinh"),
    ]


def test_short_names_of_the_document(read: Reader) -> None:
    text = "Trường Cao đẳng Cơ khí Luyện kim (sau đây gọi là CĐCKLK) chủ trì.\n\nGiao CĐCKLK tổng hợp.\n"
    defined = Abbreviation(
        short="CĐCKLK", long="Trường Cao đẳng Cơ khí Luyện kim", span=Span(start=34, end=57)
    )
    ids = {mention.agency_id for mention in read(text, abbreviations=[defined]).mentions}
    assert ids == {"thai-nguyen/truong-cao-dang-co-khi-luyen-kim"}


def test_a_short_name_of_a_thing_is_no_agency(read: Reader) -> None:
    defined = Abbreviation(short="HSSV", long="học sinh, sinh viên", span=Span(start=0, end=4))
    assert read("Hỗ trợ HSSV khởi nghiệp", abbreviations=[defined]).mentions == ()


def test_codes_of_recipients(read: Reader) -> None:
    text = "Nơi nhận:\n\n- Các Sở: KHCN, KHĐT, CT, TNMT;\n\n- TT. Tỉnh ủy;\n\n- Lưu: VT.\n"
    assert [key.rpartition("/")[2] for _, key in _named(read(text, tail=(0, 5)))] == [
        "so-khoa-hoc-va-cong-nghe",
        "so-ke-hoach-va-dau-tu",
        "so-cong-thuong",
        "so-tai-nguyen-va-moi-truong",
        "thuong-truc-tinh-uy",
    ]


def test_a_wrapped_name_is_whole(read: Reader) -> None:
    text = "- Chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Sở\nLao động - Thương binh và Xã hội cung cấp tài liệu.\n"
    reading = read(text)
    assert [mention.text for mention in reading.mentions] == [
        "Sở Giáo dục và Đào tạo",
        "Sở Lao động - Thương binh và Xã hội",
    ]
    last = reading.mentions[-1].span
    assert text[last.start : last.end] == "Sở\nLao động - Thương binh và Xã hội"


def test_a_column_of_parties(read: Reader) -> None:
    text = (
        "| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp |\n|---|---|---|---|\n"
        "| 1 | Khảo sát đơn vị | Sở Y tế | Doanh nghiệp |\n"
    )
    assert [mention.text for mention in read(text).mentions] == ["Sở Y tế", "Doanh nghiệp"]


def test_the_header_of_a_column_names_nobody(read: Reader) -> None:
    text = (
        "| TT | Nội dung | Sở, ngành chủ trì tham mưu | Cơ quan/đơn vị phối hợp |\n|---|---|---|---|\n"
        "| 1 | Khảo sát | Các sở, ngành liên quan | Các đơn vị thực hiện |\n"
    )
    assert [mention.text for mention in read(text).mentions] == [
        "Các sở, ngành liên quan",
        "Các đơn vị",
    ]


def test_bullets_below_a_label_are_its_value(read: Reader) -> None:
    text = "+ Đơn vị phối hợp:\n\n- Sở Tư pháp;\n\n- Tổ chức giáo dục đủ năng lực.\n\nTổ chức giáo dục pháp luật.\n"
    assert [mention.text for mention in read(text).mentions] == [
        "Sở Tư pháp",
        "Tổ chức giáo dục đủ năng lực",
    ]


def test_what_the_task_parser_asks(read: Reader) -> None:
    line = "Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tham mưu cho Sở Nội vụ."
    reading = read(line)
    start = line.index("Sở Y tế")
    parties = reading.parties(0, line, start)
    assert [place.agency.name for place in parties] == [
        "Sở Y tế tỉnh Thái Nguyên",
        "các đơn vị liên quan",
    ]
    assert [place.body.start for place in reading.in_line(0)][:1] == [start]
    assert len(reading.within(0, len(line))) == 3
    assert reading.within(0, start) == ()
    assert reading.parties(0, line, len(line)) == []


def test_initials_are_spelled_out(read: Reader) -> None:
    text = "Trung tâm Chuyển đổi số Văn hóa, Thể thao và Du lịch chủ trì.\n\nGiao Trung tâm Chuyển đổi số VHTTDL, Cục DLQGVN tổng hợp.\n"
    reading = read(text, issuer="Bộ Văn hóa, Thể thao và Du lịch")
    assert [mention.agency_id for mention in reading.mentions] == [
        "viet-nam/trung-tam-chuyen-doi-so-van-hoa-the-thao-va-du-lich",
        "viet-nam/trung-tam-chuyen-doi-so-van-hoa-the-thao-va-du-lich",
        "viet-nam/cuc-du-lich-quoc-gia-viet-nam",
    ]


def test_a_school_is_one_under_both_its_names(read: Reader) -> None:
    text = "Trường THPT Cao Lãnh 2 xây dựng kế hoạch. Hiệu trưởng chịu trách nhiệm."
    reading = read(text, issuer="Trường Trung học phổ thông Cao Lãnh 2")
    assert reading.issuer is not None
    assert {mention.agency_id for mention in reading.mentions} == {reading.issuer.id}
