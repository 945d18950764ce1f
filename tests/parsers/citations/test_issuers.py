"""Issuers as citations name them, and their canonical names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplan.records import Citation, DocumentType, Header

Cite = Callable[..., tuple[Citation, ...]]

NAMES = [
    ("UBND tỉnh về việc", "Ủy ban nhân dân tỉnh Thái Nguyên"),
    ("Ủy ban nhân dân tỉnh.", "Ủy ban nhân dân tỉnh Thái Nguyên"),
    ("UBND tỉnh Bà Rịa - Vũng Tàu Về việc", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
    ("Ủy ban bầu cử xã Phố Bảng Về việc", "Ủy ban bầu cử xã Phố Bảng"),
    ("Ủy ban nhân dân xã Phố Bảng V/v", "Ủy ban nhân dân xã Phố Bảng"),
    ("UBND TP. Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
    ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("UBND tỉnh Đăk Lăk", "Ủy ban nhân dân tỉnh Đắk Lắk"),
    ("UBND huyện Krông Nô về", "Ủy ban nhân dân huyện Krông Nô"),
    ("Chủ tịch UBND tỉnh ban hành", "Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên"),
    ("HĐND tỉnh khóa XIV về", "Hội đồng nhân dân tỉnh Thái Nguyên"),
    ("Hội đồng nhân dân thành phố Cần Thơ", "Hội đồng nhân dân thành phố Cần Thơ"),
    ("Tỉnh ủy về tăng cường", "Tỉnh ủy Thái Nguyên"),
    ("Ban Thường vụ Tỉnh ủy Hậu Giang về", "Ban Thường vụ Tỉnh ủy Hậu Giang"),
    ("Thành ủy Hà Nội về chuyển đổi số", "Thành ủy Hà Nội"),
    ("Ban Chấp hành Đảng bộ tỉnh Sóc Trăng;", "Ban Chấp hành Đảng bộ tỉnh Sóc Trăng"),
    ("Ban Chấp hành Đảng bộ tỉnh khóa XV thực hiện", "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên"),
    ("Ban Bí thư Trung ương Đảng “về", "Ban Bí thư"),
    ("Ban Bí thư (khóa XII) về", "Ban Bí thư"),
    ("Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam về", "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
    ("BTV Hội LHPN tỉnh Lào Cai về", "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lào Cai"),
    ("Ban Chấp hành Trung ương Hội Nông dân Việt Nam khóa VIII", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
    ("Chánh Thanh tra tỉnh Lào Cai về", "Chánh Thanh tra tỉnh Lào Cai"),
    ("Ban Chấp hành Trung ương Đoàn;", "Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("Ban Bí thư Trung ương Đoàn về", "Ban Bí thư Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh về", "Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("Bộ Chính trị khóa XII về", "Bộ Chính trị"),
    ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Khóa XII về", "Ban Chấp hành Trung ương Đảng"),
    ("Hội nghị Trung ương 8 khóa XI", "Ban Chấp hành Trung ương Đảng"),
    ("Ban Chấp hành Trung ương Đảng khóa XII về", "Ban Chấp hành Trung ương Đảng"),
    ("BCH Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
    ("Thủ tướng Chính Phủ về", "Thủ tướng Chính phủ"),
    ("Thủ tướng về", "Thủ tướng Chính phủ"),
    ("Chính phủ quy định chi tiết", "Chính phủ"),
    ("Quốc hội khóa XV về", "Quốc hội"),
    ("Bộ Trưởng Bộ Y tế về", "Bộ trưởng Bộ Y tế"),
    ("Bộ GD&ĐT về việc", "Bộ Giáo dục và Đào tạo"),
    ("Bộ Lao động - Thương binh và Xã hội hướng dẫn", "Bộ Lao động - Thương binh và Xã hội"),
    ("Bộ Văn hoá, Thể thao và Du lịch ban hành", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Bộ Nông nghiệp và Môi trường và các văn bản", "Bộ Nông nghiệp và Môi trường"),
    ("Thống đốc Ngân hàng Nhà nước Việt Nam quy định", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
    ("Sở KH&CN về", "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"),
    ("Giám đốc Sở Công Thương tỉnh Lào Cai về việc", "Giám đốc Sở Công Thương tỉnh Lào Cai"),
    ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên"),
    ("Ban Chỉ đạo Trung ương về thúc đẩy chuyển đổi số;", "Ban Chỉ đạo Trung ương"),
    ("Ban Chỉ đạo 389 quốc gia về", "Ban Chỉ đạo 389 quốc gia"),
    ("Ban Chỉ đạo 138/ĐP tỉnh, Ban Chỉ đạo huyện xây dựng kế hoạch", "Ban Chỉ đạo 138/ĐP tỉnh Thái Nguyên"),
    ("Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh;", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Thái Nguyên"),
    ("Trường THPT Cao Lãnh về việc phối hợp", "Trường THPT Cao Lãnh"),
    ("Tổ giúp việc Ban Chỉ đạo về chuyển đổi số thông báo kết luận", "Tổ giúp việc Ban Chỉ đạo về chuyển đổi số"),
    ("Tổ công tác triển khai Đề án 06; cải cách", "Tổ công tác triển khai Đề án 06"),
    ("Tổ công tác triển khai thực hiện Kế hoạch", "Tổ công tác"),
    ("Thủ tướng CP phê duyệt", "Thủ tướng Chính phủ"),
    ("UBND thành phố Thái Nguyên về", "Ủy ban nhân dân thành phố Thái Nguyên"),
    ("UBND TP Đà Nẵng về", "Ủy ban nhân dân thành phố Đà Nẵng"),
    ("UBND xã Hòa Bình về", "Ủy ban nhân dân xã Hòa Bình"),
    ("Bộ TT&TT về", "Bộ Thông tin và Truyền thông"),
    ("Uỷ ban thường vụ Quốc hội về", "Ủy ban Thường vụ Quốc hội"),
    ("Thường trực HĐND tỉnh về", "Thường trực Hội đồng nhân dân tỉnh Thái Nguyên"),
    ("Kho bạc Nhà nước khu vực VII về", "Kho bạc Nhà nước khu vực VII"),
    ("Ban Chỉ đạo Quốc gia phòng, chống dịch COVID-19 về việc phê duyệt", "Ban Chỉ đạo Quốc gia phòng, chống dịch COVID-19"),
    ("Trưởng Ban Quản lý các khu công nghiệp tỉnh về", "Trưởng Ban Quản lý các khu công nghiệp tỉnh Thái Nguyên"),
    ("Ủy ban Quốc gia về chuyển đổi số ban hành", "Ủy ban Quốc gia về chuyển đổi số"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "issuer"), NAMES)
def test_an_issuer_behind_its_citation(cite: Cite, words: str, issuer: str) -> None:
    found = cite(f"Quyết định số 1/QĐ-XYZ ngày 02/3/2020 của {words}")
    assert found[0].issuer == issuer


BY_NUMBER = [
    ("Quyết định số 844/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Nghị định số 30/2020/NĐ-CP", "Chính phủ"),
    ("Thông tư số 01/2021/TT-BYT", "Bộ trưởng Bộ Y tế"),
    ("Quyết định số 912/QĐ-BKHCN", "Bộ Khoa học và Công nghệ"),
    ("Thông báo số 157/TB-VPCP", "Văn phòng Chính phủ"),
    ("Nghị quyết số 204/2025/QH15", "Quốc hội"),
    ("Nghị quyết số 60/2024/UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
    ("Công văn số 10902/VPCP-KGVX", "Văn phòng Chính phủ"),
    ("Tờ trình số 51/TTr-KHCN", "Sở Khoa học và Công nghệ tỉnh Thái Nguyên"),
    ("Chỉ thị số 11-CT/TU", "Tỉnh ủy Thái Nguyên"),
    ("Nghị quyết số 12/NQ-HĐND", "Hội đồng nhân dân tỉnh Thái Nguyên"),
    ("Thông tư liên tịch số 43/2015/TTLT-BNNPTNT-BKHĐT", "Bộ Nông nghiệp và Phát triển nông thôn và Bộ Kế hoạch và Đầu tư"),
    ("Nghị quyết số 12-NQ/TW", None),  # three organs number with TW
    ("Kế hoạch số 1105/KH-ĐKT", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "issuer"), BY_NUMBER)
def test_an_issuer_by_its_code(cite: Cite, words: str, issuer: str | None) -> None:
    assert cite(words)[0].issuer == issuer


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Kế hoạch liên tịch số 05/KHLT-CA-ĐTN ngày 12/4/2018 giữa Công an huyện và Huyện đoàn về phối hợp", "Công an huyện và Huyện đoàn"),
        ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017 của Ủy ban Thường vụ Quốc hội, Chính phủ quy định chi tiết", "Ủy ban Thường vụ Quốc hội và Chính phủ"),
        ("Nghị quyết số 42-NQ/ĐH ngày 18/10/2020 của Đại hội đại biểu Đảng bộ tỉnh Bình Phước lần thứ XI về phát triển", "Đại hội đại biểu Đảng bộ tỉnh Bình Phước lần thứ XI"),
        ("Quyết định số 1982/QĐ-TTg ngày 18/10/2016 cùa Thủ tướng Chính phủ phê duyệt Khung", "Thủ tướng Chính phủ"),
    ],
)  # fmt: skip
def test_joints_and_slips(cite: Cite, sentence: str, issuer: str) -> None:
    found = cite(sentence)
    assert [citation.issuer for citation in found] == [issuer]
    assert found[0].title is not None


def test_a_code_of_the_own_number_is_the_own_issuer(cite: Cite) -> None:
    from vnplan.parsers.numbers import parse_number

    header = Header(
        issuer="Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông", number=parse_number("5/KH-UBND")
    )
    found = cite("Quyết định số 7/QĐ-UBND", "Kế hoạch số 9/KH-UBND của UBND tỉnh", header=header)
    assert [citation.issuer for citation in found] == [
        "Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông",
        "Ủy ban nhân dân tỉnh Đắk Nông",
    ]


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Ngày 05/3/2020, UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND về", "Ủy ban nhân dân tỉnh Đắk Nông"),
        ("Đề án đã được UBND tỉnh phê duyệt tại Quyết định số 7/QĐ-UBND ngày 02/3/2020", "Ủy ban nhân dân tỉnh Đắk Nông"),
        ("được Chủ tịch UBND tỉnh phê duyệt tại Quyết định số 7/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Nông"),
        ("UBND huyện ban hành Quyết định số 7/QĐ-UBND", "Ủy ban nhân dân huyện Krông Nô"),
        # whose code cannot be that of the subject
        ("UBND huyện đã có Quyết định số 844/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("Ủy ban đã ban hành Kế hoạch số 45/KH-UBND của UBND tỉnh", "Ủy ban nhân dân tỉnh Đắk Nông"),
    ],
)  # fmt: skip
def test_who_acted_is_the_issuer(cite: Cite, sentence: str, issuer: str) -> None:
    header = Header(issuer="Ủy ban nhân dân huyện Krông Nô, tỉnh Đắk Nông")
    assert cite(sentence, header=header)[0].issuer == issuer


def test_a_committee_of_a_province_in_a_document_of_a_city(cite: Cite) -> None:
    header = Header(issuer="Ủy ban nhân dân thành phố Cần Thơ")
    found = cite(
        "Chương trình số 27-CTr/TU của Ban Chấp hành Đảng bộ tỉnh Sóc Trăng",
        "Chương trình số 27-CTr/TU của Ban Chấp hành Đảng bộ tỉnh",
        header=header,
    )
    assert {citation.issuer for citation in found} == {"Ban Chấp hành Đảng bộ tỉnh Sóc Trăng"}


@pytest.mark.parametrize(
    ("other", "issuer"),
    [
        ("theo Kế hoạch số 8/KH-UBND của UBND tỉnh Kiên Giang", "Sở Nội vụ tỉnh Kiên Giang"),
        ("theo Kế hoạch số 8/KH-UBND của UBND tỉnh", "Sở Nội vụ"),
        ("UBND tỉnh Kiên Giang phối hợp Ủy ban nhân dân tỉnh An Giang", "Sở Nội vụ"),
    ],
)
def test_the_province_of_a_district_is_the_one_it_names(
    cite: Cite, other: str, issuer: str
) -> None:
    header = Header(
        issuer="Ủy ban nhân dân huyện Hòn Đất", type=DocumentType.PLAN, type_name="Kế hoạch"
    )
    found = cite(other, "Công văn số 246/SNV-DN của Sở Nội vụ", header=header)
    assert found[-1].issuer == issuer
