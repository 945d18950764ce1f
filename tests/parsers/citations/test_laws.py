"""Laws and codes by name: where the name ends, and what is no law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from vnplan.records import Citation, DocumentType

Cite = Callable[..., tuple[Citation, ...]]

NAMES = [
    ("theo quy định của Luật Tài nguyên nước và các văn bản quy phạm pháp luật", ["Luật Tài nguyên nước"]),
    ("Luật Tài nguyên nước năm 2023.", ["Luật Tài nguyên nước"]),
    ("Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân, các văn bản", ["Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân"]),
    ("Luật Thi đua, khen thưởng ngày 15/6/2022", ["Luật Thi đua, khen thưởng"]),
    ("Luật Thi đua khen thưởng và Luật Ngân sách Nhà nước.", ["Luật Thi đua, khen thưởng", "Luật Ngân sách nhà nước"]),
    ("theo Luật Ngân sách nhà nước, Luật Đầu tư công và pháp luật có liên quan", ["Luật Ngân sách nhà nước", "Luật Đầu tư công"]),
    ("Luật Tổ chức Chính quyền địa phương ngày 16 tháng 6 năm 2025", ["Luật Tổ chức chính quyền địa phương"]),
    ("của Luật NSNN năm 2025, tỉnh", ["Luật Ngân sách nhà nước"]),
    ("LUẬT BẢO VỆ DỮ LIỆU CÁ NHÂN", ["Luật Bảo vệ dữ liệu cá nhân"]),
    ("ngay sau khi Luật Phòng, chống ma túy (sửa đổi) được Quốc hội thông qua", ["Luật Phòng, chống ma túy"]),
    ("quy định của Bộ luật Dân sự (sửa đổi) và các văn bản hướng dẫn Luật Hôn nhân và gia đình năm 2014", ["Bộ luật Dân sự", "Luật Hôn nhân và gia đình"]),
    ("Hiến pháp năm 2013, Pháp lệnh Ưu đãi người có công với cách mạng", ["Hiến pháp", "Pháp lệnh Ưu đãi người có công với cách mạng"]),
    # a short form that the document defines; small letters
    ("công tác bảo vệ bí mật nhà nước (BMNN) theo Luật Bảo vệ BMNN", ["Luật Bảo vệ bí mật nhà nước"]),
    ("Căn cứ luật đầu tư công ngày 29/11/2024", ["Luật Đầu tư công"]),
    # names that are in no list: by their shape
    ("theo Luật Quản trị dữ liệu số quy định tại Điều 5", ["Luật Quản trị dữ liệu"]),
    ("Luật Phòng, chống lãng phí nguồn nước; Luật Khác", ["Luật Phòng, chống lãng phí nguồn nước", "Luật Khác"]),
    ("Luật Nghề cá và đại dương ngày 01/01/2031", ["Luật Nghề cá và đại dương"]),
    ("Luật Nghề cá và các văn bản hướng dẫn", ["Luật Nghề cá"]),
    # a list behind one word
    ("các Luật: Đấu thầu, Đầu tư công, Bảo vệ môi trường năm 2020 và các văn bản", ["Luật Đấu thầu", "Luật Đầu tư công", "Luật Bảo vệ môi trường"]),
    ("tuyên truyền các luật Trẻ em, Bình đẳng giới", ["Luật Trẻ em", "Luật Bình đẳng giới"]),
    # grounds: the day or year ends the name
    ("Căn cứ Luật Bảo vệ, chăm sóc sức khoẻ nhân dân năm 1989;", ["Luật Bảo vệ, chăm sóc sức khoẻ nhân dân"]),
    ("- Căn cứ Luật Doanh nghiệp nhà nước ngày 20 tháng 4 năm 1995;", ["Luật Doanh nghiệp nhà nước"]),
    ("Căn cứ Pháp lệnh về nhiệm vụ, quyền hạn cụ thể của Hội đồng nhân dân ngày 25 tháng 6 năm 1996;", ["Pháp lệnh về nhiệm vụ, quyền hạn cụ thể của Hội đồng nhân dân"]),
    ("Căn cứ Luật Giáo dục và tình hình thực tế năm 2021;", ["Luật Giáo dục"]),
    # amending laws
    ("Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch ngày 20/11/2018;", ["Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch"]),
    ("Luật Sửa đổi, bổ sung một số điều của Luật Đê điều ngày 17/6/2020", ["Luật Sửa đổi, bổ sung một số điều của Luật Đê điều", "Luật Đê điều"]),
    # no laws
    ("chấp hành pháp luật, kỷ luật; Hội Luật gia, Luật sư, Trường Đại học Luật Hà Nội, Khoa Luật", []),
    ("theo quy định của Luật.", []),
    ("Dân Luật Việt Nam; các luật, nghị định; Bộ Tư pháp", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "titles"), NAMES)
def test_where_a_name_ends(cite: Cite, sentence: str, titles: list[str]) -> None:
    assert [citation.title for citation in cite(sentence)] == titles


@pytest.mark.parametrize(
    ("sentence", "number", "day"),
    [
        ("Luật Điện lực số 61/2024/QH15 ngày 30/11/2024", "61/2024/QH15", "2024-11-30"),
        ("Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27/6/2025", "93/2025/QH15", "2025-06-27"),
        ("Luật Đất đai (Luật số 31/2024/QH15) ngày 18/01/2024", "31/2024/QH15", None),
        ("Luật số: 64/2025/QH15 ngày 19 tháng 02 năm 2025", "64/2025/QH15", "2025-02-19"),
        ("Luật Đấu thầu ngày 23 tháng 6 năm 2023", None, "2023-06-23"),
        ("Luật Bảo vệ dữ liệu cá nhân được Quốc hội khóa XV thông qua tại kỳ họp thứ 9 ngày 26 tháng 6 năm 2025", None, "2025-06-26"),
        ("Pháp lệnh Thú y số 18/2004/PL-UBTVQH11", "18/2004/PL-UBTVQH11", None),
        ("Luật Sửa đổi, bổ sung một số điều của Luật Giá số 9/2030/QH17 ngày 01/6/2030", "9/2030/QH17", "2030-06-01"),
    ],
)  # fmt: skip
def test_number_and_day_of_a_law(
    cite: Cite, sentence: str, number: str | None, day: str | None
) -> None:
    law = cite(sentence)[0]
    assert (law.number.canonical if law.number else None) == number
    if day is not None:
        assert law.issued_on is not None
        assert law.issued_on.isoformat() == day
    assert law.type in (DocumentType.LAW, DocumentType.ORDINANCE)


def test_the_decree_in_parentheses_is_no_number_of_the_law(cite: Cite) -> None:
    found = cite(
        "một số điều của Luật Quy hoạch (Số 37/2019/NĐ-CP ngày 07/5/2019, số 58/2023/NĐ-CP)"
    )
    assert [c.number.canonical if c.number else c.title for c in found] == [
        "Luật Quy hoạch",
        "37/2019/NĐ-CP",
        "58/2023/NĐ-CP",
    ]


def test_a_law_of_two_places_is_one(cite: Cite) -> None:
    found = cite("Luật Tài nguyên nước năm 2023", "theo Luật Tài nguyên nước")
    assert {c.target_id for c in found} == {"urn:lex:vn:quoc.hoi:luat:2023;tai.nguyen.nuoc"}


def test_a_law_called_by_its_name_is_the_one_cited_with_its_number(cite: Cite) -> None:
    found = cite("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", "theo Luật Đất đai")
    assert len({c.target_id for c in found}) == 1
    assert [c.issued_on for c in found] == [dt.date(2024, 1, 18)] * 2
    assert found[1].number is None


def test_a_name_that_two_laws_bear_stands_for_neither(cite: Cite) -> None:
    found = cite(
        "Luật Đất đai số 45/2013/QH13 và Luật Đất đai số 31/2024/QH15", "theo Luật Đất đai"
    )
    assert len({c.target_id for c in found}) == 3


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Căn cứ Luật Đất đai (sửa đổi) năm 2013;", "Luật Đất đai (sửa đổi) năm 2013"),
        ("Luật Bảo vệ môi trường (sửa đổi) có hiệu lực", "Luật Bảo vệ môi trường (sửa đổi)"),
        ("Luật Đất đai (sau đây gọi là Luật)", "Luật Đất đai"),
    ],
)
def test_a_law_that_is_called_new(cite: Cite, sentence: str, text: str) -> None:
    assert cite(sentence)[0].text == text


PLENUMS = [
    ("Thực hiện Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII;", "Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII"),
    ("Nghị quyết Hội nghị lần thứ 7, BCH Trung ương Đảng (khóa XI) về công tác", "Nghị quyết Hội nghị lần thứ 7, BCH Trung ương Đảng (khóa XI)"),
    ("theo Nghị quyết Hội nghị Trung ương 5 khóa XII về kinh tế tư nhân", "Nghị quyết Hội nghị Trung ương 5 khóa XII"),
    ("thực hiện Nghị quyết Trung ương 4 (khóa XI, XII) về xây dựng Đảng", "Nghị quyết Trung ương 4 (khóa XI, XII)"),
    ("các nghị quyết của Trung ương, khóa XII", None),
    ("nghị quyết Hội nghị lần thứ hai của Huyện ủy", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text"), PLENUMS)
def test_resolutions_of_plenums(cite: Cite, sentence: str, text: str | None) -> None:
    found = cite(sentence)
    assert [citation.text for citation in found] == ([text] if text else [])
    assert {citation.issuer for citation in found} <= {"Ban Chấp hành Trung ương Đảng"}


CONGRESSES = [
    ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("Nghị quyết Đại hội lần thứ XIII của Đảng trên địa bàn", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIII CỦA ĐẢNG TRÊN ĐỊA BÀN TỈNH", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("theo Nghị quyết đại hội Đảng lần thứ XIII, khẳng định", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("Nghị quyết Đại hội XIV của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"),
    ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XI", "Đại hội đại biểu toàn quốc lần thứ XI của Đảng"),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025", "Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX"),
    ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX", "Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX"),
    ("Nghị quyết Đại hội đại biểu lần thứ XVII (nhiệm kỳ 2020-2025) Đảng bộ thành phố Hà Nội.", "Đại hội đại biểu Đảng bộ thành phố Hà Nội lần thứ XVII"),
    ("Nghị quyết Đại hội XIII (nhiệm kỳ 2021-2026) và Đảng bộ tỉnh", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("Nghị quyết Đại hội XVI Đảng bộ tỉnh, Nghị quyết", "Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XVI"),
    ("chào mừng Đại hội lần thứ XIV của Đảng", None),
    ("Nghị quyết Đại hội Đảng các cấp", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "issuer"), CONGRESSES)
def test_resolutions_of_congresses(cite: Cite, sentence: str, issuer: str | None) -> None:
    found = cite(sentence)
    assert [citation.issuer for citation in found] == ([issuer] if issuer else [])
    assert all(citation.number is None for citation in found)


def test_a_law_in_preparation_is_none(cite: Cite) -> None:
    assert cite("hoàn thiện hồ sơ dự án Luật Giao thông đường bộ (sửa đổi), trình Chính phủ") == ()
    later = "\nHoàn thành ngay sau khi Luật Khoáng sản (sửa đổi) ban hành."
    assert cite(f"Trình Dự án Luật Khoáng sản (sửa đổi).{later}") == ()
    assert len(cite(f"Trình Dự án Luật Đất đai (sửa đổi).{later}")) == 1


def test_a_law_behind_what_it_rules(cite: Cite) -> None:
    assert [one.title for one in cite("theo quy định Luật Đất đai")] == ["Luật Đất đai"]
    assert cite("theo định Luật Niu-tơn") == ()


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # what the document says a short form means
        ("nghiêm túc thực hiện Luật Bảo vệ BMNN và các văn bản", "Luật Bảo vệ bí mật nhà nước"),
        # the initials of one law alone
        ("Căn cứ Luật Tổ chức CQĐP ngày 19/6/2015;", "Luật Tổ chức chính quyền địa phương"),
        ("theo Luật BVQLNTD", "Luật Bảo vệ quyền lợi người tiêu dùng"),
        ("theo Luật Ban hành VBQPPL năm 2025", "Luật Ban hành văn bản quy phạm pháp luật"),
        ("Luật PCCC&CNCH;", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
        # of several, or of none
        ("theo Luật ĐT", "Luật ĐT"),
        ("Luật Phòng chống TNTT", "Luật Phòng chống TNTT"),
    ],
)
def test_short_forms_in_the_name_of_a_law(cite: Cite, sentence: str, title: str) -> None:
    found = cite("công tác bảo vệ bí mật nhà nước (BMNN)", sentence)
    assert [citation.title for citation in found] == [title]
