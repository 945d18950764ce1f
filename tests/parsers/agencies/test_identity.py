"""Who is meant: ids, names in full, jurisdictions, times and successors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from vnplan.parsers.agencies import AgencyReading
from vnplan.records import Agency, AgencyKind, AgencyLevel

Reader = Callable[..., AgencyReading]
AFTER = dt.date(2025, 11, 18)


def _only(reading: AgencyReading) -> Agency:
    (mention,) = reading.mentions
    return reading.by_id[mention.agency_id]


# (issuer, day, words, id, name in full)
BODIES = [
    (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "2021-12-22",
        "giao Sở KH&CN",
        "thai-nguyen/so-khoa-hoc-va-cong-nghe",
        "Sở Khoa học và Công nghệ tỉnh Thái Nguyên",
    ),
    (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "2021-12-22",
        "giao SKHCN",
        "thai-nguyen/so-khoa-hoc-va-cong-nghe",
        "Sở Khoa học và Công nghệ tỉnh Thái Nguyên",
    ),
    (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "2021-12-22",
        "trình UBND tỉnh",
        "thai-nguyen/uy-ban-nhan-dan",
        "Ủy ban nhân dân tỉnh Thái Nguyên",
    ),
    (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "2021-12-22",
        "giao Tỉnh Đoàn",
        "thai-nguyen/tinh-doan",
        "Tỉnh đoàn Thái Nguyên",
    ),
    (
        "Ủy ban nhân dân thành phố Cần Thơ",
        "2025-11-18",
        "báo cáo Thành ủy",
        "can-tho/tinh-uy",
        "Thành ủy Cần Thơ",
    ),
    (
        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "2025-11-18",
        "giao Bộ Tư lệnh Thành phố",
        "ho-chi-minh/bo-tu-lenh-thanh-pho",
        "Bộ Tư lệnh Thành phố Hồ Chí Minh",
    ),
    (
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "2021-12-22",
        "với Bộ Tài chính",
        "viet-nam/bo-tai-chinh",
        "Bộ Tài chính",
    ),
    (
        "Ủy ban nhân dân tỉnh Bắc Ninh",
        "2025-11-18",
        "giao Ngân hàng nhà nước khu vực XII",
        "viet-nam/ngan-hang-nha-nuoc-khu-vuc-xii",
        "Ngân hàng Nhà nước khu vực XII",
    ),
    # a jurisdiction of its own stays
    (
        "Ủy ban nhân dân tỉnh Đồng Tháp",
        "2025-11-18",
        "của UBND tỉnh Tiền Giang",
        "tien-giang/uy-ban-nhan-dan",
        "Ủy ban nhân dân tỉnh Tiền Giang",
    ),
    (
        "Ủy ban nhân dân tỉnh Đắk Nông",
        "2019-01-05",
        "giao UBND xã Tân Lập",
        "dak-nong/uy-ban-nhan-dan-xa-tan-lap",
        "Ủy ban nhân dân xã Tân Lập",
    ),
    # a document of a district
    (
        "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông",
        "2019-01-05",
        "giao Công an huyện",
        "dak-nong/cong-an-huyen-krong-no",
        "Công an huyện Krông Nô",
    ),
    (
        "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông",
        "2019-01-05",
        "trình Ủy ban nhân dân",
        "dak-nong/uy-ban-nhan-dan-huyen-krong-no",
        "Ủy ban nhân dân huyện Krông Nô",
    ),
    (
        "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông",
        "2019-01-05",
        "báo cáo UBND tỉnh",
        "dak-nong/uy-ban-nhan-dan",
        "Ủy ban nhân dân tỉnh Đắk Nông",
    ),
    (
        "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông",
        "2019-01-05",
        "gửi Sở Nội vụ",
        "dak-nong/so-noi-vu",
        "Sở Nội vụ tỉnh Đắk Nông",
    ),
    # units inside the body that issues
    (
        "Sở Công Thương tỉnh Lào Cai",
        "2026-03-01",
        "giao Văn phòng Sở",
        "lao-cai/so-cong-thuong/van-phong-so",
        "Văn phòng Sở",
    ),
    (
        "Bộ Văn hóa, Thể thao và Du lịch",
        "2025-11-18",
        "giao Vụ Kế hoạch, Tài chính",
        "viet-nam/bo-van-hoa-the-thao-va-du-lich/vu-ke-hoach-tai-chinh",
        "Vụ Kế hoạch - Tài chính",
    ),
    # misspelt, or misread from a scan
    (
        "Ủy ban nhân dân tỉnh Đồng Nai",
        "2025-11-18",
        "với Sở Sây dựng",
        "dong-nai/so-xay-dung",
        "Sở Xây dựng tỉnh Đồng Nai",
    ),
    (
        "Ủy ban nhân dân tỉnh Đồng Nai",
        "2025-11-18",
        "với Sở Tài chỉnh",
        "dong-nai/so-tai-chinh",
        "Sở Tài chính tỉnh Đồng Nai",
    ),
    # a school has a youth union of its own
    (
        "Trường THPT Kim Liên",
        "2025-09-22",
        "giao Đoàn Thanh niên",
        "truong-trung-hoc-pho-thong-kim-lien/doan-thanh-nien",
        "Đoàn Thanh niên",
    ),
    # the issuer itself, its own name mistyped: not "… tỉnh Phú Thọ tỉnh Phú Thọ"
    (
        "Trường THPT Kim Liên",
        "2025-09-22",
        "giao Đoàn TNCS Hồ Chí Minh",
        "truong-trung-hoc-pho-thong-kim-lien/doan-thanh-nien",
        "Đoàn Thanh niên",
    ),
    # the issuer itself, its own name mistyped: not "… tỉnh Phú Thọ tỉnh Phú Thọ"
    (
        "Sở Thông tin và Truyển thông tỉnh Phú Thọ",
        "2011-12-22",
        "với cán bộ kỹ thuật của Sở kiểm tra máy chủ",
        "phu-tho/so-thong-tin-va-truyen-thong",
        "Sở Thông tin và Truyền thông tỉnh Phú Thọ",
    ),
    # nobody knows whose
    (None, "2021-12-22", "giao Sở Y tế", "so-y-te", "Sở Y tế"),
]


@pytest.mark.parametrize("issuer, day, text, key, name", BODIES)
def test_bodies(read: Reader, issuer: str | None, day: str, text: str, key: str, name: str) -> None:
    agency = _only(read(text, issuer=issuer, on=dt.date.fromisoformat(day)))
    assert (agency.id, agency.name) == (key, name)
    assert agency.known


@pytest.mark.parametrize(
    ("issuer", "day", "text", "name"),
    [
        # the town from which its tỉnh has the name, and a city that is a province itself
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "2021-12-22", "giao UBND thành phố Thái Nguyên", "thành phố Thái Nguyên"),
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "2021-12-22", "giao UBND tỉnh Thái Nguyên", "tỉnh Thái Nguyên"),
        ("Chính phủ", "2024-05-02", "giao UBND thành phố Hải Dương", "thành phố Hải Dương"),
        ("Chính phủ", "2021-12-22", "giao UBND thành phố Cần Thơ", "thành phố Cần Thơ"),
    ],
)  # fmt: skip
def test_towns_named_like_a_province(
    read: Reader, issuer: str, day: str, text: str, name: str
) -> None:
    agency = _only(read(text, issuer=issuer, on=dt.date.fromisoformat(day)))
    assert (agency.name, agency.jurisdiction) == (f"Ủy ban nhân dân {name}", name)
    town = agency.level is AgencyLevel.DISTRICT
    assert town == (name in ("thành phố Thái Nguyên", "thành phố Hải Dương"))


def test_a_department_that_ended(read: Reader) -> None:
    agency = _only(read("giao Sở Kế hoạch và Đầu tư"))
    assert agency.kind is AgencyKind.DEPARTMENT
    assert agency.level is AgencyLevel.PROVINCE
    assert agency.jurisdiction == "tỉnh Thái Nguyên"
    assert agency.valid_to == dt.date(2025, 2, 28)
    assert agency.successor_ids == ("thai-nguyen/so-tai-chinh",)


def test_successors_are_in_the_province_of_today(read: Reader) -> None:
    issuer = "Ủy ban nhân dân tỉnh Bình Dương"
    agency = _only(read("giao Sở Giao thông vận tải", issuer=issuer, on=dt.date(2019, 1, 9)))
    assert agency.id == "binh-duong/so-giao-thong-van-tai"
    assert agency.successor_ids == ("ho-chi-minh/so-xay-dung",)


def test_one_name_through_time(read: Reader) -> None:
    """ "Cục Thuế" was of the province, and is of the centre since 01/3/2025."""
    before = _only(read("gửi Cục Thuế"))
    after = _only(read("gửi Cục Thuế", on=AFTER))
    assert (before.id, after.id) == ("thai-nguyen/cuc-thue", "viet-nam/cuc-thue")


def test_spellings_are_one_agency(read: Reader) -> None:
    text = "Sở KH&CN, Sở Khoa học và Công nghệ tỉnh, SKHCN và Giám đốc Sở Khoa học Công nghệ"
    reading = read(text)
    assert {m.agency_id for m in reading.mentions} == {"thai-nguyen/so-khoa-hoc-va-cong-nghe"}
    assert len(reading.mentions) == 4


# (words, id, name, level, known)
CLASSES = [
    (
        "giao Các Sở, ban ngành",
        "thai-nguyen/cac-so-ban-nganh",
        "các sở, ban ngành",
        AgencyLevel.PROVINCE,
        True,
    ),
    (
        "phối hợp với sở, ban, ngành liên quan",
        "thai-nguyen/cac-so-ban-nganh-lien-quan",
        "sở, ban, ngành liên quan",
        AgencyLevel.PROVINCE,
        True,
    ),
    (
        "giao UBND các xã, phường",
        "thai-nguyen/uy-ban-nhan-dan-cac-xa-phuong",
        "Ủy ban nhân dân các xã, phường",
        AgencyLevel.COMMUNE,
        True,
    ),
    (
        "giao các đơn vị thuộc Bộ",
        "thai-nguyen/cac-don-vi-thuoc-bo",
        "các đơn vị thuộc Bộ",
        None,
        True,
    ),
    (
        "giao Thủ trưởng các sở, ngành",
        "thai-nguyen/cac-so-nganh",
        "các sở, ngành",
        AgencyLevel.PROVINCE,
        True,
    ),
]


@pytest.mark.parametrize("text, key, name, level, known", CLASSES)
def test_classes(
    read: Reader, text: str, key: str, name: str, level: AgencyLevel | None, known: bool
) -> None:
    agency = _only(read(text))
    assert (agency.id, agency.name, agency.known) == (key, name, known)
    assert agency.kind is AgencyKind.GROUP
    assert agency.is_group
    if level is not None:
        assert agency.level is level


def test_departments_in_a_document_of_the_centre_are_classes(read: Reader) -> None:
    agency = _only(read("phối hợp với Sở Y tế", issuer="Chính phủ", on=AFTER))
    assert (agency.id, agency.is_group, agency.jurisdiction) == ("viet-nam/so-y-te", True, None)


@pytest.mark.parametrize("words", ["UBND cấp tỉnh", "Ủy ban nhân dân tỉnh"])
def test_those_of_all_provinces_in_a_document_of_the_centre_keep_their_level(
    read: Reader, words: str
) -> None:
    agency = _only(read(f"phối hợp với {words}", issuer="Chính phủ", on=AFTER))
    assert agency.id == "viet-nam/uy-ban-nhan-dan-cap-tinh"
    assert (agency.name, agency.short) == ("Ủy ban nhân dân cấp tỉnh", None)
    assert (agency.is_group, agency.level) == (True, AgencyLevel.PROVINCE)


def test_unknown_bodies(read: Reader) -> None:
    agency = _only(read("giao Trường Cao đẳng Cơ khí Luyện kim tổ chức"))
    assert agency.id == "thai-nguyen/truong-cao-dang-co-khi-luyen-kim"
    assert agency.kind is AgencyKind.SCHOOL
    assert not agency.known
    assert agency.jurisdiction is None
    company = _only(read("yêu cầu Tập đoàn Hóa chất Việt Nam rà soát"))
    assert (company.id, company.level) == (
        "viet-nam/tap-doan-hoa-chat-viet-nam",
        AgencyLevel.CENTRAL,
    )


def test_persons(read: Reader) -> None:
    text = "Giao Phó Thủ tướng Chính phủ Trần Hồng Hà trực tiếp chỉ đạo"
    agency = _only(read(text, issuer="Thủ tướng Chính phủ", on=AFTER))
    assert agency.id == "viet-nam/pho-thu-tuong-chinh-phu-tran-hong-ha"
    assert agency.name == "Phó Thủ tướng Chính phủ Trần Hồng Hà"
    assert agency.kind is AgencyKind.PERSON
    deputy = _only(read("Giao Phó Chủ tịch UBND tỉnh Lê Quang Tiến phụ trách"))
    assert deputy.name == "Phó Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên Lê Quang Tiến"
    assert deputy.id == "thai-nguyen/pho-chu-tich-uy-ban-nhan-dan-le-quang-tien"


def test_a_word_that_a_post_and_its_body_share_stands_once(read: Reader) -> None:
    found = read("Phó Trưởng ban Ban Tuyên giáo Tỉnh ủy và Phó Trưởng phòng Tư pháp huyện chủ trì.")
    names = [agency.name for agency in found.agencies if agency.kind == "person"]
    assert names[0] == "Phó Trưởng Ban Tuyên giáo Tỉnh ủy Thái Nguyên"
    assert not any("phòng Phòng" in name for name in names)


def test_the_issuer_is_an_agency(read: Reader) -> None:
    reading = read("Kế hoạch này", issuer="Sở Công Thương tỉnh Lào Cai")
    assert reading.issuer is not None
    assert reading.issuer.id == "lao-cai/so-cong-thuong"
    assert reading.agencies == (reading.issuer,)
    school = read(
        "Kế hoạch này",
        issuer="Trường THPT Chu Văn Thịnh huyện Mai Sơn",
        parent="Sở Giáo dục và Đào tạo tỉnh Sơn La",
    ).issuer
    assert school is not None
    assert school.name == "Trường THPT Chu Văn Thịnh huyện Mai Sơn"


def test_a_person_is_one_agency_with_post_and_without(read: Reader) -> None:
    reading = read(
        "Giao đồng chí Lê Văn Nam, Phó Chủ tịch UBND tỉnh phụ trách\n\nGiao ông Lê Văn Nam làm"
    )
    assert [agency.name for agency in reading.agencies if agency.kind is AgencyKind.PERSON] == [
        "Phó Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên Lê Văn Nam"
    ]


def test_the_body_of_a_post_is_the_one_that_issues(read: Reader) -> None:
    reading = read(
        "Giao đồng chí Lê Văn Nam, Phó Giám đốc Sở phụ trách",
        issuer="Sở Y tế",
        parent="Ủy ban nhân dân tỉnh Thái Nguyên",
    )
    (person,) = (agency for agency in reading.agencies if agency.kind is AgencyKind.PERSON)
    assert person.name == "Phó Giám đốc Sở Y tế tỉnh Thái Nguyên Lê Văn Nam"


def test_a_province_s_name_is_not_that_of_a_body_below_it(read: Reader) -> None:
    reading = read("Giao Bí thư Đoàn Thanh niên xã Tân Lập huy động lực lượng")
    assert any(
        agency.name == "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Tân Lập"
        for agency in reading.agencies
    )
