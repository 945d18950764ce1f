"""The name of the type and the title below it; letters without either; stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vnplan.records import DocumentType, Secrecy, Urgency

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

HEAD = """\
ỦY BAN NHÂN DÂN TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Sơn La, ngày 3 tháng 9 năm 2024
"""


def document(below: str, number: str = "12/KH-UBND") -> str:
    return HEAD.format(number=number) + below


def test_a_title_above_which_the_type_is_missing(read: Read) -> None:
    found = read(
        document(
            "PHÊ DUYỆT KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2016\nỦY BAN NHÂN DÂN TỈNH SƠN LA\n"
            "Căn cứ Luật Đầu tư công;\n",
            "459/QĐ-UBND",
        )
    )
    assert found.header.title == "PHÊ DUYỆT KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2016"
    assert found.header.type is DocumentType.DECISION


@pytest.mark.parametrize(
    ("below", "type_name", "title", "body"),
    [
        (
            "KẾ HOẠCH\nThúc đẩy hoạt động khởi nghiệp năm 2019\nThực hiện Quyết định số 844/QĐ-TTg, UBND tỉnh ban hành Kế hoạch như sau:\n",
            "Kế hoạch",
            "Thúc đẩy hoạt động khởi nghiệp năm 2019",
            "Thực hiện Quyết định",
        ),
        (  # title and preamble open with the same words
            "KẾ HOẠCH\nTHỰC\nHIỆN ĐỀ ÁN “HỖ TRỢ HỌC SINH ĐẾN NĂM 2025”\nTHÁI NGUYÊN\nThực hiện Quyết định 1665/QĐ-TTg:\n",
            "Kế hoạch",
            "THỰC HIỆN ĐỀ ÁN “HỖ TRỢ HỌC SINH ĐẾN NĂM 2025” THÁI NGUYÊN",
            "Thực hiện Quyết định",
        ),
        (  # a long title in capitals, with a full stop
            "KẾ HOẠCH\nTRIỂN KHAI QUYẾT ĐỊNH SỐ 64/QĐ-BGTVT NGÀY\n22/01/2024 CỦA BỘ GIAO THÔNG VẬN TẢI VÀ CHỈ THỊ SỐ\n"
            "31/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ BẢO ĐẢM\nAN TOÀN GIAO THÔNG CHO HỌC SINH TRÊN ĐỊA\nBÀN TỈNH.\nThực hiện Quyết định số 64:\n",
            "Kế hoạch",
            "TRIỂN KHAI QUYẾT ĐỊNH SỐ 64/QĐ-BGTVT NGÀY 22/01/2024 CỦA BỘ GIAO THÔNG VẬN TẢI VÀ CHỈ THỊ SỐ 31/CT-TTG CỦA THỦ TƯỚNG "
            "CHÍNH PHỦ VỀ BẢO ĐẢM AN TOÀN GIAO THÔNG CHO HỌC SINH TRÊN ĐỊA BÀN TỈNH",
            "Thực hiện Quyết định",
        ),
        (  # a small letter in a code of a title in capitals
            "KẾ HOẠCH\nTHỰC HIỆN QUYẾT ĐỊNH SỐ 856/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ\n\nPHÊ DUYỆT ĐỀ ÁN “SẮP XẾP TỔ CHỨC BỘ MÁY”\nCăn cứ Luật;\n",
            "Kế hoạch",
            "THỰC HIỆN QUYẾT ĐỊNH SỐ 856/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ PHÊ DUYỆT ĐỀ ÁN “SẮP XẾP TỔ CHỨC BỘ MÁY”",
            "Căn cứ",
        ),
        (
            "KẾ HOẠCH\nKiểm tra, cấp Giấy chứng nhận huấn luyện kỹ thuật an toàn\nvật liệu nổ công nghiệp\nCăn cứ Luật;\n",
            "Kế hoạch",
            "Kiểm tra, cấp Giấy chứng nhận huấn luyện kỹ thuật an toàn vật liệu nổ công nghiệp",
            "Căn cứ",
        ),
        (
            "KẾ HOẠCH\nTổ chức sinh hoạt chuyên môn môn Lịch sử\nCụm 2 năm học 2025 - 2026\nCăn cứ Kế hoạch 620;\n",
            "Kế hoạch",
            "Tổ chức sinh hoạt chuyên môn môn Lịch sử Cụm 2 năm học 2025 - 2026",
            "Căn cứ",
        ),
        (
            "KẾ HOẠCH\nTÀI CHÍNH 03 NĂM TỈNH CÀ MAU\nKính gửi: Hội đồng nhân dân tỉnh\n",
            "Kế hoạch",
            "TÀI CHÍNH 03 NĂM TỈNH CÀ MAU",
            "Kính gửi",
        ),
        (
            "QUYẾT ĐỊNH\nV/v ban hành Chương trình hỗ trợ pháp lý\nCăn cứ Luật;\n",
            "Quyết định",
            "ban hành Chương trình hỗ trợ pháp lý",
            "Căn cứ",
        ),
        ("KẾ HOẠCH Triển khai công tác năm 2024\nCăn cứ Luật;\n", "Kế hoạch", "Triển khai công tác năm 2024", "Căn cứ"),
        ("K Ế  H O Ạ C H\nTổ chức Tết\nCăn cứ Luật;\n", "Kế hoạch", "Tổ chức Tết", "Căn cứ"),
        ("Kế hoạch\nTổ chức Tết\nCăn cứ Luật;\n", "Kế hoạch", "Tổ chức Tết", "Căn cứ"),
        (  # a verb that wants what it is done to, however long its name runs
            "QUYẾT ĐỊNH\nBan hành Kế hoạch hành động thực hiện\nChỉ thị số 52-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư về thực hiện "
            "bảo hiểm y tế toàn dân trong giai đoạn mới\nCăn cứ Luật;\n",
            "Quyết định",
            "Ban hành Kế hoạch hành động thực hiện Chỉ thị số 52-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư về thực hiện bảo hiểm y tế "
            "toàn dân trong giai đoạn mới",
            "Căn cứ",
        ),
        (  # but no paragraph behind a title that is whole
            "KẾ HOẠCH\nTổ chức thực hiện\nỦy ban nhân dân tỉnh xây dựng Kế hoạch với các nội dung cụ thể về tổ chức thực hiện công tác phòng, "
            "chống thiên tai trên địa bàn\nCăn cứ Luật;\n",
            "Kế hoạch",
            "Tổ chức thực hiện",
            "Ủy ban",
        ),
        ("KẾ HOẠCH\nCăn cứ Luật;\n", "Kế hoạch", None, "Căn cứ"),
        ("KẾ HOẠCH\nTổ chức Tết\n(Dự thảo lần 2)\nI. MỤC ĐÍCH\n", "Kế hoạch", "Tổ chức Tết", "I. MỤC ĐÍCH"),
        ("CHƯƠNG TRÌNH\nHÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT\nCăn cứ Luật;\n", "Chương trình", "HÀNH ĐỘNG THỰC HIỆN NGHỊ QUYẾT", "Căn cứ"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nTHỰC HIỆN NGHỊ QUYẾT\nCăn cứ Luật;\n", "Chương trình hành động", "THỰC HIỆN NGHỊ QUYẾT", "Căn cứ"),
        ("THÔNG BÁO\nKẾT LUẬN CỦA PHÓ CHỦ TỊCH TẠI CUỘC HỌP\nNgày 18 tháng 11, tại trụ sở.\n", "Thông báo", "KẾT LUẬN CỦA PHÓ CHỦ TỊCH TẠI CUỘC HỌP", "Ngày 18"),
        ("THÔNG BÁO KẾT LUẬN CỦA PHÓ CHỦ TỊCH\nNgày 18 tháng 11, tại trụ sở.\n", "Thông báo", "KẾT LUẬN CỦA PHÓ CHỦ TỊCH", "Ngày 18"),
        ("THÔNG BÁO KẾT LUẬN\ncuộc họp giao ban\nNgày 18 tháng 11, tại trụ sở.\n", "Thông báo kết luận", "cuộc họp giao ban", "Ngày 18"),
        # the body that decides stands between title and legal bases
        ("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\nỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật;\n", "Quyết định", "Về việc ban hành Kế hoạch", "ỦY BAN"),
        ("QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật;\n", "Quyết định", "VỀ VIỆC BAN HÀNH KẾ HOẠCH", "CHỦ TỊCH"),
        ("QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH KẾ HOẠCH\nGIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Luật;\n", "Quyết định", "VỀ VIỆC BAN HÀNH KẾ HOẠCH", "GIÁM ĐỐC"),
        ("NGHỊ QUYẾT\nQuy định mức chi\nHỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHÓA XV, KỲ HỌP THỨ 4\nCăn cứ Luật;\n", "Nghị quyết", "Quy định mức chi", "HỘI ĐỒNG"),
        ("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch năm 2020\nCHỦ TỊCH\nỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật;\n", "Quyết định", "Về việc ban hành Kế hoạch năm 2020", "CHỦ TỊCH"),
        # a bracket that a wrap cut, a long title in capitals with a full stop, another spelling of "Kính gửi"
        ("QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH GIAI ĐOẠN 2021-2025 (GIAI ĐOẠN\nII)\nCăn cứ Luật;\n", "Quyết định", "BAN HÀNH KẾ HOẠCH GIAI ĐOẠN 2021-2025 (GIAI ĐOẠN II)", "Căn cứ"),
        (f"QUYẾT ĐỊNH\nVỀ VIỆC PHÂN BỔ VỐN THỰC HIỆN {'ĐỀ ÁN BẢO ĐẢM CƠ SỞ VẬT CHẤT ' * 9}NĂM 2023.\nCăn cứ Luật;\n", "Quyết định", f"VỀ VIỆC PHÂN BỔ VỐN THỰC HIỆN {'ĐỀ ÁN BẢO ĐẢM CƠ SỞ VẬT CHẤT ' * 9}NĂM 2023", "Căn cứ"),
        ("TỜ TRÌNH\nVề việc công nhận trường đạt danh hiệu\nKính gởi: Phòng Giáo dục\n", "Tờ trình", "Về việc công nhận trường đạt danh hiệu", "Kính gởi"),
        ("NGHỊ QUYẾT LIÊN TỊCH\nVỀ PHỐI HỢP GIỮA CHÍNH PHỦ VỚI ĐOÀN CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật;\n", "Nghị quyết liên tịch", "VỀ PHỐI HỢP GIỮA CHÍNH PHỦ VỚI ĐOÀN CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Căn cứ"),
        ("CÔNG ĐIỆN\nVỀ VIỆC ỨNG PHÓ BÃO\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Giám đốc các sở;\n", "Công điện", "VỀ VIỆC ỨNG PHÓ BÃO", "CHỦ TỊCH"),
        ("CÔNG ĐIỆN KHẨN\nVề ứng phó bão\nCăn cứ Luật;\n", "Công điện", "Về ứng phó bão", "Căn cứ"),
        ("LUẬT\nBAN HÀNH VĂN BẢN QUY PHẠM PHÁP LUẬT\nCăn cứ Hiến pháp;\n", "Luật", "BAN HÀNH VĂN BẢN QUY PHẠM PHÁP LUẬT", "Căn cứ"),
        # a title that goes on in capitals with the words a body opens with
        ("KẾ HOẠCH\nKIỂM TRA CÁC CƠ SỞ\nTHEO QUY ĐỊNH TẠI NGHỊ ĐỊNH SỐ 217\nCăn cứ Luật;\n", "Kế hoạch", "KIỂM TRA CÁC CƠ SỞ THEO QUY ĐỊNH TẠI NGHỊ ĐỊNH SỐ 217", "Căn cứ"),
        # Party: capitals, then small letters
        ("KẾT LUẬN\nHỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề xây dựng kết cấu hạ tầng\nHội nghị họp ngày 26/4/2022 kết luận:\n", "Kết luận", "HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về xây dựng kết cấu hạ tầng", "Hội nghị"),
    ],
)  # fmt: skip
def test_type_and_title(
    read: Read, below: str, type_name: str, title: str | None, body: str
) -> None:
    reading = read(document(below))
    assert reading.header.type_name == type_name
    assert reading.header.title == title
    assert (reading.line(reading.result.head_end) or "").startswith(body)


@pytest.mark.parametrize(
    "broken", ["HỘI ĐỒNG\nNHÂN DÂN TỈNH BẮC NINH", "SỞ GIÁO DỤC\nVÀ ĐÀO TẠO TỈNH BẮC NINH"]
)
def test_the_body_that_decides_on_two_lines(read: Read, broken: str) -> None:
    """Its first line alone is no name; it ends the title all the same."""
    found = read(
        f"{broken.replace(chr(10), ' ')}\nSố: 12/QĐ-X\nBắc Ninh, ngày 3 tháng 4 năm 2024\n\n"
        f"QUYẾT ĐỊNH\nVề việc ban hành quy định quản lý chợ\n{broken}\n\nCăn cứ Luật;\n"
    )
    assert found.header.title == "Về việc ban hành quy định quản lý chợ"
    assert (found.line(found.result.head_end) or "").startswith(broken.split("\n", maxsplit=1)[0])


def test_a_type_outside_the_list(read: Read) -> None:
    header = read(document("NỘI QUY\nTiếp công dân của trụ sở\nCăn cứ Luật;\n", "12/NQ")).header
    assert (header.type, header.type_name) == (DocumentType.OTHER, "Nội quy")
    assert header.title == "Tiếp công dân của trụ sở"


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("V/v rà soát dữ liệu\nKính gửi: Công an Thành phố;\n", "rà soát dữ liệu"),
        (
            "V/v Hướng dẫn thực hiện nhiệm vụ\n\nGiáo dục trung học năm học 2014-2015\n\nKính gửi: Các trường;\n",
            "Hướng dẫn thực hiện nhiệm vụ Giáo dục trung học năm học 2014-2015",
        ),
        ("V/v rà soát dữ liệu, tọa độ\nthửa đất\nKính gửi:\n- Công an;\n", "rà soát dữ liệu, tọa độ thửa đất"),
        ("V/v chính sách thuế\nGTGT\nKính gửi: Cục Thuế;\n", "chính sách thuế GTGT"),
        ("v/v: rà soát dữ liệu.\nKính gửi:\n- Công an;\n", "rà soát dữ liệu"),
        ("Kính gửi:\n- Công an;\n", None),
    ],
)  # fmt: skip
def test_letter(read: Read, below: str, title: str | None) -> None:
    reading = read(document(below, "4085/UBND-ĐT"))
    header = reading.header
    assert (header.type, header.type_name) == (DocumentType.OFFICIAL_LETTER, "Công văn")
    assert header.title == title
    assert (reading.line(reading.result.head_end) or "").startswith("Kính gửi")
    assert header.recipients == ()  # "Kính gửi" names addressees, not recipients


def test_letter_with_the_subject_left_of_the_motto(read: Read) -> None:
    header = read(
        "UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 1906 /SGDĐT-CTrTT\n"
        "V/v khẩn trương phòng, chống dịch COVID-19\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nĐà Nẵng, ngày 26 tháng 7 năm 2020\nKính gửi:\n"
    ).header
    assert header.issuer == "Sở Giáo dục và Đào tạo thành phố Đà Nẵng"
    assert header.title == "khẩn trương phòng, chống dịch COVID-19"
    assert (header.place, str(header.issued_on)) == ("Đà Nẵng", "2020-07-26")


@pytest.mark.parametrize(
    ("subject", "behind", "title"),
    [
        (
            "giảm nhẹ phát thải khí nhà kính,",
            "thị trường các-bon và bảo vệ tầng ô-dôn",
            "giảm nhẹ phát thải khí nhà kính, thị trường các-bon và bảo vệ tầng ô-dôn",
        ),
        ("triển khai các quy định về", "bảo vệ tầng ô-dôn", "triển khai các quy định về bảo vệ tầng ô-dôn"),
        ("rà soát dữ liệu", "Hỏa tốc", "rà soát dữ liệu"),
    ],
)  # fmt: skip
def test_letter_with_the_motto_inside_the_subject(
    read: Read, subject: str, behind: str, title: str
) -> None:
    header = read(
        f"BỘ Y TẾ\nSố: 93/BYT-KCB\nV/v {subject}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 20 tháng 11 năm 2025\n{behind}\nKính gửi:\n"
    ).header
    assert header.title == title


@pytest.mark.parametrize(
    ("number", "noun", "flagged"),
    [
        ("55/2007/CT-UBND", "QUYẾT ĐỊNH", True),
        ("12/KH-UBND", "KẾ HOẠCH", False),
        ("296-QĐ/TU", "QUY ĐỊNH", False),  # the Party has one code for both
        ("459-KHHĐ/TU", "KẾ HOẠCH", False),
        ("01/KHLT-SYT-SGDĐT", "KẾ HOẠCH LIÊN TỊCH", False),
    ],
)
def test_the_noun_wins_over_the_symbol(read: Read, number: str, noun: str, flagged: bool) -> None:
    reading = read(document(f"{noun}\nTổ chức Tết\nCăn cứ Luật;\n", number))
    assert (reading.header.type_name or "").upper() == noun
    assert ("type-symbol-mismatch" in reading.codes) == flagged


@pytest.mark.parametrize(
    ("stamp", "urgency", "secrecy", "draft"),
    [
        ("HỎA TỐC", Urgency.EXPRESS, None, False),
        ("HOẢ TỐC", Urgency.EXPRESS, None, False),
        ("THƯỢNG KHẨN", Urgency.VERY_URGENT, None, False),
        ("KHẨN", Urgency.URGENT, None, False),
        ("MẬT", None, Secrecy.CONFIDENTIAL, False),
        ("TUYỆT MẬT", None, Secrecy.TOP_SECRET, False),
        ("Độ mật: Mật", None, Secrecy.CONFIDENTIAL, False),
        ("DỰ THẢO", None, None, True),
        ("(Dự thảo lần 2)", None, None, True),
        ("DỰ THẢO 12/5/2026", None, None, True),
        ("Mật khẩu", None, None, False),
    ],
)
def test_stamps(read: Read, stamp: str, urgency: Urgency, secrecy: Secrecy, draft: bool) -> None:
    header = read(document(f"{stamp}\nKẾ HOẠCH\nTổ chức Tết\nCăn cứ Luật;\n")).header
    assert (header.urgency, header.secrecy, header.is_draft) == (urgency, secrecy, draft)
    assert (header.type_name, header.title) == ("Kế hoạch", "Tổ chức Tết")


def test_a_draft_says_so_in_its_type(read: Read) -> None:
    header = read(document("DỰ THẢO NGHỊ QUYẾT\nTổ chức Tết\nCăn cứ Luật;\n")).header
    assert (header.is_draft, header.type_name) == (True, "Nghị quyết")


def test_a_title_about_a_draft_is_no_draft(read: Read) -> None:
    header = read(document("TỜ TRÌNH\nVề dự thảo Nghị quyết\nKính gửi: HĐND tỉnh\n")).header
    assert (header.is_draft, header.title) == (False, "Về dự thảo Nghị quyết")
