"""Where head and tail end, and where an attached text begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.parsers.header.conftest import Read

TAIL = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n"


def test_head_and_tail(with_tail: Read) -> None:
    reading = with_tail(f"{TAIL}PHỤ LỤC\nDANH SÁCH\n")
    frame = reading.result.frame
    assert reading.line(frame.body) == "Căn cứ Luật Phòng, chống bệnh truyền nhiễm;"
    assert reading.result.tail is not None
    first, end = reading.result.tail
    assert (reading.line(first), reading.line(end)) == ("Nơi nhận:", "PHỤ LỤC")
    assert frame.recipients is not None
    assert frame.signature is not None
    assert reading.line(frame.recipients[0]) == "- Như Điều 3;"
    assert reading.line(frame.signature[0]) == "TM. ỦY BAN NHÂN DÂN"
    assert all(frame.in_tail(at) for at in (*range(*frame.recipients), *range(*frame.signature)))
    assert frame.attachment is None


def test_what_a_stamp_left_behind_the_end_is_no_body(read: Read) -> None:
    stamp = '⁄":GMM ĐÓC\nlãi VĂN HỚA,\nGIÁ ở. Ầ MA\n'
    reading = read(f"KẾ HOẠCH\nRà soát\n\n1. Sở Y tế rà soát.\n\n2. Báo cáo./.\n\n{stamp}{TAIL}")
    assert reading.result.tail is not None
    assert (reading.line(reading.result.tail[0]) or "").startswith("⁄")
    order = "Các đơn vị báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15 hằng tháng.\n"
    reading = read(f"KẾ HOẠCH\nRà soát\n\n1. Sở Y tế rà soát./.\n\n{order}{TAIL}")
    assert reading.result.tail is not None
    assert reading.line(reading.result.tail[0]) == "Nơi nhận:"


@pytest.mark.parametrize(
    ("heading", "ends"),
    [("I/ MỤC ĐÍCH, YÊU CẦU", True), ("I. MỤC ĐÍCH", True), ("a/Tuấn/VP-KH", False)],
)
def test_a_heading_is_no_archive_line(with_tail: Read, heading: str, ends: bool) -> None:
    signed = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n"
    reading = with_tail(f"{signed}{heading}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n")
    assert reading.result.tail is not None
    assert (reading.line(reading.result.tail[1]) == heading) is ends


@pytest.mark.parametrize(
    ("behind", "attachment", "body"),
    [
        (
            "KẾ HOẠCH\nTRIỂN KHAI THI HÀNH LUẬT\n(Kèm theo Quyết định số /QĐ-TTg ngày tháng năm 2025)\nI. MỤC ĐÍCH\n",
            "KẾ HOẠCH",
            "I. MỤC ĐÍCH",
        ),
        ("KẾ HOẠCH\nXUẤT KHẨU HÀNG HÓA\nTriển khai các mục tiêu, UBND tỉnh ban hành Kế hoạch như sau:\n", "KẾ HOẠCH", "Triển khai"),
        (
            "QUY CHẾ\nPhối hợp quản lý\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND của UBND tỉnh)\nChương I\n",
            "QUY CHẾ",
            "Chương I",
        ),
        (
            "CHƯƠNG TRÌNH HÀNH ĐỘNG TRIỂN KHAI KẾ HOẠCH (Ban hành kèm theo Quyết định số 435/QĐ-UBND)\nI. MỤC ĐÍCH\n",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG",
            "I. MỤC ĐÍCH",
        ),
        (  # a list has no type of its own
            "DANH MỤC\nTHỦ TỤC HÀNH CHÍNH\n(Ban hành kèm theo Quyết định số 2817/QĐ-UBND)\nA. Mới ban hành\n",
            "DANH MỤC",
            "A. Mới",
        ),
        (  # a letterhead stands above the attached text
            "UBND TỈNH NGHỆ AN\nQUY ĐỊNH\nVề quản lý\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\nChương I\n",
            "QUY ĐỊNH",
            "Chương I",
        ),
        ("PHỤ LỤC\nDANH SÁCH\n(Kèm theo Quyết định số 12/QĐ-UBND)\n", None, None),
        ("[1] Kế hoạch số 12/KH-UBND.\n", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_attachment(
    decision_with: Read, behind: str, attachment: str | None, body: str | None
) -> None:
    reading = decision_with(TAIL + behind)
    frame = reading.result.frame
    if attachment is None:
        assert (frame.attachment, frame.attachment_body) == (None, None)
        return
    assert (reading.line(frame.attachment) or "").startswith(attachment)
    assert (reading.line(frame.attachment_body) or "").startswith(body or "")
    assert reading.result.attachment == frame.attachment


def test_a_plan_has_no_attachment(with_tail: Read) -> None:
    reading = with_tail(f"{TAIL}KẾ HOẠCH KIỂM TRA\n(Kèm theo Kế hoạch số 12/KH-UBND)\n")
    assert reading.result.attachment is None


def test_no_lines(read: Read) -> None:
    reading = read("")
    assert reading.result.frame.body == 0
    assert reading.header.model_dump(exclude_defaults=True) == {}


def test_spans_are_the_evidence(with_tail: Read) -> None:
    reading = with_tail(TAIL)
    text, spans = reading.document.text, reading.result.spans
    assert {name: spans[name].of(text) for name in ("issuer", "number", "place", "issued_on")} == {
        "issuer": "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN",
        "number": "Số: 12/KH-UBND",
        "place": "Nghệ An, ",
        "issued_on": "ngày 03 tháng 9 năm 2024",
    }
    assert spans["title"].of(text) == "Phòng, chống dịch bệnh năm 2025"
    assert spans["recipients"].of(text).startswith("- Như Điều 3;")
    assert reading.header.span is not None
    assert reading.header.span.of(text).startswith("ỦY BAN NHÂN DÂN")
    assert reading.header.span.of(text).endswith("năm 2025")


@pytest.mark.parametrize(
    ("foot", "signature"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n", "TM. ỦY BAN NHÂN DÂN"),
        ("CHỦ TỊCH\n\nNguyễn Văn A\nPHỤ LỤC\n", "CHỦ TỊCH"),
        # another name, or the name alone, as in a list of members
        ("CHỦ TỊCH\nTrần Văn B\n", None),
        ("Nguyễn Văn A\nTrần Văn B\n", None),
    ],
)
def test_the_signature_of_what_is_attached(
    decision_with: Read, foot: str, signature: str | None
) -> None:
    attached = "QUY CHẾ\nPhối hợp quản lý\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n"
    reading = decision_with(f"{TAIL}{attached}Điều 1. Các sở thực hiện Quy chế này./.\n{foot}")
    _, *more = reading.result.frame.tails
    assert [reading.line(first) for first, _ in more] == ([signature] if signature else [])
