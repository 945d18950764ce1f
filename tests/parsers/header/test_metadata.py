"""Fields of a portal fill what the text leaves open, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

FIELDS = (
    ("Số hiệu:", "6225/BVHTTDL-VP"),
    ("Loại văn bản", "Công văn"),
    ("Nơi ban hành", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Người ký", "Nguyễn Văn Hùng"),
    ("Ngày ban hành", "18/11/2025"),
    ("Ngày hiệu lực", "Đã biết"),
)


def test_a_lost_letterhead(read: Read) -> None:
    reading = read(
        "Kính gửi:\n- Các cơ quan thuộc Bộ;\nThủ tướng đã ban hành Chỉ thị.\n", metadata=FIELDS
    )
    header = reading.header
    assert header.number is not None
    assert header.number.canonical == "6225/BVHTTDL-VP"
    assert (header.type_name, header.issuer) == ("Công văn", "Bộ Văn hóa, Thể thao và Du lịch")
    assert (str(header.issued_on), header.place) == ("2025-11-18", None)
    assert reading.signers == [(None, None, None, "Nguyễn Văn Hùng")]
    assert reading.codes == {"header-from-metadata"}


def test_the_text_wins(with_tail: Read, read: Read) -> None:
    plain = with_tail("Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n")
    same = read(plain.document.text, metadata=FIELDS)
    assert same.header == plain.header
    assert same.codes == set()


def test_a_name_that_the_text_does_not_print(with_tail: Read, read: Read) -> None:
    plain = with_tail("Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n")
    filled = read(plain.document.text, metadata=FIELDS)
    assert filled.signers == [(None, None, "Chủ tịch", "Nguyễn Văn Hùng")]


def test_the_bars_of_a_row_are_no_name(with_tail: Read, read: Read) -> None:
    plain = with_tail("Nơi nhận:\n- Lưu: VT.\n")
    fields = (("Người ký", "| Trương Ngọc Hân |"),)
    assert read(plain.document.text, metadata=fields).signers[0][3] == "Trương Ngọc Hân"


def test_a_province_stands_for_its_committee(read: Read) -> None:
    fields = (
        ("Nơi ban hành", "Tỉnh Lào Cai"),
        ("Số hiệu", "Đang cập nhật"),
        ("Ngày ban hành", "-"),
    )
    header = read("Kính gửi:\n- Các sở;\n", metadata=fields).header
    assert header.issuer == "Ủy ban nhân dân tỉnh Lào Cai"
    assert (header.number, header.issued_on) == (None, None)


def test_nonsense_is_left_alone(read: Read) -> None:
    fields = (
        ("Số hiệu", "không số"),
        ("Ngày ban hành", "hôm qua"),
        ("Loại văn bản", "Văn bản khác"),
    )
    header = read("Kính gửi:\n- Các sở;\n", metadata=fields).header
    assert (header.number, header.issued_on, header.type_name) == (None, None, None)


def test_the_name_of_a_file_is_no_title(read: Read) -> None:
    reading = read("1. Rà soát.\n", metadata=[("title", "CV 2022 03 17 TCT Cac giai")])
    assert reading.header.title is None
