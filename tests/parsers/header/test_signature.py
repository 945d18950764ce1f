"""Blocks of signatures and who signs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vnplan.parsers.header.person_name import is_person_name, person_name
from vnplan.parsers.header.post import post_title, signature_at

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

LIST = "Nơi nhận:\n- Như trên;\n- Lưu: VT, TM.\n"


@pytest.mark.parametrize(
    ("block", "signers"),
    [
        # the normal block of a plan, wrapped, tight and flattened
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Quang Tiến",
            [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phó Chủ tịch", "Lê Quang Tiến")],
        ),
        (
            "TM. ỦY BAN NHÂN\nDÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBùi\nXuân Cường",
            [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phó Chủ tịch", "Bùi Xuân Cường")],
        ),
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Hữu Tháp",
            [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Hữu Tháp")],
        ),
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (đã ký) Nguyễn Văn Đệ",
            [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Văn Đệ")],
        ),
        ("CHỦ TỊCH\nĐặ ng Văn Minh", [(None, None, "Chủ tịch", "Đặng Văn Minh")]),  # torn by a portal
        ("TM. UBND TỈNH\nCHỦ TỊCH\nĐào Mỹ", [("TM. UBND TỈNH", None, "Chủ tịch", "Đào Mỹ")]),
        ("TM. CHÍNH PHỦ\nTHỦ TƯỚNG\nPhạm Minh Chính", [("TM. CHÍNH PHỦ", None, "Thủ tướng", "Phạm Minh Chính")]),
        # for another, by order, authorised, acting
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nHoàng Văn Thuân", [(None, "KT. GIÁM ĐỐC", "Phó Giám đốc", "Hoàng Văn Thuân")]),
        (
            "KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nTrịnh Mạnh Linh",
            [(None, "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "Phó Chủ nhiệm", "Trịnh Mạnh Linh")],
        ),
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG Đinh Trung Tụng", [(None, "KT. BỘ TRƯỞNG", "Thứ trưởng", "Đinh Trung Tụng")]),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n(Đã ký)\nHồ Thị Nguyên Thảo",
            [(None, "TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng", "Hồ Thị Nguyên Thảo")],
        ),
        (
            "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ CÔNG THƯƠNG\nHoàng Chí Hiền",
            [(None, "TUQ. CHỦ TỊCH", "Giám đốc Sở Công Thương", "Hoàng Chí Hiền")],
        ),
        ("Q. GIÁM ĐỐC\nĐại tá Trần Văn An", [(None, "Q. GIÁM ĐỐC", "Quyền Giám đốc", "Trần Văn An")]),
        (
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nH'Lim Niê",
            [(None, "KT. CHỦ TỊCH", "Phó Chủ tịch Thường trực", "H'Lim Niê")],
        ),
        (
            "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC PHỤ TRÁCH\nNGUYỄN VĂN AN",
            [(None, "KT. GIÁM ĐỐC", "Phó Giám đốc phụ trách", "Nguyễn Văn An")],
        ),
        # a blot of the seal between post and name
        ("KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n[\nPhạm Thị Thanh Trà", [(None, "KT. THỦ TƯỚNG", "Phó Thủ tướng", "Phạm Thị Thanh Trà")]),
        # in one's own post
        ("THỦ TƯỚNG\nPhạm Minh Chính", [(None, None, "Thủ tướng", "Phạm Minh Chính")]),
        ("GIÁM ĐỐC", [(None, None, "Giám đốc", None)]),  # no name printed
        ("TỔNG THANH TRA\nĐoàn Hồng Phong", [(None, None, "Tổng Thanh tra", "Đoàn Hồng Phong")]),
        ("HIỆU TRƯỞNG\nPGS.TS. Ngô Hồng Điệp", [(None, None, "Hiệu trưởng", "Ngô Hồng Điệp")]),
        # Party
        (
            "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nGiàng Quốc Hưng",
            [("T/M BAN THƯỜNG VỤ", None, "Phó Bí thư Thường trực", "Giàng Quốc Hưng")],
        ),
        (
            "K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nY Thanh Hà Niê Kđăm",
            [(None, "K/T CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng", "Y Thanh Hà Niê Kđăm")],
        ),
        ("T/M BAN BÍ THƯ\nLê Minh Hưng", [("T/M BAN BÍ THƯ", None, None, "Lê Minh Hưng")]),
        # the post of the State below that in a steering committee or an inspection
        (
            "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH\nLê Hải Hòa",
            [("TM. BAN CHỈ ĐẠO", None, "Trưởng ban", "Lê Hải Hòa")],
        ),
        (
            "T/M. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN\nHoàng Văn Thuân\nPHÓ GIÁM ĐỐC\nSỞ CÔNG THƯƠNG LÀO CAI",
            [("T/M. ĐOÀN KIỂM TRA", None, "Trưởng đoàn", "Hoàng Văn Thuân")],
        ),
        # several signers
        (
            "KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nTrương Hải Long\nKT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nVõ Thành Hưng",
            [
                (None, "KT. BỘ TRƯỞNG BỘ NỘI VỤ", "Thứ trưởng", "Trương Hải Long"),
                (None, "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH", "Thứ trưởng", "Võ Thành Hưng"),
            ],
        ),
        (
            "GIÁM ĐỐC SỞ Y TẾ\nBS.CKII. Nguyễn Văn Lên\nCHỦ TỊCH LIÊN ĐOÀN LAO ĐỘNG\nTrần Thị Bích",
            [
                (None, None, "Giám đốc Sở Y tế", "Nguyễn Văn Lên"),
                (None, None, "Chủ tịch Liên đoàn Lao động", "Trần Thị Bích"),
            ],
        ),
        (  # two columns read line by line
            "GIÁM ĐỐC SỞ Y TẾ\nGIÁM ĐỐC SỞ NỘI VỤ\nNguyễn Văn Lên\nTrần Thị Bích",
            [
                (None, None, "Giám đốc Sở Y tế", "Nguyễn Văn Lên"),
                (None, None, "Giám đốc Sở Nội vụ", "Trần Thị Bích"),
            ],
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["behind the list", "above the list", "without a list"])
def test_block(
    with_tail: Read, block: str, signers: list[tuple[str | None, ...]], place: str
) -> None:
    text = {
        "behind the list": f"{LIST}{block}\n",
        "above the list": f"{block}\n{LIST}",
        "without a list": f"{block}\n",
    }[place]
    assert with_tail(text).signers == signers


def test_small_letters(with_tail: Read) -> None:
    assert with_tail("Chủ tịch\n(Đã ký)\nNguyễn Văn A\n").signers == [
        (None, None, "Chủ tịch", "Nguyễn Văn A")
    ]


def test_columns_that_ran_into_each_other(with_tail: Read) -> None:
    """A page read line by line, both columns in one line."""
    reading = with_tail(
        "Nơi nhận: KT.HIỆU TRƯỞNG\n- Sở GDĐT (bc); PHÓ HIỆU TRƯỞNG\n- Các đơn vị Cụm 2 (ph/h);\n"
        "Trần Thanh Vũ\n- Lưu: VT, V.\n"
    )
    assert reading.signers == [(None, "KT. HIỆU TRƯỞNG", "Phó Hiệu trưởng", "Trần Thanh Vũ")]
    assert reading.header.recipients == ("Sở GDĐT (bc)", "Các đơn vị Cụm 2 (ph/h)", "Lưu: VT, V")


def test_columns_typed_with_spaces(with_tail: Read) -> None:
    reading = with_tail(
        """\
Nơi nhận:                         TM. ỦY BAN NHÂN DÂN
- TT Tỉnh ủy;                        KT. CHỦ TỊCH
- TT HĐND tỉnh;                      PHÓ CHỦ TỊCH
- Lưu: VT, VX.


                                   Nguyễn Thị An
""",
        soft=True,
    )
    assert reading.signers == [
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Thị An")
    ]
    assert reading.header.recipients == ("TT Tỉnh ủy", "TT HĐND tỉnh", "Lưu: VT, VX")


def test_the_span_is_the_block(with_tail: Read) -> None:
    reading = with_tail(f"{LIST}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(đã ký)\nHoàng Văn Thuân\n")
    span = reading.header.signers[0].span
    assert span is not None
    assert span.of(reading.document.text).startswith("KT. GIÁM ĐỐC")
    assert span.of(reading.document.text).endswith("Hoàng Văn Thuân")


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Lê Quang Tiến", True),
        ("Mai Sơn", True),
        ("Y Thanh Hà Niê Kđăm", True),
        ("H'Lim Niê", True),
        ("Thiếu tướng Nguyễn Văn A", True),
        ("Sở Tài chính", False),
        ("Phó Chủ tịch", False),
        ("Lưu: VT", False),
        ("UBND tỉnh", False),
        ("Nguyễn", False),
        ("Các sở, ban, ngành", False),
        # words torn by a converter
        ("Đặ ng Văn Minh", True),
        ("Nguy ễn V ăn Hùng", True),
        ("Phó trưởng phòng", False),
        ("Trần Văn A đã ký", False),
    ],
)
def test_person_name(text: str, is_name: bool) -> None:
    assert is_person_name(text) is is_name


def test_spelling_of_names_and_posts() -> None:
    assert person_name("NGUYỄN THỊ HOÀ") == "Nguyễn Thị Hòa"
    assert person_name("TS. Nguyễn Văn A") == "Nguyễn Văn A"
    assert person_name("Hồ Thị Nguyên Th ả o") == "Hồ Thị Nguyên Thảo"
    assert post_title("PHÓ CHỦ TỊCH UBND TỈNH") == "Phó Chủ tịch Ủy ban nhân dân tỉnh"
    assert post_title("Q. CỤC TRƯỞNG") == "Quyền Cục trưởng"


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("KT. CHỦ TỊCH", 0),
        ("- Lưu: VT. KT. GIÁM ĐỐC", 11),
        ("- Tỉnh ủy (b/c), PHÓ BÍ THƯ", 17),  # the Party's comma
        ("- Các phòng chuyên môn PHÓ GIÁM ĐỐC", 23),
        ("- CHỦ TỊCH, PHÓ CHỦ TỊCH UBND TỈNH;", None),
        ("- Lưu: VT, TM.", None),  # TM: the field of trade
        ("- Chủ tịch, các PCT UBND tỉnh;", None),
        ("Trên cơ sở đó, Chủ tịch UBND tỉnh yêu cầu", None),
        ("CHỦ TỊCH", 0),
    ],
)
def test_where_a_block_begins(line: str, start: int | None) -> None:
    assert signature_at(line) == start
