"""Names in capitals and what they are in full."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.parsers.header.naming import OwnWords, canonical_name, canonical_spelling, territory


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        # People's committees and councils
        ("ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "Ủy ban nhân dân tỉnh Thái Nguyên"),
        ("UỶ BAN NHÂN DÂN TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La"),
        ("UBND TỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("UBND TỈNH ĐĂK NÔNG", "Ủy ban nhân dân tỉnh Đắk Nông"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("UBND TP. CẦN THƠ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("UBND HUYỆN KRÔNG NÔ", "Ủy ban nhân dân huyện Krông Nô"),
        ("ỦY BAN NHÂN DÂN THỊ XÃ HƯƠNG THỦY", "Ủy ban nhân dân thị xã Hương Thủy"),
        ("ỦY BAN NHÂN DÂN QUẬN 1", "Ủy ban nhân dân Quận 1"),
        ("UBND XÃ TÂN HƯNG ĐÔNG", "Ủy ban nhân dân xã Tân Hưng Đông"),
        ("UBND ĐẶC KHU PHÚ QUỐC", "Ủy ban nhân dân đặc khu Phú Quốc"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        # letters that a web page sets apart
        ("ỦY B AN NHÂN D Â N T HÀNH P HỐ HỒ C H Í M I NH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("UỶ B A N NHÂN D Â N TỈNH N G H Ệ AN", "Ủy ban nhân dân tỉnh Nghệ An"),
        ("SỞ LAO Đ Ộ N G - THƯƠNG BINH V À XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("TRƯỜNG THPT A B C", "Trường Trung học phổ thông A B C"),
        # ministries and organs of the centre
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("BỘ LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("BỘ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ Công An", "Bộ Công an"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("CHÍNH PHỦ", "Chính phủ"),
        ("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "Viện kiểm sát nhân dân tối cao"),
        ("TỔNG CỤC GIÁO DỤC NGHỀ NGHIỆP", "Tổng cục Giáo dục nghề nghiệp"),
        # departments and what is below them
        ("SỞ GDĐT TỈNH ĐỒNG THÁP", "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO ĐỒNG THÁP", "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp"),
        ("SỞ THÔNG TIN VÀ TRUYỂN THÔNG", "Sở Thông tin và Truyền thông"),  # a mark mistyped
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÀ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("ỦY BAN NHÂN DẦN TỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("SỞ NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("SỞ LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("BAN QUẢN LÝ KHU KINH TẾ ĐÔNG NAM", "Ban Quản lý Khu kinh tế Đông Nam"),
        ("CỤC THUẾ TỈNH BÌNH DƯƠNG", "Cục Thuế tỉnh Bình Dương"),
        ("KHO BẠC NHÀ NƯỚC KHU VỰC XIX", "Kho bạc Nhà nước khu vực XIX"),
        ("PHÒNG GD&ĐT HUYỆN ĐỨC TRỌNG", "Phòng Giáo dục và Đào tạo huyện Đức Trọng"),
        ("TRƯỜNG THPT CAO LÃNH 2", "Trường Trung học phổ thông Cao Lãnh 2"),
        ("TRƯỜNG ĐẠI HỌC SƯ PHẠM", "Trường Đại học Sư phạm"),
        ("TÒA ÁN NHÂN DÂN KHU VỰC 5 - LÀO CAI", "Tòa án nhân dân khu vực 5 - Lào Cai"),
        # Party and mass organisations
        ("TỈNH ỦY LÀO CAI", "Tỉnh ủy Lào Cai"),
        ("BAN THƯỜNG VỤ TỈNH ỦY ĐẮK LẮK", "Ban Thường vụ Tỉnh ủy Đắk Lắk"),
        ("TỈNH ĐOÀN NGHỆ AN", "Tỉnh đoàn Nghệ An"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("ỦY BAN MTTQ VIỆT NAM TỈNH SƠN LA", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La"),
        # free-form bodies
        (
            "BAN CHỈ HUY PCTT VÀ TKCN TỈNH THỪA THIÊN HUẾ",
            "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh Thừa Thiên Huế",
        ),
        (
            "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 1050/QĐ-SCT",
            "Đoàn kiểm tra theo Quyết định số 1050/QĐ-SCT",
        ),
        ("TRƯỜNG TH ĐỒNG KHO 1", "Trường Tiểu học Đồng Kho 1"),
        ("TRƯỜNG MN THỦY THANH 1", "Trường Mầm non Thủy Thanh 1"),
        ("LIÊN ĐỘI TÔ VĨNH DIỆN", "Liên đội Tô Vĩnh Diện"),
        ("HUYỆN ỦY BẢO THẮNG", "Huyện ủy Bảo Thắng"),
        ("PHÒNG GIÁO DỤC& ĐÀO TẠO", "Phòng Giáo dục và Đào tạo"),
        ("SỞ VĂN HÓA, THỂ THAO &DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BỘ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("PHÒNG LAO ĐỘNG THƯƠNG BINH VÀ XÃ HỘI", "Phòng Lao động thương binh và Xã hội"),
        ("CỤC KIỂM TRA VĂN BẢN", "Cục Kiểm tra văn bản"),
        ("BẢO TÀNG HỒ CHÍ MINH", "Bảo tàng Hồ Chí Minh"),
        ("-------", None),
        ("", None),
    ],
)  # fmt: skip
def test_name(printed: str, name: str | None) -> None:
    assert canonical_name(printed, on=dt.date(2024, 1, 1)) == name


def test_unknown_words_take_the_capitals_of_the_text() -> None:
    own = OwnWords("… do Trung tâm Dịch vụ Hành chính công Hợp nhất\ntỉnh thực hiện …")
    assert canonical_name("TRƯỜNG ĐẠI HỌC THỦ DẦU MỘT") == "Trường Đại học Thủ dầu một"
    known = OwnWords("sinh viên Trường Đại học Thủ Dầu Một")
    assert canonical_name("TRƯỜNG ĐẠI HỌC THỦ DẦU MỘT", own=known) == "Trường Đại học Thủ Dầu Một"
    printed = "TRUNG TÂM DỊCH VỤ HÀNH CHÍNH CÔNG HỢP NHẤT"
    assert canonical_name(printed, own=own) == "Trung tâm Dịch vụ Hành chính công Hợp nhất"


def test_a_province_takes_the_word_it_bore_on_the_day() -> None:
    printed = "SỞ Y TẾ QUẢNG NINH"
    assert canonical_name(printed, on=dt.date(2024, 1, 1)) == "Sở Y tế tỉnh Quảng Ninh"
    assert canonical_name(printed, on=dt.date(2026, 10, 1)) == "Sở Y tế thành phố Quảng Ninh"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ủy ban nhân dân tỉnh Lào Cai", "tỉnh Lào Cai"),
        ("Phòng Nội vụ huyện Krông Nô", "huyện Krông Nô"),
        ("Tỉnh ủy Đắk Lắk", "tỉnh Đắk Lắk"),
        ("Thành ủy Cần Thơ", "thành phố Cần Thơ"),
        ("Thanh tra tỉnh", None),
        ("Bộ Lao động - Thương binh và Xã hội", None),
    ],
)
def test_territory(name: str, place: str | None) -> None:
    assert territory(name) == place


@given(st.text(max_size=80))
def test_any_text_has_a_name_or_none(text: str) -> None:
    name = canonical_name(text)
    assert name is None or name.strip() == name != ""


@given(st.text(alphabet="ỦYBANHÒAĐÐhoàùỳ –-", max_size=40))
def test_spelling_keeps_the_length(text: str) -> None:
    assert len(canonical_spelling(text)) == len(text)
