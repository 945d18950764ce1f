"""Letterheads as they are typed, and the two bodies they name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
LAO_CAI = "Ủy ban nhân dân tỉnh Lào Cai"


def letter(names: str, number: str = "Số: 12/KH-UBND", place: str = "Lào Cai") -> str:
    return f"{names}\n{MOTTO}{number}\n{place}, ngày 3 tháng 9 năm 2024\nKẾ HOẠCH\nKiểm tra\n"


@pytest.mark.parametrize(
    ("names", "parent", "issuer"),
    [
        # one name over several lines
        ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", None, LAO_CAI),
        ("ỦY BAN NHÂN\nDÂN\nTỈNH LÀO CAI", None, LAO_CAI),
        ("ỦY\nBAN NHÂN DÂN\nTỈNH LÀO CAI\n-------", None, LAO_CAI),
        ("BỘ NÔNG NGHIỆP VÀ\nMÔI TRƯỜNG", None, "Bộ Nông nghiệp và Môi trường"),
        ("VĂN PHÒNG\nCHÍNH PHỦ", None, "Văn phòng Chính phủ"),
        ("BỘ TƯ PHÁP --------", None, "Bộ Tư pháp"),
        # a body below another
        ("UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG", LAO_CAI, "Sở Công Thương tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI\n- SỞ CÔNG THƯƠNG", LAO_CAI, "Sở Công Thương tỉnh Lào Cai"),  # a speck
        ("UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG", LAO_CAI, "Sở Công Thương tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI\nTHANH TRA", LAO_CAI, "Thanh tra tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI\nTHANH TRA TỈNH", LAO_CAI, "Thanh tra tỉnh Lào Cai"),
        ("ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nVĂN PHÒNG", LAO_CAI, f"Văn phòng {LAO_CAI}"),
        (
            "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\nCHI CỤC KIỂM LÂM",
            "Sở Nông nghiệp và Môi trường tỉnh Lào Cai",  # the province of the place
            "Chi cục Kiểm lâm tỉnh Lào Cai",
        ),
        (
            "UBND HUYỆN KRÔNG NÔ\nVĂN PHÒNG HĐND VÀ UBND",
            "Ủy ban nhân dân huyện Krông Nô",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Krông Nô",
        ),
        (
            "UBND HUYỆN ĐỨC TRỌNG\nUBND XÃ HIỆP AN",
            "Ủy ban nhân dân huyện Đức Trọng",
            "Ủy ban nhân dân xã Hiệp An",
        ),
        (
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT SỐ 1 BẢO YÊN",
            "Sở Giáo dục và Đào tạo tỉnh Lào Cai",
            "Trường Trung học phổ thông số 1 Bảo Yên",
        ),
        (
            "UBND XÃ TÂN HƯNG ĐÔNG\nBAN CHỈ ĐẠO\nXÂY DỰNG NÔNG THÔN MỚI",
            "Ủy ban nhân dân xã Tân Hưng Đông",
            "Ban Chỉ đạo Xây dựng nông thôn mới xã Tân Hưng Đông",
        ),
        (
            "BAN CHỈ HUY PCTT VÀ TKCN\nTỈNH LÀO CAI\nVĂN PHÒNG THƯỜNG TRỰC",
            "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh Lào Cai",
            "Văn phòng thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh Lào Cai",
        ),
        (
            "SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA\nTHEO QUYẾT ĐỊNH\nSỐ 1050/QĐ-SCT",
            "Sở Công Thương tỉnh Lào Cai",
            "Đoàn kiểm tra theo Quyết định số 1050/QĐ-SCT",
        ),
        (
            "QUÂN KHU 7\nBỘ CHỈ HUY QUÂN SỰ\nTHÀNH PHỐ HỒ CHÍ MINH",
            "Quân khu 7",
            "Bộ Chỉ huy Quân sự Thành phố Hồ Chí Minh",
        ),
        ("BỘ Y TẾ\nVĂN PHÒNG", "Bộ Y tế", "Văn phòng Bộ Y tế"),
        (
            "UBND TP HẢI PHÒNG\nSỞ VHTT",
            "Ủy ban nhân dân thành phố Hải Phòng",
            "Sở Văn hóa và Thể thao thành phố Hải Phòng",
        ),
        (
            "UBND TỈNH HÀ GIANG\nBAN QUẢN LÝ DỰ ÁN ĐTXD CÔNG TRÌNH\nDÂN DỤNG VÀ CÔNG NGHIỆP",
            "Ủy ban nhân dân tỉnh Hà Giang",
            "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh Hà Giang",
        ),
        (
            "BỘ TÀI CHÍNH\nCỤC THUẾ\nTHUẾ TỈNH LÀO CAI",
            "Cục Thuế",
            "Thuế tỉnh Lào Cai",
        ),
        (
            "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH LÀO CAI",
            None,
            "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Lào Cai",
        ),
        (
            "UBND HUYỆN ĐIỆN BIÊN ĐÔNG\nTRƯỜNG PTDTBT THCS PU NHI",
            "Ủy ban nhân dân huyện Điện Biên Đông",
            "Trường Phổ thông Dân tộc bán trú Trung học cơ sở Pu Nhi",
        ),
        # Party and Youth Union
        (
            "ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY UBND TỈNH\n*",
            "Đảng bộ tỉnh Lào Cai",
            "Đảng ủy Ủy ban nhân dân tỉnh Lào Cai",
        ),
        ("ĐẢNG BỘ XÃ NẬM CÓ\nĐẢNG ỦY", "Đảng bộ xã Nậm Có", "Đảng ủy xã Nậm Có"),
        ("TỈNH ỦY LÀO CAI\nBAN TỔ CHỨC", "Tỉnh ủy Lào Cai", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        (
            "TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH LÀO CAI",
            "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Lào Cai",
        ),
        (
            "PHÒNG GD & ĐT LẠC THỦY\nTRƯỜNG TIỂU HỌC PHÚ THÀNH",
            "Phòng Giáo dục và Đào tạo Lạc Thủy",
            "Trường Tiểu học Phú Thành",
        ),
        (
            "BỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG\nBCH BĐBP TỈNH SƠN LA",
            "Bộ Tư lệnh Bộ đội Biên phòng",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La",
        ),
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH QUẢNG BÌNH\nCÔNG ĐOÀN NGÀNH GIÁO DỤC",
            "Liên đoàn Lao động tỉnh Quảng Bình",
            "Công đoàn ngành Giáo dục tỉnh Quảng Bình",
        ),
        ("Y BAN NHÂN DÂN\nTỈNH LÀO CAI", None, LAO_CAI),  # a portal that loses the letter
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*",
            "Ban Chấp hành Trung ương",
            "Ban Tổ chức Trung ương",
        ),
        (
            "HỘI ĐỒNG ĐỘI HUYỆN QUẢNG TRẠCH\nLIÊN ĐỘI TRƯỜNG TH QUẢNG THẠCH",
            "Hội đồng Đội huyện Quảng Trạch",
            "Liên đội Trường Tiểu học Quảng Thạch",
        ),
        # a copy that lost the province: the place has it
        ("ỦY BAN NHÂN DÂN", None, LAO_CAI),
        # not all in capitals
        ("UBND tỉnh Lào Cai\nTrường Cao đẳng Lào Cai", LAO_CAI, "Trường Cao đẳng Lào Cai"),
    ],
)  # fmt: skip
def test_names(read: Read, names: str, parent: str | None, issuer: str) -> None:
    header = read(letter(names)).header
    assert (header.parent_authority, header.issuer) == (parent, issuer)


@pytest.mark.parametrize(
    ("names", "number", "issuer"),
    [
        (
            "BỘ CÔNG AN - BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "Số: 515/KH-BCA-BNN&MT",
            "Bộ Công an, Bộ Nông nghiệp và Môi trường",
        ),
        (
            "BỘ TÀI CHÍNH - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
            "Số: 68/2013/TTLT-BTC-BLĐTBXH",
            "Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội",
        ),
        ("BỘ NỘI VỤ\nBỘ TÀI CHÍNH", "Số: 01/2014/TTLT-BNV-BTC", "Bộ Nội vụ, Bộ Tài chính"),
        # a page that lost the lines below, a number that lost its hyphen, a break within a name
        (
            "BỘ TÀI CHÍNH-BỘ LAO ĐỘNG,",
            "Số: 84/2005/TTLT-BTC-BLĐTBXH",
            "Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội",
        ),
        (
            "BỘ TÀI CHÍNH - BỘ LAO\nĐỘNG - THƯƠNG BINH VÀ\nXÃ HỘI",
            "Số: 68/2013/TTLT-BTCBLĐTBXH",
            "Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội",
        ),
        (
            "CHÍNH PHỦ - ĐOÀN CHỦ TỊCH\nỦY BAN TRUNG ƯƠNG MẶT TRẬN\nTỔ QUỐC VIỆT NAM",
            "Số: 01/NQLT-CP-ĐCTUBTWMTTQVN",
            "Chính phủ, Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ),
        (
            "TÒA ÁN NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO",
            "Số: 01-TANDTC-VKSNDTC/TTLT",
            "Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao",
        ),
        # "LIÊN TỊCH" names nobody
        (
            "BỘ TÀI CHÍNH - BỘ NỘI VỤ\nLIÊN TỊCH",
            "Số: 05/HDLT-BTC-BNV",
            "Bộ Tài chính, Bộ Nội vụ",
        ),
        (
            "UBND TỈNH LÀO CAI - ỦY BAN MTTQ VIỆT NAM TỈNH",
            "Số: 05/KHLT-UBND-MTTQ",
            "Ủy ban nhân dân tỉnh Lào Cai, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
        ),
    ],
)
def test_joint(read: Read, names: str, number: str, issuer: str) -> None:
    header = read(letter(names, number, "Hà Nội")).header
    assert (header.parent_authority, header.issuer) == (None, issuer)


@pytest.mark.parametrize(
    ("names", "parent", "issuer"),
    [
        ("BỘ Y TẾ\nBAN CHỈ ĐẠO 389", "Bộ Y tế", "Ban Chỉ đạo 389"),
        ("BỘ Y TẾ\nCỤC DÂN SỐ\nPHÒNG TỔNG HỢP", "Cục Dân số", "Phòng Tổng hợp"),
        (
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nTRUNG ƯƠNG",
            None,
            "Hội đồng Thi đua - Khen thưởng Trung ương",
        ),
    ],
)
def test_the_seat_of_a_central_body_is_not_its_territory(
    read: Read, names: str, parent: str | None, issuer: str
) -> None:
    header = read(letter(names, place="Hà Nội")).header
    assert (header.parent_authority, header.issuer) == (parent, issuer)


def test_columns_typed_with_spaces(read: Read) -> None:
    text = """\
  UBND TỈNH LÀO CAI             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 SỞ CÔNG THƯƠNG                          Độc lập - Tự do - Hạnh phúc

  Số:      /TB-SCT                   Lào Cai, ngày      tháng 4 năm 2026

                              THÔNG BÁO
          Kết quả kiểm tra
"""
    header = read(text, soft=True).header
    assert header.parent_authority == LAO_CAI
    assert header.issuer == "Sở Công Thương tỉnh Lào Cai"
    assert (header.place, header.title) == ("Lào Cai", "Kết quả kiểm tra")


def test_the_stamp_of_a_digital_signature_is_no_name(read: Read) -> None:
    stamp = (
        "Người ký: Sở Công Thương\nEmail: sct@laocai.gov.vn\nCơ quan: Tỉnh Lào Cai\n"
        "Thời gian ký: 28.12.2018 16:05:11 +07:00\n"
    )
    header = read(stamp + letter("UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG")).header
    assert (header.parent_authority, header.issuer) == (LAO_CAI, "Sở Công Thương tỉnh Lào Cai")
    assert str(header.issued_on) == "2024-09-03"


def test_the_title_of_a_page_is_no_name(read: Read) -> None:
    reading = read(f"Quyết định 435/QĐ-UBND năm 2020. {letter('ỦY BAN NHÂN DÂN TỈNH KON TUM')}")
    assert reading.header.issuer == "Ủy ban nhân dân tỉnh Kon Tum"


def test_the_form_of_the_gazette(read: Read) -> None:
    reading = read(
        "QUYẾT ĐỊNH\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 138/1998/QĐ-TTg\nNGÀY 31 THÁNG 7 NĂM 1998 "
        "PHÊ DUYỆT CHƯƠNG TRÌNH\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ;\n"
    )
    header = reading.header
    assert header.issuer == "Thủ tướng Chính phủ"
    assert header.number is not None
    assert header.number.canonical == "138/1998/QĐ-TTg"
    assert (str(header.issued_on), header.title) == ("1998-07-31", "PHÊ DUYỆT CHƯƠNG TRÌNH")
    assert reading.line(reading.result.head_end) == "THỦ TƯỚNG CHÍNH PHỦ"


def test_the_heading_of_a_page_of_the_party(read: Read) -> None:
    header = read(
        "KẾT LUẬN 127-KL/TW CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ TRIỂN KHAI NGHIÊN CỨU SẮP XẾP\n"
        "Tại phiên họp ngày 28/2/2025, Bộ Chính trị, Ban Bí thư có ý kiến như sau:\n"
    ).header
    assert header.number is not None
    assert (header.number.canonical, header.issuer, header.title) == (
        "127-KL/TW",
        "Bộ Chính trị, Ban Bí thư",
        "VỀ TRIỂN KHAI NGHIÊN CỨU SẮP XẾP",
    )


@pytest.mark.parametrize(
    "head",
    [
        "ĐẢNG BỘ TỈNH KHÁNH HOÀ ĐẢNG UỶ XÃ CÔNG HẢI * Số 45-KH/ĐU\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nCông Hải, ngày 12 tháng 01 năm 2026",
        "ĐẢNG BỘ TỈNH KHÁNH HOÀ | ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "ĐẢNG UỶ XÃ CÔNG HẢI | Công Hải, ngày 12 tháng 01 năm 2026 Số 45-KH/ĐU",
    ],
)
def test_the_party_writes_its_number_without_a_colon(read: Read, head: str) -> None:
    header = read(
        f"{head}\nKẾ HOẠCH\nkiểm tra năm 2026\nThực hiện Chương trình số 02-CTr/ĐU;\n"
    ).header
    assert header.number is not None
    assert (header.number.canonical, str(header.issued_on)) == ("45-KH/ĐU", "2026-01-12")
    assert header.issuer == "Đảng ủy xã Công Hải"


def test_a_newspaper_tells_what_it_prints(read: Read) -> None:
    header = read(
        "Nghị quyết của Ban Chấp hành Đảng bộ tỉnh\n\nLTS: Ngày 25-11-2019, Ban Chấp hành Đảng bộ tỉnh "
        "khóa XIX đã ban hành Nghị quyết số 19-NQ/TU về nhiệm vụ phát triển kinh tế năm 2020. Báo Nam "
        "Định xin giới thiệu toàn văn Nghị quyết.\n\nI. ĐÁNH GIÁ TÌNH HÌNH\n1. Năm 2019 khó khăn.\n"
    ).header
    assert header.number is not None
    assert (header.number.canonical, str(header.issued_on)) == ("19-NQ/TU", "2019-11-25")
    assert (header.type_name, header.issuer) == ("Nghị quyết", "Ban Chấp hành Đảng bộ tỉnh")
    assert header.title == "về nhiệm vụ phát triển kinh tế năm 2020"


@pytest.mark.parametrize(
    ("heading", "resolves", "issuer"),
    [
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Tiền Giang lần thứ XI",
            "QUYẾT NGHỊ",
            "Đại hội đại biểu Đảng bộ tỉnh Tiền Giang lần thứ XI",
        ),
        (
            "NGHỊ QUYẾT\n\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC GIANG LẦN THỨ XIX, NHIỆM KỲ 2020 - 2025",
            "QUYẾT NGHỊ",
            "Đại hội đại biểu Đảng bộ tỉnh Bắc Giang lần thứ XIX",
        ),
        ("Đại hội đại biểu Đảng bộ tỉnh Tiền Giang lần thứ XI", "Kết quả", None),
    ],
)
def test_a_congress_issues_its_resolution(
    read: Read, heading: str, resolves: str, issuer: str | None
) -> None:
    header = read(
        f"{heading}\n\nĐại hội đại biểu Đảng bộ tỉnh họp từ ngày 13/10/2020;\n\n{resolves}\n\n"
        "I- Tán thành những nội dung về đánh giá kết quả.\n"
    ).header
    assert (header.issuer, header.type_name) == (issuer, "Nghị quyết" if issuer else None)


def test_a_preamble_tells_what_it_carries_out(read: Read) -> None:
    header = read(
        "Ngày 16/7/2021, Thủ tướng Chính phủ ban hành Chỉ thị số 19/CT-TTg về việc phát động thi đua; "
        "UBND tỉnh Nghệ An ban hành Kế hoạch tổ chức thực hiện như sau:\nI. MỤC ĐÍCH\n1. Nâng cao.\n"
    ).header
    assert (header.number, header.type_name) == (None, "Kế hoạch")
    assert header.issuer == "Ủy ban nhân dân tỉnh Nghệ An"


def test_no_body_is_above_itself(read: Read) -> None:
    twice = "ỦY BAN NHÂN DÂN\n\nỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH"
    header = read(letter(twice, "Số: 349/UBND-VX", "Quy Nhơn")).header
    assert (header.parent_authority, header.issuer) == (None, "Ủy ban nhân dân tỉnh Bình Định")


def test_a_line_of_a_page_that_tells_all(read: Read) -> None:
    header = read(
        "Kết luận số 69-KL/TW\n\nKết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về phát "
        "triển khoa học\n\nSau 10 năm thực hiện, khoa học đã có chuyển biến tích cực.\n"
    ).header
    assert (header.issuer, str(header.issued_on)) == ("Bộ Chính trị", "2024-01-11")
    assert header.title == "về phát triển khoa học"


def test_a_name_that_a_scan_spoilt_beside_its_code(read: Read) -> None:
    header = read(letter("BỘ TÀI CHÍNH\nTONG CYC THUE", "Số: 1046/TCT-TTKT", "Hà Nội")).header
    assert (header.parent_authority, header.issuer) == ("Bộ Tài chính", "Tổng cục Thuế")


def test_a_sound_name_beside_another_code(read: Read) -> None:
    header = read(letter("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/GDĐT-VP", "Hà Nội")).header
    assert header.issuer == "Sở Giáo dục và Đào tạo thành phố Hà Nội"


def test_the_heading_of_a_page_above_cells(read: Read) -> None:
    header = read(
        "# CÔNG VĂN SỐ 6240/BGDĐT-KHCN — HƯỚNG DẪN KẾT NỐI\n\nBỘ GIÁO DỤC VÀ ĐÀO TẠO\n"
        "Số: 6240 /BGDĐT-KHCN\nV/v hướng dẫn kết nối dữ liệu\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Hà Nội, ngày 15 tháng 9 năm 2026\n\nKính gửi: Các cơ sở giáo dục đại học.\n"
    ).header
    assert header.issuer == "Bộ Giáo dục và Đào tạo"
    assert header.title == "hướng dẫn kết nối dữ liệu"


def test_the_subject_as_heading_of_a_page(read: Read) -> None:
    subject = "V/v hướng dẫn giải quyết chế độ người HĐKC"
    header = read(
        f"# {subject}\n\nBỘ LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI -------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Số: 1040/LĐTBXH-NCC {subject}\nHà Nội, ngày 09 tháng 04 năm 2012\n\nKính gửi: UBND các tỉnh.\n"
    ).header
    assert header.issuer == "Bộ Lao động - Thương binh và Xã hội"
    assert header.title == subject.removeprefix("V/v ")


def test_a_letterhead_without_its_territory(read: Read) -> None:
    """The seat of a province tells none; the body that decides does."""
    header = read(
        "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 14/2001/QĐ-UB\n"
        "Đà Lạt, ngày 16 tháng 3 năm 2001\nQUYẾT ĐỊNH\nVề phân cấp\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\n- Căn cứ Luật Ngân sách Nhà nước;\n"
    ).header
    assert (header.issuer, header.place) == ("Ủy ban nhân dân tỉnh Lâm Đồng", "Đà Lạt")


def test_a_supreme_body_that_lost_a_line(read: Read) -> None:
    header = read(letter("VIỆN KIỂM SÁT NHÂN DÂN", "Số: 01/2009/CT-VKSTC", "Hà Nội")).header
    assert header.issuer == "Viện kiểm sát nhân dân tối cao"


def test_a_letterhead_typed_in_rows(read: Read) -> None:
    header = read(
        "ỦY BAN NHÂN DÂN | CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "XÃ XUÂN TÍN | Độc lập - Tự do - Hạnh phúc |\nSố: 36 /KH - UBND |\n"
        "Xuân Tín, ngày 07 tháng 5 năm 2025 |\nKẾ HOẠCH\nPhòng, chống thiên tai\nCăn cứ Luật A;\n"
    ).header
    assert header.issuer == "Ủy ban nhân dân xã Xuân Tín"


def test_the_central_committee_of_the_youth_union(read: Read) -> None:
    """Its name goes on in what is the motto of the Union elsewhere."""
    header = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 45-HD/TWĐTN-BTC\n"
        "Hà Nội, ngày 05 tháng 4 năm 2021\nHƯỚNG DẪN\nRèn luyện đoàn viên\nCăn cứ Điều lệ Đoàn;\n"
    ).header
    assert header.issuer == "Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"


def test_a_lost_letterhead(read: Read) -> None:
    """Only the preamble names the body: said in a diagnostic; what nothing says stays unknown."""
    reading = read("NGHỊ QUYẾT\nVỀ BẢO VỆ MÔI TRƯỜNG\nCHÍNH PHỦ\nCăn cứ Luật Bảo vệ môi trường;\n")
    header = reading.header
    assert (header.issuer, header.number, header.issued_on) == ("Chính phủ", None, None)
    assert "issuer-from-preamble" in reading.codes


@pytest.mark.parametrize(
    "named",
    [
        "TỈNH BÀ RỊA-VŨNG TÀU\nKHÓA VI, KỲ HỌP THỨ NĂM",
        "TỈNH BÀ RỊA-VŨNG TÀU KHÓA VI, KỲ HỌP THỨ NĂM",
    ],
)
def test_a_council_without_letterhead(read: Read, named: str) -> None:
    """Its term and session are no part of its name; its last sentence tells the day."""
    reading = read(
        f"NGHỊ QUYẾT\nVỀ CHẤT VẤN\nHỘI ĐỒNG NHÂN DÂN {named}\nCăn cứ Luật Phí;\nQUYẾT NGHỊ:\n"
        "Điều 1. Giao Ủy ban nhân dân tỉnh thực hiện.\n\nNghị quyết này đã được Hội đồng nhân dân "
        "tỉnh thông qua ngày 13 tháng 7 năm 2017 và có hiệu lực từ ngày 20 tháng 7 năm 2017./.\n"
    )
    header = reading.header
    assert header.issuer == "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"
    assert header.title == "VỀ CHẤT VẤN"
    assert header.issued_on == dt.date(2017, 7, 13)
    assert "date-from-passing" in reading.codes


def test_a_lost_letterhead_and_the_note_over_an_appendix(read: Read) -> None:
    text = (
        "NGHỊ QUYẾT\nVỀ BẢO VỆ MÔI TRƯỜNG\nCHÍNH PHỦ\nCăn cứ Luật Bảo vệ môi trường;\n"
        "QUYẾT NGHỊ:\n1. Các bộ, ngành thực hiện.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"
        "(Kèm theo Nghị quyết số 394/NQ-CP ngày 03 tháng 12 năm 2025 của Chính phủ)\n1. A\n"
    )
    reading = read(text)
    header = reading.header
    assert header.number is not None
    assert (header.number.canonical, str(header.issued_on)) == ("394/NQ-CP", "2025-12-03")
    assert "number-from-note" in reading.codes
    assert read(text.replace("theo Nghị quyết", "theo Quyết định")).header.number is None
    blank = read(text.replace("NGHỊ QUYẾT\nVỀ", "Số:      /NQ-CP\nNGHỊ QUYẾT\nVỀ"))
    assert blank.header.number is None


@pytest.mark.parametrize(
    ("decides", "type_name"), [("QUYẾT ĐỊNH:", "Quyết định"), ("QUYẾT NGHỊ:", "Nghị quyết")]
)
def test_a_decision_without_letterhead_and_type(read: Read, decides: str, type_name: str) -> None:
    """Title, body and the line that decides are left; the note over what it issues has the rest."""
    text = (
        "BAN HÀNH KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 14-CT/TW\n\n" * 2
        + "THỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ;\n"
        + f"{decides}\nĐiều 1. Ban hành kèm theo văn bản này Kế hoạch.\nNơi nhận:\n- Lưu: VT.\n"
        + f"KẾ HOẠCH\nTHỰC HIỆN CHỈ THỊ\n(Ban hành kèm theo {type_name} số 773/QĐ-TTg ngày 26 "
        + "tháng 6 năm 2018 của Thủ tướng Chính phủ)\nI. MỤC ĐÍCH\n"
    )
    reading = read(text)
    header = reading.header
    assert (header.issuer, header.type_name) == ("Thủ tướng Chính phủ", type_name)
    assert header.title == "BAN HÀNH KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 14-CT/TW"
    assert header.number is not None
    assert (header.number.canonical, str(header.issued_on)) == ("773/QĐ-TTg", "2018-06-26")
    assert "type-from-enacting-line" in reading.codes
    assert read(text.replace(f"{decides}\n", "")).header.type_name != type_name


def test_the_last_part_of_a_document_and_the_note_over_its_appendix(read: Read) -> None:
    """That the note names it, the part itself says: "Nghị quyết này"."""
    text = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Các bộ triển khai Nghị quyết này./.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ"
        "\n(Kèm theo Nghị quyết 12/NQ-CP ngày 07 tháng 02 năm 2023 của Chính phủ)\n1. A\n"
    )
    header = read(text).header
    assert (header.type_name, header.issuer) == ("Nghị quyết", "Chính phủ")
    assert header.number is not None
    assert (header.number.canonical, str(header.issued_on)) == ("12/NQ-CP", "2023-02-07")
    assert read(text.replace("quyết này", "quyết đó")).header.number is None


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo tình hình\nNội dung như sau.\n",
        "=== TRANG 1 ===\nkhông đọc được\n",
        "Phụ lục\nBan hành kèm theo Quyết định số 1445/2002/QĐ-UB ngày 12 tháng 6 năm 2002\n",
        "I. MỤC TIÊU\n1. Chung\n",
    ],
)
def test_no_letterhead_no_guess(read: Read, text: str) -> None:
    reading = read(text)
    header = reading.header
    assert (header.parent_authority, header.issuer, header.number) == (None, None, None)
    assert (header.place, header.issued_on) == (None, None)
    assert reading.codes == {"header-not-found"}


@pytest.mark.parametrize(
    "motto",
    [
        "CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "CỌNG HÕA XÁ HỘI CHÚ NGHĨA VIẸT NAM\nĐộc lâp - Tư dọ - Hạnh phuc",
    ],
)
def test_a_motto_with_slips_of_ocr_is_no_name(read: Read, motto: str) -> None:
    names = "UBND HUYỆN KRÔNG NÔ\nVĂN PHÒNG HĐND&UBND"
    header = read(letter(names, place="Krông Nô").replace(MOTTO.strip(), motto)).header
    assert header.issuer == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Krông Nô"


def test_what_a_page_says_above_the_letterhead_is_no_part_of_it(read: Read) -> None:
    above = "Kế hoạch số: 5452/KH-TCHQ V/v vướng mắc Luật Quản lý ngoại thương.\n\n"
    letterhead = letter("BỘ TÀI CHÍNH\nTỔNG CỤC HẢI QUAN", "Số: 5452/KH-TCHQ", "Hà Nội")
    header = read(above + letterhead).header
    assert header.issuer == "Tổng cục Hải quan"
    assert header.number is not None
    assert header.number.raw == "5452/KH-TCHQ"


@pytest.mark.parametrize(
    ("sentence", "issuer", "type_name", "title"),
    [
        (
            "Căn cứ Kế hoạch số 5/KH-UBND của UBND huyện Krông Nô, Sở Văn hóa, Thể thao và Du lịch ban hành "
            "Kế hoạch phát triển du lịch tỉnh Lào Cai năm 2024 như sau:",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai",
            "Kế hoạch",
            "phát triển du lịch tỉnh Lào Cai năm 2024",
        ),
        (
            "Để thực hiện Nghị quyết; Sở Y tế ban hành Kế hoạch nâng cao y đức đến năm 2025, với những nội dung sau",
            "Sở Y tế",
            "Kế hoạch",
            "nâng cao y đức đến năm 2025",
        ),
        (
            "Thực hiện Công văn số 5, Trường Tiểu học Kim Đồng xây dựng Kế hoạch giáo dục năm học 2023 - 2024, cụ thể như sau:",
            "Trường Tiểu học Kim Đồng",
            "Kế hoạch",
            "giáo dục năm học 2023 - 2024",
        ),
        (
            "Để triển khai Nghị quyết, Đại học Nông Lâm ban hành Kế hoạch “Khơi dậy khát vọng cống hiến”, "
            "(sau đây gọi tắt là Kế hoạch) cụ thể như sau:",
            "Đại học Nông Lâm",
            "Kế hoạch",
            "Khơi dậy khát vọng cống hiến",
        ),
        (
            "Ban Thường vụ Huyện ủy đề ra Chương trình hành động thực hiện Nghị quyết số 5, gồm những nội dung chủ yếu sau đây:",
            "Ban Thường vụ Huyện ủy",
            "Chương trình hành động",
            "thực hiện Nghị quyết số 5",
        ),
        (
            "Thực hiện Nghị định, Ban Chỉ đạo Chuyển đổi số huyện Đăk R’lấp (sau đây gọi tắt là Ban Chỉ đạo) ban hành "
            "Kế hoạch hoạt động của Ban Chỉ đạo với các nội dung cụ thể như sau:",
            "Ban Chỉ đạo Chuyển đổi số huyện Đăk R’lấp",
            "Kế hoạch",
            "hoạt động của Ban Chỉ đạo",
        ),
        (  # a title too short to be one
            "Thực hiện Nghị định, Ủy ban nhân dân thành phố ban hành Kế hoạch triển khai như sau:",
            "Ủy ban nhân dân thành phố",
            "Kế hoạch",
            None,
        ),
        (  # the last sentence issues; its title ends with a quotation
            "Để tham mưu cho UBND Thành phố xây dựng Chương trình về văn hóa. Sở Văn hóa và Thể thao xây dựng kế hoạch "
            "tổ chức diễn đàn “Phát huy giá trị văn hóa”. Cụ thể như sau:",
            "Sở Văn hóa và Thể thao",
            "Kế hoạch",
            "tổ chức diễn đàn “Phát huy giá trị văn hóa”",
        ),
        # the act of another, and an order
        ("Thực hiện Quyết định số 5/QĐ-TTg ban hành Kế hoạch hành động, UBND xã A giao các thôn như sau:", None, None, None),
        ("Sở Y tế báo cáo kết quả như sau:", None, None, None),
    ],
)  # fmt: skip
def test_an_issuing_sentence_without_a_letterhead(
    read: Read, sentence: str, issuer: str | None, type_name: str | None, title: str | None
) -> None:
    header = read(f"{sentence}\nI. MỤC ĐÍCH\n1. Nâng cao chất lượng.").header
    assert (header.issuer, header.type_name, header.title) == (issuer, type_name, title)


def test_the_heading_of_a_page_is_the_title_of_its_issuing_sentence(read: Read) -> None:
    text = (
        "Tăng cường giáo dục đạo đức cho sinh viên\nThực hiện Nghị quyết, Trường Đại học A ban hành Kế hoạch "
        "“Tăng cường giáo dục đạo đức cho sinh viên Trường Đại học A” như sau:\nI. MỤC ĐÍCH"
    )
    header = read(text).header
    assert header.title == "Tăng cường giáo dục đạo đức cho sinh viên"
    # a type that is printed keeps its title; the sentence only names the body
    header = read(f"KẾ HOẠCH\nGiáo dục đạo đức\n{text.partition(chr(10))[2]}").header
    assert (header.issuer, header.title) == ("Trường Đại học A", "Giáo dục đạo đức")
