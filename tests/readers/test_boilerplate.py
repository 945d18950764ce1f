"""What a portal wrote around a document is cut, and nothing of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.boilerplate import without_boilerplate
from vnplan.records import Source
from vnplan.text.document import Document

SOURCE = Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")

LETTER = """ỦY BAN NHÂN DÂN
TỈNH A
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5/KH-UBND
A, ngày 5 tháng 6 năm 2025
KẾ HOẠCH
Thực hiện nhiệm vụ
I. MỤC ĐÍCH
1. Sở Y tế chủ trì./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn A
"""


def _cut(text: str) -> Document:
    return without_boilerplate(Document(text=text, source=SOURCE))


@pytest.mark.parametrize(
    "above",
    [
        "Bản dịch này thuộc quyền sở hữu của\nTHƯ VIỆN PHÁP LUẬT.\nX\nĐang tải văn bản...\n",
        "Trang chủ\nVăn bản\nChi tiết văn bản\nCỡ chữ\n",
        "Số ký hiệu: 5/KH-UBND\nNgày ban hành: 05/06/2025\nNgười ký: Lê Văn A\n",
        # a news item about the letter
        "Đang tải văn bản...\nTình trạng:\nĐã biết\nKế hoạch mới của tỉnh A\nNgày 05/06/2025, UBND tỉnh A ban hành Kế hoạch "
        "5/KH-UBND.\n- Theo đó, Sở Y tế chủ trì.\nXem thêm chi tiết tại Kế hoạch 5/KH-UBND.\n",
        "Kế hoạch 5/KH-UBND năm 2025\n",
        "Để sử dụng toàn bộ tiện ích nâng cao của Hệ Thống Pháp Luật vui lòng đăng ký gói cước.\n"
        "- 1Quyết định 1660/QĐ-TTg năm 2021 phê duyệt Chương trình\n- 2Luật trẻ em 2016\n",
        "",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "Kế hoạch 5/KH-UBND năm 2025 do tỉnh A ban hành\nVăn bản này chưa cập nhật nội dung Tiếng Anh\nVăn bản liên quan\n05/12/2025\n",
        "Lượt xem: 12\nIn trang\nTin cùng chuyên mục\nKế hoạch số 4\nKế hoạch số 3\n",
        "Chia sẻ\nBản quyền thuộc về Cổng thông tin điện tử tỉnh A\nĐịa chỉ: số 1\nĐiện thoại: 0208\n",
        "Lượt truy cập: 123.456\n",
        "",
    ],
)
def test_the_letter_is_left(above: str, below: str) -> None:
    assert _cut(above + LETTER + below).text.strip() == LETTER.strip()


@pytest.mark.parametrize(
    "text",
    [
        # words of portals inside a document, and a form with a letterhead at its end
        LETTER + "PHỤ LỤC\nVăn bản liên quan\nQuyết định 5\nTải về\nĐơn xin\n" + LETTER,
        LETTER.replace("1. Sở", "Trang chủ của tỉnh\nChia sẻ\n1. Sở"),
        LETTER + "[1] Nguồn: Sở Tài chính.\n",
        LETTER + "Địa chỉ: số 1 đường A\nĐiện thoại: 0208 123 456\n",
        # … and in a plan that stands behind the signature of its decision
        LETTER
        + "KẾ HOẠCH\nI. NỘI DUNG\n- Tải ứng dụng VNeID;\n- Tin liên quan\nBình luận của bạn\nII. KINH PHÍ\nNgân sách./.\n",
        LETTER + "Bản quyền thuộc về Nhà nước\nĐiều 2. Hiệu lực\n",
        # a document without a letterhead
        "NGHỊ QUYẾT\nVề việc\nĐiều 1. Phạm vi\nTrang chủ\nSố hiệu: 5\n",
        "Quyết định 435/QĐ-UBND năm 2020. ỦY BAN NHÂN DÂN TỈNH A -------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "Kế hoạch này được công bố trên Cổng thông tin điện tử.\nTrang chủ: a.vn\n",
        "",
        "\n\n",
    ],
)
def test_nothing_of_a_document_is_cut(text: str) -> None:
    assert _cut(text).text == text


@pytest.mark.parametrize(
    "motto", ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CONG HOA XÃ HOI CHỦ NGHĨA VIỆT NAM"]
)
def test_a_letterhead_of_one_line_with_the_motto_is_kept(motto: str) -> None:
    head = f"BỘ TÀI CHÍNH {motto}\nTỔNG CỤC THUẾ Độc lập - Tự do - Hạnh phúc\nSố: 7/TCT-TTKT\n"
    letter = f"{head}\nVW chống thất thu.\n\nKính gửi: Cục Thuế các tỉnh.\n\n1. Rà soát./.\n"
    assert (
        _cut("Người ký: Lê Văn A\nNgày ban hành: 05/06/2025\n\n" + letter).text.strip()
        == letter.strip()
    )


def test_the_description_is_metadata() -> None:
    above = (
        "Số hiệu:\n|\n11554/VPCP-V.I\n|\nLoại văn bản:\nCông văn\nNơi ban hành:\nVăn phòng Chính phủ\n"
        "Ngày hiệu lực:\nĐã biết\nNgười ký: Trịnh Mạnh Linh\nTình trạng:\n"
    )
    document = _cut(above + LETTER)
    assert document.metadata == (
        ("Số hiệu", "11554/VPCP-V.I"),
        ("Loại văn bản", "Công văn"),
        ("Nơi ban hành", "Văn phòng Chính phủ"),
        ("Người ký", "Trịnh Mạnh Linh"),
    )
    assert document.text.startswith("ỦY BAN NHÂN DÂN")


def test_two_fields_in_a_line() -> None:
    document = _cut(f"Nơi ban hành: Tỉnh Bắc Ninh Người ký: Lê Văn A\n\n{LETTER}")
    assert document.metadata == (("Nơi ban hành", "Tỉnh Bắc Ninh"), ("Người ký", "Lê Văn A"))
    assert document.text.strip() == LETTER.strip()


def test_the_title_of_the_page_is_metadata() -> None:
    below = (
        "Công văn 6225/BVHTTDL-VP năm 2025 về đẩy mạnh các nhiệm vụ được giao do Bộ A ban hành\n"
        "Văn bản này chưa cập nhật nội dung Tiếng Anh\n"
    )
    document = _cut(LETTER + below)
    assert document.metadata == (("Trích yếu", "đẩy mạnh các nhiệm vụ được giao"),)
    assert document.text == LETTER


def test_lines_printed_into_the_text() -> None:
    text = LETTER.replace(
        "I. MỤC",
        "12 CÔNG BÁO/Số 651 + 652/Ngày 14-11-2010\nwww.ThuVienPhapLuat.vn\n--- PAGE BREAK ---\n"
        '<jsontable name="bang_0"> </jsontable>\nI. MỤC',
    )
    assert _cut(text).text == LETTER


def test_a_letterhead_in_one_line_is_kept_below_a_stamp() -> None:
    stamp = "Ký bởi: Sở A\nĐịa chỉ: 12 đường B\nThời gian ký: 17.03.2022 15:28\n"
    letter = (
        "BỘ TÀI CHÍNH ` CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/TCT-KK\nKính gửi: Cục Thuế.\n"
    )
    assert _cut(stamp + letter).text == letter


def test_a_letterhead_in_one_long_row_is_kept_below_the_description() -> None:
    described = "Số hiệu: | 52/2018/QĐ-UBND |\nNgày ban hành: | 05/09/2018 |\n"
    decision = (
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN ------------- Số: 52/2018/QĐ-UBND | CỘNG HOÀ XÃ HỘI CHỦ "
        "NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- Lạng Sơn, ngày 05 tháng 9 năm 2018 |\n"
        "QUYẾT ĐỊNH\nVề lập dự toán\nCăn cứ Luật A;\n"
    )
    assert _cut(described + decision).text == decision


def test_the_bar_of_the_letterhead_is_kept() -> None:
    above = "Đang tải văn bản...\n|\nTình trạng:\n|\nĐã biết\n|\n"
    text = "|\nKính gửi:\n|\n- Sở Y tế.\n|\nThực hiện …"
    assert _cut(above + text).text == text


LINES = st.lists(
    st.sampled_from(
        [
            *LETTER.split("\n"),
            "Đang tải văn bản",
            "Số hiệu:",
            "Văn bản liên quan",
            "|",
            "",
            "NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN",
            "abc",
        ]
    ),
    max_size=40,
)


@given(LINES)
def test_what_is_left_is_one_piece(lines: list[str]) -> None:
    text = "\n".join(lines)
    left = _cut(text).text
    assert left in text or any(word in text for word in ("Đang tải",))
