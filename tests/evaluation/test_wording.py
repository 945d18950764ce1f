"""When headings, numbers and titles say the same."""

from __future__ import annotations

import pytest

from vnplan.evaluation.wording import same_heading, same_number, same_title, same_words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", "Mục đích,  yêu cầu:", True),
        ("Sở Y tế thực hiện các chương trình như", "Sở Y tế thực hiện các chương trình như:", True),
        ("Khoa học – Công nghệ", "Khoa học - Công nghệ.", True),
        (None, None, True),
        (None, "Mục đích", False),
        ("Sở Tài chính", "Sở Tài chính: Phối hợp", False),
        ("Nhiệm vụ, giải pháp", "Nhiệm vụ và giải pháp", False),
    ],
)
def test_headings(one: str | None, other: str | None, same: bool) -> None:
    assert same_heading(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1899/QĐ-TTg", "1899/QĐ-TTG", True),
        ("71/NQ-CP", "71/NQ -CP", True),
        ("12-NQ/TW", "12/NQ-TW", False),
        ("27/CTTg", "27/CT-TTg", False),
        (None, "1/KH", False),
    ],
)
def test_numbers(one: str | None, other: str | None, same: bool) -> None:
    assert same_number(one, other) is same


LAW = "Luật Phòng, chống thiên tai"


@pytest.mark.parametrize(
    ("gold", "title", "type_name", "same"),
    [
        (LAW, LAW, "Luật", True),
        (LAW, "Phòng, chống thiên tai", "Luật", True),
        ("Luật Tổ chức chính quyền địa phương", "LUẬT TỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG", None, True),
        ("Luật An ninh mạng", "Luật An ninh mạng 2025", "Luật", True),
        ("Luật Tài nguyên nước", "Luật Tài nguyên nước năm 2023", "Luật", True),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội lần thứ XIII của Đảng", None, True),
        # the law that amends it, another law
        (LAW, "Luật Sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều", "Luật", False),
        ("Luật Tổ chức Chính phủ", "Luật Tổ chức Quốc hội", "Luật", False),
        ("Luật Nhà ở", "Luật Nhà giáo", "Luật", False),
        (LAW, None, "Luật", False),
        (LAW, "Luật", "Luật", False),
    ],
)  # fmt: skip
def test_titles(gold: str, title: str | None, type_name: str | None, same: bool) -> None:
    assert same_title(gold, title, type_name) is same


def test_words_ignore_punctuation_and_tone_placement() -> None:
    assert same_words("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")
    assert same_words("Đề án “Khởi nghiệp”", 'đề án "khởi nghiệp"')
    assert same_words("Uỷ ban", "Ủy ban")
    assert not same_words("50%", "50")
