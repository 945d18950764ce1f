"""Number, place and day of a document, written, blank, wrapped and flattened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

ISSUER = "ỦY BAN NHÂN DÂN TỈNH KON TUM\n"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
REST = "KẾ HOẠCH\nTriển khai Kế hoạch số 119-KH/TU ngày 18 tháng 12 năm 2019 của Tỉnh ủy\n"


@pytest.mark.parametrize(
    ("line", "raw", "canonical"),
    [
        ("Số: 232/KH-UBND", "232/KH-UBND", "232/KH-UBND"),
        ("Số:\n7360/KH-UBND", "7360/KH-UBND", "7360/KH-UBND"),
        ("Số: 1906 /SGDĐT-CTrTT", "1906 /SGDĐT-CTrTT", "1906/SGDĐT-CTrTT"),
        ("Số: 45 / KH-UBND", "45 / KH-UBND", "45/KH-UBND"),
        ("Số : 2917 /SGDĐT-VP", "2917 /SGDĐT-VP", "2917/SGDĐT-VP"),
        ("SỐ: 0204/KH-UBND", "0204/KH-UBND", "0204/KH-UBND"),
        ("Số: 175/T/KH-UBND", "175/T/KH-UBND", "175/T/KH-UBND"),
        ("Số: 435/QÐ-UBND", "435/QÐ-UBND", "435/QĐ-UBND"),
        ("Số: 15/2010/QĐ-UBND", "15/2010/QĐ-UBND", "15/2010/QĐ-UBND"),
        ("Số: 101322/CTHN-TTHT", "101322/CTHN-TTHT", "101322/CTHN-TTHT"),
        ("Số 14-KH/TU", "14-KH/TU", "14-KH/TU"),
        ("Số 445-KL/TU", "445-KL/TU", "445-KL/TU"),
        ("Luật số: 64/2025/QH15", "64/2025/QH15", "64/2025/QH15"),
        ("Nghị quyết số: 123/2016/QH13", "123/2016/QH13", "123/2016/QH13"),
        ("Số: 1 1 0 5 /KH-ĐKT", "1 1 0 5 /KH-ĐKT", "1105/KH-ĐKT"),  # stamped on a print
        ("232/KH-UBND", "232/KH-UBND", "232/KH-UBND"),
    ],
)
def test_number(read: Read, line: str, raw: str, canonical: str) -> None:
    number = read(f"{ISSUER}{MOTTO}{line}\nKon Tum, ngày 4 tháng 5 năm 2020\n{REST}").header.number
    assert number is not None
    assert (number.raw, number.canonical) == (raw, canonical)


@pytest.mark.parametrize("line", ["Số: /KH-UBND", "Số:          /KH-UBND", "Số: ……/KH-UBND", "Số:"])
def test_blank_number(read: Read, line: str) -> None:
    reading = read(f"{ISSUER}{MOTTO}{line}\nKon Tum, ngày 4 tháng 5 năm 2020\n{REST}")
    assert reading.header.number is None
    assert "number-blank" in reading.codes
    assert reading.header.type_name == "Kế hoạch"


@pytest.mark.parametrize(
    "above",
    [
        "CÔNG VĂN ĐẾN\nSố: 4567\nNgày: 20/11/2025\n",  # the stamp of who received it
        "Số hiệu: 155/KH-UBND Loại văn bản: Văn bản khác\nNgày ban hành: 26/05/2017\n",
    ],
)
def test_what_stands_above_is_not_the_number(read: Read, above: str) -> None:
    text = f"{above}{ISSUER}{MOTTO}Số: 12/KH-UBND\nKon Tum, ngày 4 tháng 5 năm 2020\n{REST}"
    header = read(text).header
    assert header.number is not None
    assert header.number.canonical == "12/KH-UBND"
    assert str(header.issued_on) == "2020-05-04"


def test_a_cited_number_is_not_the_number(read: Read) -> None:
    header = read(f"{ISSUER}{MOTTO}{REST}Căn cứ Quyết định\nsố 12/QĐ-UBND;\n").header
    assert (header.number, header.issued_on) == (None, None)


def test_the_number_of_a_copy_is_not_the_number(with_tail: Read) -> None:
    reading = with_tail(
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n"
        "UBND TỈNH NGHỆ AN\nSỞ NỘI VỤ\nSAO Y\nSố: 99/SY-SNV\nNghệ An, ngày 5 tháng 9 năm 2024\n"
        "Nơi nhận:\n- Các phòng;\nTL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLê Văn B\n"
    )
    assert reading.header.number is not None
    assert reading.header.number.canonical == "12/KH-UBND"
    assert reading.header.recipients == ("Như trên", "Lưu: VT")
    assert reading.signers == [(None, None, "Chủ tịch", "Nguyễn Văn A")]


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Thái Nguyên, ngày 22 tháng 12 năm 2021", "Thái Nguyên", "2021-12-22"),
        ("Thái Nguyên, ngày\n22 tháng 12 năm 2021", "Thái Nguyên", "2021-12-22"),
        ("Thái Nguyên,\nngày 22 tháng 12 năm 2021", "Thái Nguyên", "2021-12-22"),
        ("Tam\nKỳ, ngày 19 tháng 6 năm 2007", "Tam Kỳ", "2007-06-19"),
        ("Cà\nMau, ngày 21 tháng 02 năm 2022", "Cà Mau", "2022-02-21"),
        (
            "Thành phố Hồ Chí\nMinh, ngày 19 tháng 11 năm 2025",
            "Thành phố Hồ Chí Minh",
            "2025-11-19",
        ),
        ("TP. Hồ Chí Minh, ngày 3 tháng 9 năm 2024", "Thành phố Hồ Chí Minh", "2024-09-03"),
        ("Đăk Nông, ngày 28 tháng 12 năm 2018", "Đắk Nông", "2018-12-28"),
        ("Phan Rang-Tháp Chàm, ngày 05 tháng11 năm 2010", "Phan Rang-Tháp Chàm", "2010-11-05"),
        ("Lào Cai ngày 10 tháng 3 năm 2026", "Lào Cai", "2026-03-10"),
        ("Hà Nội, ngày 12/3/2019", "Hà Nội", "2019-03-12"),
        ("Hà nội, ngày  15  tháng  5  năm 2000", "Hà Nội", "2000-05-15"),
        ("xã Tân Hội, ngày 1 tháng 8 năm 2025", "Xã Tân Hội", "2025-08-01"),
        ("BAN THƯỜNG TRỰC Lào Cai, ngày 25 tháng 11 năm 2025", "Lào Cai", "2025-11-25"),
        ("ngày 12 tháng 3 năm 2019", None, "2019-03-12"),
        # blanks of drafts
        ("Lào Cai, ngày       tháng 4 năm 2026", "Lào Cai", None),
        ("Lào Cai, ngày … tháng … năm 20…", "Lào Cai", None),
        ("Lào Cai, ngày    tháng    năm", "Lào Cai", None),
        ("Lào Cai, ngày 31 tháng 2 năm 2026", "Lào Cai", None),
    ],
)
def test_place_and_day(read: Read, line: str, place: str | None, day: str | None) -> None:
    reading = read(f"{ISSUER}{MOTTO}Số: 12/KH-UBND\n{line}\n{REST}")
    header = reading.header
    assert header.place == place
    assert (str(header.issued_on) if header.issued_on else None) == day
    assert ("date-blank" in reading.codes) == (day is None)


def test_a_day_in_the_title_is_not_the_day(read: Read) -> None:
    reading = read(
        f"{ISSUER}{MOTTO}Số: 12/KH-UBND\nKẾ HOẠCH\nKIỂM KÊ TÀI SẢN CÔNG THỜI ĐIỂM 0H00\n"
        "NGÀY 01 THÁNG 01 NĂM 2026\nCăn cứ Luật;\n"
    )
    assert reading.header.issued_on is None
    assert (reading.header.title or "").endswith("NGÀY 01 THÁNG 01 NĂM 2026")


def test_a_rule_of_the_letterhead_before_the_place(read: Read) -> None:
    reading = read(
        "ĐẢNG BỘ TỈNH NGHỆ AN\nĐẢNG ỦY XÃ TÂN KỲ\n* Tân Kỳ, ngày 12 tháng 9 năm 2025\nSố 15-KH/ĐU\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nKẾ HOẠCH\nthực hiện Nghị quyết\n-----\nThực hiện Nghị quyết;\n"
    )
    assert (reading.header.place, str(reading.header.issued_on)) == ("Tân Kỳ", "2025-09-12")


def test_one_flattened_line(read: Read) -> None:
    text = (
        "Quyết định 435/QĐ-UBND năm 2020\nỦY BAN NHÂN DÂN TỈNH KON TUM -------\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------\n"
        "Số: 435/QĐ-UBND Kon Tum, ngày 04 tháng 5 năm 2020 QUYẾT ĐỊNH V/V BAN HÀNH CHƯƠNG TRÌNH "
        "HÀNH ĐỘNG CỦA BAN THƯỜNG VỤ ỦY BAN NHÂN DÂN TỈNH KON TUM\nCăn cứ Luật;\n"
    )
    header = read(text).header
    assert header.issuer == "Ủy ban nhân dân tỉnh Kon Tum"
    assert header.number is not None
    assert header.number.canonical == "435/QĐ-UBND"
    assert (header.place, str(header.issued_on)) == ("Kon Tum", "2020-05-04")
    assert header.type_name == "Quyết định"
    assert header.title == "BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN THƯỜNG VỤ"


def test_the_title_of_a_page_stands_in_for_a_lost_number(read: Read) -> None:
    reading = read("Quyết định 435/QĐ-UBND năm 2020\nĐiều 1. Ban hành Kế hoạch.\n")
    assert reading.header.number is not None
    assert reading.header.number.canonical == "435/QĐ-UBND"
    assert "number-from-page-title" in reading.codes
